import { FunctionAppOptions } from '../appservice';
import { IManagedIdentity } from '../identity';

/**
 * Options of a function app for the negotiation alone. It runs on the plan of the function app of the architecture, and
 * sends telemetry where that app does.
 *
 * Without `runtime` it runs the language of that app, or .NET 10 where that app is a container. Without `cors` pages of
 * `allowedOrigins` may negotiate, with the credentials that SignalR's client sends.
 */
export interface NegotiationAppOptions extends FunctionAppOptions {
  /**
   * An identity that exists or is defined elsewhere, as which the app signs in. The architecture grants it its roles.
   *
   * @default - a new one
   */
  readonly identity?: IManagedIdentity;
}
