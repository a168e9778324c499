import { AppHost } from './app-host';
import { DnsIntegration } from '../privatelink';
import { SecureSignalROptions } from './secure-signalr-options';
import { NetworkAccess } from '../signalr';

/** Properties of a secured SignalR app. */
export interface SecureSignalRAppProps extends SecureSignalROptions {
  /**
   * DNS integration that resolves the service's name to the private endpoint.
   *
   * A given zone is linked to a new network of the app, and to an existing one where it is known not to be linked.
   *
   * @default DnsIntegration.newZone()
   */
  readonly dns?: DnsIntegration;

  /**
   * Request types that the SignalR service allows, for each network.
   *
   * @default NetworkAccess.publicClientsPrivateServers()
   */
  readonly networkAccess?: NetworkAccess;

  /**
   * The hub server. Another operating system replaces plan and app.
   *
   * @default AppHost.linuxWebApp()
   */
  readonly host?: AppHost;
}
