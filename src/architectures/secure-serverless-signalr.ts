import { TerraformOutput } from 'cdktf';
import { Construct } from 'constructs';
import { FunctionAppBase, ServicePlan } from '../appservice';
import { PrivatePathCheck } from '../connectivity';
import { IResourceGroup } from '../core';
import { pauseStackTraces } from '../engine/stack-traces';
import { ExpectedRole, ExpectedRoles, IManagedIdentity, ManagedIdentity } from '../identity';
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
import { ActionGroup, DiagnosticSetting, IApplicationInsights, ILogWorkspace, MetricAlert } from '../observability';
import { PrivateEndpoint } from '../privatelink';
import { ServiceIdentity, ServiceMode, SharedPrivateLink, SignalRService } from '../signalr';
import { StorageAccount } from '../storage';
import { IKeyVault } from '../vault';
import { AppEndpointOptions } from './app-endpoint-options';
import { addSubnet } from './private/add-subnet';
import { AppEndpoints } from './private/app-endpoints';
import { holdToBaseline } from './private/baseline';
import { appAddresses } from './private/negotiation-app';
import { ServerlessInput } from './private/serverless-input';
import { ServerlessParts } from './private/serverless-parts';
import { defineFoundation, defineLogs, defineService } from './private/service-parts';
import { connectUpstream, defineCaller, partOf, UpstreamCalls } from './private/upstream-calls';
import { appChecks, defineOutputs, linkChecks, serviceChecks } from './private/verification';
import { SecureServerlessSignalRProps } from './secure-serverless-signalr-props';
import { checkInput } from '../core/internal/input/check-input';

/**
 * Defines a Serverless SignalR service and the function apps that answer its clients, whose traffic with the service
 * never crosses the public internet.
 *
 * The function apps call the service through a private endpoint and sign in with managed identities. The service calls
 * the function app over a shared private link, with a key that it reads from a Key Vault over a second one. Clients
 * connect to the service over the internet, or privately with `NetworkAccess.privateOnly()`.
 *
 * The function app is called through private endpoints only. Clients in the internet negotiate at a second function
 * app, which does nothing else; `negotiation` chooses another place. With `upstreamCalls` false there is one function
 * app, which negotiates and sends messages, and the service does not call it.
 *
 * The key of the function app comes into the vault after the deployment, from inside the network: the system key
 * `signalr_extension` as the secret `functionKeySecret`. The service looks for it every 30 minutes.
 *
 * The JSON is for azurerm 4.55. With the construct context `azurermMajor: 5` it is for azurerm 5.2 and later 5.x.
 *
 * @see https://learn.microsoft.com/azure/azure-signalr/howto-shared-private-endpoints
 */
export class SecureServerlessSignalR extends Construct {
  /** Resource group of all resources; a `core.ResourceGroup` where it is new. */
  public readonly resourceGroup: IResourceGroup;

  /** The network of the app; a `network.VirtualNetwork` where it is new. */
  public readonly virtualNetwork: IVirtualNetwork;

  /** The subnet through which the function app calls out; a `network.Subnet` where it is new. */
  public readonly integrationSubnet: ISubnet;

  /** Security group of the subnet through which the function app calls out; `undefined` for an existing network. */
  public readonly integrationSecurityGroup?: NetworkSecurityGroup;

  /** The subnet that holds the private endpoints; a `network.Subnet` where it is new. */
  public readonly privateEndpointSubnet: ISubnet;

  /** Security group of the subnet that holds the private endpoints; `undefined` for an existing network. */
  public readonly privateEndpointSecurityGroup?: NetworkSecurityGroup;

  /** The gateway that gives the function app its fixed public address, with `AppOutbound.natGateway()`. */
  public readonly natGateway?: NatGateway;

  /** The routes of the function app's subnet, with `AppOutbound.firewall(...)`. */
  public readonly routeTable?: RouteTable;

  /** The SignalR service. */
  public readonly signalr: SignalRService;

  /** The private endpoint of the SignalR service. */
  public readonly privateEndpoint: PrivateEndpoint;

  /** The identity with which the function app signs in; an `identity.ManagedIdentity` where it is new. */
  public readonly identity: IManagedIdentity;

  /** The new plan that the function app runs on; `undefined` for an existing one. */
  public readonly servicePlan?: ServicePlan;

  /** The function app: an `appservice.LinuxFunctionApp`, `WindowsFunctionApp` or `FlexConsumptionFunctionApp`. */
  public readonly functionApp: FunctionAppBase;

  /** The storage account of the function app. */
  public readonly storage: StorageAccount;

  /** The function app that clients negotiate at: the function app, or with `Negotiation.ownApp(...)` one of its own. */
  public readonly negotiationApp: FunctionAppBase;

  /** The identity with which that app signs in; an `identity.ManagedIdentity` where it is new. */
  public readonly negotiationIdentity: IManagedIdentity;

  /** The storage account of that app. */
  public readonly negotiationStorage: StorageAccount;

  /** Diagnostic setting for the logs of that app, or the reason why they are not sent. */
  public readonly negotiationAppDiagnosticSetting: DiagnosticSetting;

  /** The new plan that a Flex Consumption app of its own runs on; other apps share that of the function app. */
  public readonly negotiationServicePlan?: ServicePlan;

  /**
   * Telemetry of the function apps: that of the host, or else an `observability.ApplicationInsights`, which is new;
   * `undefined` where the host has none and logs go to no workspace.
   */
  public readonly applicationInsights?: IApplicationInsights;

  /** Diagnostic setting for the logs of the SignalR service, or the reason why they are not sent. */
  public readonly signalrDiagnosticSetting: DiagnosticSetting;

  /** Diagnostic setting for the logs of the function app, or the reason why they are not sent. */
  public readonly functionAppDiagnosticSetting: DiagnosticSetting;

  /** The workspace that logs and metrics go to; `undefined` where they go elsewhere only, or nowhere. */
  public readonly logWorkspace?: ILogWorkspace;

  /** The new action group, with `alertReceivers`. */
  public readonly actionGroup?: ActionGroup;

  /** The recommended alerts on the SignalR service; none without `alertReceivers` and `actionGroups`. */
  public readonly alerts: MetricAlert[];

  private readonly endpoints: AppEndpoints;
  private readonly roleList?: ExpectedRoles;
  private readonly input: ServerlessInput;
  private readonly newNetwork?: VirtualNetwork;
  private readonly calls?: UpstreamCalls;
  private readonly appEndpoint?: PrivateEndpoint;

  /**
   * Defines the whole architecture.
   *
   * @throws all violations of the input at once, each with the path of the construct that it would break and its
   * code: `core/*`, `network/*`, `dns/*`, `signalr/*`, `nac/*`, `appservice/*`, `vault/*`, `logs/*`, `alerts/*`
   */
  public constructor(scope: Construct, id: string, props: SecureServerlessSignalRProps) {
    checkInput('SecureServerlessSignalR', arguments);
    super(scope, id);
    const resume = pauseStackTraces();
    try {
      const input = new ServerlessInput(this, props);
      input.refuseBadInput();
      if (props.roleAssignments === false) this.roleList = ExpectedRoles.attach(this);
      const { service } = input;
      const { names } = service;
      const foundation = defineFoundation(this, service, props, input.host._delegation);
      const { regional, network } = foundation;
      this.input = input;
      this.resourceGroup = foundation.resourceGroup;
      this.virtualNetwork = network.virtualNetwork;
      this.newNetwork = network.newNetwork;
      this.endpoints = new AppEndpoints(this, foundation, input.dnsOf('privateEndpoint'));
      this.integrationSubnet = network.integrationSubnet;
      this.integrationSecurityGroup = network.integrationSecurityGroup;
      this.privateEndpointSubnet = network.privateEndpointSubnet;
      this.privateEndpointSecurityGroup = network.privateEndpointSecurityGroup;
      this.natGateway = network.natGateway;
      this.routeTable = network.routeTable;

      const parts = new ServerlessParts(this, input, foundation);
      const logs = defineLogs(this, service, foundation);
      this.logWorkspace = logs._logWorkspace;
      const caller = input.upstreamCalls
        ? defineCaller(this, input, regional, props.vault ?? parts.defineVault(logs))
        : undefined;
      const ofService = defineService(this, service, props, foundation, {
        dns: parts.dnsOf('privateEndpoint', 'SignalR'),
        logs,
        cors: input.cors,
        serviceMode: ServiceMode.SERVERLESS,
        identity: caller && ServiceIdentity.userAssigned(caller.signalrIdentity),
      });
      this.signalr = ofService.signalr;
      this.privateEndpoint = ofService.privateEndpoint;
      this.signalrDiagnosticSetting = ofService.signalrDiagnosticSetting;
      this.actionGroup = ofService.actionGroup;
      this.alerts = ofService.alerts;

      this.storage = parts.defineStorage(props.privateStorage ?? false);
      this.applicationInsights = parts.defineTelemetry(this.logWorkspace);
      this.identity =
        input.host._existing.identity ??
        new ManagedIdentity(this, 'Identity', { ...regional, name: names.of('identity') });
      const { identity, storage, applicationInsights, integrationSubnet } = this;
      const { negotiation, negotiationCors: cors } = input;
      const context = { scope: this, names, regional, integrationSubnet, applicationInsights };
      const { servicePlan, newPlan, functionApp } = input.host._bind({
        ...context,
        identity,
        storage,
        caller: caller?.signalrIdentity,
        accessRestrictions: negotiation.accessRestrictions,
        cors: negotiation.ownApp ? undefined : cors,
      });
      this.servicePlan = newPlan;
      this.functionApp = functionApp;
      if (input.hasFunctionAppEndpoint) {
        const options = parts.endpointOptions('functionAppEndpoint', 'FunctionApp');
        this.appEndpoint = functionApp.addPrivateEndpoint('PrivateEndpoint', options);
      }
      this.functionAppDiagnosticSetting = functionApp.sendLogsTo(logs, {
        name: names.of('functionAppDiagnosticSetting'),
      });

      const { connectivityCheck = true } = props;
      this.signalr.connectNegotiator(functionApp, { connectivityCheck });
      if (connectivityCheck) PrivatePathCheck.attach(this.signalr);
      holdToBaseline(this, props, service.networkAccess, negotiation.isPublic);
      this.calls = caller && connectUpstream(this.signalr, functionApp, caller, input, props.upstream);

      const { ownApp } = negotiation;
      this.negotiationStorage = ownApp ? parts.defineNegotiationStorage(props.privateStorage ?? false) : storage;
      const own = ownApp?.bind({ ...context, storage: this.negotiationStorage, servicePlan, cors });
      this.negotiationApp = own?.app ?? functionApp;
      this.negotiationIdentity = own?.identity ?? identity;
      this.negotiationServicePlan = own?.servicePlan;
      this.negotiationAppDiagnosticSetting =
        own?.app.sendLogsTo(logs, { name: names.of('negotiationAppDiagnosticSetting') }) ??
        this.functionAppDiagnosticSetting;
      if (own) this.signalr.connectNegotiator(own.app, { connectivityCheck });
    } finally {
      resume();
    }
  }

  /**
   * The private endpoint through which the function app is called from the network.
   *
   * @throws `signalr/no-upstream-calls` where the app is public, and the service does not call it
   */
  public get functionAppEndpoint(): PrivateEndpoint {
    return partOf(this, this.appEndpoint && { functionAppEndpoint: this.appEndpoint }, 'functionAppEndpoint');
  }

  /**
   * The identity with which the SignalR service reads the key of the function app.
   *
   * @throws `signalr/no-upstream-calls`
   */
  public get signalrIdentity(): ManagedIdentity {
    return partOf(this, this.calls, 'signalrIdentity');
  }

  /**
   * The vault that holds the key of the function app; a `vault.KeyVault` where it is new.
   *
   * @throws `signalr/no-upstream-calls`
   */
  public get vault(): IKeyVault {
    return partOf(this, this.calls, 'vault');
  }

  /**
   * The service's private link to the function app.
   *
   * @throws `signalr/no-upstream-calls`
   */
  public get functionAppLink(): SharedPrivateLink {
    return partOf(this, this.calls, 'functionAppLink');
  }

  /**
   * The service's private link to the vault.
   *
   * @throws `signalr/no-upstream-calls`
   */
  public get vaultLink(): SharedPrivateLink {
    return partOf(this, this.calls, 'vaultLink');
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
    checkInput('SecureServerlessSignalR.addSubnet', arguments, this);
    return addSubnet(this, this.newNetwork, id, options);
  }

  /**
   * Defines a further private endpoint in the subnet of the architecture's own. A new network allows the app at the
   * ports of the service, and `clients`; the security groups of an existing one stay as they are.
   *
   * @throws `network/existing-network`, and what `PrivateEndpoint` and `NetworkSecurityGroup.addRule` throw
   */
  public addPrivateEndpoint(id: string, options: AppEndpointOptions): PrivateEndpoint {
    checkInput('SecureServerlessSignalR.addPrivateEndpoint', arguments, this);
    return this.endpoints.add(id, options);
  }

  /**
   * Defines Terraform outputs of the stack, with which it is proved after a deployment that the function app and the
   * service call each other over private links: addresses, and commands with what they are to show. None holds a
   * secret. Call it once; no outputs are defined otherwise.
   *
   * Their names are the construct's path in the stack and, joined by dashes:
   *
   * - `app-url`, `app-private-ip`, `negotiation-url`, `signalr-hostname`, `signalr-private-ip`
   * - `verify-name-resolution`, `verify-connection`: for the console of the function app
   * - `verify-vnet-integration`, `verify-app-settings`, `verify-network-rules`, `verify-endpoint-connections`,
   *   `verify-shared-private-links`, `verify-upstream-caller`: for the Azure CLI, the last two where the service calls the app
   * - `approve-function-app-link`, `approve-vault-link`: with `Approval.manual()`, for the owners of function app and
   *   vault
   *
   * `terraform output -raw Chat-verify-upstream-caller` prints one of them.
   *
   * @returns the outputs, to read or to change them
   * @throws `core/duplicate-output`
   */
  public addOutputs(): TerraformOutput[] {
    const app = {
      app: this.functionApp,
      cli: 'functionapp',
      osType: this.input.host._osType,
      subnet: this.integrationSubnet,
      settings: 'AzureSignalRConnectionString',
    } as const;
    const { calls, applicationInsights } = this;
    const telemetry = { applicationInsights, isLeftOut: this.input.service.logs._unsent !== undefined };
    const links = calls
      ? linkChecks(this, app, { 'function-app': calls.functionAppLink, vault: calls.vaultLink }, telemetry)
      : [];
    const addresses = appAddresses(this.negotiationApp, this.appEndpoint);
    return defineOutputs(this, [...serviceChecks(this), ...appChecks(this, app), ...addresses, ...links]);
  }
}
