import { isIn, RFC_1918 } from './cidr';
import { Caller, Endpoint, Estate, Gateway, ID_TYPES, Integration, OriginOf, RequestTypeName, Types } from './estate';
import { Facts } from './facts';
import { Answer, Asker, Cause, Names } from './names';
import { Obstacle, Stage, toEndpoint, toInternet } from './packet';
import { inAllWorlds, Seen, World } from './worlds';

/** What happens to a request in one world. */
export interface Outcome {
  readonly verdict: 'allowed' | 'denied';
  readonly stage: Stage;
  readonly reason: string;
  /** The endpoint that it takes; `undefined` for the public one, or none. */
  readonly endpoint?: string;
  /** What the name leads to, where it is asked for; and why it is no endpoint. */
  readonly answer?: Answer['kind'];
  readonly cause?: Cause;
}

/** What Azure would do with a request, in every world that the estate leaves open. */
export function follow(estate: Estate, origin: OriginOf, type: RequestTypeName): Seen<Outcome> {
  return inAllWorlds((world) => new Walk(new Facts(estate, world), world).from(origin, type));
}

/** What Azure would do with the calls of the service to its upstream. */
export function followUpstream(estate: Estate): Seen<Outcome> {
  return inAllWorlds((world) => new Walk(new Facts(estate, world), world).toUpstream());
}

/** The one verdict of all worlds; `undefined` where they differ. */
export function verdictOf({ results }: Seen<Outcome>): Outcome['verdict'] | undefined {
  const verdicts = new Set(results.map(({ verdict }) => verdict));
  return verdicts.size === 1 ? results[0].verdict : undefined;
}

class Walk {
  private readonly names: Names;

  public constructor(
    private readonly facts: Facts,
    private readonly world: World,
  ) {
    this.names = new Names(facts);
  }

  public from(origin: OriginOf, type: RequestTypeName): Outcome {
    const { estate } = this.facts;
    if (origin.kind === 'internet') return this.atPublicEndpoint(type);
    if (origin.kind === 'endpoint') {
      const endpoint = estate.endpoints.find(({ key }) => key === origin.key)!;
      if (!this.facts.isThere(endpoint)) return denied({ stage: 'names', reason: `${endpoint.key} is not there` });
      return this.atEndpoint(endpoint, type);
    }
    if (origin.kind === 'gateway') return this.fromGateway(estate.gateway!, type);
    const callers: Caller[] = estate.apps.flatMap((app) => [app, ...app.slots]);
    return this.fromApp(
      callers.find(({ key }) => key === origin.key)!,
      type,
    );
  }

  /** https://learn.microsoft.com/azure/azure-signalr/howto-shared-private-endpoints */
  public toUpstream(): Outcome {
    const { apps, service } = this.facts.estate;
    const { upstream, sharedLink } = service;
    const callers: Caller[] = apps.flatMap((app) => [app, ...app.slots]);
    const app = callers.find(({ key }) => key === upstream?.to)!;
    if (sharedLink?.to === app.key && this.facts.isThere(sharedLink)) {
      const isApproved = this.world.choose('the owner of the app approves the shared private link', [true, false]);
      return isApproved
        ? { verdict: 'allowed', stage: 'list', reason: 'the shared private link' }
        : denied({ stage: 'outside', reason: 'the shared private link is pending' });
    }
    const { publicAccess = true } = app;
    return judged(publicAccess, 'what the app takes from the internet');
  }

  private fromApp(app: Caller, type: RequestTypeName): Outcome {
    // Without a subnet an app calls out from App Service's own addresses, where public DNS answers.
    if (!app.integration || !this.facts.isThere(app.integration)) return this.atPublicEndpoint(type);
    const asker = this.askerOf(app, app.integration);
    const answer = this.names.ask(asker, app.settings);
    const cause = answer.kind === 'private' ? undefined : answer.cause;
    return { ...this.fromAsker(asker, answer, type), answer: answer.kind, cause };
  }

  /** A gateway asks the name servers of its network: https://learn.microsoft.com/azure/application-gateway/configuration-infrastructure */
  private fromGateway({ key, name, subnet }: Gateway, type: RequestTypeName): Outcome {
    const integration = { key, by: 'attribute' as const, subnet };
    return this.fromApp({ key, name, integration, routeAll: true, settings: {} }, type);
  }

  private fromAsker(asker: Asker, answer: Answer, type: RequestTypeName): Outcome {
    if (answer.kind === 'nothing') return denied({ stage: 'names', reason: answer.reason });
    if (answer.kind === 'public') return this.outPublicly(asker, type);
    const endpoint = this.facts.estate.endpoints.find(({ address }) => address === answer.address);
    if (!endpoint || !this.facts.isThere(endpoint)) {
      this.world.note('stray record');
      return denied({ stage: 'names', reason: `nothing is at ${answer.address}` });
    }
    const obstacle = this.wayTo(asker, endpoint);
    return obstacle ? denied(obstacle) : this.atEndpoint(endpoint, type);
  }

  private askerOf(app: Caller, { subnet }: Integration): Asker {
    const { own, network } = this.facts.subnet(subnet);
    return { spot: own, network, isNarrow: app.routeAll !== true };
  }

  /** https://learn.microsoft.com/azure/app-service/overview-vnet-integration#application-routing */
  private outPublicly({ spot, isNarrow }: Asker, type: RequestTypeName): Outcome {
    if (isNarrow) return this.atPublicEndpoint(type);
    if (!spot) {
      const passes = this.world.choose('a network outside of the estate lets traffic out', [true, false]);
      return passes ? this.atPublicEndpoint(type) : denied({ stage: 'outside', reason: 'the network outside' });
    }
    const obstacle = toInternet(this.facts, spot);
    return obstacle ? denied(obstacle) : this.atPublicEndpoint(type);
  }

  private wayTo({ spot, isNarrow }: Asker, endpoint: Endpoint): Obstacle {
    const { address } = endpoint;
    // What does not enter the subnet leaves by App Service's own addresses, which no private address answers.
    if (isNarrow && !isIn(address, RFC_1918)) return { stage: 'route all', reason: `${address} is not of RFC 1918` };
    const to = this.facts.subnet(endpoint.subnet).own;
    if (!spot || !to) {
      const passes = this.world.choose('networks outside of the estate let traffic through', [true, false]);
      return passes ? undefined : { stage: 'outside', reason: 'the network outside' };
    }
    return toEndpoint(this.facts, spot, { ...to, address, isPrivateEndpoint: true });
  }

  private atPublicEndpoint(type: RequestTypeName): Outcome {
    const { publicAccess = true, list } = this.facts.estate.service;
    if (!publicAccess) return denied({ stage: 'list', reason: 'the public endpoint is off' });
    // Azure's own list lets everything in.
    if (!list || !this.facts.isThere(list)) return { verdict: 'allowed', stage: 'list', reason: 'no list' };
    return judged(admits(list.defaultAction, list.publicNetwork, type), 'the rules of the public network');
  }

  private atEndpoint(endpoint: Endpoint, type: RequestTypeName): Outcome {
    const { facts } = this;
    const { list } = facts.estate.service;
    const place = { endpoint: endpoint.key };
    if (!list || !facts.isThere(list)) {
      // What azurerm writes when it resets a list: signalr_service_network_acl_resource.go, delete.
      this.world.note('no list');
      return { verdict: 'allowed', stage: 'list', reason: 'no list', ...place };
    }
    if (list.endpoints.length === 0) {
      // azurerm leaves out the property where no block is there, so what Azure gave the endpoint stays:
      // signalr_service_network_acl_resource.go, create.
      const stays = facts.world.choose('a list without blocks of endpoints leaves what was there', [false, true]);
      if (stays) return { verdict: 'allowed', stage: 'list', reason: 'what Azure gave the endpoint', ...place };
    }
    const rules = list.endpoints.find((each) => this.isMeant(each.endpoint, endpoint));
    return { ...judged(admits(list.defaultAction, rules ?? {}, type), 'the rules of the endpoint'), ...place };
  }

  /** azurerm compares the ids letter for letter, and ignores blocks that match nothing. */
  private isMeant(reference: Endpoint['service'], endpoint: Endpoint): boolean {
    if ('key' in reference) return reference.key === endpoint.key;
    const found = this.facts.find([endpoint], ID_TYPES.endpoint, reference);
    if ('path' in found) return false;
    const exact = `/resourceGroups/${endpoint.group}/providers/${ID_TYPES.endpoint}/${endpoint.name}`;
    const isExact = reference.id.endsWith(exact);
    if (!isExact) this.world.note('letters');
    return isExact;
  }
}

/** https://learn.microsoft.com/azure/azure-signalr/howto-network-access-control */
function admits(defaultAction: 'Allow' | 'Deny', { allowed = [], denied: refused = [] }: Types, type: RequestTypeName) {
  return defaultAction === 'Allow' ? !refused.includes(type) : allowed.includes(type);
}

function judged(isAdmitted: boolean, reason: string): Outcome {
  return { verdict: isAdmitted ? 'allowed' : 'denied', stage: 'list', reason };
}

function denied({ stage, reason }: { stage: Stage; reason: string }): Outcome {
  return { verdict: 'denied', stage, reason };
}
