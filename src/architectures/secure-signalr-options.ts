import { TerraformProvider } from 'cdktf';
import { AppNetwork } from './app-network';
import { Naming } from './naming';
import { IResourceGroup } from '../core';
import { AlertReceiver, AutoscaleOptions, IActionGroup, LogDestination } from '../observability';
import { SignalRServiceSettings, Sku } from '../signalr';

/** Options of both architectures: region, names, network, service, logs and alerts. */
export interface SecureSignalROptions {
  /**
   * Azure region, such as `centralus` or `Central US`. Names are made of it, so it must be known at synth. Another
   * region replaces everything.
   */
  readonly location: string;

  /**
   * Name of the app in the names of its resources: lower-case letters, digits and inner dashes. Another one replaces
   * all resources whose names are made of it.
   *
   * @default - made of the construct's id
   */
  readonly workload?: string;

  /**
   * Stage in the names of the resources, such as `prod`: lower-case letters, digits and inner dashes. Another one
   * replaces all resources whose names are made of it.
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
   * Names of all resources and their parts. Another name replaces what has it.
   *
   * @default Naming.cloudAdoptionFramework()
   */
  readonly naming?: Naming;

  /**
   * Resource group of all resources. Another group replaces everything.
   *
   * @default - a new one
   */
  readonly resourceGroup?: IResourceGroup;

  /**
   * Provider of all resources, for another subscription than the stack's default one: `new AzurermProvider(...)` with
   * an `alias`. Private endpoints take that of their subnet, where it is known.
   *
   * @default - the provider of `resourceGroup`, where it is known, or else the stack's provider without an alias
   */
  readonly provider?: TerraformProvider;

  /**
   * The network of the app. Another network replaces the private endpoints.
   *
   * @default AppNetwork.define()
   */
  readonly network?: AppNetwork;

  /**
   * Fixed private address of the SignalR service's private endpoint, such as `10.0.0.70`: inside its subnet, and not
   * among the first four addresses or the last. Another address replaces the endpoint.
   *
   * @default - Azure chooses a free one
   */
  readonly privateEndpointIpAddress?: string;

  /**
   * Tier and units of the SignalR service; not Free, which has no private endpoints.
   *
   * @default Sku.standard(1)
   */
  readonly sku?: Sku;

  /**
   * Lets Azure Monitor change the units of the SignalR service with the load: on Premium tiers. Terraform then ignores
   * the number of units; that of `sku` counts when the service is made.
   *
   * @default - the number of units stays
   * @see https://learn.microsoft.com/azure/azure-signalr/signalr-howto-scale-autoscale
   */
  readonly signalrAutoscale?: AutoscaleOptions;

  /**
   * Further settings of the SignalR service, such as its identity, live trace and a lock.
   *
   * @default - no identity, no keys, all resource logs, no live trace, no lock
   */
  readonly signalrSettings?: SignalRServiceSettings;

  /**
   * Further origins of web pages that may connect to the SignalR service; the web app's own pages always may. In
   * `SecureServerlessSignalR` they may also negotiate, and the app is the one that clients negotiate at.
   *
   * @default - only the app's own pages
   */
  readonly allowedOrigins?: string[];

  /**
   * Destination of logs and metrics: also `LogDestination.managedByPolicy()`, where Azure Policy sends them, or
   * `LogDestination.none(reason)`.
   *
   * @default LogDestination.newWorkspace()
   */
  readonly logs?: LogDestination;

  /**
   * Receivers that are notified when the SignalR service nears its quota of connections, is busy, or fails; at least
   * one.
   *
   * @default - no receivers, and no alerts without `actionGroups`
   */
  readonly alertReceivers?: AlertReceiver[];

  /**
   * Action groups that exist or are defined elsewhere, which get the same alerts: at least one, and at most five
   * together with the one that is made for `alertReceivers`.
   *
   * @default - none, and no alerts without `alertReceivers`
   */
  readonly actionGroups?: IActionGroup[];

  /**
   * Assigns the roles of apps and service in this configuration. With false another team assigns them: `expectedRoles`
   * and an output list what goes into the request to that team, as `identity.ExpectedRoles` says. Nothing waits for
   * them, so apps call in vain until they are assigned. False after a deployment with true removes the assignments.
   *
   * @default true
   */
  readonly roleAssignments?: boolean;

  /**
   * Makes synth fail where an app is known not to reach the service through a private endpoint, such as
   * `connectivity.PrivatePathCheck` decides. Turn it off where the configuration does not show what decides, such as an
   * appliance that routes the traffic elsewhere.
   *
   * @default true
   */
  readonly connectivityCheck?: boolean;

  /**
   * Makes synth check the resources against the security baseline: violations of its rules with severity error make
   * synth fail. The profile is `SecurityProfile.ISOLATED` where neither the SignalR service nor the app takes requests
   * from the internet, or else `SecurityProfile.PUBLIC_CLIENTS`, unless `SecurityBaseline.attach` names one for a stack
   * or app above. Single findings are accepted with `SecurityBaseline.acknowledge`.
   *
   * @default true
   */
  readonly securityBaseline?: boolean;

  /**
   * Tags of all resources.
   *
   * @default - no tags
   */
  readonly tags?: { [name: string]: string };
}
