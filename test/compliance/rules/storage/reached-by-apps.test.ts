import { TerraformStack } from 'cdktf';
import { AppDns, AppNetwork, AppOutbound, FunctionHost, network, SecureServerlessSignalRProps } from '../../../../src';
import { storageReachedByApps } from '../../../../src/compliance/private/rules/storage/storage-reached-by-apps';
import { Case, checkRule, verdicts } from '../../../support/compliance';
import { add } from '../../../support/plain-azurerm';
import { newChat } from '../../../support/serverless';
import { synth, warnings } from '../../../support/synth';

const { RuleAddress, RuleDirection, SecurityRule } = network;

const denyAll = SecurityRule.deny({
  name: 'DenyAllOutbound',
  direction: RuleDirection.OUTBOUND,
  priority: 4000,
  protocol: network.RuleProtocol.ANY,
});
const allowStorage = SecurityRule.allow({
  name: 'AllowStorage',
  direction: RuleDirection.OUTBOUND,
  priority: 3000,
  destination: RuleAddress.serviceTag('Storage'),
  destinationPorts: ['443'],
});
const through = (...integrationRules: network.SecurityRule[]) => ({ network: AppNetwork.define({ integrationRules }) });
const judged = (props: Partial<SecureServerlessSignalRProps>) =>
  verdicts(storageReachedByApps, newChat(props).stack).map((line) => line.replace(/ of security group \S+/g, ''));

describe('both accounts of SecureServerlessSignalR', () => {
  test.each([FunctionHost.linux(), FunctionHost.windows(), FunctionHost.flexConsumption()])(
    'are reached by default, on host %#',
    (host) => {
      expect(judged({ host }).map((line) => line.split(': ')[0])).toEqual([
        'Prod/Chat/FunctionApp/Resource compliant',
        'Prod/Chat/NegotiationApp/Resource compliant',
      ]);
    },
  );

  test('are out of reach where all outbound traffic is denied, which synth warns of', () => {
    const { stack } = newChat(through(denyAll));
    expect(verdicts(storageReachedByApps, stack)).toEqual([
      expect.stringMatching(
        /^Prod\/Chat\/FunctionApp\/Resource violated: .*DenyAllOutbound.* denies HTTPS .* to Storage on the internet, so the host of the app does not reach Prod\/Chat\/Storage\/Resource, and does not start$/,
      ),
      expect.stringMatching(
        /^Prod\/Chat\/NegotiationApp\/Resource violated: .* does not reach Prod\/Chat\/NegotiationStorage\/Resource, and does not start$/,
      ),
    ]);
    synth(stack);
    const told = warnings(stack).filter((text) => text.includes('STO9'));
    expect(told).toHaveLength(2);
    expect(told[0]).toContain('Allow TCP to the service tag Storage on port 443 before the rule that denies it');
  });

  test('are reached by a rule for Azure Storage, and over private endpoints', () => {
    for (const props of [through(allowStorage, denyAll), { ...through(denyAll), privateStorage: true }]) {
      expect(judged(props).map((line) => line.split(': ')[0])).toEqual([
        'Prod/Chat/FunctionApp/Resource compliant',
        'Prod/Chat/NegotiationApp/Resource compliant',
      ]);
    }
  });

  test('may be reached through a firewall, which the configuration does not show', () => {
    const firewall = AppNetwork.define({ outbound: AppOutbound.firewall('10.9.0.4') });
    expect(judged({ network: firewall })).toEqual([
      expect.stringMatching(/^Prod\/Chat\/FunctionApp\/Resource unknown: .*10\.9\.0\.4/),
      expect.stringMatching(/^Prod\/Chat\/NegotiationApp\/Resource unknown: .*10\.9\.0\.4/),
    ]);
    const { stack } = newChat({ network: firewall });
    synth(stack);
    expect(warnings(stack).filter((text) => text.includes('STO9'))).toEqual([]);
  });

  test('are reached whoever keeps their records', () => {
    const kept = judged({ ...through(denyAll), privateStorage: true, dns: AppDns.managedByPolicy() });
    expect(kept.every((line) => line.includes('compliant'))).toBe(true);
  });
});

/** A function app in a subnet whose security group has one rule, written by hand. */
function functionApp(s: TerraformStack, rule: object, app: object = {}, type = 'azurerm_linux_function_app') {
  const group = add(s, 'azurerm_network_security_group', 'Group', {
    name: 'nsg',
    security_rule: [
      {
        name: 'Out',
        priority: 100,
        direction: 'Outbound',
        protocol: '*',
        source_port_range: '*',
        source_address_prefix: '*',
        destination_port_range: '*',
        destination_address_prefix: '*',
        access: 'Deny',
        ...rule,
      },
    ],
  });
  add(s, 'azurerm_virtual_network', 'Network', { name: 'vnet', address_space: ['10.0.0.0/24'] });
  const subnet = add(s, 'azurerm_subnet', 'Subnet', {
    name: 'apps',
    virtual_network_name: '${azurerm_virtual_network.Network.name}',
    address_prefixes: ['10.0.0.0/26'],
  });
  add(s, 'azurerm_subnet_network_security_group_association', 'Association', {
    subnet_id: '${azurerm_subnet.Subnet.id}',
    network_security_group_id: '${azurerm_network_security_group.Group.id}',
  });
  add(s, 'azurerm_subnet_route_table_association', 'Routes', {
    subnet_id: '${azurerm_subnet.Subnet.id}',
    route_table_id: '${azurerm_route_table.Table.id}',
  });
  add(s, 'azurerm_route_table', 'Table', { name: 'rt' });
  add(s, 'azurerm_storage_account', 'Storage', { name: 'stfunctions' });
  add(s, type, 'App', {
    virtual_network_subnet_id: '${azurerm_subnet.Subnet.id}',
    storage_account_name: 'stfunctions',
    site_config: { vnet_route_all_enabled: true },
    ...app,
  });
  return [group, subnet];
}

const violated =
  'App: warning [] security rule "Out" (Prod/Group) denies HTTPS from subnet "apps" (Prod/Subnet) to Storage on the internet, so the host of the app does not reach Prod/Storage, and does not start';
const byHand = (title: string, rule: object, app: object, ...expected: string[]): Case => [
  title,
  (s) => functionApp(s, rule, app),
  expected,
];

checkRule(storageReachedByApps, [
  ['a web app', (s) => add(s, 'azurerm_linux_web_app', 'App'), []],
  [
    'an app without a subnet',
    (s) => add(s, 'azurerm_linux_function_app', 'App', {}),
    ['App: not applicable, it calls out through no subnet'],
  ],
  byHand('a rule that denies everything, account by name', {}, {}, violated),
  byHand(
    'the same, account by reference',
    {},
    { storage_account_name: '${azurerm_storage_account.Storage.name}' },
    violated,
  ),
  byHand(
    'the same, account by a setting',
    {},
    { storage_account_name: null, app_settings: { AzureWebJobsStorage__accountName: 'stfunctions' } },
    violated,
  ),
  byHand('a rule for another service', { destination_address_prefix: 'AzureSignalR' }, {}, 'App: compliant'),
  byHand(
    'traffic that does not take the subnet',
    {},
    { site_config: { vnet_route_all_enabled: false } },
    'App: compliant',
  ),
  byHand(
    'a rule that only Terraform knows',
    { access: '${var.x}' },
    {},
    'App: unknown, security rule "Out" (Prod/Group) may allow or deny HTTPS from subnet "apps" (Prod/Subnet) to Storage on the internet: var.x decides',
  ),
  byHand(
    'an account of others',
    {},
    { storage_account_name: 'stothers' },
    'App: unknown, security rule "Out" (Prod/Group) denies HTTPS from subnet "apps" (Prod/Subnet) to Storage on the internet, and the configuration does not define its storage account, which may have a private endpoint',
  ),
  byHand(
    'an account of others that may be reached',
    { access: 'Allow' },
    { storage_account_name: 'stothers' },
    'App: not applicable, the configuration does not define its storage account',
  ),
]);
