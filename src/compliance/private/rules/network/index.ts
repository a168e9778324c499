import { integrationSubnetDelegated } from './integration-subnet-delegated';
import { integrationSubnetSize } from './integration-subnet-size';
import { networkFlowLogs } from './network-flow-logs';
import { nsgNoAnyInbound } from './nsg-no-any-inbound';
import { nsgRestrictsOutbound } from './nsg-restricts-outbound';
import { privateEndpointPoliciesEnabled } from './private-endpoint-policies-enabled';
import { securityGroupUsed } from './security-group-used';
import { subnetHasNsg } from './subnet-has-nsg';
import { subnetNoDefaultOutbound } from './subnet-no-default-outbound';
import { subnetsSeparated } from './subnets-separated';
import { Rule } from '../../rule';

/** Rules on networks, in the order of their ids. */
export const NETWORK_RULES: readonly Rule[] = [
  subnetHasNsg,
  integrationSubnetDelegated,
  integrationSubnetSize,
  subnetsSeparated,
  privateEndpointPoliciesEnabled,
  nsgNoAnyInbound,
  nsgRestrictsOutbound,
  subnetNoDefaultOutbound,
  networkFlowLogs,
  securityGroupUsed,
];
