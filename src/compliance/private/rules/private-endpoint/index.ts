import { privateEndpointAutoApproved } from './private-endpoint-auto-approved';
import { privateEndpointDnsZoneGroup } from './private-endpoint-dns-zone-group';
import { privateEndpointSubresource } from './private-endpoint-subresource';
import { signalRPrivateEndpoint } from './signalr-private-endpoint';
import { Rule } from '../../rule';

/** Rules of private endpoints. */
export const PRIVATE_ENDPOINT_RULES: readonly Rule[] = [
  signalRPrivateEndpoint,
  privateEndpointSubresource,
  privateEndpointAutoApproved,
  privateEndpointDnsZoneGroup,
];
