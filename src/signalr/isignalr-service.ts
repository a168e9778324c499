import { CustomCertificate, CustomCertificateOptions } from './custom-certificate';
import { CustomDomain, CustomDomainOptions } from './custom-domain';
import { ICustomDomainTarget } from './icustom-domain-target';
import { Replica, ReplicaOptions } from './replica';
import { SharedPrivateLink, SharedPrivateLinkOptions } from './shared-private-link';
import { SignalRAlert } from './signalr-alert';
import { RecommendedAlertsOptions, SignalRAlertOptions } from './signalr-alert-options';
import { SignalRPrivateEndpointOptions } from './signalr-private-endpoint-options';
import { IResourceGroup } from '../core';
import { IAppHost, IManagedIdentity, IPrincipal, RoleAssignment } from '../identity';
import { DiagnosticSetting, LogDestination, MetricAlert } from '../observability';
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
   * Lets a principal open server connections and sign client tokens: the role SignalR App Server on this service only.
   *
   * Granting twice gives the first assignment again.
   *
   * @param principal who is granted the role
   */
  grantAppServer(principal: IPrincipal): RoleAssignment;

  /**
   * Makes an application a hub server of this service: role, connection string, and the order of the two.
   *
   * Sets the app setting `Azure__SignalR__ConnectionString`, which ASP.NET Core reads by default. Warns with
   * `signalr/sovereign-identity` outside of the public cloud, where the server SDK needs its authority host in code.
   *
   * @param host the application
   * @throws `signalr/second-service` when the application is a hub server of another service already; when the stack
   * is validated also `dns/missing-record`, `dns/not-linked` and `dns/custom-servers`
   */
  connectServer(host: IAppHost): void;

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
   * @param options what it leads to, its name and who approves it
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
   * @throws `logs/destination`, also for a new workspace of a service whose resource group is not known,
   * `logs/duplicate-setting`, and what `LogWorkspace` throws
   */
  sendLogsTo(destination: LogDestination): DiagnosticSetting;

  /**
   * Watches a metric of the service.
   *
   * @param id construct id of the alert
   * @param alert the metric and its threshold
   * @param options who is told, and name and resource group of the alert
   * @throws `alerts/threshold`, `alerts/duplicate`, `alerts/resource-group` for a service whose resource group is not
   * known, and what `MetricAlert` throws
   */
  addAlert(id: string, alert: SignalRAlert, options: SignalRAlertOptions): MetricAlert;

  /**
   * Watches the service for what every service should be watched for: connections near the quota, load, errors of the
   * service, and traffic above what Azure has learned to expect.
   *
   * @param options who is told, and how the names of the alerts begin
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
