import { newGroup } from './synth';
import { PrivateDnsZone } from '../../src/dns';
import { AddressRange, Subnet, SubnetDelegation, VirtualNetwork } from '../../src/network';

/** A stack with a network of two subnets, and a linked zone for SignalR. */
export function newNetwork() {
  const { stack, resourceGroup } = newGroup();
  const virtualNetwork = new VirtualNetwork(stack, 'Network', {
    name: 'vnet-test',
    resourceGroup,
    addressSpace: ['10.0.0.0/24'],
  });
  const zone = new PrivateDnsZone(stack, 'Zone', { zoneName: 'privatelink.service.signalr.net', resourceGroup });
  zone.addVirtualNetworkLink('Link', { virtualNetwork, name: 'link-test' });
  return {
    stack,
    resourceGroup,
    virtualNetwork,
    zone,
    appSubnet: addSubnet(virtualNetwork, 'Apps', SubnetDelegation.WEB_SERVER_FARMS),
    endpointSubnet: addSubnet(virtualNetwork, 'Endpoints', SubnetDelegation.NONE),
  };
}

function addSubnet(network: VirtualNetwork, id: string, delegation: SubnetDelegation): Subnet {
  return network.addSubnet(id, { name: id, addressRange: AddressRange.prefixLength(27), delegation });
}
