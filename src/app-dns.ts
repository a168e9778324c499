import { AzureCloud } from './core';
import { isKnown, Problem } from './core/private/violations';
import { IPrivateDnsZone, PrivateLinkZone } from './dns';
import { DnsIntegration } from './privatelink';

/**
 * Who sees to it that the names of several services resolve to their private endpoints.
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
   * @param zones at most one for each kind of service, as `privatelink.service.signalr.net`
   */
  public static zones(...zones: IPrivateDnsZone[]): AppDns {
    return new AppDns((zone) => (zone ? DnsIntegration.zone(zone) : DnsIntegration.newZone()), zones);
  }

  /**
   * The network's own DNS servers, which forward the domains of the services to Azure.
   *
   * @param zones the zones that hold the records, one for each kind of service
   */
  public static customServers(...zones: IPrivateDnsZone[]): AppDns {
    return new AppDns((zone) => DnsIntegration.customServers(zone!), zones, true);
  }

  /** Azure Policy, which attaches the zones after the endpoints were created, as in a landing zone. */
  public static managedByPolicy(): AppDns {
    return new AppDns(() => DnsIntegration.managedByPolicy());
  }

  /** Somebody who keeps the records by hand; `PrivateEndpoint.dnsRecords` tells which. */
  public static recordsOnly(): AppDns {
    return new AppDns(() => DnsIntegration.recordsOnly());
  }

  private constructor(
    private readonly integration: (zone?: IPrivateDnsZone) => DnsIntegration,
    private readonly zones: readonly IPrivateDnsZone[] = [],
    private readonly needsAll: boolean = false,
  ) {}

  /**
   * How the names of one kind of service are kept.
   *
   * @internal
   */
  public _of(use: PrivateLinkZone, cloud: AzureCloud): DnsIntegration {
    return this.integration(this.zones.find(({ zoneName }) => zoneName === use.nameIn(cloud)));
  }

  /**
   * Zones of no use for these kinds of services, and kinds without the zone that they need.
   *
   * @internal
   */
  public _problems(uses: readonly PrivateLinkZone[], cloud: AzureCloud): Problem[] {
    const names = uses.map((use) => use.nameIn(cloud));
    const useless = this.zones.filter(({ zoneName }) => isKnown(zoneName) && !names.includes(zoneName));
    const given = this.zones.map(({ zoneName }) => zoneName);
    const lacking = this.needsAll ? names.filter((name) => !given.includes(name)) : [];
    const messages = [
      ...useless.map(
        ({ node, zoneName }) => `zone ${node.path} (${zoneName}) is for none of the endpoints; use ${names.join(', ')}`,
      ),
      ...lacking.map((name) => `no zone ${name} given, which an endpoint needs; give it too`),
    ];
    return messages.map((message) => ({ code: 'dns/zone-name', message }));
  }
}
