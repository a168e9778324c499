import { ConnectionSettings } from './connection-settings';
import { Role } from '../identity';

/** Options for connecting an application to a service. */
export interface ConnectOptions {
  /**
   * The app settings in which the application finds the service.
   *
   * @default - ConnectionSettings.aspNetCore() for a hub server, ConnectionSettings.functions() for other applications
   */
  readonly settings?: ConnectionSettings;

  /**
   * Address by which clients are to call the service: that of a reverse proxy before it, or a custom domain, such as
   * `https://chat.example.com`. The application hands it to clients when they negotiate. Give
   * `https://NAME.service.signalr.net` where clients are to call a service with a domain by its own name.
   *
   * @default - that of an earlier connection in the same settings, or the first custom domain that is added to the
   * service, before or after the connection, or the service's own
   * @see https://learn.microsoft.com/azure/azure-signalr/signalr-howto-reverse-proxy-overview
   */
  readonly clientEndpoint?: string;

  /**
   * Address by which the application itself calls the service, such as `https://signalr.example.com`. The connectivity
   * report then says unknown for the application: the name, the way and the access control list of the service decide
   * nothing where another host is called.
   *
   * @default - that of an earlier connection in the same settings, or the service's own
   * @see https://learn.microsoft.com/azure/azure-signalr/concept-connection-string
   */
  readonly serverEndpoint?: string;

  /**
   * Prefix that the server SDK adds to the names of the application's hubs: letters, digits and underscores, beginning
   * with a letter, such as `chat`. The app setting is `Azure__SignalR__ApplicationName`. Hosts of one name share hubs
   * and clients. The bindings of Azure Functions read no such name.
   *
   * @default - what the app settings say; else a slot on the service of its app, or of another slot, has a name made of
   * its own, such as `slot_green`, which stays with the slot when slots are swapped; and each app but the first hub
   * server without a name has one made of the path of its construct, such as `app_Prod_Admin`
   * @see https://learn.microsoft.com/azure/azure-signalr/signalr-howto-use#applicationname
   */
  readonly applicationName?: string;

  /**
   * Shares hubs and clients with other hub servers on purpose: a slot then has the application name of its app, and an
   * app has the name of the first app on the service, or no name.
   *
   * @default - what an earlier connection to the service said, else false; apps share where the service is a
   * `ServiceEndpointType.SECONDARY` one
   */
  readonly sharesHubs?: boolean;

  /**
   * The role that the application's identity is granted on the service.
   *
   * @default - the narrowest built-in role that suffices
   */
  readonly role?: Role;

  /**
   * Makes synth fail where the application is known not to reach the service: the name does not resolve, the path is
   * closed, or no access control list allows the application. Turn it off where the configuration does not show what
   * decides, such as an appliance that routes the traffic elsewhere. `connectivity.PrivatePathCheck` also rejects the
   * public endpoint.
   *
   * @default true
   */
  readonly connectivityCheck?: boolean;
}
