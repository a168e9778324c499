import { TerraformProvider, TerraformResource } from 'cdktf';
import { Construct } from 'constructs';
import { ConnectOptions } from './connect-options';
import { CustomCertificate, CustomCertificateOptions } from './custom-certificate';
import { CustomDomain, CustomDomainOptions } from './custom-domain';
import { GrantOptions } from './grant-options';
import { ISignalRService } from './isignalr-service';
import { MonitorOptions } from './monitor-options';
import { AzureCloud, IResourceGroup } from '../core';
import { warn } from '../engine/warn';
import { changeOrderOf } from './private/change-order';
import { defineAlert } from './private/define-alert';
import { Grants } from './private/grants';
import { applicationNameProblems, separateHubs } from './private/hub-names';
import { HUB_SERVER, Intent, MONITOR, NEGOTIATOR, REST_SENDER, roleProblems, withSettings } from './private/intent';
import { PrivateWay } from './private/private-way';
import { Replica, ReplicaOptions } from './replica';
import { SharedPrivateLink, SharedPrivateLinkOptions } from './shared-private-link';
import { SignalRAlert } from './signalr-alert';
import { attachedTo } from '../core/internal/attachments';
import { IAppHost, IManagedIdentity, IPrincipal, Role, RoleAssignment, RoleScope } from '../identity';
import {
  DiagnosticSetting,
  LogCategories,
  LogDestination,
  LogWorkspaceProps,
  MetricAlert,
  SendLogsOptions,
} from '../observability';
import { IPrivateEndpoint, PrivateEndpoint, PrivateLinkConnection, PrivateLinkSubresource } from '../privatelink';
import { ClientDomains } from './private/client-domains';
import { connectionOwner, connectionProblems, setOwned } from './private/connection-problems';
import { Connections } from './private/connections';
import { warnOfRuntime } from './private/hub-runtime';
import { ServiceChange } from './service-change';
import { ServiceMode } from './service-mode';
import { RecommendedAlertsOptions, SignalRAlertOptions } from './signalr-alert-options';
import { SignalRPrivateEndpointOptions } from './signalr-private-endpoint-options';
import { Sku } from './sku';
import { AccessRules } from './values/access-rules';
import { PathCheck } from '../connectivity/internal/path-check';
import { HostOrigins } from '../core/internal/host-origins';
import { HostSettings } from '../core/internal/host-settings';
import { checkInput } from '../core/internal/input/check-input';
import { Prerequisites } from '../core/internal/ordering';
import { APPLICATION_NAME } from '../core/internal/setting-keys';
import { keepSharedHubs } from '../core/internal/shared-hubs';
import { isKnown, Problem, Violations } from '../core/internal/violations';
import { sendLogs } from '../observability/internal/send-logs';

/** Common parts of owned and existing SignalR services. */
export abstract class SignalRServiceBase extends Construct implements ISignalRService {
  public abstract readonly serviceId: string;
  public abstract readonly hostname: string;
  public abstract readonly location?: string;
  public abstract readonly resourceGroup?: IResourceGroup;
  public abstract readonly sku?: Sku;
  public abstract readonly principal?: IPrincipal;

  // These three are the ServiceFacts, which jsii lets no class implement.
  /** @internal */
  public abstract readonly _ownName?: string;

  /** @internal */
  public abstract readonly _provider?: TerraformProvider;

  /** @internal */
  public readonly _vaultApprovals = new Prerequisites();

  /**
   * Everything that hangs on the service, which a lock of the service covers.
   *
   * @internal
   */
  protected get _attached(): Prerequisites {
    return attachedTo(this, this.serviceId);
  }

  /**
   * Name of the service in the names of resources that the service defines for itself.
   *
   * @internal
   */
  protected get _name(): string {
    return this._ownName ?? this.node.id;
  }

  private readonly grants = new Grants(this);

  public get privateLink(): PrivateLinkConnection {
    return PrivateLinkConnection.resource(this.serviceId, PrivateLinkSubresource.SIGNALR, this.hostname);
  }

  public connectionStringFor(identity?: IManagedIdentity): string {
    checkInput('signalr.SignalRServiceBase.connectionStringFor', arguments, this);
    const client = identity ? `ClientId=${identity.clientId};` : '';
    return `Endpoint=https://${this.hostname};AuthType=azure.msi;${client}Version=1.0;`;
  }

  public grantAppServer(principal: IPrincipal, options?: GrantOptions): RoleAssignment {
    checkInput('signalr.SignalRServiceBase.grantAppServer', arguments, this);
    return this.grant(principal, Role.SIGNALR_APP_SERVER, options);
  }

  public grantServiceOwner(principal: IPrincipal, options?: GrantOptions): RoleAssignment {
    checkInput('signalr.SignalRServiceBase.grantServiceOwner', arguments, this);
    return this.grant(principal, Role.SIGNALR_SERVICE_OWNER, options);
  }

  public grantRestApiOwner(principal: IPrincipal, options?: GrantOptions): RoleAssignment {
    checkInput('signalr.SignalRServiceBase.grantRestApiOwner', arguments, this);
    return this.grant(principal, Role.SIGNALR_REST_API_OWNER, options);
  }

  public grantRestApiReader(principal: IPrincipal, options?: GrantOptions): RoleAssignment {
    checkInput('signalr.SignalRServiceBase.grantRestApiReader', arguments, this);
    return this.grant(principal, Role.SIGNALR_REST_API_READER, options);
  }

  public grantAccessKeyReader(principal: IPrincipal, options?: GrantOptions): RoleAssignment {
    checkInput('signalr.SignalRServiceBase.grantAccessKeyReader', arguments, this);
    return this.grant(principal, Role.SIGNALR_ACCESS_KEY_READER, options);
  }

  public grantContributor(principal: IPrincipal, options?: GrantOptions): RoleAssignment {
    checkInput('signalr.SignalRServiceBase.grantContributor', arguments, this);
    return this.grant(principal, Role.SIGNALR_CONTRIBUTOR, options);
  }

  public grant(principal: IPrincipal, role: Role, options: GrantOptions = {}): RoleAssignment {
    checkInput('signalr.SignalRServiceBase.grant', arguments, this);
    const own = RoleScope.resource(this.serviceId);
    return this.grants.add({ principal, role, options, own, provider: this._provider });
  }

  public addPrivateEndpoint(id: string, options: SignalRPrivateEndpointOptions): PrivateEndpoint {
    checkInput('signalr.SignalRServiceBase.addPrivateEndpoint', arguments, this);
    const { access, ...endpointOptions } = options;
    if (access) this._acceptRules(`${this.node.path}/${id}`, access);
    return new PrivateEndpoint(this, id, { ...endpointOptions, target: this });
  }

  /**
   * @throws `signalr/free-tier-private-endpoint`
   */
  public acceptPrivateEndpoint(endpoint: IPrivateEndpoint, resource: TerraformResource): void {
    checkInput('signalr.SignalRServiceBase.acceptPrivateEndpoint', arguments, this);
    const violations = new Violations(this);
    violations.include(this._endpointProblems(endpoint));
    violations.throwIfAny();
    this.changeInOrder(ServiceChange.PRIVATE_ENDPOINT, resource);
    PathCheck.of(this).addEndpoint(endpoint);
  }

  public addSharedPrivateLink(id: string, options: SharedPrivateLinkOptions): SharedPrivateLink {
    checkInput('signalr.SignalRServiceBase.addSharedPrivateLink', arguments, this);
    return new SharedPrivateLink(this, id, { ...options, service: this });
  }

  public addReplica(id: string, options: ReplicaOptions): Replica {
    checkInput('signalr.SignalRServiceBase.addReplica', arguments, this);
    return new Replica(this, id, { ...options, service: this });
  }

  public connectServer(host: IAppHost, options?: ConnectOptions): void {
    checkInput('signalr.SignalRServiceBase.connectServer', arguments, this);
    this.connect(host, HUB_SERVER, options);
  }

  public connectNegotiator(host: IAppHost, options?: ConnectOptions): void {
    checkInput('signalr.SignalRServiceBase.connectNegotiator', arguments, this);
    this.connect(host, NEGOTIATOR, options);
  }

  public connectRestSender(host: IAppHost, options?: ConnectOptions): void {
    checkInput('signalr.SignalRServiceBase.connectRestSender', arguments, this);
    this.connect(host, REST_SENDER, options);
  }

  public connectMonitor(principal: IPrincipal, options: MonitorOptions = {}): RoleAssignment {
    checkInput('signalr.SignalRServiceBase.connectMonitor', arguments, this);
    const role = options.role ?? MONITOR.role;
    const violations = new Violations(this);
    violations.include(roleProblems(MONITOR, role, principal.node.path));
    violations.throwIfAny();
    return this.grant(principal, role);
  }

  public sendLogsTo(destination: LogDestination, options: SendLogsOptions = {}): DiagnosticSetting {
    checkInput('signalr.SignalRServiceBase.sendLogsTo', arguments, this);
    return sendLogs(this, destination, {
      targetResourceId: this.serviceId,
      logs: LogCategories.of('AllLogs'),
      name: options.name,
      newWorkspace: this._newWorkspace(),
      provider: this._provider,
    });
  }

  public addCustomCertificate(id: string, options: CustomCertificateOptions): CustomCertificate {
    checkInput('signalr.SignalRServiceBase.addCustomCertificate', arguments, this);
    return new CustomCertificate(this, id, { ...options, service: this, provider: this._provider });
  }

  public addCustomDomain(id: string, options: CustomDomainOptions): CustomDomain {
    checkInput('signalr.SignalRServiceBase.addCustomDomain', arguments, this);
    return new CustomDomain(this, id, { ...options, service: this, provider: this._provider });
  }

  public addAlert(id: string, alert: SignalRAlert, options: SignalRAlertOptions): MetricAlert {
    checkInput('signalr.SignalRServiceBase.addAlert', arguments, this);
    const { serviceId, resourceGroup, _name: name, _provider: provider } = this;
    const metricAlert = defineAlert(this, { serviceId, name, resourceGroup, provider }, id, alert, options);
    this._attached.add(metricAlert.resource);
    return metricAlert;
  }

  public addRecommendedAlerts(options: RecommendedAlertsOptions): MetricAlert[] {
    checkInput('signalr.SignalRServiceBase.addRecommendedAlerts', arguments, this);
    const { namePrefix = `alert-${this._name}`, ...routing } = options;
    return SignalRAlert.recommended().map((alert) =>
      this.addAlert(`${alert.metricName}Alert`, alert, { ...routing, name: `${namePrefix}-${alert._slug}` }),
    );
  }

  public changeInOrder(change: ServiceChange, resource: TerraformResource): void {
    checkInput('signalr.SignalRServiceBase.changeInOrder', arguments, this);
    changeOrderOf(this, this.serviceId).add(change, resource);
    PrivateWay.to(this, this.serviceId).add(change, resource);
    this._attached.add(resource);
  }

  /**
   * Allows the pages of a connected application, where Terraform manages the list here.
   *
   * @internal
   */
  protected _letIn(_origin: string): void {}

  /**
   * Takes the rules of an endpoint of the service, by the path of the endpoint.
   *
   * @internal
   */
  protected abstract _acceptRules(endpointPath: string, rules: AccessRules): void;

  /**
   * Reports why an endpoint cannot connect to the service.
   *
   * @internal
   */
  protected _endpointProblems(_endpoint: IPrivateEndpoint): Problem[] {
    return this.sku?._problems({ publicNetworkAccess: true, privateEndpoint: true }) ?? [];
  }

  /**
   * Properties of a new workspace for the logs of the service; `undefined` where its resource group is not known.
   *
   * @internal
   */
  protected abstract _newWorkspace(): LogWorkspaceProps | undefined;

  /**
   * Mode of the service; `undefined` where it is not known.
   *
   * @internal
   */
  protected abstract _mode(): ServiceMode | undefined;

  /**
   * Reports whether the service takes identities of Microsoft Entra ID; `undefined` where it is not known.
   *
   * @internal
   */
  protected abstract _takesIdentities(): boolean | undefined;

  private connect(host: IAppHost, purpose: Intent, options: ConnectOptions = {}): void {
    const intent = withSettings(purpose, options.settings ?? purpose.settings);
    const role = options.role ?? intent.role;
    const { identity } = host;
    const { hostname } = this;
    const connectionString = this.connectionStringFor(identity);
    const connections = Connections.of(this, this.serviceId);
    const endpoints = connections.endpointsOf(host, intent.settings, options);
    const domains = ClientDomains.of(this, this.serviceId);
    const newOwner = () => {
      const clientEndpoint = endpoints.clientEndpoint ?? domains.endpoint;
      const all = { ...endpoints, ...(clientEndpoint !== undefined && { clientEndpoint }) };
      const service = { hostname, connectionString, clientId: identity.clientId, endpoints: all };
      return connectionOwner(this, intent.settings, intent.settings._render(service));
    };
    const owner = newOwner();
    const [mode, takesIdentities] = [this._mode(), this._takesIdentities()];
    const violations = new Violations(this);
    violations.include(connectionProblems(this, host, { intent, role, endpoints, owner, mode, takesIdentities }));
    violations.include(applicationNameProblems(options.applicationName, intent.settings));
    if (options.applicationName !== undefined) {
      violations.include(HostSettings.of(host).problems(APPLICATION_NAME, options.applicationName));
    }
    violations.throwIfAny();

    const grant = this.grant(identity, role);
    domains.connect(() => setOwned(this, host, newOwner()));
    if (options.applicationName !== undefined) host.addAppSetting(APPLICATION_NAME, options.applicationName);
    connections.keepHubs(host, {
      settings: intent.settings,
      isServer: intent.isHubServer,
      isShared: options.sharesHubs,
    });
    if (options.sharesHubs !== undefined) keepSharedHubs(host, options.sharesHubs);
    separateHubs(host, connections);
    connections.keepEndpoints(host, intent.settings, endpoints);
    if (intent.isHubServer) warnOfRuntime(host);
    if (intent.settings._isConnectionString) this.warnOfSovereignCloud();
    if (purpose !== REST_SENDER) HostOrigins.of(host).follow((origin) => this._letIn(origin));
    connections.add(host, grant);
    PrivateWay.to(this, this.serviceId).awaitedBy(host);
    if (options.connectivityCheck ?? true) PathCheck.of(this).addCaller(host, intent.requestTypes);
  }

  private warnOfSovereignCloud(): void {
    if (!isKnown(this.location)) return;
    const cloud = AzureCloud.ofLocation(this.location);
    if (cloud === AzureCloud.PUBLIC) return;
    // https://github.com/Azure/azure-signalr/issues/1877
    warn(
      this,
      'signalr/sovereign-identity',
      `the server SDK signs in to the public cloud when it reads an identity from the connection string; in the ${cloud.name} cloud pass a credential with its authority host in code`,
    );
  }
}
