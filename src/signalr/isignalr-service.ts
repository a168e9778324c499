import { CustomCertificate, CustomCertificateOptions } from './custom-certificate';
import { CustomDomain, CustomDomainOptions } from './custom-domain';
import { ICustomDomainTarget } from './icustom-domain-target';
import { Replica, ReplicaOptions } from './replica';
import { SharedPrivateLink, SharedPrivateLinkOptions } from './shared-private-link';
import { SignalRAlert } from './signalr-alert';
import { RecommendedAlertsOptions, SignalRAlertOptions } from './signalr-alert-options';
import { SignalRPrivateEndpointOptions } from './signalr-private-endpoint-options';
import { IResourceGroup } from '../core';
import { IAppHost, IManagedIdentity, IPrincipal, Role, RoleAssignment } from '../identity';
import { DiagnosticSetting, LogDestination, MetricAlert, SendLogsOptions } from '../observability';
import { ConnectOptions } from './connect-options';
import { GrantOptions } from './grant-options';
import { MonitorOptions } from './monitor-options';
import { IPrivateLinkTarget, PrivateEndpoint } from '../privatelink';

/** A SignalR service, owned or existing. */
export interface ISignalRService extends IPrivateLinkTarget, ICustomDomainTarget {
  /** Resource group of the service; `undefined` where it is not known. */
  readonly resourceGroup?: IResourceGroup;

  /**
   * A connection string that signs in with a managed identity and holds no key.
   *
   * @param identity the user-assigned identity; without it the application's system-assigned one
   * @see https://learn.microsoft.com/azure/azure-signalr/concept-connection-string
   */
  connectionStringFor(identity?: IManagedIdentity): string;

  /**
   * Lets a principal open server connections and sign client tokens: the role SignalR App Server.
   *
   * Granting twice gives the first assignment again.
   *
   * @param principal who is granted the role
   * @param options where and when the role holds; without them on this service only, always
   * @throws what `grant` throws
   */
  grantAppServer(principal: IPrincipal, options?: GrantOptions): RoleAssignment;

  /**
   * Lets a principal do everything with the data of the service: the role SignalR Service Owner.
   *
   * @param principal who is granted the role
   * @param options where and when the role holds; without them on this service only, always
   * @throws what `grant` throws
   */
  grantServiceOwner(principal: IPrincipal, options?: GrantOptions): RoleAssignment;

  /**
   * Lets a principal call the whole REST API: the role SignalR REST API Owner.
   *
   * @param principal who is granted the role
   * @param options where and when the role holds; without them on this service only, always
   * @throws what `grant` throws
   */
  grantRestApiOwner(principal: IPrincipal, options?: GrantOptions): RoleAssignment;

  /**
   * Lets a principal ask the REST API whether connections, groups and users exist: the role SignalR REST API Reader.
   *
   * @param principal who is granted the role
   * @param options where and when the role holds; without them on this service only, always
   * @throws what `grant` throws
   */
  grantRestApiReader(principal: IPrincipal, options?: GrantOptions): RoleAssignment;

  /**
   * Lets a principal read the access keys: the role SignalR AccessKey Reader. Keys open everything where local
   * authentication is on; services of this library have none.
   *
   * @param principal who is granted the role
   * @param options where and when the role holds; without them on this service only, always
   * @throws what `grant` throws
   */
  grantAccessKeyReader(principal: IPrincipal, options?: GrantOptions): RoleAssignment;

  /**
   * Lets a principal manage the service, but not use its data: the role SignalR/Web PubSub Contributor.
   *
   * @param principal who is granted the role
   * @param options where and when the role holds; without them on this service only, always
   * @throws what `grant` throws
   */
  grantContributor(principal: IPrincipal, options?: GrantOptions): RoleAssignment;

  /**
   * Grants a principal any role, as that of a `CustomRole`. Granting twice gives the first assignment again.
   *
   * @param principal who is granted the role
   * @param role what is granted
   * @param options where and when the role holds; without them on this service only, always
   * @throws `identity/duplicate-assignment` for a second condition at the same scope, and what `RoleAssignment` throws
   */
  grant(principal: IPrincipal, role: Role, options?: GrantOptions): RoleAssignment;

  /**
   * Makes an application a hub server of this service: the role SignalR App Server, app settings, and the order of the
   * two. By default the setting is `Azure__SignalR__ConnectionString`, which ASP.NET Core reads.
   *
   * Azure may take up to 30 minutes until a new role holds everywhere. Warns with `signalr/sovereign-identity` outside
   * of the public cloud, where the server SDK needs its authority host in code, and with `signalr/no-server-sdk` for an
   * app in another language than .NET, which has no server SDK.
   *
   * @param host the application
   * @param options other settings, as for one of several services, or another role
   * @throws `signalr/server-in-serverless`, `signalr/entra-authentication`, `signalr/second-service` when the
   * application finds another service in the same setting, `signalr/connection-settings`,
   * `signalr/connection-endpoint`, `signalr/application-name`, `appservice/setting-conflict` when the application has
   * one of the settings already, `identity/role-mode` for a role that does not suffice, and what `grant` throws; when
   * the stack is validated also `nac/server-unreachable`, `dns/missing-record`, `dns/not-linked`, `dns/custom-servers`,
   * `network/no-subnet`, `network/denied`, `network/not-peered` and `network/routed-away`, unless `connectivityCheck`
   * is false
   */
  connectServer(host: IAppHost, options?: ConnectOptions): void;

  /**
   * Makes an application a negotiator: it signs tokens for clients and sends them messages over the REST API, as
   * functions with SignalR bindings do. It is granted the role SignalR Service Owner and waits for it. By default the
   * settings are those of the bindings: `AzureSignalRConnectionString__serviceUri` and its like.
   *
   * @param host the application
   * @param options other settings, as for one of several services, or another role
   * @throws `signalr/second-service`, `signalr/entra-authentication`, `signalr/connection-settings`,
   * `signalr/connection-endpoint`, `signalr/application-name`, `appservice/setting-conflict`, `identity/role-mode`, and
   * what `grant` throws; when the stack is validated also `signalr/upstream-cycle`, and what `connectServer` throws
   * then
   */
  connectNegotiator(host: IAppHost, options?: ConnectOptions): void;

  /**
   * Makes an application a sender that only calls the REST API: it is granted the role SignalR REST API Owner and waits
   * for it. By default the settings are those of the bindings of Azure Functions. Bindings before the fix of
   * https://github.com/Azure/azure-signalr/issues/1913 also ask for temporary keys and need
   * `Role.SIGNALR_SERVICE_OWNER`, as does `ConnectionSettings.functionsEndpoint`, where it is the default.
   *
   * @param host the application
   * @param options other settings, as for one of several services, or another role
   * @throws `signalr/second-service`, `signalr/entra-authentication`, `signalr/connection-settings`,
   * `signalr/connection-endpoint`, `signalr/application-name`, `appservice/setting-conflict`, `identity/role-mode`, and
   * what `grant` throws; when the stack is validated also `signalr/upstream-cycle`, and what `connectServer` throws
   * then
   */
  connectRestSender(host: IAppHost, options?: ConnectOptions): void;

  /**
   * Lets a principal watch the service over the REST API: the role SignalR REST API Reader.
   *
   * @param principal who watches
   * @param options another role
   * @throws `identity/role-mode`, and what `grant` throws
   */
  connectMonitor(principal: IPrincipal, options?: MonitorOptions): RoleAssignment;

  /**
   * Adds a private endpoint, and lets it into the network access control list where the list is defined here.
   *
   * @param id construct id of the endpoint
   * @param options subnet, name and DNS of the endpoint, and what it lets in
   * @throws `signalr/free-tier-private-endpoint`, `nac/allow-list-with-default-allow`,
   * `nac/deny-list-with-default-deny`, `nac/foreign-list`, `privatelink/other-stack`, and what `PrivateEndpoint` throws
   */
  addPrivateEndpoint(id: string, options: SignalRPrivateEndpointOptions): PrivateEndpoint;

  /**
   * Adds a private link from the service to a web app, a function app or a Key Vault.
   *
   * @param id construct id of the link
   * @param options target, name and approval of the link
   * @throws what `SharedPrivateLink` throws
   */
  addSharedPrivateLink(id: string, options: SharedPrivateLinkOptions): SharedPrivateLink;

  /**
   * Adds a replica of the service in another region, through the azapi provider.
   *
   * @param id construct id of the replica
   * @param options region, tier, units and name of the replica
   * @throws what `Replica` throws
   */
  addReplica(id: string, options: ReplicaOptions): Replica;

  /**
   * Sends all logs and metrics of the service to a destination, once.
   *
   * @param destination where they go
   * @param options what the diagnostic setting is called
   * @throws `logs/destination`, also for a new workspace of a service whose resource group is not known,
   * `logs/duplicate-setting`, `logs/nothing-recorded` for a service that is known to record none, and what
   * `LogWorkspace` throws
   */
  sendLogsTo(destination: LogDestination, options?: SendLogsOptions): DiagnosticSetting;

  /**
   * Watches a metric of the service.
   *
   * @param id construct id of the alert
   * @param alert the metric and its threshold
   * @param options receivers, name and resource group of the alert
   * @throws `alerts/threshold`, `alerts/duplicate`, `alerts/resource-group` for a service whose resource group is not
   * known, and what `MetricAlert` throws
   */
  addAlert(id: string, alert: SignalRAlert, options: SignalRAlertOptions): MetricAlert;

  /**
   * Watches the service for what every service should be watched for: connections near the quota, load, errors of the
   * service, and traffic above what Azure has learned to expect.
   *
   * @param options receivers, and the prefix of the alerts' names
   * @throws `alerts/duplicate`, `alerts/resource-group` for a service whose resource group is not known, and what
   * `MetricAlert` throws
   */
  addRecommendedAlerts(options: RecommendedAlertsOptions): MetricAlert[];

  /**
   * Adds a certificate for custom domains, which the service reads from a Key Vault with its managed identity.
   *
   * @param id construct id of the certificate
   * @param options name of the certificate, and where it is kept
   * @throws what `CustomCertificate` throws
   */
  addCustomCertificate(id: string, options: CustomCertificateOptions): CustomCertificate;

  /**
   * Adds a custom domain.
   *
   * @param id construct id of the domain
   * @param options the domain, its certificate and its record
   * @throws what `CustomDomain` throws
   */
  addCustomDomain(id: string, options: CustomDomainOptions): CustomDomain;
}
