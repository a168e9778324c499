import { AppDns } from './app-dns';
import { FunctionHost } from './function-host';
import { SecureSignalROptions } from './secure-signalr-options';
import { Approval, NetworkAccess, UpstreamOptions } from '../signalr';
import { IKeyVault } from '../vault';

/** Properties of a secured Serverless SignalR service. */
export interface SecureServerlessSignalRProps extends SecureSignalROptions {
  /**
   * Who sees to it that the names of the service, the function app, the vault and, with `privateStorage`, the storage
   * account resolve to their private endpoints.
   *
   * @default AppDns.newZones()
   */
  readonly dns?: AppDns;

  /**
   * Who may open what on the SignalR service, over which network. Clients are public with
   * `NetworkAccess.serverlessPublicClients()`, and private with `NetworkAccess.privateOnly()`.
   *
   * @default NetworkAccess.serverlessPublicClients()
   */
  readonly networkAccess?: NetworkAccess;

  /**
   * The function app: it lets clients negotiate, and gets their events. Another operating system, or Flex Consumption in
   * place of a plan, replaces the app with its private endpoint and link. Azure rejects the change of a plan to Flex
   * Consumption, or from it.
   *
   * @default FunctionHost.linux()
   */
  readonly host?: FunctionHost;

  /**
   * Which events the function app gets, and whether the service signs in there as well.
   *
   * @default - all events, with the key of the function app; where `authentication` of the host needs a token, the service
   * brings one for its client id
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
   * Who approves the service's private links to function app and vault.
   *
   * @default Approval.automatic()
   */
  readonly approval?: Approval;

  /**
   * Whether the storage account of the function app is reached through private endpoints only. It takes no keys either
   * way. The provider then needs `storage_use_azuread` and the feature `storage { data_plane_available = false }`.
   *
   * @default false
   */
  readonly privateStorage?: boolean;
}
