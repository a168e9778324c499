import { DataAzurermSignalrService } from '@cdktf/provider-azurerm/lib/data-azurerm-signalr-service';
import { SignalrService as SignalrServiceResource } from '@cdktf/provider-azurerm/lib/signalr-service';
import { SignalrServiceNetworkAcl } from '@cdktf/provider-azurerm/lib/signalr-service-network-acl';
import { Annotations, TerraformProvider, TerraformResource, TerraformStack } from 'cdktf';
import { Construct } from 'constructs';
import { AccessRules } from './access-rules';
import { Cors } from './cors';
import { ISignalRService } from './isignalr-service';
import { NetworkAccess } from './network-access';
import { NetworkOrigin } from './network-origin';
import { RequestType } from './request-type';
import { ServiceMode } from './service-mode';
import { SignalRServiceBase } from './signalr-service-base';
import { SignalRServiceLookup } from './signalr-service-lookup';
import { Sku } from './sku';
import { RegionalResourceProps } from '../core';
import { regionalAttributes, regionalProblems, regionOf } from '../core/private/regional';
import { claimName } from '../core/private/unique-names';
import { isKnown, Violations, withoutPath } from '../core/private/violations';
import { IAppHost } from '../identity';
import { DiagnosticSetting, LogCategories, LogDestination } from '../observability';
import { IPrivateEndpoint, PrivateEndpoint, PrivateEndpointOptions } from '../privatelink';

/** What to tell of an existing SignalR service. */
export interface SignalRServiceAttributes {
  /** Azure resource id of the service. */
  readonly serviceId: string;

  /** Host name, as `NAME.service.signalr.net`. */
  readonly hostname: string;

  /**
   * Region of the service, as `centralus`.
   *
   * @default - not known
   */
  readonly location?: string;

  /**
   * Provider of role assignments on the service, for another subscription than the stack's default one:
   * `new AzurermProvider(...)` with an `alias`.
   *
   * @default - the stack's provider without an alias
   */
  readonly provider?: TerraformProvider;
}

/** Options of a private endpoint of a SignalR service. */
export interface SignalRPrivateEndpointOptions extends PrivateEndpointOptions {
  /**
   * Request types that pass through this endpoint.
   *
   * @default - the list that the service's network access gives to its endpoints
   */
  readonly access?: AccessRules;
}

/** Properties of a SignalR service. */
export interface SignalRServiceProps extends RegionalResourceProps {
  /** Name: 3 to 63 letters, digits or inner dashes, beginning with a letter. Unique in all of Azure. */
  readonly name: string;

  /** Which web pages may talk to the service from a browser. */
  readonly cors: Cors;

  /**
   * Tier and units.
   *
   * @default Sku.standard(1)
   */
  readonly sku?: Sku;

  /**
   * How the service finds the code that answers its clients.
   *
   * @default ServiceMode.DEFAULT
   */
  readonly serviceMode?: ServiceMode;

  /**
   * Who may open what, over which network.
   *
   * @default NetworkAccess.publicClientsPrivateServers()
   */
  readonly networkAccess?: NetworkAccess;
}

/**
 * Defines a SignalR service that takes no keys, and its one network access control list.
 *
 * Destroying the list opens the service: azurerm then resets it to Azure's default, which lets every request type in
 * from the public network.
 */
export class SignalRService extends SignalRServiceBase {
  /**
   * Refers to an existing service. Its network access control list stays with its owner: with Azure's default action
   * Deny a new private endpoint lets nothing in until the owner lists it.
   */
  public static fromSignalRServiceAttributes(
    scope: Construct,
    id: string,
    attributes: SignalRServiceAttributes,
  ): ISignalRService {
    class Import extends SignalRServiceBase {
      public readonly serviceId = attributes.serviceId;
      public readonly hostname = attributes.hostname;
      public readonly location = attributes.location;
      protected readonly _provider = attributes.provider;
    }
    return new Import(scope, id);
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
    class Import extends SignalRServiceBase {
      private readonly found = new DataAzurermSignalrService(this, 'Resource', {
        name: options.name,
        resourceGroupName: options.resourceGroupName,
        provider: options.provider,
      });
      public readonly serviceId = this.found.id;
      public readonly hostname = this.found.hostname;
      public readonly location = this.found.location;
      protected readonly _provider = options.provider;
    }
    return new Import(scope, id);
  }

  public readonly serviceId: string;
  public readonly hostname: string;
  public readonly location?: string;

  /** Who may open what, over which network. */
  public readonly networkAccess: NetworkAccess;

  /** The provider's resource, for settings that this class does not model. */
  public readonly resource: SignalrServiceResource;

  /** The provider's resource of the network access control list. */
  public readonly networkAclResource: SignalrServiceNetworkAcl;

  /** @internal */
  protected readonly _provider?: TerraformProvider;

  private readonly props: SignalRServiceProps;
  private readonly sku: Sku;
  private readonly serviceMode: ServiceMode;
  private readonly accessByPath = new Map<string, AccessRules>();
  private readonly servers: IAppHost[] = [];

  /**
   * Defines a service.
   *
   * Warns with `nac/entra-needs-rest` where an origin lets servers in without REST calls, which Entra authentication
   * needs.
   *
   * @throws `signalr/name`, `signalr/existing-name-conflict`, `signalr/capacity`, `signalr/free-tier-public-access`,
   * `signalr/cors`, `nac/allow-list-with-default-allow`, `nac/deny-list-with-default-deny`, `nac/dead-public-rule`,
   * `core/location`, `core/tags`; when the stack is validated also `nac/nobody-can-connect` and
   * `nac/server-unreachable`
   */
  public constructor(scope: Construct, id: string, props: SignalRServiceProps) {
    super(scope, id);
    this.props = props;
    this._provider = props.provider;
    this.sku = props.sku ?? Sku.standard(1);
    this.serviceMode = props.serviceMode ?? ServiceMode.DEFAULT;
    this.networkAccess = props.networkAccess ?? NetworkAccess.publicClientsPrivateServers();
    this.refuseBadProps();

    this.resource = new SignalrServiceResource(this, 'Resource', {
      name: props.name,
      ...regionalAttributes(props),
      sku: { name: this.sku.name, capacity: this.sku.units },
      serviceMode: this.serviceMode,
      localAuthEnabled: false,
      aadAuthEnabled: true,
      publicNetworkAccessEnabled: this.networkAccess.publicNetworkAccess,
      // Diagnostic settings deliver only what these switches produce, and azurerm leaves them off:
      // https://learn.microsoft.com/azure/azure-signalr/signalr-howto-diagnostic-logs
      connectivityLogsEnabled: true,
      messagingLogsEnabled: true,
      httpRequestLogsEnabled: true,
      cors: [{ allowedOrigins: props.cors.allowedOrigins }],
    });
    this.serviceId = this.resource.id;
    this.hostname = this.resource.hostname;
    this.location = regionOf(props);
    this.networkAclResource = new SignalrServiceNetworkAcl(this, 'NetworkAcl', {
      signalrServiceId: this.serviceId,
      defaultAction: this.networkAccess.defaultAction,
      publicNetwork: this.networkAccess.publicNetwork._render(),
      provider: props.provider,
    });
    this.warnWithoutRest(NetworkOrigin.publicNetwork(), 'the public network');
    this.node.addValidation({ validate: () => this.reachabilityProblems() });
  }

  /**
   * Adds a private endpoint and lets it into the network access control list.
   *
   * Azure takes one change of a service at a time, so endpoints are created one after another.
   *
   * @throws `signalr/free-tier-private-endpoint`, `nac/allow-list-with-default-allow`,
   * `nac/deny-list-with-default-deny`, `privatelink/other-stack`, and what `PrivateEndpoint` throws
   */
  public addPrivateEndpoint(id: string, options: SignalRPrivateEndpointOptions): PrivateEndpoint {
    const { access, ...endpointOptions } = options;
    if (access) {
      const violations = new Violations(this);
      violations.include(this.networkAccess._listProblems(access, `private endpoint ${id}`));
      violations.throwIfAny();
      this.accessByPath.set(`${this.node.path}/${id}`, access);
    }
    return new PrivateEndpoint(this, id, { ...endpointOptions, target: this });
  }

  public acceptPrivateEndpoint(endpoint: IPrivateEndpoint, resource: TerraformResource): void {
    const violations = new Violations(this);
    violations.include(this.sku._problems({ publicNetworkAccess: true, privateEndpoint: true }));
    if (TerraformStack.of(endpoint) !== TerraformStack.of(this)) {
      violations.add(
        'privatelink/other-stack',
        `${endpoint.node.path} lies in another stack, but the access control list of the service names every endpoint, so the two stacks would wait for each other; define the endpoint in the stack of the service`,
      );
    }
    violations.throwIfAny();
    super.acceptPrivateEndpoint(endpoint, resource);

    // Every endpoint is listed: an unlisted one is blocked, and shows as drift in every plan.
    this.networkAclResource.putPrivateEndpoint(
      this._endpoints.map((each) => ({ id: each.privateEndpointId, ...this.accessOf(each)._render() })),
    );
    this.warnWithoutRest(
      NetworkOrigin.privateEndpoint(this.accessOf(endpoint)),
      `private endpoint ${endpoint.node.id}`,
    );
  }

  /**
   * @throws `signalr/server-in-serverless`
   */
  public connectServer(host: IAppHost): void {
    if (this.serviceMode === ServiceMode.SERVERLESS) {
      const violations = new Violations(this);
      violations.add(
        'signalr/server-in-serverless',
        `${host.node.path} cannot be a hub server, because the service is in Serverless mode; use ServiceMode.DEFAULT`,
      );
      violations.throwIfAny();
    }
    super.connectServer(host);
    this.servers.push(host);
  }

  /** Sends all logs and metrics of the service to a destination. */
  public sendLogsTo(destination: LogDestination): DiagnosticSetting {
    const workspace = destination._workspaceIn(this, {
      name: `log-${this.props.name}`,
      resourceGroup: this.props.resourceGroup,
      location: this.location,
      tags: this.props.tags,
      provider: this.props.provider,
    });
    return new DiagnosticSetting(this, 'DiagnosticSetting', {
      name: 'logs',
      targetResourceId: this.serviceId,
      workspace,
      logs: LogCategories.of('AllLogs'),
      provider: this.props.provider,
    });
  }

  /** @internal */
  protected _publicServersAllowed(): boolean | undefined {
    return this.networkAccess.evaluate(NetworkOrigin.publicNetwork(), RequestType.SERVER_CONNECTION).allowed;
  }

  private refuseBadProps(): void {
    const { name, cors } = this.props;
    const violations = new Violations(this);
    if (isKnown(name) && !/^[a-zA-Z][a-zA-Z0-9-]{1,61}[a-zA-Z0-9]$/.test(name)) {
      violations.add(
        'signalr/name',
        `"${name}" is not a SignalR service name; use 3 to 63 letters, digits or inner dashes, beginning with a letter`,
      );
    }
    violations.include(claimName(this, 'signalr', name, 'signalr/existing-name-conflict'));
    violations.include(
      this.sku._problems({
        publicNetworkAccess: this.networkAccess.publicNetworkAccess,
        privateEndpoint: false,
      }),
    );
    violations.include(this.networkAccess._problems());
    violations.include(cors._problems());
    violations.include(regionalProblems(this, this.props));
    violations.throwIfAny();
  }

  private accessOf(endpoint: IPrivateEndpoint): AccessRules {
    return this.accessByPath.get(endpoint.node.path) ?? this.networkAccess.privateEndpoints;
  }

  private reachabilityProblems(): string[] {
    const origins = [
      NetworkOrigin.publicNetwork(),
      ...this._endpoints.map((endpoint) => NetworkOrigin.privateEndpoint(this.accessOf(endpoint))),
    ];
    const open = (type: RequestType) => origins.some((origin) => this.networkAccess.evaluate(origin, type).allowed);
    const problems = [];
    if (!Object.values(RequestType).some(open)) {
      problems.push({
        code: 'nac/nobody-can-connect',
        message: `neither the public network nor any of ${this._endpoints.length} private endpoints lets a request in; add an endpoint or allow request types`,
      });
    }
    if (this.servers.length > 0 && !open(RequestType.SERVER_CONNECTION)) {
      const hosts = this.servers.map((host) => host.node.path).join(', ');
      problems.push({
        code: 'nac/server-unreachable',
        message: `${hosts} cannot open a ServerConnection over any network; add a private endpoint that allows it`,
      });
    }
    return problems.map(withoutPath);
  }

  private warnWithoutRest(origin: NetworkOrigin, place: string): void {
    if (!this.networkAccess._lacksRest(origin)) return;
    // https://github.com/Azure/azure-signalr/issues/1361
    Annotations.of(this).addWarning(
      `[nac/entra-needs-rest] ${place} allows ServerConnection without RESTAPI; with Entra authentication a hub server fetches a temporary key over REST first and may get 401, so allow RESTAPI too`,
    );
  }
}
