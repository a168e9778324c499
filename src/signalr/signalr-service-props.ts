import { TerraformProvider } from 'cdktf';
import { Cors } from './cors';
import { IpRule } from './ip-rule';
import { NetworkAccess } from './network-access';
import { RegionEndpoint } from './region-endpoint';
import { ServiceIdentity } from './service-identity';
import { ServiceMode } from './service-mode';
import { Sku } from './sku';
import { RegionalResourceProps } from '../core';

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

  /**
   * The identity with which the service signs in to Key Vault and to upstreams.
   *
   * @default - none
   */
  readonly identity?: ServiceIdentity;

  /**
   * Ranges of public addresses that are let in or kept out: the first rule that names an address decides, and the
   * network access's default action where there is none. The rules narrow the public network only; what is let in may
   * still open only what the network access allows.
   *
   * Needs the azapi provider. Removing the rules from here leaves them in Azure; an empty list clears them.
   *
   * @default - not set
   */
  readonly ipRules?: IpRule[];

  /**
   * Whether clients are led to the service's own region; without it they go to the replicas.
   *
   * Needs the azapi provider. Removing it from here leaves it as it is in Azure.
   *
   * @default - not set, so Azure leads clients here
   */
  readonly regionEndpoint?: RegionEndpoint;

  /**
   * Provider of Azure/azapi 2.x for the settings that need it. Outside of the public cloud define one with its
   * `environment`, or set `ARM_ENVIRONMENT`.
   *
   * @default - the stack's own without an alias, which is defined if there is none
   */
  readonly azapiProvider?: TerraformProvider;
}
