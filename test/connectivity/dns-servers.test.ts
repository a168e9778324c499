import {
  NetworkSecurityGroup,
  NetworkSecurityGroupSecurityRule,
} from '@cdktf/provider-azurerm/lib/network-security-group';
import { PrivateDnsResolver } from '@cdktf/provider-azurerm/lib/private-dns-resolver';
import { PrivateDnsResolverDnsForwardingRuleset } from '@cdktf/provider-azurerm/lib/private-dns-resolver-dns-forwarding-ruleset';
import { PrivateDnsResolverForwardingRule } from '@cdktf/provider-azurerm/lib/private-dns-resolver-forwarding-rule';
import { PrivateDnsResolverOutboundEndpoint } from '@cdktf/provider-azurerm/lib/private-dns-resolver-outbound-endpoint';
import { PrivateDnsResolverVirtualNetworkLink } from '@cdktf/provider-azurerm/lib/private-dns-resolver-virtual-network-link';
import { PrivateDnsZoneVirtualNetworkLink } from '@cdktf/provider-azurerm/lib/private-dns-zone-virtual-network-link';
import { RouteTable } from '@cdktf/provider-azurerm/lib/route-table';
import { Subnet } from '@cdktf/provider-azurerm/lib/subnet';
import { SubnetNetworkSecurityGroupAssociation } from '@cdktf/provider-azurerm/lib/subnet-network-security-group-association';
import { SubnetRouteTableAssociation } from '@cdktf/provider-azurerm/lib/subnet-route-table-association';
import { TerraformVariable } from 'cdktf';
import { addInbound, addNetwork, answerOf, pathOf, peer } from '../support/answers';
import { newPlainChat, PlainChatOptions } from '../support/plain-chat';

const INBOUND_IP = '10.1.0.4';
const PLACE = { resourceGroupName: 'rg', location: 'centralus' };

const ALLOWED = 'allowed nac/allowed';
const UNREACHABLE = 'denied dns/server-unreachable';

/**
 * A spoke with the app and the endpoint, and a hub whose resolver finds the name: the zone is linked to the hub alone. The
 * networks are not peered.
 */
function newHubAndSpoke(options: PlainChatOptions = {}) {
  const chat = newPlainChat({ ...options, hasLink: false });
  const hub = addNetwork(chat.stack, 'Hub', '10.1.0.0/24');
  new PrivateDnsZoneVirtualNetworkLink(chat.stack, 'HubLink', {
    name: 'hub',
    resourceGroupName: 'rg',
    privateDnsZoneName: chat.zone.name,
    virtualNetworkId: hub.network.id,
  });
  const inbound = addInbound(chat.stack, hub.network, hub.subnet, INBOUND_IP);
  return { ...chat, spoke: chat.network, hub: hub.network, hubSubnet: hub.subnet, inbound };
}

type Parts = ReturnType<typeof newHubAndSpoke>;

const ALLOW_ALL = {
  access: 'Allow',
  protocol: '*',
  sourceAddressPrefix: '*',
  sourcePortRange: '*',
  destinationAddressPrefix: '*',
  destinationPortRange: '*',
};
const rule = (
  name: string,
  priority: number,
  direction: string,
  changes: Partial<NetworkSecurityGroupSecurityRule>,
): NetworkSecurityGroupSecurityRule => ({ ...ALLOW_ALL, name, priority, direction, ...changes });
const deny = (direction: string, changes: Partial<NetworkSecurityGroupSecurityRule> = {}) =>
  rule('deny', 4096, direction, { access: 'Deny', ...changes });
const HTTPS = rule('https', 100, 'Outbound', { protocol: 'Tcp', destinationPortRange: '443' });

/** Attaches a security group with some rules to a subnet. */
function guard({ stack }: Parts, subnet: Subnet, ...securityRule: NetworkSecurityGroupSecurityRule[]): void {
  const group = new NetworkSecurityGroup(stack, 'Guard', { ...PLACE, name: 'guard', securityRule });
  new SubnetNetworkSecurityGroupAssociation(stack, 'Guards', {
    subnetId: subnet.id,
    networkSecurityGroupId: group.id,
  });
}

describe('a resolver in another network', () => {
  test.each<[string, (parts: Parts) => string[]]>([
    ['its address', () => [INBOUND_IP]],
    ['a reference', ({ inbound }) => [inbound.ipConfigurations.privateIpAddress]],
    ['its address, twice', () => [INBOUND_IP, INBOUND_IP]],
  ])('answers only where the networks are peered, by %s', (_, servers) => {
    const parts = newHubAndSpoke();
    const { stack, app, service, hub, spoke } = parts;
    spoke.dnsServers = servers(parts);
    expect(answerOf(app, service)).toBe(UNREACHABLE);
    peer(stack, spoke, hub);
    expect(answerOf(app, service)).toBe(ALLOWED);
  });

  test('does not answer an app that names it in a setting, without a peering', () => {
    const { stack, app, service, hub, spoke } = newHubAndSpoke();
    app.appSettings = { WEBSITE_DNS_SERVER: INBOUND_IP };
    expect(answerOf(app, service)).toBe(UNREACHABLE);
    peer(stack, spoke, hub);
    expect(answerOf(app, service)).toBe(ALLOWED);
  });

  test('does not answer where one direction of the peering is missing', () => {
    const { stack, app, service, hub, spoke } = newHubAndSpoke();
    spoke.dnsServers = [INBOUND_IP];
    peer(stack, spoke, hub);
    stack.node.tryRemoveChild('HubToNetwork');
    expect(answerOf(app, service)).toBe(UNREACHABLE);
  });

  test('may not answer where only Terraform knows whether the networks are peered', () => {
    const { stack, app, service, hub, spoke } = newHubAndSpoke();
    spoke.dnsServers = [INBOUND_IP];
    peer(stack, spoke, hub);
    const hasPeering = new TerraformVariable(stack, 'has_peering', {});
    ['HubToNetwork', 'NetworkToHub'].forEach((id) =>
      (stack.node.findChild(id) as Subnet).addOverride('count', hasPeering.value),
    );
    const { verdict, reason } = pathOf(app, service);
    expect(verdict).toBe('unknown');
    expect(reason).toContain('var.has_peering');
  });

  test('names the server and the network that asks it', () => {
    const { app, service, spoke } = newHubAndSpoke();
    spoke.dnsServers = [INBOUND_IP];
    const { reason } = pathOf(app, service);
    expect(reason).toContain('Prod/HubInbound');
    expect(reason).toContain('Prod/Network');
  });

  test('with the address of another network is not the one that a network asks', () => {
    const { stack, app, service, spoke } = newHubAndSpoke();
    spoke.dnsServers = [INBOUND_IP];
    const near = addNetwork(stack, 'Near', '10.1.0.0/24');
    peer(stack, spoke, near.network);
    expect(pathOf(app, service).verdict).not.toBe('allowed');
  });
});

describe('a security group', () => {
  const newPeered = () => {
    const parts = newHubAndSpoke();
    parts.spoke.dnsServers = [INBOUND_IP];
    peer(parts.stack, parts.spoke, parts.hub);
    return parts;
  };
  const IN_53 = { protocol: '*', destinationPortRange: '53' };

  test.each<[string, NetworkSecurityGroupSecurityRule[], string]>([
    ['denies all', [deny('Inbound')], UNREACHABLE],
    ['denies port 53', [deny('Inbound', IN_53)], UNREACHABLE],
    ['denies UDP', [deny('Inbound', { protocol: 'Udp' })], UNREACHABLE],
    ['denies the range of the apps', [deny('Inbound', { sourceAddressPrefix: '10.0.0.0/26' })], UNREACHABLE],
    [
      'allows port 443 alone',
      [rule('https', 100, 'Inbound', { destinationPortRange: '443' }), deny('Inbound')],
      UNREACHABLE,
    ],
    ['allows port 53 first', [rule('dns', 100, 'Inbound', IN_53), deny('Inbound')], ALLOWED],
    [
      'allows the network first',
      [rule('vnet', 100, 'Inbound', { sourceAddressPrefix: 'VirtualNetwork' }), deny('Inbound')],
      ALLOWED,
    ],
    ['denies port 443', [deny('Inbound', { destinationPortRange: '443' })], ALLOWED],
    ['denies what goes out', [deny('Outbound')], ALLOWED],
    ['has no rules', [], ALLOWED],
  ])('of the subnet of the resolver that %s', (_, rules, expected) => {
    const parts = newPeered();
    guard(parts, parts.hubSubnet, ...rules);
    expect(answerOf(parts.app, parts.service)).toBe(expected);
  });

  test.each<[string, NetworkSecurityGroupSecurityRule[], string]>([
    ['allows port 443 alone', [HTTPS, deny('Outbound')], UNREACHABLE],
    ['denies port 53', [deny('Outbound', IN_53)], UNREACHABLE],
    ['denies the range of the hub', [deny('Outbound', { destinationAddressPrefix: '10.1.0.0/16' })], UNREACHABLE],
    ['allows ports 443 and 53', [HTTPS, rule('dns', 101, 'Outbound', IN_53), deny('Outbound')], ALLOWED],
    [
      'allows port 53 elsewhere',
      [HTTPS, rule('dns', 101, 'Outbound', { ...IN_53, destinationAddressPrefix: '10.2.0.4' }), deny('Outbound')],
      UNREACHABLE,
    ],
  ])('of the subnet of the app that %s', (_, rules, expected) => {
    const parts = newPeered();
    guard(parts, parts.appSubnet, ...rules);
    expect(answerOf(parts.app, parts.service)).toBe(expected);
  });

  test('may not let queries through where only Terraform knows the access of a rule', () => {
    const parts = newPeered();
    const access = new TerraformVariable(parts.stack, 'dns_access', {}).stringValue;
    guard(parts, parts.hubSubnet, rule('dns', 100, 'Inbound', { ...IN_53, access }), deny('Inbound'));
    const { verdict, reason } = pathOf(parts.app, parts.service);
    expect(verdict).toBe('unknown');
    expect(reason).toContain('var.dns_access');
  });

  test('of the subnet of the app does not judge queries to the DNS of Azure', () => {
    for (const servers of [[], ['168.63.129.16']]) {
      const parts = newHubAndSpoke();
      parts.spoke.dnsServers = servers;
      new PrivateDnsZoneVirtualNetworkLink(parts.stack, 'SpokeLink', {
        name: 'spoke',
        resourceGroupName: 'rg',
        privateDnsZoneName: parts.zone.name,
        virtualNetworkId: parts.spoke.id,
      });
      guard(parts, parts.appSubnet, HTTPS, deny('Outbound'));
      expect(answerOf(parts.app, parts.service)).toBe(ALLOWED);
    }
  });
});

test('a route that drops what goes to the hub keeps queries from the resolver', () => {
  const { stack, app, service, spoke, hub, appSubnet } = newHubAndSpoke();
  spoke.dnsServers = [INBOUND_IP];
  peer(stack, spoke, hub);
  const route = [{ name: 'drop', addressPrefix: '10.1.0.0/24', nextHopType: 'None' }];
  const table = new RouteTable(stack, 'Routes', { ...PLACE, name: 'routes', route });
  new SubnetRouteTableAssociation(stack, 'Routed', { subnetId: appSubnet.id, routeTableId: table.id });
  expect(answerOf(app, service)).toBe(UNREACHABLE);
});

describe('a forwarding ruleset', () => {
  /** The spoke asks Azure's DNS, and is linked to a ruleset whose outbound endpoint is in a third network. */
  function newRuleset() {
    const parts = newHubAndSpoke();
    const { stack, spoke } = parts;
    const exit = addNetwork(stack, 'Exit', '10.2.0.0/24');
    const resolver = new PrivateDnsResolver(stack, 'ExitResolver', {
      ...PLACE,
      name: 'exit',
      virtualNetworkId: exit.network.id,
    });
    const outbound = new PrivateDnsResolverOutboundEndpoint(stack, 'Outbound', {
      name: 'outbound',
      location: 'centralus',
      privateDnsResolverId: resolver.id,
      subnetId: exit.subnet.id,
    });
    const ruleset = new PrivateDnsResolverDnsForwardingRuleset(stack, 'Rules', {
      ...PLACE,
      name: 'rules',
      privateDnsResolverOutboundEndpointIds: [outbound.id],
    });
    const dnsForwardingRulesetId = ruleset.id;
    const forwarding = new PrivateDnsResolverForwardingRule(stack, 'Rule', {
      name: 'rule',
      dnsForwardingRulesetId,
      domainName: 'service.signalr.net.',
      targetDnsServers: [{ ipAddress: INBOUND_IP, port: 53 }],
    });
    new PrivateDnsResolverVirtualNetworkLink(stack, 'RulesLink', {
      name: 'spoke',
      dnsForwardingRulesetId,
      virtualNetworkId: spoke.id,
    });
    return { ...parts, exit: exit.network, exitSubnet: exit.subnet, forwarding };
  }

  test('forwards from the network of its outbound endpoint, which is peered with that of the server', () => {
    const { stack, app, service, exit, hub } = newRuleset();
    expect(answerOf(app, service)).toBe(UNREACHABLE);
    peer(stack, exit, hub);
    expect(answerOf(app, service)).toBe(ALLOWED);
  });

  test('does not forward from the network that asks, even where that is peered with that of the server', () => {
    const { stack, app, service, spoke, hub } = newRuleset();
    peer(stack, spoke, hub);
    expect(answerOf(app, service)).toBe(UNREACHABLE);
  });

  test('does not forward past a security group of the server', () => {
    const parts = newRuleset();
    peer(parts.stack, parts.exit, parts.hub);
    guard(parts, parts.hubSubnet, deny('Inbound'));
    expect(answerOf(parts.app, parts.service)).toBe(UNREACHABLE);
  });

  test('is not held up by a security group of the app', () => {
    const parts = newRuleset();
    peer(parts.stack, parts.exit, parts.hub);
    guard(parts, parts.appSubnet, HTTPS, deny('Outbound'));
    expect(answerOf(parts.app, parts.service)).toBe(ALLOWED);
  });

  test.each<[string, unknown, string]>([
    ['53', 53, ALLOWED],
    ['53, as text', '53', ALLOWED],
    ['another, at which a resolver does not answer', 5353, 'unknown dns/custom-servers'],
    ['one that only Terraform knows', '${var.port}', 'unknown dns/unknown'],
  ])('forwards to port %s', (_, port, expected) => {
    const { stack, app, service, exit, hub, forwarding } = newRuleset();
    peer(stack, exit, hub);
    new TerraformVariable(stack, 'port', {});
    forwarding.addOverride('target_dns_servers', [{ ip_address: INBOUND_IP, port }]);
    expect(answerOf(app, service)).toBe(expected);
    if (port === '${var.port}') expect(pathOf(app, service).reason).toContain('var.port');
  });
});
