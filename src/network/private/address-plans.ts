import { IConstruct } from 'constructs';
import { keyOf, registry } from '../../core/internal/registry';
import { AddressPlan, parseAddressSpace } from '../internal/address-plan';

/** Network with an address plan. */
export interface AddressedNetwork {
  readonly virtualNetworkId: string;
  /** Ranges of the network; `undefined` where they are not known. */
  readonly addressSpace?: string[];
}

/** The one address plan of a network, also of an existing one whose subnets are only partly known. */
export function addressPlanOf(scope: IConstruct, network: AddressedNetwork): AddressPlan {
  const plans = registry<AddressPlan>(scope, 'address plan');
  const plan = plans.get(keyOf(network.virtualNetworkId)) ?? new AddressPlan();
  plans.set(keyOf(network.virtualNetworkId), plan);
  if (network.addressSpace) plan.learnSpace(parseAddressSpace(network.addressSpace).ranges);
  return plan;
}
