import { AppServiceVirtualNetworkSwiftConnection } from '@cdktf/provider-azurerm/lib/app-service-virtual-network-swift-connection';
import { LogicAppStandard } from '@cdktf/provider-azurerm/lib/logic-app-standard';
import { NetworkSecurityGroup } from '@cdktf/provider-azurerm/lib/network-security-group';
import { RouteTable } from '@cdktf/provider-azurerm/lib/route-table';
import { answerOf, pathOf, statusesOf } from '../../support/answers';
import { newPlainChat } from '../../support/plain-chat';
import { inSubscription } from '../../support/synth';

const NETWORK_ID = '/subscriptions/0/resourceGroups/rg/providers/Microsoft.Network/virtualNetworks/VNET-cus';
const PLACE = { location: 'centralus', resourceGroupName: 'rg' };
const ALL = { source_port_range: '*', source_address_prefix: '*', destination_address_prefix: '*' };

/** The plain architecture with its two subnets as blocks of the network. */
function newInlineChat(
  change: (chat: ReturnType<typeof newPlainChat>) => { apps?: object; endpoints?: object } = () => ({}),
  idOf?: (name: string) => string,
) {
  const chat = newPlainChat();
  const changes = change(chat);
  inSubscription(chat.stack);
  ['AppSubnet', 'EndpointSubnet'].forEach((id) => chat.stack.node.tryRemoveChild(id));
  chat.network.addOverride('subnet', [
    { name: 'apps', address_prefixes: ['10.0.0.0/26'], ...changes.apps },
    { name: 'endpoints', address_prefixes: ['10.0.0.64/27'], ...changes.endpoints },
  ]);
  const id = idOf ?? ((name: string) => `${chat.network.id}/subnets/${name}`);
  chat.app.virtualNetworkSubnetId = id('apps');
  chat.endpoint!.subnetId = id('endpoints');
  return { ...chat, id };
}

/** Something to attach, which lets no HTTPS out, or in. */
function addGuard({ stack }: ReturnType<typeof newPlainChat>, direction: string) {
  const guard = new NetworkSecurityGroup(stack, 'Guard', { ...PLACE, name: 'guard' });
  guard.addOverride('security_rule', [
    { ...ALL, name: 'no', priority: 100, direction, access: 'Deny', protocol: '*', destination_port_range: '*' },
  ]);
  return guard;
}

test.each<[string, ((name: string) => string) | undefined]>([
  ['below the id of their network', undefined],
  ['by their ids, in any letter case', (name) => `${NETWORK_ID}/subnets/${name.toUpperCase()}`],
])('subnets that are blocks of their network are read %s', (_, idOf) => {
  const chat = newInlineChat(undefined, idOf);
  expect(answerOf(chat.app, chat.service)).toBe('allowed nac/allowed');
  expect(statusesOf('APP1', chat.app)).toEqual(['compliant']);
  expect(statusesOf('DNS2', chat.zone)).toEqual(['compliant']);
});

const GOVERNED = { private_endpoint_network_policies: 'Enabled' };

test('a security group of such a subnet decides what leaves it, and what enters it by its policies', () => {
  const out = newInlineChat((chat) => ({ apps: { security_group: addGuard(chat, 'Outbound').id } }));
  expect(answerOf(out.app, out.service)).toBe('denied network/denied');
  const into = newInlineChat((chat) => ({ endpoints: { ...GOVERNED, security_group: addGuard(chat, 'Inbound').id } }));
  expect(answerOf(into.app, into.service)).toBe('denied network/denied');
  const free = newInlineChat((chat) => ({ endpoints: { security_group: addGuard(chat, 'Inbound').id } }));
  expect(answerOf(free.app, free.service)).toBe('allowed nac/allowed');
});

test('the routes of such a subnet decide', () => {
  const { app, service } = newInlineChat(({ stack }) => {
    const table = new RouteTable(stack, 'Table', { ...PLACE, name: 'table' });
    table.addOverride('route', [{ name: 'drop', address_prefix: '10.0.0.64/27', next_hop_type: 'None' }]);
    return { apps: { route_table_id: table.id }, endpoints: GOVERNED };
  });
  expect(pathOf(app, service).verdict).toBe('denied');
});

test('what is attached to such a subnet by an expression is not known', () => {
  const { app, service } = newInlineChat(() => ({ apps: { security_group: '${var.group}' } }));
  expect(pathOf(app, service).verdict).toBe('unknown');
});

test.each([
  [true, 'violated'],
  [false, 'not applicable'],
])('a rule judges a security group by the apps in such a subnet: %s', (isAttached, status) => {
  const { stack } = newInlineChat((chat) => {
    const { id } = addGuard(chat, 'Outbound');
    return isAttached ? { apps: { security_group: id } } : {};
  });
  expect(statusesOf('NET7', stack.node.findChild('Guard'))).toEqual([status]);
});

test('a Logic App calls out through the subnet of its connection', () => {
  const { stack, appSubnet, service } = newPlainChat();
  const logic = new LogicAppStandard(stack, 'Logic', {
    ...PLACE,
    name: 'logic',
    appServicePlanId: '/subscriptions/0/resourceGroups/rg/providers/Microsoft.Web/serverFarms/plan',
    storageAccountName: 'st',
    storageAccountAccessKey: '${var.key}',
  });
  expect(answerOf(logic, service)).toBe('denied network/no-subnet');
  new AppServiceVirtualNetworkSwiftConnection(stack, 'Swift', { appServiceId: logic.id, subnetId: appSubnet.id });
  expect(answerOf(logic, service)).toBe('allowed nac/allowed');
});

test('an app with two subnets is in one that is not known', () => {
  const chat = newPlainChat();
  const { stack, app, endpointSubnet, service } = chat;
  new AppServiceVirtualNetworkSwiftConnection(stack, 'Swift', { appServiceId: app.id, subnetId: endpointSubnet.id });
  expect(answerOf(app, service)).toBe('unknown dns/unknown');
});
