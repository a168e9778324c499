import { AzurermProvider } from '@cdktf/provider-azurerm/lib/provider';
import { TerraformOutput, TerraformVariable } from 'cdktf';
import { DnsResolverInboundEndpoint, DnsResolverOutboundEndpoint, PrivateDnsResolver } from '../../src/dns';
import { AddressRange, NetworkSecurityGroup, Subnet, SubnetDelegation } from '../../src/network';
import { armId, NETWORK_ID, networkId, SUBNET_ID } from '../support/ids';
import { schemaViolations } from '../support/provider-schema';
import { addResolverSubnet, newResolver } from '../support/resolver';
import { messageOf, newStack, only, problemsOf, readable, synth } from '../support/synth';

const RESOLVER_ID = armId('Microsoft.Network/dnsResolvers', 'resolver');

describe('DnsResolverInboundEndpoint', () => {
  test('gets its address from Azure and tells it', () => {
    const { stack, virtualNetwork, resolver } = newResolver();
    const subnet = addResolverSubnet(virtualNetwork);
    const endpoint = resolver.addInboundEndpoint('In', { name: 'in-test', subnet });
    new TerraformOutput(stack, 'Address', { value: endpoint.ipAddress });
    expect(only(stack, 'azurerm_private_dns_resolver_inbound_endpoint')).toEqual({
      name: 'in-test',
      private_dns_resolver_id: '${azurerm_private_dns_resolver.Resolver.id}',
      location: 'centralus',
      ip_configurations: {
        subnet_id: '${azurerm_subnet.Network_Dns.id}',
        private_ip_allocation_method: 'Dynamic',
      },
    });
    expect(readable(stack).output!.Address.value).toBe(
      '${azurerm_private_dns_resolver_inbound_endpoint.Resolver_In.ip_configurations[0].private_ip_address}',
    );
    expect(schemaViolations(synth(stack))).toEqual([]);
  });

  test.each(['10.0.0.4', '10.0.0.14'])('takes the fixed address %s of its subnet', (privateIpAddress) => {
    const { stack, virtualNetwork, resolver } = newResolver();
    const subnet = addResolverSubnet(virtualNetwork);
    resolver.addInboundEndpoint('In', { name: 'in-test', subnet, privateIpAddress });
    expect(only(stack, 'azurerm_private_dns_resolver_inbound_endpoint').ip_configurations).toEqual({
      subnet_id: '${azurerm_subnet.Network_Dns.id}',
      private_ip_address: privateIpAddress,
      private_ip_allocation_method: 'Static',
    });
    expect(schemaViolations(synth(stack))).toEqual([]);
  });

  test.each([
    ['10.0.0', '"10.0.0" is not an IPv4 address; use one such as 10.0.0.4'],
    ['10.0.1.4', '10.0.1.4 is outside 10.0.0.0/28 of subnet Prod/Network/Dns; use an address inside'],
    [
      '10.0.0.3',
      '10.0.0.3 is among the first four addresses or the last of 10.0.0.0/28, which Azure reserves; use another address',
    ],
    [
      '10.0.0.15',
      '10.0.0.15 is among the first four addresses or the last of 10.0.0.0/28, which Azure reserves; use another address',
    ],
  ])('fails with the fixed address %s', (privateIpAddress, message) => {
    const { virtualNetwork, resolver } = newResolver();
    const subnet = addResolverSubnet(virtualNetwork);
    expect(messageOf(() => resolver.addInboundEndpoint('In', { name: 'in-test', subnet, privateIpAddress }))).toBe(
      `Prod/Resolver/In: [dns/static-ip] ${message}`,
    );
  });

  test('waits for what is attached to its subnet', () => {
    const { stack, resourceGroup, virtualNetwork, resolver } = newResolver();
    const subnet = virtualNetwork.addSubnet('Dns', {
      name: 'dns',
      addressRange: AddressRange.prefixLength(28),
      delegation: SubnetDelegation.DNS_RESOLVERS,
      networkSecurityGroup: new NetworkSecurityGroup(stack, 'Nsg', { name: 'nsg-test', resourceGroup }),
    });
    resolver.addInboundEndpoint('In', { name: 'in-test', subnet });
    expect(only(stack, 'azurerm_private_dns_resolver_inbound_endpoint').depends_on).toEqual([
      expect.stringMatching(/^azurerm_subnet_network_security_group_association\./),
    ]);
  });

  test('does not judge what is not known', () => {
    const { stack, resolver } = newResolver();
    const name = new TerraformVariable(stack, 'name', {}).stringValue;
    const range = new TerraformVariable(stack, 'range', {}).stringValue;
    const privateIpAddress = new TerraformVariable(stack, 'address', {}).stringValue;
    const subnet = Subnet.fromSubnetAttributes(stack, 'Subnet', { subnetId: SUBNET_ID, virtualNetworkId: NETWORK_ID });
    const other = { subnetId: `${NETWORK_ID}/subnets/other`, virtualNetworkId: NETWORK_ID, addressPrefix: range };
    const otherSubnet = Subnet.fromSubnetAttributes(stack, 'Other', other);
    resolver.addInboundEndpoint('In', { name, subnet, privateIpAddress: '10.0.0.1' });
    resolver.addInboundEndpoint('More', { name, subnet: otherSubnet, privateIpAddress });
    expect(Object.keys(readable(stack).resource!.azurerm_private_dns_resolver_inbound_endpoint)).toHaveLength(2);
  });

  test('may join an existing resolver, with a provider of its own', () => {
    const { stack, virtualNetwork } = newResolver();
    const privateDnsResolver = PrivateDnsResolver.fromPrivateDnsResolverAttributes(stack, 'Existing', {
      privateDnsResolverId: RESOLVER_ID,
    });
    new DnsResolverInboundEndpoint(stack, 'In', {
      name: 'in-test',
      privateDnsResolver,
      subnet: addResolverSubnet(virtualNetwork),
      provider: new AzurermProvider(stack, 'hub', { alias: 'hub', features: [{}] }),
    });
    expect(only(stack, 'azurerm_private_dns_resolver_inbound_endpoint')).toMatchObject({
      private_dns_resolver_id: RESOLVER_ID,
      location: 'centralus',
      provider: 'azurerm.hub',
    });
  });

  test('may be an existing one', () => {
    const stack = newStack();
    const attributes = {
      inboundEndpointId: armId('Microsoft.Network/dnsResolvers/inboundEndpoints', 'resolver', 'in'),
      ipAddress: '10.0.0.4',
    };
    const endpoint = DnsResolverInboundEndpoint.fromDnsResolverInboundEndpointAttributes(stack, 'In', attributes);
    expect(endpoint).toMatchObject(attributes);
  });
});

describe('DnsResolverOutboundEndpoint', () => {
  test('joins its subnet', () => {
    const { stack, virtualNetwork, resolver } = newResolver();
    resolver.addOutboundEndpoint('Out', { name: 'out-test', subnet: addResolverSubnet(virtualNetwork, 'Dns', 24) });
    expect(only(stack, 'azurerm_private_dns_resolver_outbound_endpoint')).toEqual({
      name: 'out-test',
      private_dns_resolver_id: '${azurerm_private_dns_resolver.Resolver.id}',
      location: 'centralus',
      subnet_id: '${azurerm_subnet.Network_Dns.id}',
    });
    expect(only(stack, 'azurerm_subnet').delegation).toEqual([
      {
        name: 'delegation',
        service_delegation: {
          name: 'Microsoft.Network/dnsResolvers',
          actions: ['Microsoft.Network/virtualNetworks/subnets/join/action'],
        },
      },
    ]);
    expect(schemaViolations(synth(stack))).toEqual([]);
  });

  test('fails in a subnet that another endpoint uses', () => {
    const { stack, virtualNetwork, resolver } = newResolver();
    const subnet = addResolverSubnet(virtualNetwork);
    resolver.addInboundEndpoint('In', { name: 'in-test', subnet });
    resolver.addOutboundEndpoint('Out', { name: 'out-test', subnet });
    expect(problemsOf(stack)).toEqual([
      '[dns/resolver-subnet] Prod/Resolver/In/Resource and Prod/Resolver/Out/Resource are resolver endpoints in one subnet; give each its own subnet',
    ]);
  });

  test('fails in a subnet without delegation, or of a wrong size or network, and reports all at once', () => {
    const stack = newStack();
    const privateDnsResolver = PrivateDnsResolver.fromPrivateDnsResolverAttributes(stack, 'Resolver', {
      privateDnsResolverId: RESOLVER_ID,
      virtualNetworkId: networkId('a'),
    });
    const subnet = Subnet.fromSubnetAttributes(stack, 'Subnet', {
      subnetId: SUBNET_ID,
      virtualNetworkId: networkId('b'),
      addressPrefix: '10.0.0.0/29',
      delegation: SubnetDelegation.NONE,
    });
    const bad = { name: '', privateDnsResolver, subnet, tags: { '': '' } };
    expect(messageOf(() => new DnsResolverOutboundEndpoint(stack, 'Out', bad))).toBe(
      [
        'Prod/Out: [dns/name] "" is not an endpoint name; use 1 to 80 letters, digits, dashes, underscores or periods, beginning with a letter or digit',
        'Prod/Out: [dns/resolver-subnet] subnet Prod/Subnet is delegated to no service; delegate it to Microsoft.Network/dnsResolvers',
        'Prod/Out: [dns/resolver-subnet] subnet Prod/Subnet is a /29; endpoints of a resolver need /28 to /24',
        `Prod/Out: [dns/resolver-subnet] subnet Prod/Subnet is part of ${networkId('b')}, but the resolver is in ${networkId('a')}; use a subnet of that network`,
        'Prod/Out: [dns/location] the regions of resolver Prod/Resolver and subnet Prod/Subnet are not known; give location to one of them',
        'Prod/Out: [core/tags] a tag name is empty; give the tag a name or remove it',
      ].join('\n'),
    );
  });

  test('fails in a subnet that is too wide or of another service', () => {
    const { virtualNetwork, resolver } = newResolver();
    const subnet = virtualNetwork.addSubnet('Apps', {
      name: 'apps',
      addressRange: AddressRange.prefixLength(23),
      delegation: SubnetDelegation.WEB_SERVER_FARMS,
    });
    expect(messageOf(() => resolver.addOutboundEndpoint('Out', { name: 'out-test', subnet }))).toBe(
      [
        'Prod/Resolver/Out: [dns/resolver-subnet] subnet Prod/Network/Apps is delegated to Microsoft.Web/serverFarms; delegate it to Microsoft.Network/dnsResolvers',
        'Prod/Resolver/Out: [dns/resolver-subnet] subnet Prod/Network/Apps is a /23; endpoints of a resolver need /28 to /24',
      ].join('\n'),
    );
  });

  test('compares networks without regard to letter case', () => {
    const stack = newStack();
    const privateDnsResolver = PrivateDnsResolver.fromPrivateDnsResolverAttributes(stack, 'Resolver', {
      privateDnsResolverId: RESOLVER_ID,
      virtualNetworkId: NETWORK_ID,
      location: 'centralus',
    });
    const subnet = Subnet.fromSubnetAttributes(stack, 'Subnet', {
      subnetId: SUBNET_ID,
      virtualNetworkId: NETWORK_ID.toLowerCase(),
    });
    const endpoint = new DnsResolverOutboundEndpoint(stack, 'Out', { name: 'out', privateDnsResolver, subnet });
    expect(endpoint.location).toBe('centralus');
  });

  test('may be an existing one', () => {
    const attributes = {
      outboundEndpointId: armId('Microsoft.Network/dnsResolvers/outboundEndpoints', 'resolver', 'out'),
      location: 'centralus',
    };
    const scope = newStack();
    const endpoint = DnsResolverOutboundEndpoint.fromDnsResolverOutboundEndpointAttributes(scope, 'Out', attributes);
    expect(endpoint).toMatchObject(attributes);
  });
});
