import { AccessRules } from './access-rules';
import { checkInput } from '../../core/internal/input/check-input';

/** Origin of a request to a SignalR service. */
export class NetworkOrigin {
  /** The public endpoint: the internet, and every network that resolves the service's name to its public address. */
  public static publicNetwork(): NetworkOrigin {
    return new NetworkOrigin(true);
  }

  /**
   * A private endpoint.
   *
   * @param rules the endpoint's own list; without it the list that the access gives to its endpoints
   */
  public static privateEndpoint(rules?: AccessRules): NetworkOrigin {
    checkInput('signalr.NetworkOrigin.privateEndpoint', arguments);
    return new NetworkOrigin(false, rules);
  }

  private constructor(
    /** Reports whether this is the public endpoint. */
    public readonly isPublic: boolean,
    /** The list of a private endpoint that has its own. */
    public readonly rules?: AccessRules,
  ) {}
}
