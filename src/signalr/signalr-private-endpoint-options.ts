import { PrivateEndpointOptions } from '../privatelink';
import { AccessRules } from './values/access-rules';

/** Options of a private endpoint of a SignalR service. */
export interface SignalRPrivateEndpointOptions extends PrivateEndpointOptions {
  /**
   * Request types that pass through this endpoint.
   *
   * @default - the list that the service's network access gives to its endpoints
   */
  readonly access?: AccessRules;
}
