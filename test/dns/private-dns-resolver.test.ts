import { AzurermProvider } from '@cdktf/provider-azurerm/lib/provider';
import { TerraformVariable } from 'cdktf';
import { PrivateDnsResolver } from '../../src/dns';
import { VirtualNetwork } from '../../src/network';
import { armId, NETWORK_ID } from '../support/ids';
import { schemaViolations } from '../support/provider-schema';
import { addResolverSubnet, newResolver } from '../support/resolver';
import { messageOf, newGroup, newStack, only, problemsOf, synth } from '../support/synth';

const RESOLVER_ID = armId('Microsoft.Network/dnsResolvers', 'resolver');

describe('PrivateDnsResolver', () => {
  test('lies in the region of its network', () => {
    const { stack, resourceGroup } = newGroup();
    const virtualNetwork = VirtualNetwork.fromVirtualNetworkAttributes(stack, 'Network', {
      virtualNetworkId: NETWORK_ID,
      virtualNetworkName: 'vnet-hub',
      resourceGroupName: 'rg-hub',
      location: 'westeurope',
    });
    const tags = { owner: 'hub' };
    const resolver = new PrivateDnsResolver(stack, 'Resolver', {
      name: 'dnspr-test',
      resourceGroup,
      virtualNetwork,
      tags,
    });
    expect(only(stack, 'azurerm_private_dns_resolver')).toEqual({
      name: 'dnspr-test',
      location: 'westeurope',
      resource_group_name: '${azurerm_resource_group.Group.name}',
      virtual_network_id: NETWORK_ID,
      tags,
    });
    expect(resolver).toMatchObject({ location: 'westeurope', virtualNetworkId: NETWORK_ID });
    expect(schemaViolations(synth(stack))).toEqual([]);
  });

  test('hands its provider and tags to its endpoints', () => {
    const { stack, resourceGroup } = newGroup();
    const addressSpace = ['10.0.0.0/16'];
    const virtualNetwork = new VirtualNetwork(stack, 'Network', { name: 'vnet-hub', resourceGroup, addressSpace });
    const resolver = new PrivateDnsResolver(stack, 'Hub', {
      name: 'dnspr-hub',
      resourceGroup,
      virtualNetwork,
      provider: new AzurermProvider(stack, 'hub', { alias: 'hub', features: [{}] }),
      tags: { owner: 'hub' },
    });
    resolver.addInboundEndpoint('In', { name: 'in', subnet: addResolverSubnet(virtualNetwork, 'In') });
    resolver.addOutboundEndpoint('Out', { name: 'out', subnet: addResolverSubnet(virtualNetwork, 'Out') });
    const ofHub = {
      provider: 'azurerm.hub',
      tags: { owner: 'hub' },
      private_dns_resolver_id: '${azurerm_private_dns_resolver.Hub.id}',
    };
    expect(only(stack, 'azurerm_private_dns_resolver').provider).toBe('azurerm.hub');
    expect(only(stack, 'azurerm_private_dns_resolver_inbound_endpoint')).toMatchObject(ofHub);
    expect(only(stack, 'azurerm_private_dns_resolver_outbound_endpoint')).toMatchObject(ofHub);
  });

  test('reports every violation at once', () => {
    const { stack, resourceGroup, virtualNetwork } = newResolver();
    const bad = { name: '-', location: 'West Europe', resourceGroup, virtualNetwork, tags: { '': '' } };
    expect(messageOf(() => new PrivateDnsResolver(stack, 'Again', bad))).toBe(
      [
        'Prod/Again: [dns/name] "-" is not a resolver name; use 1 to 80 letters, digits, dashes, underscores or periods, beginning with a letter or digit',
        'Prod/Again: [dns/location] West Europe given, but network Prod/Network is in centralus; use one region',
        'Prod/Again: [core/tags] a tag name is empty; give the tag a name or remove it',
      ].join('\n'),
    );
  });

  test('fails when its network has a resolver', () => {
    const { stack, resourceGroup, virtualNetwork } = newResolver();
    new PrivateDnsResolver(stack, 'Again', { name: 'again', resourceGroup, virtualNetwork });
    expect(problemsOf(stack)).toEqual([
      '[dns/duplicate-resolver] Prod/Resolver/Resource and Prod/Again/Resource are resolvers of one network, and Azure allows one for each network; use one of them',
    ]);
  });

  test('does not judge what is not known', () => {
    const { stack, resourceGroup } = newGroup();
    const addressSpace = ['10.0.0.0/16'];
    const virtualNetwork = new VirtualNetwork(stack, 'Network', { name: 'vnet-hub', resourceGroup, addressSpace });
    const name = new TerraformVariable(stack, 'name', {}).stringValue;
    const location = new TerraformVariable(stack, 'location', {}).stringValue;
    new PrivateDnsResolver(stack, 'Resolver', { name, location, resourceGroup, virtualNetwork });
    expect(only(stack, 'azurerm_private_dns_resolver')).toMatchObject({
      name: '${var.name}',
      location: '${var.location}',
    });
  });

  test('may be an existing one', () => {
    const stack = newStack();
    const attributes = {
      privateDnsResolverId: RESOLVER_ID,
      virtualNetworkId: NETWORK_ID,
      location: 'centralus',
    };
    const resolver = PrivateDnsResolver.fromPrivateDnsResolverAttributes(stack, 'Resolver', attributes);
    expect(resolver).toMatchObject(attributes);
    expect(synth(stack).resource).toBeUndefined();
  });
});
