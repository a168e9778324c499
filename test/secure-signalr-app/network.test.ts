import { TerraformStack } from 'cdktf';
import { AppNetwork, AppNetworkOptions, AppOutbound, core, dns, Naming, network, privatelink } from '../../src';
import { newApp, rules } from '../support/app';
import { newHub } from '../support/hub';
import { networkId, SUBNET_ID } from '../support/ids';
import { schemaViolations } from '../support/provider-schema';
import { newChat } from '../support/serverless';
import { messageOf, newStack, only, resources, synth, warnings } from '../support/synth';

const { DnsIntegration } = privatelink;
const ZONE = 'privatelink.service.signalr.net';

/** A network that somebody else owns. */
function existing(stack: TerraformStack) {
  const virtualNetworkId = '/subscriptions/0/resourceGroups/rg-net/providers/Microsoft.Network/virtualNetworks/vnet';
  return {
    virtualNetwork: network.VirtualNetwork.fromVirtualNetworkAttributes(stack, 'Network', {
      virtualNetworkId,
      virtualNetworkName: 'vnet',
      resourceGroupName: 'rg-net',
      location: 'centralus',
    }),
    integrationSubnet: network.Subnet.fromSubnetAttributes(stack, 'Apps', {
      subnetId: `${virtualNetworkId}/subnets/apps`,
      virtualNetworkId,
    }),
    privateEndpointSubnet: network.Subnet.fromSubnetAttributes(stack, 'Endpoints', {
      subnetId: `${virtualNetworkId}/subnets/endpoints`,
      virtualNetworkId,
    }),
  };
}

describe('AppNetwork.existing', () => {
  test('defines no network, and puts app and endpoint into the given subnets', () => {
    const stack = newStack();
    const options = existing(stack);
    const { chat } = newApp({ network: AppNetwork.existing(options) }, stack);
    const types = Object.keys(synth(stack).resource!);
    expect(types.filter((type) => /network|subnet/.test(type))).toEqual([
      'azurerm_private_dns_zone_virtual_network_link',
      'azurerm_signalr_service_network_acl',
    ]);
    expect(only(stack, 'azurerm_linux_web_app').virtual_network_subnet_id).toBe(options.integrationSubnet.subnetId);
    expect(only(stack, 'azurerm_private_endpoint').subnet_id).toBe(options.privateEndpointSubnet.subnetId);
    expect(only(stack, 'azurerm_private_dns_zone_virtual_network_link').virtual_network_id).toBe(
      options.virtualNetwork.virtualNetworkId,
    );
    expect(chat.integrationSecurityGroup).toBeUndefined();
    expect(schemaViolations(synth(stack))).toEqual([]);
  });

  test('puts the endpoint into the region of the app, where the subnet tells none', () => {
    const stack = newStack();
    const resourceGroup = core.ResourceGroup.fromResourceGroupAttributes(stack, 'Group', {
      resourceGroupId: '/subscriptions/0/resourceGroups/rg',
      resourceGroupName: 'rg',
      location: 'westeurope',
    });
    newApp({ network: AppNetwork.existing(existing(stack)), resourceGroup }, stack);
    expect(only(stack, 'azurerm_private_endpoint').location).toBe('centralus');
  });

  test('fails for a network in another region, and for a subnet of another network', () => {
    const stack = newStack();
    const options = existing(stack);
    const integrationSubnet = network.Subnet.fromSubnetAttributes(stack, 'Foreign', {
      subnetId: SUBNET_ID,
      virtualNetworkId: networkId('other'),
    });
    const foreign = AppNetwork.existing({ ...options, integrationSubnet });
    expect(messageOf(() => newApp({ location: 'eastus', network: foreign }, stack))).toBe(
      [
        'Prod/Chat/VirtualNetwork: [appservice/location] the app is in eastus, but its network Prod/Network is in centralus; use one region',
        `Prod/Chat/VirtualNetwork: [network/subnet-of-other-network] subnet Prod/Foreign is part of ${networkId('other')}, not of ${options.virtualNetwork.virtualNetworkId}; give the network that the app calls out through`,
      ].join('\n'),
    );
  });

  test('fails when app and endpoint are to share a subnet', () => {
    const stack = newStack();
    const options = existing(stack);
    const shared = { ...options, integrationSubnet: options.privateEndpointSubnet };
    expect(messageOf(() => newApp({ network: AppNetwork.existing(shared) }, stack))).toBe(
      'Prod/Chat/WebApp: [network/same-subnet] subnet Prod/Endpoints already holds private endpoints (Prod/Chat/SignalR/PrivateEndpoint) and cannot also hold apps; use another subnet',
    );
  });
});

describe('AppOutbound', () => {
  test('natGateway gives the app one public address, which the app waits for', () => {
    const { stack, chat } = newApp({ network: AppNetwork.define({ outbound: AppOutbound.natGateway() }) });
    expect(chat.natGateway?.resource.terraformResourceType).toBe('azurerm_nat_gateway');
    expect(only(stack, 'azurerm_public_ip').name).toBe('pip-chat-centralus');
    expect(only(stack, 'azurerm_nat_gateway').name).toBe('ng-chat-centralus');
    expect(only(stack, 'azurerm_subnet_nat_gateway_association').subnet_id).toBe(
      '${azurerm_subnet.Chat_VirtualNetwork_IntegrationSubnet.id}',
    );
    expect(only(stack, 'azurerm_linux_web_app').depends_on).toContain(
      'azurerm_subnet_nat_gateway_association.Chat_VirtualNetwork_IntegrationSubnet_NatGatewayAssociation',
    );
    expect(schemaViolations(synth(stack))).toEqual([]);
  });

  test('firewall sends everything but the own network to the firewall', () => {
    const { stack } = newApp({ network: AppNetwork.define({ outbound: AppOutbound.firewall('10.100.0.4') }) });
    expect(only(stack, 'azurerm_route')).toMatchObject({
      address_prefix: '0.0.0.0/0',
      next_hop_type: 'VirtualAppliance',
      next_hop_in_ip_address: '10.100.0.4',
    });
    expect(only(stack, 'azurerm_route_table').name).toBe('rt-chat-centralus');
    expect(only(stack, 'azurerm_subnet_route_table_association').subnet_id).toBe(
      '${azurerm_subnet.Chat_VirtualNetwork_IntegrationSubnet.id}',
    );
    expect(schemaViolations(synth(stack))).toEqual([]);
  });

  test('firewall leaves the routes of gateways in the subnet, or keeps them out', () => {
    const propagation = (outbound: AppOutbound) => {
      const { stack } = newApp({ network: AppNetwork.define({ outbound }) });
      expect(schemaViolations(synth(stack))).toEqual([]);
      return only(stack, 'azurerm_route_table').bgp_route_propagation_enabled;
    };
    expect(propagation(AppOutbound.firewall('10.100.0.4'))).toBe(true);
    expect(propagation(AppOutbound.firewall('10.100.0.4', { bgpRoutePropagation: false }))).toBe(false);
  });

  test('fails when the firewall has no address', () => {
    const define = () => newApp({ network: AppNetwork.define({ outbound: AppOutbound.firewall('firewall') }) });
    expect(messageOf(define)).toBe(
      'Prod/Chat/VirtualNetwork: [network/route-next-hop] route default: "firewall" is not an IPv4 address; give the address of the appliance, such as 10.0.1.4',
    );
  });
});

describe('AppNetwork.define', () => {
  test('adds rules to those of each subnet', () => {
    const rule = (name: string, priority: number, direction: network.RuleDirection) =>
      network.SecurityRule.deny({ name, priority, direction });
    const { stack } = newApp({
      network: AppNetwork.define({
        integrationRules: [rule('DenyInternet', 4000, network.RuleDirection.OUTBOUND)],
        privateEndpointRules: [rule('DenyGuests', 90 + 60, network.RuleDirection.INBOUND)],
      }),
    });
    expect(rules(stack, 'Chat_IntegrationSecurityGroup').map(([name]) => name)).toContain(
      'Outbound 4000 Deny DenyInternet',
    );
    expect(rules(stack, 'Chat_PrivateEndpointSecurityGroup').map(([name]) => name)).toContain(
      'Inbound 150 Deny DenyGuests',
    );
  });

  const rangesOf = (options: AppNetworkOptions) => {
    const { stack } = newApp({ network: AppNetwork.define(options) });
    return resources(stack, 'azurerm_subnet').map(({ address_prefixes: [range] }) => range);
  };

  test('keeps a subnet with a fixed range where it is, whatever the length of the other', () => {
    const privateEndpointAddressPrefix = '10.0.0.64/27';
    expect(rangesOf({ privateEndpointAddressPrefix })).toEqual(rangesOf({}));
    expect(rangesOf({ privateEndpointAddressPrefix, integrationPrefixLength: 25 })).toEqual([
      '10.0.0.128/25',
      privateEndpointAddressPrefix,
    ]);
    expect(rangesOf({ integrationAddressPrefix: '10.0.0.0/28' })).toEqual(['10.0.0.0/28', '10.0.0.32/27']);
    const both = { integrationAddressPrefix: '10.0.0.128/26', privateEndpointAddressPrefix };
    expect(rangesOf(both)).toEqual(['10.0.0.128/26', privateEndpointAddressPrefix]);
    const { stack } = newApp({ network: AppNetwork.define(both) });
    expect(JSON.stringify(rules(stack, 'Chat_PrivateEndpointSecurityGroup'))).toContain('10.0.0.128/26');
    expect(schemaViolations(synth(stack))).toEqual([]);
  });

  test('refuses a fixed range with a length, outside of the network, over another, and too small for an app', () => {
    const refused = (options: AppNetworkOptions) => messageOf(() => rangesOf(options));
    const path = 'Prod/Chat/VirtualNetwork:';
    expect(refused({ privateEndpointAddressPrefix: '10.0.0.64/27', privateEndpointPrefixLength: 27 })).toBe(
      `${path} [network/range-and-length] privateEndpointAddressPrefix and privateEndpointPrefixLength given; the range has a length, so leave privateEndpointPrefixLength out`,
    );
    expect(refused({ integrationAddressPrefix: '10.1.0.0/26' })).toBe(
      `${path} [network/subnet-outside] 10.1.0.0/26 is outside the address space 10.0.0.0/24; choose a range inside it`,
    );
    expect(
      refused({ integrationAddressPrefix: '10.0.0.0/26', privateEndpointAddressPrefix: '10.0.0.32/27' }),
    ).toContain('[network/subnet-overlap]');
    expect(refused({ integrationAddressPrefix: '10.0.0.0/29' })).toBe(
      `${path} [network/integration-subnet-size] a /29 given for the app's subnet; use /28 or wider, and /26 to scale out`,
    );
  });

  test('has DNS servers of its own, and fails when nobody said that they forward the zone', () => {
    const custom = { network: AppNetwork.define({ dnsServers: ['10.100.0.10'] }) };
    expect(messageOf(() => synth(newApp(custom).stack))).toContain('[Prod/Chat/SignalR] [dns/custom-servers]');
    const { stack } = newApp({ ...custom, dns: DnsIntegration.managedByPolicy() });
    expect(only(stack, 'azurerm_virtual_network').dns_servers).toEqual(['10.100.0.10']);
  });
});

describe('addSubnet', () => {
  const options = { name: 'snet-jobs', addressRange: network.AddressRange.prefixLength(28) };

  test('adds a subnet to the new network of an architecture, after its own', () => {
    const before = newApp({});
    const { stack, chat } = newApp({});
    const networkSecurityGroup = chat.integrationSecurityGroup;
    const subnet = chat.addSubnet('Jobs', { ...options, networkSecurityGroup });
    expect(subnet.node.path).toBe('Prod/Chat/VirtualNetwork/Jobs');
    const subnets = resources(stack, 'azurerm_subnet');
    const added = subnets.find(({ name }) => name === 'snet-jobs')!;
    expect(subnets.filter((each) => each !== added)).toEqual(resources(before.stack, 'azurerm_subnet'));
    expect(added).toMatchObject({
      address_prefixes: ['10.0.0.96/28'],
      virtual_network_name: '${azurerm_virtual_network.Chat_VirtualNetwork.name}',
    });
    expect(schemaViolations(synth(stack))).toEqual([]);
    expect(newChat({}).chat.addSubnet('Jobs', options).addressPrefix).toBe('10.0.0.96/28');
  });

  test('fails for a network that exists', () => {
    const stack = newStack();
    const { chat } = newApp({ network: AppNetwork.existing(existing(stack)) }, stack);
    expect(messageOf(() => chat.addSubnet('Jobs', options))).toBe(
      'Prod/Chat: [network/existing-network] subnet Jobs is asked of the architecture, but its network is given with AppNetwork.existing(...); use new Subnet(...), or addSubnet of the network itself',
    );
  });
});

describe('dns', () => {
  const hubZone = (stack: TerraformStack) => {
    const resourceGroup = new core.ResourceGroup(stack, 'Hub', { name: 'rg-hub', location: 'centralus' });
    return new dns.PrivateDnsZone(stack, 'HubZone', { zoneName: ZONE, resourceGroup });
  };

  test('a given zone gets a link to the network of the app, before the endpoint', () => {
    const stack = newStack();
    const { chat } = newApp({ dns: DnsIntegration.zone(hubZone(stack)) }, stack);
    expect(only(stack, 'azurerm_private_dns_zone_virtual_network_link')).toMatchObject({
      name: expect.stringMatching(/^link-vnet-chat-centralus-[0-9a-f]{6}$/),
      private_dns_zone_name: '${azurerm_private_dns_zone.HubZone.name}',
      virtual_network_id: '${azurerm_virtual_network.Chat_VirtualNetwork.id}',
    });
    expect(only(stack, 'azurerm_private_endpoint').depends_on).toContain(
      'azurerm_private_dns_zone_virtual_network_link.Chat_VirtualNetworkLink',
    );
    expect(chat.privateDnsZone?.node.path).toBe('Prod/HubZone');
  });

  test('a zone in the subscription of a hub gets its link there', () => {
    const stack = newStack();
    const provider = newHub(stack);
    const resourceGroup = new core.ResourceGroup(stack, 'Hub', { name: 'rg-hub', location: 'centralus', provider });
    const zone = new dns.PrivateDnsZone(stack, 'HubZone', { zoneName: ZONE, resourceGroup, provider });
    newApp({ dns: DnsIntegration.zone(zone) }, stack);
    expect(only(stack, 'azurerm_private_dns_zone_virtual_network_link').provider).toBe('azurerm.hub');
    expect(only(stack, 'azurerm_private_endpoint').provider).toBeUndefined();
  });

  test('a zone of another stack and subscription is linked from the stack of the app, by the given provider', () => {
    const stack = newStack();
    const hub = newStack('Hub', undefined, stack.node.root);
    newApp({ dns: DnsIntegration.zone(hubZone(hub), newHub(stack)) }, stack);
    expect(only(stack, 'azurerm_private_dns_zone_virtual_network_link').provider).toBe('azurerm.hub');
    expect(resources(hub, 'azurerm_private_dns_zone_virtual_network_link')).toEqual([]);
  });

  const importedZone = (stack: TerraformStack) =>
    dns.PrivateDnsZone.fromPrivateDnsZoneAttributes(stack, 'Zone', {
      zoneId: `/subscriptions/1/resourceGroups/rg-dns/providers/Microsoft.Network/privateDnsZones/${ZONE}`,
      zoneName: ZONE,
    });

  test('an existing zone is linked to a new network, which nobody can have linked yet', () => {
    const stack = newStack();
    newApp({ dns: DnsIntegration.zone(importedZone(stack)), tags: { team: 'chat' } }, stack);
    expect(only(stack, 'azurerm_private_dns_zone_virtual_network_link')).toEqual({
      name: expect.stringMatching(/^link-vnet-chat-centralus-[0-9a-f]{6}$/),
      private_dns_zone_name: ZONE,
      resource_group_name: expect.stringContaining('rg-dns'),
      virtual_network_id: '${azurerm_virtual_network.Chat_VirtualNetwork.id}',
      registration_enabled: false,
      tags: { team: 'chat' },
    });
  });

  test('an existing zone is not linked to an existing network, which may be linked already', () => {
    const stack = newStack();
    const zone = importedZone(stack);
    newApp({ network: AppNetwork.existing(existing(stack)), dns: DnsIntegration.zone(zone) }, stack);
    expect(resources(stack, 'azurerm_private_dns_zone_virtual_network_link')).toEqual([]);
    expect(only(stack, 'azurerm_private_endpoint').private_dns_zone_group.private_dns_zone_ids).toEqual([zone.zoneId]);
  });

  test('a new zone is linked to an existing network, of which a naming names nothing', () => {
    const stack = newStack();
    const naming = Naming.of({ virtualNetwork: 'not a name' });
    newApp({ network: AppNetwork.existing(existing(stack)), naming }, stack);
    expect(only(stack, 'azurerm_private_dns_zone_virtual_network_link').name).toBe('link-vnet-chat-centralus');
    expect(warnings(stack)).toEqual([
      '[core/name-unused] naming names virtualNetwork, but no resource has such a role; leave them out, or check the options',
    ]);
  });

  test('a link cannot have the provider of a zone in another stack', () => {
    const stack = newStack();
    const hub = newStack('Hub', undefined, stack.node.root);
    const resourceGroup = new core.ResourceGroup(hub, 'Group', { name: 'rg-hub', location: 'centralus' });
    const provider = newHub(hub);
    const zone = new dns.PrivateDnsZone(hub, 'Zone', { zoneName: ZONE, resourceGroup, provider });
    expect(messageOf(() => newApp({ dns: DnsIntegration.zone(zone) }, stack))).toBe(
      `Hub/Zone: [dns/provider] the link is defined in Prod, but the provider of the zone, ${provider.node.path}, is in another stack; give a provider of the link's own stack for the zone's subscription, with DnsIntegration.zone(zone, provider)`,
    );
  });

  test('custom servers need no link to the network of the app', () => {
    const stack = newStack();
    newApp(
      {
        network: AppNetwork.define({ dnsServers: ['10.100.0.10'] }),
        dns: DnsIntegration.customServers(hubZone(stack)),
      },
      stack,
    );
    expect(resources(stack, 'azurerm_private_dns_zone_virtual_network_link')).toEqual([]);
  });

  test.each([DnsIntegration.managedByPolicy(), DnsIntegration.recordsOnly()])('%# defines no zone', (integration) => {
    const { stack, chat } = newApp({ dns: integration });
    expect(resources(stack, 'azurerm_private_dns_zone')).toEqual([]);
    expect(only(stack, 'azurerm_private_endpoint').private_dns_zone_group).toBeUndefined();
    expect(chat.privateDnsZone).toBeUndefined();
    expect(chat.privateEndpoint.dnsRecords).toHaveLength(1);
  });
});
