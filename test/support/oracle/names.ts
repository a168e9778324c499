import { isIn, RFC_1918 } from './cidr';
import { ID_TYPES, Network, Server, Zone, ZoneLink } from './estate';
import { Facts, Identity } from './facts';
import { Destination, Spot, toServer } from './packet';
import { Impossible } from './worlds';

/** Why a name leads elsewhere than to an endpoint that is there. */
export type Cause =
  'no endpoint' | 'not linked' | 'no record' | 'another zone' | 'no server' | 'a circle' | 'others answer';

/** What a name leads to. */
export type Answer =
  | { readonly kind: 'public'; readonly cause: Cause }
  | { readonly kind: 'private'; readonly address: string }
  | { readonly kind: 'nothing'; readonly cause: Cause; readonly reason: string };

/** Who asks: a subnet of the estate, or, without one, machines of a network of which the estate has only the id. */
export interface Asker {
  readonly spot?: Spot;
  readonly network: Identity;
  /** Whether only private addresses of RFC 1918 are sent into the network. */
  readonly isNarrow: boolean;
}

export const PRIVATE_ZONE = 'privatelink.service.signalr.net';
export const PUBLIC_ZONE = 'service.signalr.net';
const AZURE_DNS = '168.63.129.16';

/** Asks for the name of the service, hop by hop. */
export class Names {
  private readonly host: string;
  private readonly alias: string;

  public constructor(private readonly facts: Facts) {
    const { name } = facts.estate.service;
    this.host = `${name}.${PUBLIC_ZONE}`;
    this.alias = `${name}.${PRIVATE_ZONE}`;
  }

  /**
   * What an app gets: its own servers are asked in place of the network's, and an alternative one after them.
   *
   * https://learn.microsoft.com/azure/app-service/overview-name-resolution
   */
  public ask(asker: Asker, settings: Readonly<Record<string, Server>>): Answer {
    const setting = (wanted: string) => Object.entries(settings).find(([name]) => name.toUpperCase() === wanted)?.[1];
    const own = setting('WEBSITE_DNS_SERVER');
    const alternative = setting('WEBSITE_DNS_ALT_SERVER');
    const servers = own === undefined ? this.serversOf(asker.network) : [own];
    const answer = servers ? this.askServers(asker, servers, []) : this.anyAnswer(`the DNS servers of the network`);
    if (alternative === undefined) return answer;
    if (answer.kind === 'nothing') return this.askServers(asker, [alternative], []);
    const other = this.askServers(asker, [alternative], []);
    if (other.kind === 'nothing' && other.cause === 'no server') return answer;
    // Azure asks all servers at once, and takes the first that is not late.
    const isLate = this.facts.world.choose('the alternative server answers before the others', [false, true]);
    return isLate ? other : answer;
  }

  /** Azure's DNS where none are set; `undefined` for a network that the estate does not have. */
  private serversOf(network: Identity): readonly Server[] | undefined {
    const own = this.facts.ownNetwork(network);
    if (own) return own.dnsServers.length > 0 ? own.dnsServers : [AZURE_DNS];
    return undefined;
  }

  private askServers(asker: Asker, servers: readonly Server[], visited: readonly string[]): Answer {
    if (servers.length > 1) this.facts.world.note('several servers');
    for (const server of servers) {
      const answer = this.askServer(asker, server, visited);
      if (answer) return answer;
    }
    return { kind: 'nothing', cause: 'no server', reason: 'no DNS server is reached' };
  }

  /** What a server answers; `undefined` where the query does not arrive. */
  private askServer(asker: Asker, server: Server, visited: readonly string[]): Answer | undefined {
    const { facts } = this;
    const address =
      typeof server === 'string' ? server : facts.inbound.find(({ key }) => key === server.inbound)!.address;
    if (address === AZURE_DNS) return this.azure(asker.network, visited);
    if (!asker.spot) return this.anyAnswer(`the way from a network outside of the estate to ${address}`);
    const { spot } = asker;
    const all = facts.inbound.filter((each) => each.address === address);
    const near = all.find(({ at }) => this.isJoined(spot.network, at.own!.network));
    // A route may lead to a network without a peering, through an appliance.
    const inbound = near ?? all[0];
    if (!inbound) return this.anyAnswer(`the answers of ${address}`);
    // An inbound endpoint that is not reached is not that server; something outside of the estate may be.
    if (!near && typeof server === 'string') facts.world.note('same address');
    if (asker.isNarrow && !isIn(address, RFC_1918)) {
      // Pages on Route All speak of traffic of the app, not of its queries.
      if (!facts.world.choose('queries to addresses beyond RFC 1918 enter the subnet', [true, false])) return undefined;
    }
    const to: Destination = { ...inbound.at.own!, address, isPrivateEndpoint: false };
    return toServer(facts, spot, to) ? undefined : this.azure(inbound.at.network, visited);
  }

  private isJoined(one: Network, other: Network): boolean {
    return one === other || this.facts.arePeered(one, other);
  }

  /**
   * What Azure's DNS answers to a network: the most specific linked zone, then forwarding rules, then public DNS.
   *
   * https://learn.microsoft.com/azure/dns/dns-private-resolver-overview#how-azure-dns-private-resolver-works
   */
  private azure(network: Identity, visited: readonly string[]): Answer {
    const { facts } = this;
    if (visited.includes(network.path)) {
      facts.world.note('circle');
      return { kind: 'nothing', cause: 'a circle', reason: 'queries go round in circles' };
    }
    // Public DNS leads to the alias once the service has an approved endpoint:
    // https://learn.microsoft.com/azure/azure-signalr/howto-private-endpoints
    const names = facts.endpoints.length > 0 ? [this.host, this.alias] : [this.host];
    for (const name of names) {
      const zone = this.zoneFor(network, name);
      if (zone) return this.fromZone(name, zone);
      const forwarded = this.forward(network, name, [...visited, network.path]);
      if (forwarded) return forwarded;
    }
    if (!facts.ownNetwork(network) && names.length > 1) return this.anyAnswer('zones linked to a network outside');
    this.noteZonesOfOthers();
    return { kind: 'public', cause: names.length > 1 ? 'not linked' : 'no endpoint' };
  }

  private noteZonesOfOthers(): void {
    const { facts } = this;
    const isKept = facts.estate.zones.some(({ name }) => name === PRIVATE_ZONE);
    const isRecordedOutside = facts.endpoints.some(({ zones, subscription }) =>
      zones.some((zone) => !facts.zone(zone, subscription).own),
    );
    if (facts.endpoints.length > 0 && (!isKept || isRecordedOutside)) facts.world.note('zones of others');
  }

  private zoneFor(network: Identity, name: string): { link: ZoneLink; identity: Identity; own?: Zone } | undefined {
    const { facts } = this;
    const linked = facts.estate.zoneLinks
      .flatMap((link) => this.instancesOf(link))
      .map((link) => ({ link, ...facts.zone(link.zone, link.subscription) }))
      .filter(({ identity }) => isBelow(name, nameOf(identity)))
      .filter(({ link }) => facts.isSame(facts.network(link.network), network) && facts.isThere(link))
      .sort((one, other) => nameOf(other.identity).length - nameOf(one.identity).length);
    const [first, second] = linked;
    const isTwice = second && nameOf(first.identity) === nameOf(second.identity);
    // Azure links a network to one zone of a name.
    if (isTwice) throw new Impossible();
    return first;
  }

  /** One link for each network of the resource. */
  private instancesOf(link: ZoneLink): ZoneLink[] {
    if (!link.others) return [link];
    this.facts.world.note('instances');
    return [link, ...link.others.networks.map((network) => ({ ...link, network }))];
  }

  private fromZone(name: string, { link, identity, own }: { link: ZoneLink; identity: Identity; own?: Zone }): Answer {
    const { facts } = this;
    if (!own) facts.world.note('outside zone');
    const addresses = [...new Set([...this.recorded(name, identity), ...this.written(name, identity)])];
    if (addresses.length > 0) {
      const address = addresses.length > 1 ? facts.world.choose(`the last record of ${name}`, addresses) : addresses[0];
      return { kind: 'private', address };
    }
    if (this.listsOthers) facts.world.note('endpoint of others');
    // https://learn.microsoft.com/azure/dns/private-dns-fallback
    if (link.policy === 'NxDomainRedirect') return { kind: 'public', cause: 'no record' };
    return {
      kind: 'nothing',
      cause: nameOf(identity) === PRIVATE_ZONE ? 'no record' : 'another zone',
      reason: `${nameOf(identity)} has no record of ${name}`,
    };
  }

  private get listsOthers(): boolean {
    const { estate, endpoints } = this.facts;
    const ids = (estate.service.list?.endpoints ?? []).flatMap(({ endpoint }) => ('id' in endpoint ? endpoint : []));
    return ids.some((id) => 'path' in this.facts.find(endpoints, ID_TYPES.endpoint, id));
  }

  /** Addresses that Azure records for endpoints whose zone group names the zone. */
  private recorded(name: string, zone: Identity): string[] {
    const { facts } = this;
    const inZone = facts.endpoints.filter(({ zones, subscription }) =>
      zones.some((each) => facts.isSame(facts.zone(each, subscription).identity, zone)),
    );
    if (nameOf(zone) === PRIVATE_ZONE) return name === this.alias ? inZone.map(({ address }) => address) : [];
    if (inZone.length > 0) facts.world.note('zone group elsewhere');
    return [];
  }

  /** Addresses that records of the estate write. */
  private written(name: string, zone: Identity): string[] {
    const { facts } = this;
    const records = facts.estate.records.filter(
      (record) =>
        `${record.name}.${nameOf(zone)}` === name &&
        facts.isSame(facts.zone(record.zone, record.subscription).identity, zone) &&
        facts.isThere(record),
    );
    return records.map(({ address }) =>
      typeof address === 'string'
        ? address
        : facts.estate.endpoints.find(({ key }) => key === address.endpoint)!.address,
    );
  }

  /** What the servers of a forwarding rule answer; the query leaves through the outbound endpoint of the ruleset. */
  private forward(network: Identity, name: string, visited: readonly string[]): Answer | undefined {
    const { facts } = this;
    const ruleset = facts.estate.rulesets.find(({ links }) =>
      links.some((link) => facts.isSame(facts.network(link.network), network) && facts.isThere(link)),
    );
    const [rule] = (ruleset?.rules ?? [])
      .filter(({ domain, enabled = true }) => enabled && isBelow(name, domain.replace(/\.$/, '').toLowerCase()))
      .sort((one, other) => other.domain.length - one.domain.length)
      .filter((each) => facts.isThere(each));
    if (!ruleset || !rule) return undefined;
    if (name === this.alias) facts.world.note('rule for the alias');
    const outbound = facts.estate.resolvers.flatMap((resolver) => resolver.outbound);
    const { subnet } = outbound.find(({ key }) => key === ruleset.outbound[0])!;
    const { own, network: from } = facts.subnetOfKey(subnet);
    return this.askServers({ spot: own, network: from, isNarrow: false }, rule.targets, visited);
  }

  /** Whatever somebody outside of the estate may answer. */
  private anyAnswer(question: string): Answer {
    // A service without a private endpoint has one address, which whoever resolves public names gives.
    if (this.facts.endpoints.length === 0) return { kind: 'public', cause: 'no endpoint' };
    const answers: Answer[] = [
      { kind: 'public', cause: 'others answer' },
      ...this.facts.estate.endpoints.map(({ address }): Answer => ({ kind: 'private', address })),
      { kind: 'nothing', cause: 'others answer', reason: `${question} give none` },
    ];
    return this.facts.world.choose(question, answers);
  }
}

function nameOf({ path }: Identity): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** Whether a name is that of a domain, or below it. */
function isBelow(name: string, domain: string): boolean {
  return domain === '' || name === domain || name.endsWith(`.${domain}`);
}
