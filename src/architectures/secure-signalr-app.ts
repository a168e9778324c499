import { TerraformOutput } from 'cdktf';
import { Construct } from 'constructs';
import { IApp, LinuxWebApp, OsType, ServicePlan, WindowsWebApp } from '../appservice';
import { PrivatePathCheck } from '../connectivity';
import { IResourceGroup } from '../core';
import { IPrivateDnsZone } from '../dns';
import { pauseStackTraces } from '../engine/stack-traces';
import { ExpectedRole, ExpectedRoles, IManagedIdentity } from '../identity';
import {
  ISubnet,
  IVirtualNetwork,
  NatGateway,
  NetworkSecurityGroup,
  RouteTable,
  Subnet,
  SubnetOptions,
  VirtualNetwork,
} from '../network';
import { ActionGroup, DiagnosticSetting, ILogWorkspace, MetricAlert } from '../observability';
import { PrivateEndpoint } from '../privatelink';
import { SignalRService } from '../signalr';
import { AppEndpointOptions } from './app-endpoint-options';
import { addSubnet } from './private/add-subnet';
import { AppEndpoints } from './private/app-endpoints';
import { AppInput } from './private/app-input';
import { holdToBaseline } from './private/baseline';
import { bindDns, defineFoundation, defineLogs, defineService, ZoneUse } from './private/service-parts';
import { appChecks, defineOutputs, serviceChecks } from './private/verification';
import { SecureSignalRAppProps } from './secure-signalr-app-props';
import { checkInput } from '../core/internal/input/check-input';

/**
 * Defines a SignalR service and a web app whose server traffic never crosses the public internet.
 *
 * The app calls out through its own subnet, finds the service at a private address, and is allowed only there. It signs
 * in with a managed identity; there are no keys. Browsers connect to the service over the internet, or privately with
 * `NetworkAccess.privateOnly()`.
 *
 * The JSON is for azurerm 4.55. With the construct context `azurermMajor: 5` it is for azurerm 5.2 and later 5.x.
 */
export class SecureSignalRApp extends Construct {
  /** Resource group of all resources; a `core.ResourceGroup` where it is new. */
  public readonly resourceGroup: IResourceGroup;

  /** The network of the app; a `network.VirtualNetwork` where it is new. */
  public readonly virtualNetwork: IVirtualNetwork;

  /** The subnet through which the web app calls out; a `network.Subnet` where it is new. */
  public readonly integrationSubnet: ISubnet;

  /** Security group of the subnet through which the web app calls out; `undefined` for an existing network. */
  public readonly integrationSecurityGroup?: NetworkSecurityGroup;

  /** The subnet that holds the private endpoint; a `network.Subnet` where it is new. */
  public readonly privateEndpointSubnet: ISubnet;

  /** Security group of the subnet that holds the private endpoint; `undefined` for an existing network. */
  public readonly privateEndpointSecurityGroup?: NetworkSecurityGroup;

  /** The gateway that gives the app its fixed public address, with `AppOutbound.natGateway()`. */
  public readonly natGateway?: NatGateway;

  /** The routes of the app's subnet, with `AppOutbound.firewall(...)`. */
  public readonly routeTable?: RouteTable;

  /**
   * The zone in which the web app finds the service's private address; a `dns.PrivateDnsZone` where it is new,
   * `undefined` where others keep the record.
   */
  public readonly privateDnsZone?: IPrivateDnsZone;

  /** The SignalR service. */
  public readonly signalr: SignalRService;

  /** The private endpoint of the SignalR service. */
  public readonly privateEndpoint: PrivateEndpoint;

  /**
   * The identity with which the web app signs in to the SignalR service; an `identity.ManagedIdentity` where it
   * is new.
   */
  public readonly identity: IManagedIdentity;

  /** The new plan that the web app runs on; `undefined` for an existing app or plan. */
  public readonly servicePlan?: ServicePlan;

  /**
   * The web app: the hub server. It is also the one of `linuxWebApp` and `windowsWebApp` that it is, where it is new.
   */
  public readonly webApp: IApp;

  /** The web app with `AppHost.linuxWebApp(...)`, which is the default. */
  public readonly linuxWebApp?: LinuxWebApp;

  /** The web app with `AppHost.windowsWebApp(...)`. */
  public readonly windowsWebApp?: WindowsWebApp;

  /** Diagnostic setting for the logs of the SignalR service, or the reason why they are not sent. */
  public readonly signalrDiagnosticSetting: DiagnosticSetting;

  /** Diagnostic setting that sends the logs of the web app to their destination; `undefined` for an existing app. */
  public readonly webAppDiagnosticSetting?: DiagnosticSetting;

  /**
   * The workspace that logs and metrics go to; an `observability.LogWorkspace` where it is new, `undefined` where they
   * go elsewhere only, or nowhere.
   */
  public readonly logWorkspace?: ILogWorkspace;

  /** The new action group, with `alertReceivers`. */
  public readonly actionGroup?: ActionGroup;

  /** The recommended alerts on the SignalR service; none without `alertReceivers` and `actionGroups`. */
  public readonly alerts: MetricAlert[];

  private readonly newNetwork?: VirtualNetwork;
  private readonly endpoints: AppEndpoints;
  private readonly roleList?: ExpectedRoles;
  private readonly osType?: OsType;

  /**
   * Defines the whole architecture.
   *
   * @throws all violations of the input at once, each with the path of the construct that it would break and its
   * code: `core/*`, `network/*`, `dns/*`, `privatelink/*`, `signalr/*`, `nac/*`, `appservice/*`, `logs/*`, `alerts/*`
   */
  public constructor(scope: Construct, id: string, props: SecureSignalRAppProps) {
    checkInput('SecureSignalRApp', arguments);
    super(scope, id);
    const resume = pauseStackTraces();
    try {
      const input = new AppInput(this, props);
      input.refuseBadInput();
      if (props.roleAssignments === false) this.roleList = ExpectedRoles.attach(this);

      const { service } = input;
      const foundation = defineFoundation(this, service, props);
      const { regional, network } = foundation;
      this.resourceGroup = foundation.resourceGroup;
      this.virtualNetwork = network.virtualNetwork;
      this.newNetwork = network.newNetwork;
      this.endpoints = new AppEndpoints(this, foundation, input.dns);
      this.integrationSubnet = network.integrationSubnet;
      this.integrationSecurityGroup = network.integrationSecurityGroup;
      this.privateEndpointSubnet = network.privateEndpointSubnet;
      this.privateEndpointSecurityGroup = network.privateEndpointSecurityGroup;
      this.natGateway = network.natGateway;
      this.routeTable = network.routeTable;

      const use: ZoneUse = {
        endpoint: 'privateEndpoint',
        zoneId: 'PrivateDnsZone',
        linkId: 'VirtualNetworkLink',
      };
      const dns = bindDns(this, input.dns, use, service, foundation);
      this.privateDnsZone = dns.privateDnsZone;
      const logs = defineLogs(this, service, foundation);
      this.logWorkspace = logs._logWorkspace;

      const parts = defineService(this, service, props, foundation, { dns, logs, cors: input.cors });
      this.signalr = parts.signalr;
      this.privateEndpoint = parts.privateEndpoint;
      this.signalrDiagnosticSetting = parts.signalrDiagnosticSetting;
      this.actionGroup = parts.actionGroup;
      this.alerts = parts.alerts;

      const { names } = service;
      const host = input.host.bind({ scope: this, names, regional, integrationSubnet: this.integrationSubnet });
      this.identity = host.identity;
      this.servicePlan = host.servicePlan;
      this.osType = host.osType;
      this.webApp = host.webApp;
      this.linuxWebApp = host.linuxWebApp;
      this.windowsWebApp = host.windowsWebApp;
      this.webAppDiagnosticSetting = (host.linuxWebApp ?? host.windowsWebApp)?.sendLogsTo(logs, {
        name: names.of('webAppDiagnosticSetting'),
      });
      const { connectivityCheck = true } = props;
      this.signalr.connectServer(this.webApp, { connectivityCheck });
      if (connectivityCheck) PrivatePathCheck.attach(this.signalr);
      holdToBaseline(this, props, input.service.networkAccess, input.host.isPublic);
    } finally {
      resume();
    }
  }

  /**
   * The roles that another team is to assign, with `roleAssignments: false`; none otherwise. Roles that are granted on
   * parts of the architecture later are among them.
   */
  public get expectedRoles(): ExpectedRole[] {
    return this.roleList?.roles ?? [];
  }

  /**
   * Defines a further subnet of the new network, after those of the architecture, which stay where they are.
   *
   * @throws `network/existing-network`, and what `VirtualNetwork.addSubnet` throws
   */
  public addSubnet(id: string, options: SubnetOptions): Subnet {
    checkInput('SecureSignalRApp.addSubnet', arguments, this);
    return addSubnet(this, this.newNetwork, id, options);
  }

  /**
   * Defines a further private endpoint in the subnet of the architecture's own: of the app itself, or of any other
   * service. A new network allows the app at the ports of the service, and `clients`; the security groups of an
   * existing one stay as they are.
   *
   * @throws `network/existing-network`, and what `PrivateEndpoint` and `NetworkSecurityGroup.addRule` throw
   */
  public addPrivateEndpoint(id: string, options: AppEndpointOptions): PrivateEndpoint {
    checkInput('SecureSignalRApp.addPrivateEndpoint', arguments, this);
    return this.endpoints.add(id, options);
  }

  /**
   * Defines Terraform outputs of the stack, with which it is proved after a deployment that the app uses the private
   * endpoint: addresses, and commands with what they are to show. None holds a secret. Call it once; no outputs are
   * defined otherwise.
   *
   * Their names are the construct's path in the stack and, joined by dashes:
   *
   * - `app-url`, `signalr-hostname`, `signalr-private-ip`
   * - `verify-name-resolution`, `verify-connection`: for the console of the app; for both kinds of console where the
   *   operating system of the app is not known
   * - `verify-vnet-integration`, `verify-app-settings`, `verify-network-rules`, `verify-endpoint-connections`: for the
   *   Azure CLI
   *
   * `terraform output -raw Chat-verify-name-resolution` prints one of them.
   *
   * @returns the outputs, to read or to change them
   * @throws `core/duplicate-output`
   */
  public addOutputs(): TerraformOutput[] {
    const app = {
      app: this.webApp,
      cli: 'webapp',
      osType: this.osType,
      subnet: this.integrationSubnet,
      settings: 'Azure__SignalR__',
    } as const;
    return defineOutputs(this, [...serviceChecks(this), ...appChecks(this, app)]);
  }
}
