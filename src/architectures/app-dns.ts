import { AzureCloud } from '../core';
import { checkInput } from '../core/internal/input/check-input';
import { isKnown, Problem, withCode } from '../core/internal/violations';
import { IPrivateDnsZone, PrivateLinkZone } from '../dns';
import { DnsIntegration } from '../privatelink';

/** The kinds of services that an architecture may have endpoints of; zones of a hub may be there for all of them. */
const KINDS = [
  PrivateLinkZone.SIGNALR,
  PrivateLinkZone.SITES,
  PrivateLinkZone.KEY_VAULT,
  PrivateLinkZone.STORAGE_BLOB,
  PrivateLinkZone.STORAGE_FILE,
  PrivateLinkZone.STORAGE_QUEUE,
  PrivateLinkZone.STORAGE_TABLE,
];

/**
 * Resolution of the names of several services to their private endpoints: who writes the zones and records.
 *
 * @see https://learn.microsoft.com/azure/private-link/private-endpoint-dns
 */
export class AppDns {
  /** A new private DNS zone for each kind of service, linked to the network of the app. */
  public static newZones(): AppDns {
    return new AppDns(() => DnsIntegration.newZone());
  }

  /**
   * Zones that exist or are defined elsewhere, such as those of a hub. They are linked to a new network of the app, and
   * to an existing one where they are known not to be linked. A kind of service without a zone here gets a new one.
   *
   * @param zones at most one for each kind of service, such as `privatelink.service.signalr.net`
   */
  public static zones(...zones: IPrivateDnsZone[]): AppDns {
    checkInput('AppDns.zones', arguments);
    return new AppDns((zone) => (zone ? DnsIntegration.zone(zone) : DnsIntegration.newZone()), zones);
  }

  /**
   * The network's own DNS servers, which forward the domains of the services to Azure.
   *
   * @param zones the zones that hold the records, one for each kind of service
   */
  public static customServers(...zones: IPrivateDnsZone[]): AppDns {
    checkInput('AppDns.customServers', arguments);
    // Where a zone is missing, `_problems` says so before anything is defined.
    const integration = (zone?: IPrivateDnsZone) =>
      zone ? DnsIntegration.customServers(zone) : DnsIntegration.recordsOnly();
    return new AppDns(integration, zones, true);
  }

  /** Azure Policy, which attaches the zones after the endpoints were created, as in a landing zone. */
  public static managedByPolicy(): AppDns {
    return new AppDns(() => DnsIntegration.managedByPolicy());
  }

  /** Another team keeps the records by hand; `PrivateEndpoint.dnsRecords` lists them. */
  public static recordsOnly(): AppDns {
    return new AppDns(() => DnsIntegration.recordsOnly());
  }

  private constructor(
    private readonly integration: (zone?: IPrivateDnsZone) => DnsIntegration,
    private readonly zones: readonly IPrivateDnsZone[] = [],
    private readonly needsAll: boolean = false,
  ) {}

  /**
   * DNS integration for the zone of one kind of service.
   *
   * @internal
   */
  public _of(use: PrivateLinkZone, cloud: AzureCloud): DnsIntegration {
    return this.integration(this.zonesFor(use, cloud)[0]);
  }

  /**
   * Zones that cannot be distinguished, zones for no kind of service, and kinds without the zone that they need.
   *
   * @internal
   */
  public _problems(uses: readonly PrivateLinkZone[], cloud: AzureCloud): Problem[] {
    const messages = this.zones.flatMap(({ node, zoneName }) => {
      if (!isKnown(zoneName)) {
        return `the name of zone ${node.path} is only known when Terraform runs, but zones are chosen by name at synth; give the name as plain text`;
      }
      const isKind = KINDS.some((kind) => sameName(kind.nameIn(cloud), zoneName));
      return isKind ? [] : `zone ${node.path} (${zoneName}) belongs to no endpoint; leave the zone out`;
    });
    for (const use of uses) {
      const found = this.zonesFor(use, cloud);
      if (found.length > 1) {
        const paths = found.map(({ node }) => node.path).join(' and ');
        messages.push(`${paths} are both for ${use.nameIn(cloud)}; give one of them`);
      }
      if (found.length === 0 && this.needsAll) {
        messages.push(`no zone ${use.nameIn(cloud)} given, which an endpoint needs; also give this zone`);
      }
    }
    return withCode('dns/zone-name', messages);
  }

  private zonesFor(use: PrivateLinkZone, cloud: AzureCloud): IPrivateDnsZone[] {
    return this.zones.filter(({ zoneName }) => sameName(zoneName, use.nameIn(cloud)));
  }
}

function sameName(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
