import { AccessRules } from './access-rules';
import { PrivateEndpointOptions } from '../privatelink';

/** Options of a private endpoint of a SignalR service. */
export interface SignalRPrivateEndpointOptions extends PrivateEndpointOptions {
  /**
   * Request types that pass through this endpoint.
   *
   * @default - the list that the service's network access gives to its endpoints
   */
  readonly access?: AccessRules;
}
