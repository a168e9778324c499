import { SignalrService as SignalrServiceResource } from '@cdktf/provider-azurerm/lib/signalr-service';
import { SignalrServiceNetworkAcl } from '@cdktf/provider-azurerm/lib/signalr-service-network-acl';
import { TerraformProvider, TerraformResource, TerraformStack } from 'cdktf';
import { Construct } from 'constructs';
import { Cors } from './cors';
import { settingsAttributes, settingsProblems } from './internal/settings';
import { IpRule } from './ip-rule';
import { ISignalRService } from './isignalr-service';
import { ExistingSignalRService } from './private/existing-signalr-service';
import { Sku } from './sku';
import { Upstream } from './upstream';
import { IResourceGroup } from '../core';
import { IPrincipal, Principal } from '../identity';
import {
  AddAutoscaleOptions,
  AutoscaleSetting,
  DiagnosticSetting,
  LogDestination,
  LogWorkspaceProps,
  SendLogsOptions,
} from '../observability';
import { IPrivateEndpoint } from '../privatelink';
import { serviceNameProblems } from './internal/names';
import { AccessList } from './private/access-list';
import { AzapiSettings } from './private/azapi-settings';
import { defineAutoscale, leaveUnits } from './private/define-autoscale';
import { identityProblems } from './private/identity-problems';
import { listConflictProblems } from './private/list-conflicts';
import { lookedUp } from './private/looked-up';
import { UpstreamList, upstreamProblems } from './private/upstream-list';
import { ServiceChange } from './service-change';
import { ServiceMode } from './service-mode';
import { SignalRServiceAttributes } from './signalr-service-attributes';
import { SignalRServiceBase } from './signalr-service-base';
import { SignalRServiceLookup } from './signalr-service-lookup';
import { SignalRServiceProps } from './signalr-service-props';
import { defineLock } from '../core/internal/lock';
import { regionalAttributes, regionalProblems, regionOf } from '../core/internal/regional';
import { Problem, refuse, Violations, withoutPath } from '../core/internal/violations';
import { beginDefinition } from '../placement/definition';
import { AccessRules } from './values/access-rules';
import { NetworkAccess } from './values/network-access';
import { checkInput } from '../core/internal/input/check-input';
import { withProvider } from '../core/internal/providers';

/**
 * Defines a SignalR service that takes no keys, and its one network access control list.
 *
 * Destroying the list opens the service: azurerm then resets it to Azure's default, which allows every request type
 * from the public network.
 */
export class SignalRService extends SignalRServiceBase {
  /**
   * Refers to an existing service. Its network access control list stays with its owner: with Azure's default action
   * Deny a new private endpoint allows nothing until the owner lists it.
   *
   * @throws `signalr/service-id`, `signalr/hostname`, `signalr/capacity`, `core/location`, `identity/principal-id`
   */
  public static fromSignalRServiceAttributes(
    scope: Construct,
    id: string,
    attributes: SignalRServiceAttributes,
  ): ISignalRService {
    checkInput('signalr.SignalRService.fromSignalRServiceAttributes', arguments);
    return new ExistingSignalRService(scope, id, () => attributes);
  }

  /**
   * Refers to an existing service by its name, which Terraform looks up.
   *
   * The region is only known then, so it is not judged. azurerm reads the service's keys as well: they get into the
   * Terraform state, and the deployer must be allowed to list them. `fromSignalRServiceAttributes` reads nothing.
   *
   * @see https://registry.terraform.io/providers/hashicorp/azurerm/4.55.0/docs/data-sources/signalr_service
   */
  public static fromLookup(scope: Construct, id: string, options: SignalRServiceLookup): ISignalRService {
    checkInput('signalr.SignalRService.fromLookup', arguments);
    return new ExistingSignalRService(scope, id, (service) => lookedUp(service, options));
  }

  public readonly serviceId: string;
  public readonly hostname: string;
  public readonly location?: string;
  public readonly resourceGroup?: IResourceGroup;
  public readonly principal?: IPrincipal;
  public readonly sku?: Sku;

  /** Request types that the service allows, for each network. */
  public readonly networkAccess: NetworkAccess;

  /** The provider's resource, for settings that this class does not model. */
  public readonly resource: SignalrServiceResource;

  /** The provider's resource of the network access control list. */
  public readonly networkAclResource: SignalrServiceNetworkAcl;

  /** @internal */
  public readonly _ownName: string;

  /** @internal */
  public readonly _tags?: { [name: string]: string };

  /** @internal */
  public readonly _provider?: TerraformProvider;

  private readonly props: SignalRServiceProps;
  private cors: Cors;
  private readonly tier: Sku;
  private readonly serviceMode: ServiceMode;
  private readonly accessList: AccessList;
  private readonly upstreams: UpstreamList;
  private readonly azapiSettings: AzapiSettings;
  private autoscale?: AutoscaleSetting;

  /**
   * Defines a service.
   *
   * Warns with `nac/entra-needs-rest` where an origin allows servers without REST calls, which Entra authentication
   * needs.
   *
   * @throws `signalr/name`, `signalr/capacity`, `signalr/free-tier-public-access`,
   * `signalr/free-tier-client-certificate`, `signalr/cors`, `signalr/no-authentication`, `signalr/serverless-timeout`,
   * `signalr/ip-rule`, `nac/allow-list-with-default-allow`, `nac/deny-list-with-default-deny`, `nac/dead-public-rule`,
   * `lock/name`, `core/location`, `core/tags`, `core/timeouts`, `core/azapi-provider`, and what `addUpstream` throws;
   * when the stack is validated also `signalr/identity`, `signalr/region-endpoint`, `nac/nobody-can-connect`,
   * `nac/trace-unreachable`, `nac/dead-ip-rule`, `nac/allow-and-deny`, `nac/duplicate` and `signalr/upstream-cycle`
   */
  public constructor(scope: Construct, id: string, given: SignalRServiceProps) {
    checkInput('signalr.SignalRService', arguments);
    super(scope, id);
    const props = withProvider(this, given, given.resourceGroup);
    this.props = props;
    this.cors = props.cors;
    this._ownName = props.name;
    this._tags = props.tags;
    this._provider = props.provider;
    this.tier = props.sku ?? Sku.standard(1);
    this.sku = this.tier;
    this.serviceMode = props.serviceMode ?? ServiceMode.DEFAULT;
    this.networkAccess = props.networkAccess ?? NetworkAccess.publicClientsPrivateServers();
    this.refuseBadProps();
    beginDefinition(this);
    this.resource = new SignalrServiceResource(this, 'Resource', {
      name: props.name,
      ...regionalAttributes(props),
      sku: { name: this.tier.name, capacity: this.tier.units },
      serviceMode: this.serviceMode,
      publicNetworkAccessEnabled: this.networkAccess.publicNetworkAccess,
      cors: [{ allowedOrigins: this.cors.allowedOrigins }],
      ...settingsAttributes(props),
    });
    leaveUnits(this.tier, this.resource);
    this.serviceId = this.resource.id;
    this.hostname = this.resource.hostname;
    this.location = regionOf(props);
    this.resourceGroup = props.resourceGroup;
    this.principal = this.definePrincipal();
    this.networkAclResource = new SignalrServiceNetworkAcl(this, 'NetworkAcl', {
      signalrServiceId: this.serviceId,
      defaultAction: this.networkAccess.defaultAction,
      publicNetwork: this.networkAccess.publicNetwork._render(),
      provider: props.provider,
    });
    this.changeInOrder(ServiceChange.NETWORK_ACL, this.networkAclResource);
    const { entraAuthentication = true } = props;
    this.accessList = new AccessList(this, this.networkAccess, this.networkAclResource, entraAuthentication);
    this.node.addValidation({ validate: () => this.problemsOfTheWhole().map(withoutPath) });
    if (props.lock ?? props.lockName !== undefined) defineLock(this, this.serviceId, props.provider, props.lockName);
    this.azapiSettings = new AzapiSettings(this, this.networkAclResource, props);
    this.upstreams = new UpstreamList(this, this.upstreamService, this.resource);
    (props.upstreams ?? []).forEach((upstream) => this.addUpstream(upstream));
  }

  /**
   * Gives a private endpoint its own list of request types, also an endpoint that another team defined for the service.
   * Such an endpoint would be blocked, and show as drift, while the list does not name it.
   *
   * @throws `nac/unknown-endpoint`, `nac/endpoint-id`, `nac/duplicate-endpoint`, `nac/allow-list-with-default-allow`,
   * `nac/deny-list-with-default-deny`
   */
  public addAccessRules(endpoint: IPrivateEndpoint, rules: AccessRules): void {
    checkInput('signalr.SignalRService.addAccessRules', arguments, this);
    this.accessList.addRules(endpoint, rules);
  }

  /**
   * @throws `signalr/free-tier-private-endpoint`, `privatelink/other-stack`
   */
  public acceptPrivateEndpoint(endpoint: IPrivateEndpoint, resource: TerraformResource): void {
    checkInput('signalr.SignalRService.acceptPrivateEndpoint', arguments, this);
    super.acceptPrivateEndpoint(endpoint, resource);
    this.accessList.add(endpoint);
  }

  /**
   * Lets the pages of further origins talk to the service.
   *
   * @param origins at least one, such as `https://example.com`; for a connected app or slot its `origin`, because a
   * reference to its host name would make the two wait for each other
   * @throws `signalr/cors`
   */
  public addAllowedOrigins(...origins: string[]): void {
    checkInput('signalr.SignalRService.addAllowedOrigins', arguments, this);
    const more = Cors.allowOrigins(...origins);
    refuse(this, more._problems());
    this.cors = this.cors._with(more);
    this.resource.putCors([{ allowedOrigins: this.cors.allowedOrigins }]);
  }

  /**
   * Sends events of clients to an upstream; Serverless mode only.
   *
   * Lets the service's identity read the secrets that the address takes from Key Vaults. With a user-assigned identity
   * the service waits for that. With a system-assigned one Azure grants the role after the service is there, and the
   * service may get its first secrets up to 30 minutes later.
   *
   * @param upstream where to, and which events
   * @throws `signalr/upstream-requires-serverless`, `signalr/upstream-url`, `signalr/upstream-secret`,
   * `signalr/upstream-identity`, `signalr/upstream-pattern`, `signalr/upstream-audience`, `signalr/upstream-overlap`,
   * `vault/secret-name`, `vault/secret-version`, and what `RoleAssignment` throws; when the stack is validated also
   * `signalr/upstream-cycle`, `signalr/upstream-trigger-key`, `signalr/upstream-sign-in` and
   * `signalr/vault-unreachable`
   */
  public addUpstream(upstream: Upstream): void {
    checkInput('signalr.SignalRService.addUpstream', arguments, this);
    this.upstreams.add(upstream);
  }

  /**
   * Adds a rule for a range of public addresses, after those that there are. Needs the azapi provider.
   *
   * @param rule what is let in or kept out
   * @throws `signalr/ip-rule`; when the stack is validated also `nac/dead-ip-rule`
   */
  public addIpRule(rule: IpRule): void {
    checkInput('signalr.SignalRService.addIpRule', arguments, this);
    this.azapiSettings.addIpRule(rule);
  }

  /**
   * Lets Azure Monitor change the number of units with the load, once for a service: Premium tiers only. By default
   * units come above 70 percent of the connection quota or of the server load, and go below 20 percent of both.
   * Terraform then ignores the `capacity` of the service, so no apply undoes a change: `sku` counts at creation.
   *
   * @throws `autoscale/tier`, `autoscale/bounds`, `autoscale/duplicate`, and what `AutoscaleSetting` throws
   * @see https://learn.microsoft.com/azure/azure-signalr/signalr-howto-scale-autoscale
   */
  public addAutoscale(id: string, options: AddAutoscaleOptions): AutoscaleSetting {
    checkInput('signalr.SignalRService.addAutoscale', arguments, this);
    const { resource, serviceId, location, props, tier, autoscale: existing } = this;
    const service = { resource, serviceId, location, props, tier, existing };
    this.autoscale = defineAutoscale(this, id, service, options);
    this._attached.add(this.autoscale.resource);
    return this.autoscale;
  }

  /** The `azapi_update_resource` of IP rules and region endpoint; `undefined` without them. */
  public get azapiSettingsResource(): TerraformResource | undefined {
    return this.azapiSettings.resource;
  }

  /**
   * @throws `logs/nothing-recorded` where the service records no type of logs, `logs/destination`,
   * `logs/duplicate-setting`, and what `LogWorkspace` throws
   */
  public sendLogsTo(destination: LogDestination, options?: SendLogsOptions): DiagnosticSetting {
    checkInput('signalr.SignalRService.sendLogsTo', arguments, this);
    if (this.props.logTypes?.length === 0 && !destination._isNowhere) {
      const message =
        'logs are to be sent, but logTypes is empty, so the service records none; name types, or leave logTypes out for all';
      refuse(this, [{ code: 'logs/nothing-recorded', message }]);
    }
    return super.sendLogsTo(destination, options);
  }

  /** @internal */
  protected override _letIn(origin: string): void {
    this.addAllowedOrigins(origin);
  }

  /** @internal */
  protected _acceptRules(endpointPath: string, rules: AccessRules): void {
    this.accessList.acceptRules(endpointPath, rules);
  }

  /** @internal */
  protected _endpointProblems(endpoint: IPrivateEndpoint): Problem[] {
    const problems = super._endpointProblems(endpoint);
    if (TerraformStack.of(endpoint) === TerraformStack.of(this)) return problems;
    const message = `${endpoint.node.path} is in another stack, but the access control list of the service names every endpoint, so the two stacks would wait for each other; define the endpoint in the stack of the service`;
    return [...problems, { code: 'privatelink/other-stack', message }];
  }

  /** @internal */
  protected _newWorkspace(): LogWorkspaceProps {
    const { name, resourceGroup, tags, provider } = this.props;
    return { name: `log-${name}`, resourceGroup, location: this.location, tags, provider };
  }

  /** @internal */
  protected _mode(): ServiceMode {
    return this.serviceMode;
  }

  /** @internal */
  protected _takesIdentities(): boolean {
    return this.props.entraAuthentication ?? true;
  }

  private get upstreamService() {
    return { serviceMode: this.serviceMode, identity: this.props.identity };
  }

  private definePrincipal(): IPrincipal | undefined {
    const { identity } = this.props;
    if (!identity) return undefined;
    const { principalId } = this.resource.identity;
    return identity.managedIdentity ?? Principal.servicePrincipal(this, 'Principal', principalId);
  }

  private problemsOfTheWhole(): Problem[] {
    const { liveTrace = [] } = this.props;
    return [
      ...identityProblems(this.resource.identityInput),
      ...this.accessList.problems(liveTrace.length > 0),
      ...listConflictProblems(this.networkAclResource),
      ...this.azapiSettings.problems(this.networkAccess),
      ...this.upstreams.problems(),
    ];
  }

  private refuseBadProps(): void {
    const { name, cors, upstreams = [] } = this.props;
    const violations = new Violations(this);
    violations.include(serviceNameProblems(name));
    violations.include(
      this.tier._problems({
        publicNetworkAccess: this.networkAccess.publicNetworkAccess,
        privateEndpoint: false,
        clientCertificate: this.props.tlsClientCertificate,
      }),
    );
    violations.include(this.networkAccess._problems());
    violations.include(cors._problems());
    violations.include(settingsProblems(this.props));
    violations.include(upstreamProblems(this.upstreamService, upstreams));
    violations.include(regionalProblems(this, this.props));
    violations.throwIfAny();
  }
}
