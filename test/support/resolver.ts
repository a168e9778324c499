import { newGroup } from './synth';
import { PrivateDnsResolver, PrivateDnsResolverProps } from '../../src/dns';
import { AddressRange, Subnet, SubnetDelegation, VirtualNetwork } from '../../src/network';

/** A stack with a network and its resolver, and what the test changes. */
export function newResolver(props: Partial<PrivateDnsResolverProps> = {}) {
  const { stack, resourceGroup } = newGroup();
  const virtualNetwork = new VirtualNetwork(stack, 'Network', {
    name: 'vnet-test',
    resourceGroup,
    addressSpace: ['10.0.0.0/16'],
  });
  const resolver = new PrivateDnsResolver(stack, 'Resolver', {
    name: 'dnspr-test',
    resourceGroup,
    virtualNetwork,
    ...props,
  });
  return { stack, resourceGroup, virtualNetwork, resolver };
}

/** A subnet for one endpoint of a resolver. */
export function addResolverSubnet(network: VirtualNetwork, id: string = 'Dns', prefixLength: number = 28): Subnet {
  const addressRange = AddressRange.prefixLength(prefixLength);
  return network.addSubnet(id, { name: id, addressRange, delegation: SubnetDelegation.DNS_RESOLVERS });
}
