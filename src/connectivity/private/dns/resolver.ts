import { publicAnswer, unknownAnswer } from './answers';
import { Question } from './question';
import { namesAsked, Search, wholeChain } from './search';
import { namesOf } from './service-names';
import { unknownUnlessPublic, unlinkedAnswer } from './unlinked-answer';
import { zoneAnswer } from './zone-answer';
import { TerraformModel } from '../../../model/terraform-model';
import { addressesIn, AskedServers, DnsServers, serversOf } from '../../../topology/dns/dns-servers';
import { ForwardingRules } from '../../../topology/dns/forwarding-rules';
import { registrationOf } from '../../../topology/dns/registration';
import { ZoneLinks } from '../../../topology/dns/zone-links';
import { ZoneRecords } from '../../../topology/dns/zone-records';
import { Zones } from '../../../topology/dns/zones';
import { Topology } from '../../../topology/topology';
import { NameResolution } from '../../connectivity-data';

export * from './question';

/** How far a search has come. */
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
  private readonly managedNetworks: ReadonlySet<string>;

  public constructor(model: TerraformModel) {
    const topology = Topology.of(model);
    this.zones = topology.zones;
    this.links = topology.zoneLinks;
    this.records = topology.zoneRecords;
    this.rules = topology.forwardingRules;
    this.servers = topology.dnsServers;
    this.managedNetworks = new Set(model.resources('azurerm_virtual_network').map(({ path }) => path));
  }

  /** What the name of a resource with private endpoints leads to in a network, or on the internet. */
  public resolve(question: Question): NameResolution {
    const { network, hostname, endpoints, dnsServers } = question;
    const names = namesOf(question);
    if (!names) return unknownAnswer([hostname!], `${hostname} is not a name that Azure gives the service`);
    const registrations = endpoints.map((endpoint) => registrationOf(endpoint, this.zones));
    const search = { question, names, registrations };
    const step = { search, names: namesAsked(search), visited: [] };
    if (network === undefined) return publicAnswer(wholeChain(search), 'on the internet, public DNS answers');
    if (endpoints.length === 0 && question.mayHaveOthers) {
      const reason = 'the construct tree has no private endpoint of the service, but others may have defined some';
      return unknownAnswer([names.host], reason);
    }
    const isOwn = dnsServers && !dnsServers.isAbsent;
    return this.ask(step, network, isOwn ? serversOf('the app', addressesIn(dnsServers)) : this.servers.of(network));
  }

  /** What DNS servers answer that a network asks, or a rule in its place. */
  private ask(step: Step, network: string, servers: AskedServers): NameResolution {
    const { search, names } = step;
    const networks = this.servers.networksBehind(servers, network);
    if (!networks) return unknownUnlessPublic(search, names[0], servers.doubt, servers.code);
    const [answer, ...others] = networks.map((each) => this.askAzure(step, each));
    const isSame = ({ kind, privateEndpoint }: NameResolution) =>
      kind === answer.kind && privateEndpoint === answer.privateEndpoint;
    if (others.every(isSame)) return answer;
    return unknownUnlessPublic(search, names[0], `the DNS servers that ${network} asks answer differently`);
  }

  /**
   * What Azure's DNS answers to machines of a network: by linked zones first, then by forwarding rules, then as on the
   * internet.
   *
   * @see https://learn.microsoft.com/azure/dns/dns-private-resolver-overview#how-azure-dns-private-resolver-works
   */
  private askAzure(step: Step, network: string): NameResolution {
    const { search, names, visited } = step;
    if (visited.includes(network)) {
      return unknownUnlessPublic(search, names[0], `queries go round in circles through ${visited.join(' and ')}`);
    }
    for (const [index, name] of names.entries()) {
      const link = this.links.find(network, name);
      if (link) return zoneAnswer({ search, name, network, link }, this.records);
      const targets = this.rules.find(network, name);
      if (targets) {
        return this.ask({ search, names: names.slice(index), visited: [...visited, network] }, network, targets);
      }
    }
    return unlinkedAnswer(search, network, {
      isManaged: this.managedNetworks.has(network),
      mayBeLinked: names.some((name) => this.links.mayFind(network, name)),
      hasZone: this.zones.isDefined(search.names.privateZone),
    });
  }
}
