import { LinuxWebApp } from '@cdktf/provider-azurerm/lib/linux-web-app';
import { MonitorDiagnosticSetting } from '@cdktf/provider-azurerm/lib/monitor-diagnostic-setting';
import { NetworkSecurityGroup } from '@cdktf/provider-azurerm/lib/network-security-group';
import { PrivateDnsZone } from '@cdktf/provider-azurerm/lib/private-dns-zone';
import {
  PrivateDnsZoneVirtualNetworkLink,
  PrivateDnsZoneVirtualNetworkLinkConfig,
} from '@cdktf/provider-azurerm/lib/private-dns-zone-virtual-network-link';
import { PrivateEndpoint } from '@cdktf/provider-azurerm/lib/private-endpoint';
import { Subnet } from '@cdktf/provider-azurerm/lib/subnet';
import { SubnetNetworkSecurityGroupAssociation } from '@cdktf/provider-azurerm/lib/subnet-network-security-group-association';
import { TerraformCount, TerraformIterator, TerraformResource, TerraformVariable } from 'cdktf';
import { findingOf, findingsOf, statusesOf } from '../support/answers';
import { newPlainChat, PlainChatOptions } from '../support/plain-chat';

const ZONE = 'privatelink.service.signalr.net';
const PLACE = { resourceGroupName: 'rg', location: 'centralus' };

/** The plain architecture with a diagnostic setting. */
function newLoggedChat(options: PlainChatOptions = {}) {
  const chat = newPlainChat(options);
  const logs = new MonitorDiagnosticSetting(chat.stack, 'Logs', {
    name: 'logs',
    targetResourceId: chat.service.id,
    logAnalyticsWorkspaceId: '/subscriptions/0/resourceGroups/rg/providers/Microsoft.OperationalInsights/workspaces/l',
    enabledLog: [{ categoryGroup: 'allLogs' }],
  });
  return { ...chat, logs };
}

type Chat = ReturnType<typeof newLoggedChat>;

/** What a rule asks of the service, and the resource that answers it. */
const ANSWERS: [rule: string, what: string, part: (chat: Chat) => TerraformResource][] = [
  ['NAC1', 'the access control list', ({ acl }) => acl!],
  ['PE1', 'the private endpoint', ({ endpoint }) => endpoint!],
  ['LOG1', 'the diagnostic setting', ({ logs }) => logs],
];

describe.each(ANSWERS)('%s of %s', (rule, _, part) => {
  test.each<[string, (resource: TerraformResource, variable: TerraformVariable) => void]>([
    ['count = variable', (resource, { numberValue }) => (resource.count = TerraformCount.of(numberValue))],
    ['count = condition ? 1 : 0', (resource, { fqn }) => resource.addOverride('count', `\${${fqn} ? 1 : 0}`)],
    [
      'for_each over a variable',
      (resource, { listValue }) => (resource.forEach = TerraformIterator.fromList(listValue)),
    ],
    ['for_each over a set of a variable', (resource, { fqn }) => resource.addOverride('for_each', `\${toset(${fqn})}`)],
  ])('with %s is unknown, and names the variable', (__, repeat) => {
    const chat = newLoggedChat();
    repeat(part(chat), new TerraformVariable(chat.stack, 'given', {}));
    const { status, reason } = findingOf(rule, chat.service);
    expect(status).toBe('unknown');
    expect(reason).toContain('var.given');
  });

  test.each<[string, string, unknown]>([
    ['count', 'count', 1],
    ['count, as text', 'count', '${1}'],
    ['for_each over a known list', 'for_each', '${toset(["a"])}'],
    ['for_each over a known map', 'for_each', { a: 'b' }],
  ])('is compliant where %s has one', (__, name, value) => {
    const chat = newLoggedChat();
    part(chat).addOverride(name, value);
    expect(statusesOf(rule, chat.service)).toEqual(['compliant']);
  });

  test.each<[string, string, unknown]>([
    ['count', 'count', 0],
    ['for_each over an empty map', 'for_each', {}],
    ['for_each over an empty set', 'for_each', '${toset([])}'],
  ])('is violated where %s leaves it out', (__, name, value) => {
    const chat = newLoggedChat();
    part(chat).addOverride(name, value);
    expect(statusesOf(rule, chat.service)).toEqual(['violated']);
  });
});

describe('a list that is left out', () => {
  test.each(['NAC2', 'NAC3', 'NAC5', 'NAC6'])('is not judged by %s', (rule) => {
    const { acl } = newPlainChat();
    acl!.addOverride('count', 0);
    expect(statusesOf(rule, acl!)).toEqual([]);
  });

  test.each(['NAC2', 'NAC3', 'NAC5', 'NAC6'])('may be there where a variable decides, and %s judges it', (rule) => {
    const { stack, acl } = newPlainChat();
    acl!.count = TerraformCount.of(new TerraformVariable(stack, 'given', {}).numberValue);
    expect(statusesOf(rule, acl!)).toHaveLength(1);
  });
});

/** Subnets of one `for_each`, by name, in the network of the plain architecture. */
function newSubnets(prefixes: Record<string, string> = { app: '10.0.0.0/26', pe: '10.0.0.64/27' }) {
  const chat = newPlainChat();
  ['AppSubnet', 'EndpointSubnet'].forEach((id) => chat.stack.node.tryRemoveChild(id));
  const each = TerraformIterator.fromMap(prefixes);
  const subnets = new Subnet(chat.stack, 'Subnets', {
    forEach: each,
    name: each.key,
    resourceGroupName: 'rg',
    virtualNetworkName: chat.network.name,
    addressPrefixes: [each.value],
  });
  const idOf = (key: string) => `\${${subnets.terraformResourceType}.${subnets.friendlyUniqueId}["${key}"].id}`;
  const group = new NetworkSecurityGroup(chat.stack, 'Guard', { ...PLACE, name: 'guard' });
  const guard = (key: string) =>
    new SubnetNetworkSecurityGroupAssociation(chat.stack, `Guard-${key}`, {
      subnetId: idOf(key),
      networkSecurityGroupId: group.id,
    });
  chat.app.virtualNetworkSubnetId = idOf('app');
  chat.endpoint!.subnetId = idOf('pe');
  return { ...chat, subnets, idOf, guard };
}

describe('subnets of one for_each', () => {
  test('have no security group where only the other has one', () => {
    const { subnets, guard } = newSubnets();
    guard('app');
    const [finding, ...others] = findingsOf('NET1', subnets).filter(({ status }) => status !== 'compliant');
    expect(others).toEqual([]);
    expect(['violated', 'unknown']).toContain(finding?.status);
    expect(finding.path).toContain('pe');
  });

  test('have security groups where each has one', () => {
    const { subnets, guard } = newSubnets();
    ['app', 'pe'].forEach(guard);
    expect(new Set(statusesOf('NET1', subnets))).toEqual(new Set(['compliant']));
  });

  test('are two subnets: apps in one, endpoints in the other', () => {
    const { subnets } = newSubnets();
    expect(statusesOf('NET4', subnets)).not.toContain('violated');
    expect(statusesOf('NET4', subnets)).not.toEqual([]);
  });

  test('are one subnet where app and endpoint name the same key', () => {
    const { endpoint, subnets, idOf } = newSubnets();
    endpoint!.subnetId = idOf('app');
    expect(statusesOf('NET4', subnets)).toContain('violated');
  });

  test('by count are two subnets by their number', () => {
    const { stack, app, endpoint, network } = newPlainChat();
    const subnets = new Subnet(stack, 'Subnets', {
      count: 2,
      name: 'subnet-${count.index}',
      resourceGroupName: 'rg',
      virtualNetworkName: network.name,
      addressPrefixes: ['10.0.0.${count.index * 64}/27'],
    });
    const idOf = (index: number) => `\${azurerm_subnet.${subnets.friendlyUniqueId}[${index}].id}`;
    app.virtualNetworkSubnetId = idOf(0);
    endpoint!.subnetId = idOf(1);
    expect(statusesOf('NET4', subnets)).not.toContain('violated');
    endpoint!.subnetId = idOf(0);
    expect(statusesOf('NET4', subnets)).toContain('violated');
  });

  test('over a variable are not known to be one or two', () => {
    const { stack, subnets, endpoint } = newSubnets();
    const variable = new TerraformVariable(stack, 'subnets', { type: 'map(string)' });
    subnets.addOverride('for_each', variable.value);
    endpoint!.subnetId = `\${azurerm_subnet.${subnets.friendlyUniqueId}[var.key].id}`;
    expect(statusesOf('NET4', subnets)).toEqual(['unknown']);
  });

  test('have each a plan of their own, where apps of two plans are in two of them', () => {
    const { stack, subnets, idOf } = newSubnets({ app: '10.0.0.0/26', second: '10.0.0.128/26', pe: '10.0.0.64/27' });
    new LinuxWebApp(stack, 'Second', {
      ...PLACE,
      name: 'second',
      servicePlanId: '/subscriptions/0/resourceGroups/rg/providers/Microsoft.Web/serverFarms/other',
      siteConfig: {},
      virtualNetworkSubnetId: idOf('second'),
    });
    expect(statusesOf('NET4', subnets)).not.toContain('violated');
  });
});

describe('zones of one for_each', () => {
  /** Zones, and what is linked and recorded by their keys. */
  function newZones(forEach: object, hasLink: boolean, key: string = 'signalr') {
    const { stack, network, endpoint } = newPlainChat({ hasLink: false });
    stack.node.tryRemoveChild('Zone');
    const zones = new PrivateDnsZone(stack, 'Zones', { name: '${each.value}', resourceGroupName: 'rg' });
    zones.addOverride('for_each', forEach);
    const attribute = (name: string) => `\${azurerm_private_dns_zone.${zones.friendlyUniqueId}["${key}"].${name}}`;
    endpoint!.putPrivateDnsZoneGroup({ name: 'default', privateDnsZoneIds: [attribute('id')] });
    if (hasLink) {
      new PrivateDnsZoneVirtualNetworkLink(stack, 'Link', {
        name: 'link',
        resourceGroupName: 'rg',
        privateDnsZoneName: attribute('name'),
        virtualNetworkId: network.id,
      });
    }
    return zones;
  }

  const KNOWN = { signalr: ZONE, sites: 'privatelink.azurewebsites.net' };

  test('are linked where the link names the key', () => {
    const statuses = statusesOf('DNS2', newZones(KNOWN, true));
    expect(statuses).not.toContain('violated');
    expect(statuses).not.toEqual([]);
  });

  test.each<[string, (zones: PrivateDnsZone, address: string) => Partial<PrivateDnsZoneVirtualNetworkLinkConfig>]>([
    [
      'the same keys repeat',
      (_, address) => ({
        forEach: TerraformIterator.fromMap(KNOWN),
        privateDnsZoneName: `\${${address}[each.key].name}`,
      }),
    ],
    [
      'the zones repeat',
      (zones) => ({ forEach: TerraformIterator.fromResources(zones), privateDnsZoneName: '${each.value.name}' }),
    ],
    [
      'the same names repeat',
      () => ({ forEach: TerraformIterator.fromMap(KNOWN), privateDnsZoneName: '${each.value}' }),
    ],
    ['names the zone as text', () => ({ privateDnsZoneName: ZONE })],
  ])('are linked by a link that %s', (_, link) => {
    const { stack, network, endpoint } = newPlainChat({ hasLink: false });
    stack.node.tryRemoveChild('Zone');
    const forEach = TerraformIterator.fromMap(KNOWN);
    const zones = new PrivateDnsZone(stack, 'Zones', { forEach, name: forEach.value, resourceGroupName: 'rg' });
    const address = `azurerm_private_dns_zone.${zones.friendlyUniqueId}`;
    endpoint!.putPrivateDnsZoneGroup({ name: 'default', privateDnsZoneIds: [`\${${address}["signalr"].id}`] });
    new PrivateDnsZoneVirtualNetworkLink(stack, 'Link', {
      name: 'link',
      resourceGroupName: 'rg',
      virtualNetworkId: network.id,
      privateDnsZoneName: '',
      ...link(zones, address),
    });
    expect(statusesOf('DNS2', zones)).not.toContain('violated');
  });

  test('over a variable are unknown', () => {
    expect(statusesOf('DNS2', newZones('${var.zones}' as unknown as object, true))).toEqual(['unknown']);
  });

  test('without a link are not compliant', () => {
    expect(statusesOf('DNS2', newZones(KNOWN, false))).not.toEqual(['compliant']);
  });
});

describe('endpoints of one for_each', () => {
  test('leave a subnet without endpoints where no key leads there', () => {
    const { stack, service, endpointSubnet } = newPlainChat({ hasEndpoint: false });
    const each = TerraformIterator.fromMap({});
    new PrivateEndpoint(stack, 'Endpoints', {
      ...PLACE,
      forEach: each,
      name: each.key,
      subnetId: endpointSubnet.id,
      privateServiceConnection: { name: 'c', isManualConnection: false, privateConnectionResourceId: service.id },
    });
    expect(statusesOf('PE1', service)).toEqual(['violated']);
  });
});
