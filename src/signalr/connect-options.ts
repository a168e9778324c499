import { ConnectionSettings } from './connection-settings';
import { Role } from '../identity';

/** How an application is connected to a service. */
export interface ConnectOptions {
  /**
   * The app settings in which the application finds the service.
   *
   * @default - ConnectionSettings.aspNetCore() for a hub server, ConnectionSettings.functions() for other applications
   */
  readonly settings?: ConnectionSettings;

  /**
   * Address by which clients are to call the service: that of a reverse proxy before it, or a custom domain, as
   * `https://chat.example.com`. The application hands it to clients when they negotiate.
   *
   * @default - that of an earlier connection in the same settings, or the service's own
   * @see https://learn.microsoft.com/azure/azure-signalr/signalr-howto-reverse-proxy-overview
   */
  readonly clientEndpoint?: string;

  /**
   * Address by which the application itself calls the service, as `https://signalr.example.com`. The connectivity report
   * then says unknown for the application: the name, the way and the access control list of the service decide nothing
   * where another host is called.
   *
   * @default - that of an earlier connection in the same settings, or the service's own
   * @see https://learn.microsoft.com/azure/azure-signalr/concept-connection-string
   */
  readonly serverEndpoint?: string;

  /**
   * The role that the application's identity is granted on the service.
   *
   * @default - the narrowest built-in role that suffices
   */
  readonly role?: Role;

  /**
   * Whether synth fails where the application is known not to reach the service: its name leads nowhere, the way is
   * closed, or no access control list lets it in. Turn it off where the configuration does not show what decides, such
   * as an appliance that leads the traffic elsewhere. `connectivity.PrivatePathCheck` also refuses the public endpoint.
   *
   * @default true
   */
  readonly connectivityCheck?: boolean;
}
