import { domainsOf } from './domains';
import { Zone, Zones } from './zones';
import { addTo } from '../../core/internal/add-to';
import { ModelResource } from '../../model/model-resource';
import { TerraformModel } from '../../model/terraform-model';
import { VirtualNetworks } from '../network/virtual-networks';

/** A link by which a network resolves the names of a zone. */
export interface ZoneLink {
  readonly zone: Zone;
  /** The link itself. */
  readonly resource: ModelResource;
  /** A link of the same network to another zone of this name; Azure accepts only one of both. */
  readonly rival?: ModelResource;
}

const UNKNOWN = '?';

/** The links between networks and private DNS zones. */
export class ZoneLinks {
  private readonly byNetworkAndName = new Map<string, ZoneLink>();
  private readonly pairsByNetwork = new Map<string, string[]>();
  /** The same pairs of network and zone name, where one of both is only known when Terraform runs. */
  private readonly uncertain = new Map<string, string>();
  private readonly links = new Map<string, ModelResource>();

  public constructor(model: TerraformModel, zones: Zones, networks: VirtualNetworks) {
    for (const resource of model.resources('azurerm_private_dns_zone_virtual_network_link')) {
      const zone = zones.ofPart(resource, 'private_dns_zone_name');
      const { key, candidates, because } = networks.target(resource.at('virtual_network_id'));
      const possible = candidates?.map(({ path }) => path) ?? [UNKNOWN];
      const pairs = (key === undefined ? possible : [key]).map((network) => keyOf(network, zone?.name ?? UNKNOWN));
      const isCertain = resource.presence.isYes && zone?.presence.isYes === true;
      if (isCertain) this.links.set(keyOf(key ?? UNKNOWN, zone.key), resource);
      if (!isCertain || zone.name === undefined || key === undefined) {
        const decides = because ?? resource.presence.because ?? zone?.presence.because;
        const doubt = `${resource.path} may link one: ${decides ?? 'its zone is only known when Terraform runs'}`;
        pairs.forEach((pair) => this.uncertain.set(pair, doubt));
      } else {
        if (!this.byNetworkAndName.has(pairs[0])) addTo(this.pairsByNetwork, key, pairs[0]);
        this.byNetworkAndName.set(pairs[0], { zone, resource, rival: this.rivalOf(zone, pairs[0]) });
      }
    }
  }

  /** The links that a network is known to have; of two to zones of one name, the later one with its rival. */
  public of(network: string): ZoneLink[] {
    return (this.pairsByNetwork.get(network) ?? []).map((pair) => this.byNetworkAndName.get(pair)!);
  }

  /** Values that decide whether a network has further links. */
  public doubtsOf(network: string): string[] {
    const isAsked = (pair: string) => [network, UNKNOWN].includes(pair.slice(0, pair.lastIndexOf(' ')));
    return [...new Set([...this.uncertain].filter(([pair]) => isAsked(pair)).map(([, doubt]) => doubt))];
  }

  /** The link by which a network is known to be linked to a zone. */
  public linkOf(network: string, { key }: Zone): ModelResource | undefined {
    return this.links.get(keyOf(network, key));
  }

  /** Reports whether a network is known to be linked to a zone. */
  public isLinked(network: string, { key }: Zone): boolean {
    return this.links.has(keyOf(network, key));
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

  /**
   * Returns the value that decides whether a zone of a name is linked, where only Terraform knows the zone or the
   * network of a link.
   *
   * @param linked a zone that is known to be linked, before which only more specific ones answer
   */
  public doubtOf(network: string, name: string, linked?: string): string | undefined {
    const domains = domainsOf(name);
    const names = linked === undefined ? [UNKNOWN, ...domains] : domains.slice(0, domains.indexOf(linked));
    const pairs = [network, UNKNOWN].flatMap((each) => names.map((domain) => keyOf(each, domain)));
    return pairs.map((pair) => this.uncertain.get(pair)).find((doubt) => doubt !== undefined);
  }
}

function keyOf(network: string, zoneName: string): string {
  return `${network} ${zoneName}`;
}
