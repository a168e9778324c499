import { Annotations, TerraformProvider, TerraformResource } from 'cdktf';
import { Construct } from 'constructs';
import { AccessRules } from './access-rules';
import { CustomCertificate, CustomCertificateOptions } from './custom-certificate';
import { CustomDomain, CustomDomainOptions } from './custom-domain';
import { ISignalRService } from './isignalr-service';
import { Replica, ReplicaOptions } from './replica';
import { ServiceChange } from './service-change';
import { SharedPrivateLink, SharedPrivateLinkOptions } from './shared-private-link';
import { SignalRAlert } from './signalr-alert';
import { RecommendedAlertsOptions, SignalRAlertOptions } from './signalr-alert-options';
import { SignalRPrivateEndpointOptions } from './signalr-private-endpoint-options';
import { Sku } from './sku';
import { AzureCloud, IResourceGroup } from '../core';
import { ChangeOrder } from './private/change-order';
import { defineAlert } from './private/define-alert';
import { hostResolutionProblems } from './private/host-resolution';
import { Prerequisites } from '../core/private/ordering';
import { claim } from '../core/private/registry';
import { isKnown, Violations, withoutPath } from '../core/private/violations';
import { IAppHost, IManagedIdentity, IPrincipal, Role, RoleAssignment } from '../identity';
import { DiagnosticSetting, LogCategories, LogDestination, LogWorkspaceProps, MetricAlert } from '../observability';
import { sendLogs } from '../observability/private/send-logs';
import { IPrivateEndpoint, PrivateEndpoint, PrivateLinkConnection, PrivateLinkSubresource } from '../privatelink';

/** What owned and existing SignalR services have in common. */
export abstract class SignalRServiceBase extends Construct implements ISignalRService {
  public abstract readonly serviceId: string;
  public abstract readonly hostname: string;
  public abstract readonly location?: string;
  public abstract readonly resourceGroup?: IResourceGroup;
  public abstract readonly sku?: Sku;
  public abstract readonly principal?: IPrincipal;

  /**
   * What the service is called in the names of what it defines beside itself.
   *
   * @internal
   */
  protected abstract readonly _name: string;

  /**
   * Provider of what the service defines beside itself.
   *
   * @internal
   */
  protected abstract readonly _provider?: TerraformProvider;

  /**
   * The private endpoints that lead to the service here, in their order.
   *
   * @internal
   */
  protected readonly _endpoints: IPrivateEndpoint[] = [];

  /**
   * Everything that hangs on the service, which a lock of the service covers.
   *
   * @internal
   */
  protected readonly _attached = new Prerequisites();

  private readonly changes = new ChangeOrder();
  private readonly hosts: IAppHost[] = [];

  public get privateLink(): PrivateLinkConnection {
    return PrivateLinkConnection.resource(this.serviceId, PrivateLinkSubresource.SIGNALR, this.hostname);
  }

  public connectionStringFor(identity?: IManagedIdentity): string {
    const client = identity ? `ClientId=${identity.clientId};` : '';
    return `Endpoint=https://${this.hostname};AuthType=azure.msi;${client}Version=1.0;`;
  }

  public grantAppServer(principal: IPrincipal): RoleAssignment {
    const id = `AppServer-${principal.node.id}-${principal.node.addr.slice(-6)}`;
    const granted = this.node.tryFindChild(id) as RoleAssignment | undefined;
    if (granted) return granted;
    const provider = this._provider;
    const scope = this.serviceId;
    const grant = new RoleAssignment(this, id, { role: Role.SIGNALR_APP_SERVER, principal, scope, provider });
    this._attached.add(grant.resource);
    return grant;
  }

  public addPrivateEndpoint(id: string, options: SignalRPrivateEndpointOptions): PrivateEndpoint {
    const { access, ...endpointOptions } = options;
    if (access) this._acceptRules(`${this.node.path}/${id}`, access);
    return new PrivateEndpoint(this, id, { ...endpointOptions, target: this });
  }

  public acceptPrivateEndpoint(endpoint: IPrivateEndpoint, resource: TerraformResource): void {
    this.changeInOrder(ServiceChange.PRIVATE_ENDPOINT, resource);
    this._endpoints.push(endpoint);
  }

  public addSharedPrivateLink(id: string, options: SharedPrivateLinkOptions): SharedPrivateLink {
    return new SharedPrivateLink(this, id, { ...options, service: this });
  }

  public addReplica(id: string, options: ReplicaOptions): Replica {
    return new Replica(this, id, { ...options, service: this });
  }

  public connectServer(host: IAppHost): void {
    const other = claim(this, 'service of host', host.node.path);
    if (other && other !== this.node.path) {
      const violations = new Violations(this);
      violations.add(
        'signalr/second-service',
        `${host.node.path} is a hub server of ${other} already, whose connection string this one would replace; connect another host`,
      );
      violations.throwIfAny();
    }
    const grant = this.grantAppServer(host.identity);
    host.addAppSetting('Azure__SignalR__ConnectionString', this.connectionStringFor(host.identity));
    host.executeAfter(grant.resource);
    this.warnOfSovereignCloud();
    if (this.hosts.length === 0) this.node.addValidation({ validate: () => this.resolutionProblems() });
    this.hosts.push(host);
  }

  public sendLogsTo(destination: LogDestination): DiagnosticSetting {
    const setting = sendLogs(this, destination, {
      targetResourceId: this.serviceId,
      logs: LogCategories.of('AllLogs'),
      newWorkspace: this._newWorkspace(),
      provider: this._provider,
    });
    this._attached.add(setting.resource);
    return setting;
  }

  public addCustomCertificate(id: string, options: CustomCertificateOptions): CustomCertificate {
    return new CustomCertificate(this, id, { ...options, service: this, provider: this._provider });
  }

  public addCustomDomain(id: string, options: CustomDomainOptions): CustomDomain {
    return new CustomDomain(this, id, { ...options, service: this, provider: this._provider });
  }

  public addAlert(id: string, alert: SignalRAlert, options: SignalRAlertOptions): MetricAlert {
    const { serviceId, resourceGroup, _name: name, _provider: provider } = this;
    const metricAlert = defineAlert(this, { serviceId, name, resourceGroup, provider }, id, alert, options);
    this._attached.add(metricAlert.resource);
    return metricAlert;
  }

  public addRecommendedAlerts(options: RecommendedAlertsOptions): MetricAlert[] {
    const { namePrefix = `alert-${this._name}`, ...routing } = options;
    return SignalRAlert.recommended().map((alert) =>
      this.addAlert(`${alert.metricName}Alert`, alert, { ...routing, name: `${namePrefix}-${alert._slug}` }),
    );
  }

  public changeInOrder(change: ServiceChange, resource: TerraformResource): void {
    this.changes.add(change, resource);
    this._attached.add(resource);
  }

  /**
   * Takes the rules of an endpoint of the service, by the path of the endpoint.
   *
   * @internal
   */
  protected abstract _acceptRules(endpointPath: string, rules: AccessRules): void;

  /**
   * What a new workspace for the logs of the service is like; `undefined` where its resource group is not known.
   *
   * @internal
   */
  protected abstract _newWorkspace(): LogWorkspaceProps | undefined;

  /**
   * Whether a hub server may connect over the public network; `undefined` where it is not known.
   *
   * @internal
   */
  protected abstract _publicServersAllowed(): boolean | undefined;

  private resolutionProblems(): string[] {
    const publicServersAllowed = this._publicServersAllowed();
    const resolved = { service: this, endpoints: this._endpoints, publicServersAllowed };
    return hostResolutionProblems(resolved, this.hosts).map(withoutPath);
  }

  private warnOfSovereignCloud(): void {
    if (!isKnown(this.location)) return;
    const cloud = AzureCloud.ofLocation(this.location);
    if (cloud === AzureCloud.PUBLIC) return;
    // https://github.com/Azure/azure-signalr/issues/1877
    Annotations.of(this).addWarning(
      `[signalr/sovereign-identity] the server SDK signs in to the public cloud when it reads an identity from the connection string; in the ${cloud.name} cloud pass a credential with its authority host in code`,
    );
  }
}
