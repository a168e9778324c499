import { Construct } from 'constructs';
import { refuse } from '../../core/internal/violations';
import { Subnet, SubnetOptions, VirtualNetwork } from '../../network';

/** Adds a subnet to the network that an architecture has defined, if it has. */
export function addSubnet(
  app: Construct,
  network: VirtualNetwork | undefined,
  id: string,
  options: SubnetOptions,
): Subnet {
  if (!network) {
    const message = `subnet ${id} is asked of the architecture, but its network is given with AppNetwork.existing(...); use new Subnet(...), or addSubnet of the network itself`;
    refuse(app, [{ code: 'network/existing-network', message }]);
  }
  return network!.addSubnet(id, options);
}
