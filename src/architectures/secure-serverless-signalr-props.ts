import { AppDns } from './app-dns';
import { FunctionHost } from './function-host';
import { Negotiation } from './negotiation';
import { SecureSignalROptions } from './secure-signalr-options';
import { Approval, NetworkAccess, UpstreamOptions } from '../signalr';
import { IKeyVault } from '../vault';

/** Properties of a secured Serverless SignalR service. */
export interface SecureServerlessSignalRProps extends SecureSignalROptions {
  /**
   * DNS integration that resolves the names of the service, the function app, the vault and, with `privateStorage`, the
   * storage account to their private endpoints.
   *
   * @default AppDns.newZones()
   */
  readonly dns?: AppDns;

  /**
   * Request types that the SignalR service allows, for each network. Clients are public with
   * `NetworkAccess.serverlessPublicClients()`, and private with `NetworkAccess.privateOnly()`.
   *
   * @default NetworkAccess.serverlessPublicClients()
   */
  readonly networkAccess?: NetworkAccess;

  /**
   * Place where clients negotiate: a separate function app, or the function app that gets their events. Another app
   * changes the origin that the service lets in, and the address that clients are given.
   *
   * @default - `Negotiation.ownApp()` where `networkAccess` allows clients over the internet; the function app where it
   * accepts requests from the internet by `accessRestrictions` of the host, or with `upstreamCalls` false;
   * `Negotiation.privateFunctionApp()` otherwise
   */
  readonly negotiation?: Negotiation;

  /**
   * The function app: it gets the events of clients, and sends messages. Another operating system, or Flex Consumption
   * in place of a plan, replaces the app with its private endpoint and link. Azure rejects the change of a plan to Flex
   * Consumption, or from it.
   *
   * @default FunctionHost.linux()
   */
  readonly host?: FunctionHost;

  /**
   * Lets the service call the function app. With false there are no events of clients: functions let clients negotiate
   * and send messages, no more. Then there is no vault, no private link of the service, no identity of the service, and
   * no need of the azapi provider; `upstream`, `vault`, `functionKeySecret` and `approval` are rejected. False after a
   * deployment with true deletes vault and links.
   *
   * @default true
   */
  readonly upstreamCalls?: boolean;

  /**
   * Events that the function app gets, and the service's sign-in there.
   *
   * @default - all events, with the key of the function app; where `authentication` of the host needs a token, the
   * service brings one for its client id
   */
  readonly upstream?: UpstreamOptions;

  /**
   * The Key Vault that holds the key of the function app. Another vault replaces the private link of the service to it.
   *
   * @default - a new one, reached through private endpoints only
   */
  readonly vault?: IKeyVault;

  /**
   * Name of the secret that holds the key of the function app: its system key `signalr_extension`.
   *
   * @default 'signalr-extension-key'
   */
  readonly functionKeySecret?: string;

  /**
   * Approval of the service's private links to function app and vault.
   *
   * @default Approval.automatic()
   */
  readonly approval?: Approval;

  /**
   * Closes the storage accounts of function apps to everything but private endpoints. They take no keys either way. The
   * provider then needs `storage_use_azuread` and the feature `storage { data_plane_available = false }`.
   *
   * @default false
   */
  readonly privateStorage?: boolean;
}
