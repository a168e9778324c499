import { noAnswer, publicAnswer, unknownAnswer } from './answers';
import { Asker, Question } from './question';
import { chainTo, namesAsked, Search, unknownUnlessPublic, unlinkedAnswer, wholeChain } from './search';
import { answering, IQueryWays } from './servers';
import { namesOf } from './service-names';
import { zoneAnswer } from './zone-answer';
import { TerraformModel } from '../../../model/terraform-model';
import { AskedServers, DnsServers, serversOf } from '../../../topology/dns/dns-servers';
import { ForwardingRules } from '../../../topology/dns/forwarding-rules';
import { registrationOf } from '../../../topology/dns/registration';
import { ZoneLinks } from '../../../topology/dns/zone-links';
import { ZoneRecords } from '../../../topology/dns/zone-records';
import { Zones } from '../../../topology/dns/zones';
import { VirtualNetworks } from '../../../topology/network/virtual-networks';
import { Topology } from '../../../topology/topology';
import { NameResolution } from '../../connectivity-data';
import { Verdict } from '../../verdict';
import { Sender } from '../network/sender';

export * from './question';

/** Progress of a search. */
interface Step {
  readonly search: Search;
  /** Names that are still to ask; the first one now. */
  readonly names: readonly string[];
  /** The networks as whose machines Azure's DNS was asked before. */
  readonly visited: readonly string[];
}

/** Answers names as the DNS of Azure's networks would. */
export class Resolver {
  private readonly zones: Zones;
  private readonly links: ZoneLinks;
  private readonly records: ZoneRecords;
  private readonly rules: ForwardingRules;
  private readonly servers: DnsServers;
  private readonly networks: VirtualNetworks;

  public constructor(
    model: TerraformModel,
    private readonly ways: IQueryWays,
  ) {
    const topology = Topology.of(model);
    this.zones = topology.zones;
    this.links = topology.zoneLinks;
    this.records = topology.zoneRecords;
    this.rules = topology.forwardingRules;
    this.servers = topology.dnsServers;
    this.networks = topology.networks;
  }

  /** Answer to the name of a resource with private endpoints in a network, or on the internet. */
  public resolve(question: Question): NameResolution {
    const { asker, hostname, endpoints } = question;
    const names = namesOf(question);
    if (!names) return unknownAnswer([hostname!], `${hostname} is not a name that Azure gives the service`);
    const registrations = endpoints.map((endpoint) => registrationOf(endpoint, this.zones));
    const search = { question, names, registrations };
    const step = { search, names: namesAsked(search), visited: [] };
    if (!asker) return publicAnswer(wholeChain(search), 'on the internet, public DNS answers');
    if (endpoints.length === 0 && question.mayHaveOthers) {
      const reason = 'the configuration has no private endpoint of the service, but another team may have defined one';
      return unknownAnswer([names.host], reason);
    }
    if (asker.isInbound) return this.askAzure(step, asker.network);
    return this.ask(step, asker, this.serversFor(asker));
  }

  /** The servers that an app names are asked in place of those of its network; an alternative one, too. */
  private serversFor({ network, dnsServers }: Asker): AskedServers {
    const { own = [], alternative = [] } = dnsServers ?? {};
    const first = own.length > 0 ? serversOf('the app', own) : this.servers.of(network);
    if (alternative.length === 0 || !first.servers) return first;
    const { servers, ...doubt } = serversOf('the app', alternative);
    return { ...doubt, servers: servers && [...first.servers, ...servers] };
  }

  /**
   * Answer of the DNS servers that a client asks, or of a rule in their place.
   *
   * Servers that a query does not get to are passed over. Of the others the first one answers, but wherever it is late the
   * next one does, so an answer is known only where all of them give it:
   * https://learn.microsoft.com/azure/app-service/overview-name-resolution#how-name-resolution-works-in-app-service
   */
  private ask(step: Step, sender: Sender, { servers, doubt, code }: AskedServers): NameResolution {
    const { search, names } = step;
    if (!servers) return unknownUnlessPublic(search, names[0], doubt, code);
    const all = servers.map((server) => answering(server, sender, this.servers, this.ways));
    const reached = all.filter(({ obstacle }) => obstacle?.verdict !== Verdict.DENIED);
    if (reached.length === 0) return noAnswer(chainTo(search, names[0]), all[0].obstacle!.reason);
    const uncertain = reached.find(({ network }) => network === undefined);
    if (uncertain) {
      const { obstacle } = uncertain;
      // Where no server is reached, not even public names are found.
      if (obstacle) return unknownAnswer(chainTo(search, names[0]), obstacle.reason, obstacle.code);
      return unknownUnlessPublic(search, names[0], doubt, code);
    }
    const networks = new Set(reached.map(({ network }) => network!));
    return this.agreed(
      step,
      sender.label,
      [...networks].map((network) => this.askAzure(step, network)),
    );
  }

  private agreed({ search, names }: Step, label: string, [answer, ...others]: NameResolution[]): NameResolution {
    const isSame = ({ kind, privateEndpoint }: NameResolution) =>
      kind === answer.kind && privateEndpoint === answer.privateEndpoint;
    if (others.every(isSame)) return answer;
    return unknownUnlessPublic(search, names[0], `the DNS servers of ${label} answer differently`);
  }

  /**
   * Answer of Azure's DNS to machines of a network: by linked zones first, then by forwarding rules, then as on the
   * internet.
   *
   * @see https://learn.microsoft.com/azure/dns/dns-private-resolver-overview#how-azure-dns-private-resolver-works
   */
  private askAzure(step: Step, network: string): NameResolution {
    const { search, names, visited } = step;
    if (visited.includes(network)) {
      return unknownUnlessPublic(search, names[0], `queries loop through ${visited.join(' and ')}`);
    }
    for (const [index, name] of names.entries()) {
      const link = this.links.find(network, name);
      const forwarding = link ? undefined : this.rules.find(network, name);
      const doubt = link || forwarding ? this.links.doubtOf(network, name, link?.zone.name) : undefined;
      if (doubt) return unknownUnlessPublic(search, name, doubt);
      if (link) return zoneAnswer({ search, name, network, link }, this.records);
      if (forwarding) {
        const next = { search, names: names.slice(index), visited: [...visited, network] };
        const { outbound, targets } = forwarding;
        const answers = outbound.map((endpoint) => this.ask(next, this.ways.outbound(endpoint), targets));
        return this.agreed(step, network, answers);
      }
    }
    return unlinkedAnswer(search, network, {
      isManaged: this.networks.isManaged(network),
      linkDoubt: names.map((name) => this.links.doubtOf(network, name)).find((doubt) => doubt !== undefined),
      hasZone: this.zones.isDefined(search.names.privateZone),
    });
  }
}
