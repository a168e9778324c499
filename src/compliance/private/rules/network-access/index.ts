import { signalRNetworkAclConsistent } from './signalr-network-acl-consistent';
import { signalRNetworkAclDefaultDeny } from './signalr-network-acl-default-deny';
import { signalRNetworkAclDefined } from './signalr-network-acl-defined';
import { signalRNoPublicServerTraffic } from './signalr-no-public-server-traffic';
import { signalRPrivateEndpointAcl } from './signalr-private-endpoint-acl';
import { signalRPublicClients } from './signalr-public-clients';
import { Rule } from '../../rule';

/** Rules of network access control. */
export const NETWORK_ACCESS_RULES: readonly Rule[] = [
  signalRNetworkAclDefined,
  signalRNetworkAclDefaultDeny,
  signalRNoPublicServerTraffic,
  signalRPublicClients,
  signalRPrivateEndpointAcl,
  signalRNetworkAclConsistent,
];
