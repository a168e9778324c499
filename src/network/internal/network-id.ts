import { ArmIdForm } from '../../core/internal/arm-id';

/** Form of the ids of virtual networks. */
export const VIRTUAL_NETWORK_ID = new ArmIdForm(
  'Microsoft.Network/virtualNetworks',
  'network/virtual-network-id',
  'a virtual network',
);

export const DDOS_PLAN_ID = new ArmIdForm(
  'Microsoft.Network/ddosProtectionPlans',
  'network/ddos-plan-id',
  'a DDoS protection plan',
);
