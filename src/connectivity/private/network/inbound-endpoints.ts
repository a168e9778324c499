import { Destination } from './destination';
import { privateParty } from './party';
import { Certainty } from '../../../core/internal/certainty';
import { ModelResource } from '../../../model/model-resource';
import { addressOf } from '../../../topology/dns/dns-servers';
import { rangeOf } from '../../../topology/network/addresses';
import { labelOf } from '../../../topology/network/label';
import { Subnets } from '../../../topology/network/subnets';

/**
 * The inbound endpoint of a resolver. It is an address of its network like every other: the policies and the route of one
 * address are those of private endpoints alone.
 */
export function inboundDestination(inbound: ModelResource, subnets: Subnets): Destination {
  const label = labelOf('inbound endpoint', inbound);
  const subnet = subnets.target(inbound.at('ip_configurations.subnet_id'));
  const address = rangeOf(addressOf(inbound) ?? '');
  const ranges = address ? [address] : subnets.rangesOf(subnet);
  return {
    label,
    subnet,
    party: (inVirtualNetwork) => privateParty(label, ranges, inVirtualNetwork, () => Certainty.NO),
    obeysRules: Certainty.YES,
    obeysRoutes: Certainty.YES,
  };
}
