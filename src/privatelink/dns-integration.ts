import { TerraformProvider } from 'cdktf';
import { checkInput } from '../core/internal/input/check-input';
import { IPrivateDnsZone } from '../dns';

/**
 * Resolution of the target's name to the address of the private endpoint: who writes zone and record.
 *
 * @see https://learn.microsoft.com/azure/private-link/private-endpoint-dns-integration
 */
export class DnsIntegration {
  /** A new private DNS zone, linked to the network of the endpoint. */
  public static newZone(): DnsIntegration {
    return new DnsIntegration('new zone');
  }

  /**
   * A private DNS zone that exists or is defined elsewhere, also in another subscription.
   *
   * @param zone the zone; it must be linked to every network that resolves the name
   * @param zoneProvider provider of the zone's subscription, for a link that is still to be made
   */
  public static zone(zone: IPrivateDnsZone, zoneProvider?: TerraformProvider): DnsIntegration {
    checkInput('privatelink.DnsIntegration.zone', arguments);
    return new DnsIntegration('zone', zone, zoneProvider);
  }

  /**
   * The network's own DNS servers, which forward the service's domain, such as `service.signalr.net`, to Azure: to
   * 168.63.129.16 from a machine in a linked network, or to the inbound endpoint of a `PrivateDnsResolver`.
   *
   * @param zone the zone that holds the record; the network of the forwarder must be linked to it, not that of the
   * endpoint
   */
  public static customServers(zone: IPrivateDnsZone): DnsIntegration {
    checkInput('privatelink.DnsIntegration.customServers', arguments);
    return new DnsIntegration('custom servers', zone);
  }

  /**
   * Azure Policy, which attaches the zone after the endpoint was created, as in a landing zone.
   *
   * The endpoint has no zone group of its own, and Terraform ignores the one that the policy adds.
   */
  public static managedByPolicy(): DnsIntegration {
    return new DnsIntegration('policy');
  }

  /** Another team keeps the records by hand; `PrivateEndpoint.dnsRecords` lists them. */
  public static recordsOnly(): DnsIntegration {
    return new DnsIntegration('records only');
  }

  private constructor(
    private readonly way: 'new zone' | 'zone' | 'custom servers' | 'policy' | 'records only',
    /** The zone that holds the record; `undefined` where it is new or none of ours. */
    public readonly privateDnsZone?: IPrivateDnsZone,
    /** Provider of the zone's subscription; `undefined` for the stack's own. */
    public readonly zoneProvider?: TerraformProvider,
  ) {}

  /** Reports whether a zone is to be defined. */
  public get isNewZone(): boolean {
    return this.way === 'new zone';
  }

  /** Reports whether Azure Policy attaches the zone. */
  public get isManagedByPolicy(): boolean {
    return this.way === 'policy';
  }

  /** Reports whether the network asks Azure's DNS itself, so that the given zone must be linked to it. */
  public get needsLink(): boolean {
    return this.way === 'zone';
  }
}
