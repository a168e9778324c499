import { TerraformResource } from 'cdktf';
import { IConstruct } from 'constructs';

/** A private DNS zone, owned or existing. */
export interface IPrivateDnsZone extends IConstruct {
  /** Azure resource id of the zone. */
  readonly zoneId: string;

  /** Name of the zone, as `privatelink.service.signalr.net`. */
  readonly zoneName: string;

  /**
   * Whether the network resolves names by this zone; `undefined` where it is not known.
   *
   * @param virtualNetworkId Azure resource id of the network
   */
  resolvesFor(virtualNetworkId: string): boolean | undefined;

  /**
   * Makes a resource wait for the links of the zone, so that its name resolves in the linked networks at once.
   *
   * @param resource what is recorded in the zone
   */
  awaitedBy(resource: TerraformResource): void;
}
