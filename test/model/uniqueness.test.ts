import { AzurermProvider } from '@cdktf/provider-azurerm/lib/provider';
import { TerraformResource, TerraformStack, Testing } from 'cdktf';
import { ResourceGroup } from '../../src/core';
import { warningsOf } from '../support/governance';
import { messageOf, newGroup, newStack, problemsOf, synth } from '../support/synth';

const GROUP = { resource_group_name: 'rg-test', location: 'centralus' };
const ID = '/subscriptions/0/resourceGroups/rg/providers';
const SUBNET = `${ID}/Microsoft.Network/virtualNetworks/vnet/subnets/apps`;
const SERVICE = `${ID}/Microsoft.SignalRService/signalR/chat`;
const ZONE = `${ID}/Microsoft.Network/privateDnsZones/contoso.com`;
const RULE = { ...GROUP, network_security_group_name: 'nsg', direction: 'Inbound', priority: 100 };
const RESOLVER = `${ID}/Microsoft.Network/dnsResolvers/resolver`;

type Body = Readonly<Record<string, unknown>>;

/** A resource of any type, as it is written by hand. */
function plain(stack: TerraformStack, id: string, terraformResourceType: string, body: Body): TerraformResource {
  const resource = new TerraformResource(stack, id, { terraformResourceType });
  Object.entries(body).forEach(([name, value]) => resource.addOverride(name, value));
  return resource;
}

/** What synth says of two resources of a type, each with what is its own. */
function twins(type: string, shared: Body, [one, other]: [Body, Body] = [{}, {}], otherType: string = type): string[] {
  const { stack } = newGroup();
  plain(stack, 'One', type, { ...shared, ...one });
  plain(stack, 'Other', otherType, { ...shared, ...other });
  try {
    synth(stack);
    return [];
  } catch {
    return problemsOf(stack).map((line) => line.slice(1, line.indexOf(']')));
  }
}

describe('two resources by hand', () => {
  test.each<[what: string, code: string, ...twins: Parameters<typeof twins>]>([
    ['routes of one name', 'network/route-name', 'azurerm_route', { ...GROUP, route_table_name: 'rt', name: 'hub' }],
    [
      'rules of one priority',
      'network/rule-priority',
      'azurerm_network_security_rule',
      RULE,
      [{ name: 'a' }, { name: 'b' }],
    ],
    [
      'a rule, and one in a block of its group',
      'network/rule-name',
      'azurerm_network_security_rule',
      { ...RULE, name: 'a' },
      [{}, { name: 'nsg', security_rule: [{ name: 'A', priority: 200, direction: 'Inbound' }] }],
      'azurerm_network_security_group',
    ],
    [
      'records of one name, as azurerm 4 and 5 take them',
      'dns/record-name',
      'azurerm_private_dns_a_record',
      { name: 'chat' },
      [{ private_dns_zone_id: ZONE }, { private_dns_zone_id: ZONE.toUpperCase() }],
    ],
    [
      'links of one name, as azurerm 5 takes them',
      'dns/duplicate-link',
      'azurerm_private_dns_zone_virtual_network_link',
      { name: 'link', private_dns_zone_id: ZONE },
      [{ virtual_network_id: `${ID}/a/b/one` }, { virtual_network_id: `${ID}/a/b/two` }],
    ],
    [
      'a network interface and a resolver endpoint of one address',
      'privatelink/duplicate-address',
      'azurerm_network_interface',
      {},
      [
        { ...GROUP, name: 'nic', ip_configuration: [{ subnet_id: SUBNET, private_ip_address: '10.0.0.9' }] },
        {
          name: 'in',
          private_dns_resolver_id: RESOLVER,
          ip_configurations: [{ subnet_id: SUBNET, private_ip_address: '10.0.0.9' }],
        },
      ],
      'azurerm_private_dns_resolver_inbound_endpoint',
    ],
    [
      'roles of one principal',
      'identity/duplicate-assignment',
      'azurerm_role_assignment',
      { scope: SERVICE, role_definition_name: 'SignalR App Server', principal_id: 'id' },
    ],
    [
      'slots of an app that exists',
      'appservice/name-conflict',
      'azurerm_linux_web_app_slot',
      { app_service_id: `${ID}/Microsoft.Web/sites/app` },
      [{ name: 'green' }, { name: 'GREEN' }],
    ],
    [
      'slots of an app that only Terraform knows',
      'appservice/name-conflict',
      'azurerm_linux_function_app_slot',
      { function_app_id: '${var.app}', name: 'green' },
    ],
    [
      'replicas of one name',
      'core/duplicate-name',
      'azapi_resource',
      { type: 'Microsoft.SignalRService/signalR/replicas@2024-03-01', parent_id: SERVICE, name: 'west' },
    ],
    [
      'subnets in blocks, and in a network that azurerm 5 names by its id',
      'network/duplicate-subnet',
      'azurerm_subnet',
      { name: 'apps' },
      [
        { virtual_network_id: SUBNET.replace('/subnets/apps', '') },
        { virtual_network_id: SUBNET.replace('/subnets/apps', '').toLowerCase() },
      ],
    ],
    [
      'shared private links of one target that only Terraform knows',
      'sharedlink/duplicate',
      'azurerm_signalr_shared_private_link_resource',
      { signalr_service_id: SERVICE, target_resource_id: '${var.app}', sub_resource_name: 'sites' },
      [{ name: 'one' }, { name: 'two' }],
    ],
  ])('may not be %s', (_, code, ...given) => {
    expect(twins(...given)).toEqual([code]);
  });

  test.each<[what: string, ...twins: Parameters<typeof twins>]>([
    [
      'rules of one priority in two directions',
      'azurerm_network_security_rule',
      RULE,
      [{ name: 'a' }, { name: 'b', direction: 'Outbound' }],
    ],
    [
      'identities of which one may not be there',
      'azurerm_user_assigned_identity',
      { ...GROUP, name: 'id' },
      [{ count: '${var.is_new ? 1 : 0}' }, {}],
    ],
    [
      'identities in groups that only Terraform knows',
      'azurerm_user_assigned_identity',
      { location: 'centralus', name: 'id' },
      [{ resource_group_name: '${var.one}' }, { resource_group_name: '${var.other}' }],
    ],
    [
      'resources of azapi that are no replicas',
      'azapi_resource',
      { type: 'Microsoft.Web/sites@2024-03-01', parent_id: `${ID.replace('/providers', '')}`, name: 'app' },
    ],
    [
      'lists of two instances of one service',
      'azurerm_signalr_service_network_acl',
      { default_action: 'Deny' },
      [
        { signalr_service_id: '${azurerm_signalr_service.each["a"].id}' },
        { signalr_service_id: '${azurerm_signalr_service.each["b"].id}' },
      ],
    ],
    [
      'endpoints without a connection',
      'azurerm_private_endpoint',
      { ...GROUP, subnet_id: SUBNET },
      [{ name: 'one' }, { name: 'two' }],
    ],
  ])('may be %s', (_, ...given) => {
    expect(twins(...given)).toEqual([]);
  });
});

describe('names in two stacks', () => {
  const groupIn = (stack: TerraformStack) => new ResourceGroup(stack, 'Group', { name: 'rg', location: 'centralus' });

  test('are reported once for each stack where the environment decides on the subscription', () => {
    const app = Testing.app();
    for (const id of ['Dev', 'Test', 'Prod']) {
      const stack = newStack(id, undefined, app);
      plain(stack, 'Identity', 'azurerm_user_assigned_identity', { ...GROUP, resource_group_name: 'rg', name: 'id' });
      groupIn(stack);
    }
    app.synth();
    const warnings = ['Test', 'Prod'].map(
      (stack) =>
        `[core/duplicate-name] whether Dev and ${stack} are deployed to one place is not known, because the provider azurerm of Dev names no subscription, so it is only known when Terraform runs; if they are, Dev/Group/Resource and ${stack}/Group/Resource are resource groups named "rg" in one subscription; give one of them another name`,
    );
    expect(warningsOf(app)).toEqual(warnings);
  });

  test('are not reported where two providers of one stack may be of two subscriptions', () => {
    const stack = newStack();
    const provider = new AzurermProvider(stack, 'hub', { alias: 'hub', features: [{}], subscriptionId: '${var.hub}' });
    groupIn(stack);
    new ResourceGroup(stack, 'Hub', { name: 'rg', location: 'centralus', provider });
    synth(stack);
    expect(warningsOf(stack)).toEqual([]);
  });

  test('are refused in the stacks that have them, and not in a third one', () => {
    const app = Testing.app();
    const [one, other, third] = ['One', 'Other', 'Third'].map((id) => newStack(id, undefined, app));
    plain(one, 'Account', 'azurerm_storage_account', { ...GROUP, name: 'stchat' });
    plain(other, 'Account', 'azurerm_storage_account', { ...GROUP, resource_group_name: 'rg-other', name: 'stchat' });
    [one, other, third].forEach(
      (stack, i) => new ResourceGroup(stack, 'Group', { name: `rg-${i}`, location: 'centralus' }),
    );
    [one, other].forEach((stack) => expect(messageOf(() => synth(stack))).toContain('[storage/name-conflict]'));
    expect(() => synth(third)).not.toThrow();
  });

  test('are not judged in a stack without a construct of the library', () => {
    const stack = newStack();
    ['One', 'Other'].forEach((id) => plain(stack, id, 'azurerm_storage_account', { ...GROUP, name: 'stchat' }));
    expect(() => synth(stack)).not.toThrow();
  });
});

test('a stack that takes the place of one that was removed is judged too', () => {
  const app = Testing.app();
  for (let round = 0; round < 2; round++) {
    app.node.tryRemoveChild('Prod');
    const stack = newStack('Prod', undefined, app);
    ['One', 'Other'].forEach((id) => new ResourceGroup(stack, id, { name: 'rg', location: 'centralus' }));
    expect(messageOf(() => synth(stack))).toContain('[core/duplicate-name]');
  }
});
