import { Construct } from 'constructs';
import { AppHost } from './app-host';
import { AppNetwork } from './app-network';
import { LinuxWebApp, ServicePlan } from './appservice';
import { AzureCloud, IResourceGroup, ResourceGroup } from './core';
import { locationProblems, normalizeLocation } from './core/private/locations';
import { namePartOf, NameRules, ResourceNames } from './core/private/resource-names';
import { tagProblems } from './core/private/tags';
import { isKnown, Problem, Violations } from './core/private/violations';
import { PrivateDnsZone, PrivateLinkZone } from './dns';
import { ManagedIdentity } from './identity';
import { NetworkSecurityGroup, Subnet, VirtualNetwork } from './network';
import { ILogWorkspace, LogDestination } from './observability';
import { PrivateEndpoint } from './privatelink';
import { Cors, NetworkAccess, NetworkOrigin, RequestType, SignalRService, Sku } from './signalr';

/** Properties of a secured SignalR app. */
export interface SecureSignalRAppProps {
  /** Azure region, as `centralus` or `Central US`. Names are made of it, so it must be known at synth. */
  readonly location: string;

  /**
   * What the app is called in the names of its resources: lower-case letters, digits and inner dashes.
   *
   * @default - made of the construct's id
   */
  readonly workload?: string;

  /**
   * Stage in the names of the resources, as `prod`: lower-case letters, digits and inner dashes.
   *
   * @default - no stage in the names
   */
  readonly environment?: string;

  /**
   * Text that goes into the hash of names that are unique in all of Azure, such as the name of your organization.
   *
   * Without it the hash is made of the construct's path, workload, environment and region, so two organizations that
   * use the same ones get the same names, and the second finds them taken. Changing it replaces the SignalR service
   * and the web app.
   *
   * @default - only the construct's path, workload, environment and region
   */
  readonly nameSeed?: string;

  /**
   * Resource group of all resources.
   *
   * @default - a new one
   */
  readonly resourceGroup?: IResourceGroup;

  /**
   * The network of the app.
   *
   * @default AppNetwork.define()
   */
  readonly network?: AppNetwork;

  /**
   * Tier and units of the SignalR service; not Free, which has no private endpoints.
   *
   * @default Sku.standard(1)
   */
  readonly sku?: Sku;

  /**
   * Who may open what on the SignalR service, over which network.
   *
   * @default NetworkAccess.publicClientsPrivateServers()
   */
  readonly networkAccess?: NetworkAccess;

  /**
   * Origins of web pages that may talk to the SignalR service, beside those that the web app itself serves.
   *
   * @default - only the web app's own pages
   */
  readonly allowedOrigins?: string[];

  /**
   * The hub server.
   *
   * @default AppHost.linuxWebApp()
   */
  readonly host?: AppHost;

  /**
   * Where logs and metrics go.
   *
   * @default LogDestination.newWorkspace()
   */
  readonly logs?: LogDestination;

  /**
   * Tags of all resources.
   *
   * @default - no tags
   */
  readonly tags?: { [name: string]: string };
}

/**
 * Defines a SignalR service and a web app whose server traffic never crosses the public internet.
 *
 * The app calls out through its own subnet, finds the service at a private address, and is let in only there. It signs
 * in with a managed identity; there are no keys. Browsers connect to the service over the internet, or privately with
 * `NetworkAccess.privateOnly()`.
 */
export class SecureSignalRApp extends Construct {
  /** Resource group of all resources, new or given. */
  public readonly resourceGroup: IResourceGroup;

  /** The network of the app. */
  public readonly virtualNetwork: VirtualNetwork;

  /** The subnet through which the web app calls out. */
  public readonly integrationSubnet: Subnet;

  /** Security group of the subnet through which the web app calls out. */
  public readonly integrationSecurityGroup: NetworkSecurityGroup;

  /** The subnet that holds the private endpoint. */
  public readonly privateEndpointSubnet: Subnet;

  /** Security group of the subnet that holds the private endpoint. */
  public readonly privateEndpointSecurityGroup: NetworkSecurityGroup;

  /** The zone in which the web app finds the service's private address. */
  public readonly privateDnsZone: PrivateDnsZone;

  /** The SignalR service. */
  public readonly signalr: SignalRService;

  /** The private endpoint of the SignalR service. */
  public readonly privateEndpoint: PrivateEndpoint;

  /** The identity with which the web app signs in to the SignalR service. */
  public readonly identity: ManagedIdentity;

  /** The plan that the web app runs on. */
  public readonly servicePlan: ServicePlan;

  /** The web app: the hub server. */
  public readonly webApp: LinuxWebApp;

  /** The workspace that logs and metrics go to. */
  public readonly logWorkspace: ILogWorkspace;

  /**
   * Defines the whole architecture.
   *
   * @throws all violations of the input at once, each with the path of the construct that it would break and its
   * code: `core/*`, `network/*`, `signalr/*`, `nac/*`, `appservice/*`, `logs/*`
   */
  public constructor(scope: Construct, id: string, props: SecureSignalRAppProps) {
    super(scope, id);
    const parts = new Parts(this, props);
    parts.refuseBadInput();

    const { names, networkAccess, location } = parts;
    const { tags } = props;
    this.resourceGroup =
      props.resourceGroup ??
      new ResourceGroup(this, 'ResourceGroup', { name: names.of(NameRules.RESOURCE_GROUP), location, tags });
    const resourceGroup = this.resourceGroup;
    const regional = { resourceGroup, location, tags };

    const network = parts.network._bind(this, names, regional, parts.clientsArePrivate);
    this.virtualNetwork = network.virtualNetwork;
    this.integrationSubnet = network.integrationSubnet;
    this.integrationSecurityGroup = network.integrationSecurityGroup;
    this.privateEndpointSubnet = network.privateEndpointSubnet;
    this.privateEndpointSecurityGroup = network.privateEndpointSecurityGroup;

    this.privateDnsZone = new PrivateDnsZone(this, 'PrivateDnsZone', {
      zoneName: PrivateLinkZone.SIGNALR.nameIn(AzureCloud.ofLocation(location)),
      resourceGroup,
      tags,
    });
    this.privateDnsZone.addVirtualNetworkLink('VirtualNetworkLink', {
      name: `link-${names.of(NameRules.VIRTUAL_NETWORK)}`,
      virtualNetwork: this.virtualNetwork,
    });

    this.logWorkspace = parts.logs._workspaceIn(this, { ...regional, name: names.of(NameRules.LOG_WORKSPACE) });
    const logs = LogDestination.workspace(this.logWorkspace);

    this.signalr = new SignalRService(this, 'SignalR', {
      ...regional,
      name: names.of(NameRules.SIGNALR_SERVICE),
      sku: props.sku,
      networkAccess,
      cors: parts.cors,
    });
    this.privateEndpoint = this.signalr.addPrivateEndpoint('PrivateEndpoint', {
      name: names.of(NameRules.PRIVATE_ENDPOINT, 'signalr'),
      resourceGroup,
      subnet: this.privateEndpointSubnet,
      privateDnsZone: this.privateDnsZone,
      tags,
    });
    this.signalr.sendLogsTo(logs);

    this.identity = new ManagedIdentity(this, 'Identity', { ...regional, name: names.of(NameRules.MANAGED_IDENTITY) });
    const host = parts.host._bind(this, {
      names,
      regional,
      identity: this.identity,
      integrationSubnet: this.integrationSubnet,
    });
    this.servicePlan = host.servicePlan;
    this.webApp = host.webApp;
    this.webApp.sendLogsTo(logs);
    this.signalr.connectServer(this.webApp);
  }
}

/** The input with its defaults, and the one place where all of it is judged. */
class Parts {
  public readonly location: string;
  public readonly names: ResourceNames;
  public readonly network: AppNetwork;
  public readonly networkAccess: NetworkAccess;
  public readonly host: AppHost;
  public readonly logs: LogDestination;
  private readonly sku: Sku;

  public constructor(
    private readonly app: Construct,
    private readonly props: SecureSignalRAppProps,
  ) {
    this.location = normalizeLocation(props.location);
    this.names = new ResourceNames({
      workload: props.workload ?? namePartOf(app.node.id),
      environment: props.environment,
      location: this.location,
      uniqueTo: `${app.node.addr} ${props.nameSeed ?? ''}`,
    });
    this.network = props.network ?? AppNetwork.define();
    this.networkAccess = props.networkAccess ?? NetworkAccess.publicClientsPrivateServers();
    this.host = props.host ?? AppHost.linuxWebApp();
    this.logs = props.logs ?? LogDestination.newWorkspace();
    this.sku = props.sku ?? Sku.standard(1);
  }

  public get clientsArePrivate(): boolean {
    return this.letsIn(RequestType.CLIENT_CONNECTION);
  }

  /**
   * The web app's own pages and those given. The host name is written out: a reference to the app would close a cycle,
   * because the app waits for its role on the service.
   */
  public get cors(): Cors {
    const domain = AzureCloud.ofLocation(this.location).appServiceDomain;
    const ownOrigin = `https://${this.names.of(NameRules.WEB_APP)}.${domain}`;
    return Cors.allowOrigins(ownOrigin, ...(this.props.allowedOrigins ?? []));
  }

  public refuseBadInput(): void {
    const violations = new Violations(this.app);
    violations.include(locationProblems(this.app, this.props.location));
    if (!isKnown(this.props.location)) {
      violations.add(
        'core/location',
        'the region is only known when Terraform runs, but names are made of it; give it as plain text',
      );
    }
    violations.include(this.names.problems());
    violations.include(tagProblems(this.props.tags));
    violations.include(this.network._problems(this.clientsArePrivate), 'VirtualNetwork');
    violations.include(
      this.sku._problems({ publicNetworkAccess: this.networkAccess.publicNetworkAccess, privateEndpoint: true }),
      'SignalR',
    );
    violations.include(this.networkAccess._problems(), 'SignalR');
    violations.include(this.originProblems(), 'SignalR');
    if (!this.letsIn(RequestType.SERVER_CONNECTION)) {
      violations.include(
        [
          {
            code: 'nac/server-unreachable',
            message:
              'the web app finds the service at its private endpoint, which does not allow ServerConnection; use NetworkAccess.publicClientsPrivateServers()',
          },
        ],
        'SignalR',
      );
    }
    violations.include(this.host._problems(), 'WebApp');
    violations.include(this.logs._problems, 'LogWorkspace');
    violations.throwIfAny();
  }

  private originProblems(): Problem[] {
    const { allowedOrigins = [] } = this.props;
    return allowedOrigins.length > 0 ? Cors.allowOrigins(...allowedOrigins)._problems() : [];
  }

  private letsIn(requestType: RequestType): boolean {
    return this.networkAccess.evaluate(NetworkOrigin.privateEndpoint(), requestType).allowed;
  }
}
