import { domainsOf } from './domains';
import { Zone, Zones } from './zones';
import { ModelResource } from '../../model/model-resource';
import { TerraformModel } from '../../model/terraform-model';

/** A link by which a network resolves the names of a zone. */
export interface ZoneLink {
  readonly zone: Zone;
  /** The link itself. */
  readonly resource: ModelResource;
  /** A link of the same network to another zone of this name; Azure takes only one of both. */
  readonly rival?: ModelResource;
}

const UNKNOWN = '?';

/** The links between networks and private DNS zones. */
export class ZoneLinks {
  private readonly byNetworkAndName = new Map<string, ZoneLink>();
  /** The same pairs of network and zone name, where one of both is only known when Terraform runs. */
  private readonly uncertain = new Set<string>();
  private readonly linked = new Set<string>();

  public constructor(model: TerraformModel, zones: Zones) {
    for (const resource of model.resources('azurerm_private_dns_zone_virtual_network_link')) {
      const zone = zones.ofPart(resource, 'private_dns_zone_name');
      const network = model.target(resource.at('virtual_network_id'), 'azurerm_virtual_network').key;
      const pair = keyOf(network ?? UNKNOWN, zone?.name ?? UNKNOWN);
      const isCertain = resource.presence.isYes && zone?.presence.isYes === true;
      if (isCertain) this.linked.add(keyOf(network ?? UNKNOWN, zone.key));
      if (!isCertain || zone.name === undefined || network === undefined) this.uncertain.add(pair);
      else this.byNetworkAndName.set(pair, { zone, resource, rival: this.rivalOf(zone, pair) });
    }
  }

  /** Whether a network is known to be linked to a zone. */
  public isLinked(network: string, { key }: Zone): boolean {
    return this.linked.has(keyOf(network, key));
  }

  private rivalOf({ key }: Zone, pair: string): ModelResource | undefined {
    const before = this.byNetworkAndName.get(pair);
    return before && (before.zone.key === key ? before.rival : before.resource);
  }

  /** The link to the most specific zone of a name. */
  public find(network: string, name: string): ZoneLink | undefined {
    const zoneName = domainsOf(name).find((domain) => this.byNetworkAndName.has(keyOf(network, domain)));
    return zoneName === undefined ? undefined : this.byNetworkAndName.get(keyOf(network, zoneName));
  }

  /** Whether a zone of a name may be linked by a link of which only Terraform knows the zone or the network. */
  public mayFind(network: string, name: string): boolean {
    const pairs = [keyOf(network, UNKNOWN), keyOf(UNKNOWN, UNKNOWN)];
    const ofDomains = domainsOf(name).flatMap((domain) => [keyOf(UNKNOWN, domain), keyOf(network, domain)]);
    return [...pairs, ...ofDomains].some((pair) => this.uncertain.has(pair));
  }
}

function keyOf(network: string, zoneName: string): string {
  return `${network} ${zoneName}`;
}
