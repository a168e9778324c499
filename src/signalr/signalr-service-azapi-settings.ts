import { TerraformProvider } from 'cdktf';
import { IpRule } from './ip-rule';
import { RegionEndpoint } from './region-endpoint';

/** Settings of a SignalR service that azurerm does not know. They need the azapi provider, which nothing else does. */
export interface SignalRServiceAzapiSettings {
  /**
   * Ranges of public addresses that are allowed or denied: the first rule that names an address decides, and otherwise
   * the network access's default action. The rules narrow the public network only; what is let in may still open only
   * what the network access allows.
   *
   * Removing the rules from here leaves them in Azure; an empty list clears them.
   *
   * @default - not set
   */
  readonly ipRules?: IpRule[];

  /**
   * Routes clients to the service's own region; otherwise clients go to the replicas.
   *
   * Removing it from here leaves it as it is in Azure.
   *
   * @default - not set, so Azure routes clients here
   */
  readonly regionEndpoint?: RegionEndpoint;

  /**
   * Provider of Azure/azapi 2.x for these settings. Outside of the public cloud define one with its `environment`, or
   * set `ARM_ENVIRONMENT`.
   *
   * @default - the stack's own without an alias, which is defined if it is missing
   */
  readonly azapiProvider?: TerraformProvider;
}
