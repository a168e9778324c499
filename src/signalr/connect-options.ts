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
