import { plainExpressions } from '../../core/internal/expressions';
import { asCode } from '../../core/internal/problem';
import { PrivateLinkZone } from '../../dns/values/private-link-zone';
import { ModelResource } from '../../model/model-resource';
import { TerraformModel } from '../../model/terraform-model';
import { RequestType } from '../../signalr/values';
import { Doubts, doubtsOf } from '../../topology/doubts';
import { needsApproval } from '../../topology/privatelink/endpoint-facts';
import { Connections } from '../../topology/signalr/connections';
import { Service } from '../../topology/signalr/services';
import { Topology } from '../../topology/topology';
import { ConnectivityPath, NameResolution } from '../connectivity-data';
import { OriginKind } from '../origin-kind';
import { AccessLists } from '../private/access';
import { Asker, PrivateTarget, Question } from '../private/dns/question';
import { Resolver } from '../private/dns/resolver';
import { Gateways } from '../private/gateways';
import { Networks } from '../private/network/networks';
import { Sender } from '../private/network/sender';
import { decisive, Step, unknown } from '../private/network/step';
import { Place } from '../private/origins';
import { ResolutionKind } from '../resolution-kind';
import { Verdict } from '../verdict';

/** Name of a path over the public endpoint. */
export const PUBLIC_ENDPOINT = 'public endpoint';

/** The tag of security rules and routes for the public addresses of the service. */
const SERVICE_TAG = 'AzureSignalR';
const STORAGE_TAG = 'Storage';

/** Requests of apps to the service, rather than of clients. */
const FROM_SERVERS: readonly RequestType[] = [RequestType.SERVER_CONNECTION, RequestType.REST_API];

/** Reason for an unknown answer. */
type Doubt = Pick<Step, 'reason' | 'code'>;

/** Follows requests from an origin to a SignalR service: name, way, approval, access control list. */
export class Judge {
  private readonly accessLists: AccessLists;
  private readonly resolver: Resolver;
  private readonly gateways: Gateways;
  private readonly doubts: Doubts;
  private readonly connections: Connections;
  private readonly ways = new WeakMap<Place, Map<ModelResource, Step[]>>();
  private readonly waysOut = new WeakMap<Place, Step[]>();

  public constructor(
    model: TerraformModel,
    private readonly networks: Networks,
  ) {
    this.accessLists = new AccessLists(model);
    this.doubts = doubtsOf(model);
    this.connections = Topology.of(model).connections;
    this.gateways = new Gateways(model, networks);
    const { ways } = this.doubts;
    this.resolver = new Resolver(model, {
      toServer: (from, inbound) => (ways ? unknown(ways) : networks.toServer(from, inbound)),
      mayHold: (from, address, inbound) => networks.mayHold(from, address, inbound),
      outbound: (endpoint) => networks.outbound(endpoint),
    });
  }

  /** The verdicts of all request types, or of some. */
  public paths(
    service: Service,
    place: Place,
    types: readonly RequestType[] = Object.values(RequestType),
  ): ConnectivityPath[] {
    const resolution = this.resolve(service, place);
    const elsewhere = this.calledElsewhere(service, place);
    return types.map((type) => {
      const isElsewhere = elsewhere && FROM_SERVERS.includes(type);
      const { via, step } = isElsewhere ? { via: '', step: elsewhere } : this.follow(service, place, resolution, type);
      const requestType: string = type;
      return { service: service.key, origin: place.id, requestType, ...step, via, resolution };
    });
  }

  /** Reports whether requests of a place may arrive at a private endpoint, whatever its name resolves to. */
  public mayReach(place: Place, endpoint: ModelResource): boolean {
    return decisive(this.way(place, endpoint)).verdict !== Verdict.DENIED;
  }

  /** The way from a place to the public address of Azure Storage, and those to private endpoints of an account. */
  public waysToStorage(place: Place, endpoints: readonly ModelResource[]): { out: Step; inside: Step[] } {
    const [out] = this.walkOut(place, STORAGE_TAG);
    return {
      out,
      inside: endpoints.map((endpoint) => this.into(place, endpoint)),
    };
  }

  /** Answer of DNS to a question, where the configuration leaves nothing open of names as a whole. */
  public lookUp(question: Question): NameResolution {
    const reason = this.doubts.names ?? this.doubts.endpoints;
    if (reason) return { kind: ResolutionKind.UNKNOWN, chain: [], reason, code: 'dns/unknown' };
    return this.resolver.resolve(question);
  }

  /**
   * Reports whether what is called by a name of Azure is reached through one of its private endpoints: the name, then
   * the way.
   */
  public privateCall(place: Place, target: PrivateTarget): Step {
    const code = 'dns/unknown';
    if (place.network === undefined && place.subnet) {
      return { verdict: Verdict.UNKNOWN, reason: unknownNetworkOf(place), code };
    }
    const answer = this.lookUp({ ...target, asker: askerOf(place) });
    const found = target.endpoints.find(({ path }) => path === answer.privateEndpoint);
    if (answer.kind === ResolutionKind.PRIVATE && found) return this.into(place, found);
    const verdict = answer.kind === ResolutionKind.UNKNOWN ? Verdict.UNKNOWN : Verdict.DENIED;
    return { verdict, reason: answer.reason, code: asCode(answer.code ?? code) };
  }

  /** Answer to the name of a service. */
  public resolve(service: Service, place: Place): NameResolution {
    const { key, hostname, endpoints, mayHaveOthers } = service;
    const unknownFor = ({ reason, code }: Doubt): NameResolution => {
      return { kind: ResolutionKind.UNKNOWN, chain: [hostname ?? service.name], reason, code };
    };
    const doubt = this.doubtOf(service, place);
    if (doubt) return unknownFor(doubt);
    const answer = this.resolver.resolve({
      service: key,
      hostname,
      zone: PrivateLinkZone.SIGNALR,
      asker: askerOf(place),
      endpoints,
      mayHaveOthers,
    });
    // Where no server is reached, there is no answer, whatever endpoints there are.
    const ofEndpoints = answer.kind === ResolutionKind.UNANSWERED ? undefined : this.doubtOfEndpoints(service, place);
    if (ofEndpoints) return unknownFor(ofEndpoints);
    return place.kind === OriginKind.APP ? outsideOfNetworks(answer, place) : answer;
  }

  /** Reason for an unknown answer, before any server is asked; on the internet, public DNS always answers. */
  private doubtOf({ endpoints, mayHaveOthers }: Service, place: Place): Doubt | undefined {
    const code = 'dns/unknown';
    if (place.network === undefined) {
      const isOutside = place.kind === OriginKind.INTERNET || place.kind === OriginKind.APP;
      return isOutside ? undefined : { code, reason: unknownNetworkOf(place) };
    }
    const { names } = this.doubts;
    return names && (endpoints.length > 0 || mayHaveOthers) ? { code, reason: names } : undefined;
  }

  /** Reason for which the private endpoints of the service are not known. */
  private doubtOfEndpoints({ endpoints, mayHaveOthers }: Service, place: Place): Doubt | undefined {
    if (place.network === undefined) return undefined;
    const reason = this.doubts.endpoints;
    if (reason && (endpoints.length > 0 || mayHaveOthers)) return { code: 'dns/unknown', reason };
    const pending = endpoints.map((endpoint) => approvalOf(endpoint)[0]);
    // Azure leads the public name to the zone of private endpoints once it has one that is approved.
    return pending.length > 0 && pending.every(Boolean) ? pending[0] : undefined;
  }

  /** Verdict for an app whose settings name another address: the way to the service decides nothing. */
  private calledElsewhere(service: Service, { hosts }: Place): Step | undefined {
    for (const app of hosts) {
      const address = this.connections.otherAddressOf(app, service.key);
      if (address === undefined) continue;
      const reason = `${app.path} calls ${plainExpressions(address)} in place of the service, as its setting says`;
      return { verdict: Verdict.UNKNOWN, reason, code: 'connectivity/server-endpoint' };
    }
    return undefined;
  }

  private follow(service: Service, place: Place, resolution: NameResolution, type: RequestType) {
    if (place.endpoint) return { via: place.endpoint.path, step: this.atEndpoint(service, place.endpoint, type) };
    const found = service.endpoints.find(({ path }) => path === resolution.privateEndpoint);
    if (resolution.kind === ResolutionKind.PRIVATE && found) {
      return { via: found.path, step: this.throughEndpoint(service, place, found, type) };
    }
    if (resolution.kind === ResolutionKind.PUBLIC) {
      return { via: PUBLIC_ENDPOINT, step: this.throughInternet(service, place, resolution, type) };
    }
    return { via: '', step: this.withoutAddress(service, place, resolution, type) };
  }

  /** The way into a private endpoint of something else than a SignalR service. */
  private into(place: Place, endpoint: ModelResource): Step {
    return decisive([...this.way(place, endpoint), ...approvalOf(endpoint)]);
  }

  private throughEndpoint(service: Service, place: Place, endpoint: ModelResource, type: RequestType): Step {
    return decisive([...this.way(place, endpoint), this.atEndpoint(service, endpoint, type)]);
  }

  private atEndpoint(service: Service, endpoint: ModelResource, type: RequestType): Step {
    return decisive([...approvalOf(endpoint), this.accessLists.judge(service, type, endpoint)]);
  }

  /** The way is the same for requests of all types. */
  private way(place: Place, endpoint: ModelResource): Step[] {
    const known = this.ways.get(place) ?? new Map<ModelResource, Step[]>();
    this.ways.set(place, known);
    const steps = known.get(endpoint) ?? this.walk(place, endpoint);
    known.set(endpoint, steps);
    return steps;
  }

  private walk(place: Place, endpoint: ModelResource): Step[] {
    const { kind, network } = place;
    if (this.doubts.ways) return [unknown(this.doubts.ways)];
    if (kind !== OriginKind.ON_PREMISES) return [this.networks.toEndpoint(senderOf(place), endpoint)];
    return [this.gateways.toEndpoint(network!, endpoint), this.networks.throughNetwork(network!, endpoint)];
  }

  private throughInternet(service: Service, place: Place, resolution: NameResolution, type: RequestType): Step {
    const step = decisive([...this.wayOut(place), this.accessLists.judge(service, type)]);
    const isLet = service.endpoints.some(
      (endpoint) => this.accessLists.judge(service, type, endpoint).verdict === Verdict.ALLOWED,
    );
    const { code, reason } = resolution;
    if (step.verdict !== Verdict.DENIED || !code || !isLet) return step;
    return { ...step, code: asCode(code), reason: `${reason}; ${step.reason}` };
  }

  private wayOut(place: Place): Step[] {
    const steps = this.waysOut.get(place) ?? this.walkOut(place, SERVICE_TAG);
    this.waysOut.set(place, steps);
    return steps;
  }

  private walkOut({ subnet, routesAll }: Place, serviceTag: string): Step[] {
    if (!subnet) return [];
    const doubt = routesAll.isNo ? undefined : this.doubts.exits;
    return [doubt ? unknown(doubt) : this.networks.toInternet(subnet, serviceTag, routesAll)];
  }

  /**
   * Verdict for a name without an answer, or with an unknown one: a request that no entrance allows is denied all the
   * same.
   */
  private withoutAddress(
    service: Service,
    place: Place,
    { kind, reason, code }: NameResolution,
    type: RequestType,
  ): Step {
    const steps = [
      decisive([...this.wayOut(place), this.accessLists.judge(service, type)]),
      ...service.endpoints.map((endpoint) => this.throughEndpoint(service, place, endpoint, type)),
    ];
    if (!service.mayHaveOthers && steps.every(({ verdict }) => verdict === Verdict.DENIED)) {
      return steps[steps.length - 1];
    }
    const verdict = kind === ResolutionKind.UNKNOWN ? Verdict.UNKNOWN : Verdict.DENIED;
    return { verdict, reason, code: asCode(code ?? 'dns/unknown') };
  }
}

function senderOf({ id, network, subnet, routesAll }: Place): Sender {
  return { label: network ?? id, network, subnet, routesAll };
}

function askerOf(place: Place): Asker | undefined {
  const { kind, network, dnsServers } = place;
  if (network === undefined) return undefined;
  return { ...senderOf(place), network, dnsServers, isInbound: kind === OriginKind.ON_PREMISES };
}

/** An endpoint that its target's owner has to approve lets nothing through before. */
function approvalOf(endpoint: ModelResource): Step[] {
  const { because } = endpoint.presence;
  if (because) return [unknown(because)];
  const isManual = needsApproval(endpoint);
  if (isManual.isNo) return [];
  const reason = isManual.isMaybe
    ? `whether ${endpoint.path} needs an approval is only known when Terraform runs`
    : `${endpoint.path} waits for the approval of the service's owner`;
  return [{ verdict: Verdict.UNKNOWN, reason, code: 'privatelink/pending' }];
}

/** An app without a subnet is answered like the internet; that it has none is what its owner is to know. */
function outsideOfNetworks(answer: NameResolution, { id }: Place): NameResolution {
  if (answer.kind !== ResolutionKind.PUBLIC) return answer;
  const reason = `${id} has no subnet to call out through, so public DNS answers`;
  return { ...answer, reason, code: 'network/no-subnet' };
}

/** Reason for which the network of a place is not known. */
function unknownNetworkOf({ id, subnet }: Place): string {
  const { because } = subnet ?? {};
  return because
    ? `the network of ${id} is not known: ${because}`
    : `the network of ${id} is only known when Terraform runs`;
}
