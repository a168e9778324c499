import { AccessLists } from './access';
import { Resolver } from './dns/resolver';
import { Gateways } from './gateways';
import { Networks } from './network/networks';
import { decisive, Step } from './network/step';
import { Place } from './origins';
import { Service } from './services';
import { ModelResource } from '../../core/private/model/model-resource';
import { TerraformModel } from '../../core/private/model/terraform-model';
import { PrivateLinkZone } from '../../dns';
import { RequestType } from '../../signalr';
import { ConnectivityPath, NameResolution } from '../connectivity-data';
import { OriginKind } from '../origin-kind';
import { ResolutionKind } from '../resolution-kind';
import { Verdict } from '../verdict';

/** How a path over the public endpoint is called. */
export const PUBLIC_ENDPOINT = 'public endpoint';

/** The tag of security rules and routes for the public addresses of the service. */
const SERVICE_TAG = 'AzureSignalR';

/** Follows requests from an origin to a SignalR service: name, way, approval, access control list. */
export class Judge {
  private readonly accessLists: AccessLists;
  private readonly resolver: Resolver;
  private readonly gateways: Gateways;

  public constructor(
    model: TerraformModel,
    private readonly networks: Networks,
  ) {
    this.accessLists = new AccessLists(model);
    this.resolver = new Resolver(model);
    this.gateways = new Gateways(model, networks);
  }

  /** The verdicts of all request types, or of some. */
  public paths(
    service: Service,
    place: Place,
    types: readonly RequestType[] = Object.values(RequestType),
  ): ConnectivityPath[] {
    const resolution = this.resolve(service, place);
    return types.map((type) => {
      const { via, step } = this.follow(service, place, resolution, type);
      const requestType: string = type;
      return { service: service.key, origin: place.id, requestType, ...step, via, resolution };
    });
  }

  private resolve(service: Service, place: Place): NameResolution {
    const { key, hostname, endpoints, resource } = service;
    if (place.network === undefined && place.kind !== OriginKind.INTERNET && place.kind !== OriginKind.APP) {
      const reason = `the network of ${place.id} is only known when Terraform runs`;
      return { kind: ResolutionKind.UNKNOWN, chain: [hostname ?? service.name], reason, code: 'dns/unknown' };
    }
    return this.resolver.resolve({
      service: key,
      hostname,
      zone: PrivateLinkZone.SIGNALR,
      network: place.network,
      dnsServers: place.dnsServers,
      endpoints,
      mayHaveOthers: !resource,
    });
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
    return { via: '', step: this.withoutAddress(service, resolution, type) };
  }

  private throughEndpoint(service: Service, place: Place, endpoint: ModelResource, type: RequestType): Step {
    return decisive([...this.way(place, endpoint), this.atEndpoint(service, endpoint, type)]);
  }

  private atEndpoint(service: Service, endpoint: ModelResource, type: RequestType): Step {
    return decisive([...approvalOf(endpoint), this.accessLists.judge(service, type, endpoint)]);
  }

  private way(place: Place, endpoint: ModelResource): Step[] {
    const { kind, network, subnet } = place;
    if (subnet) return [this.networks.toEndpoint(subnet, endpoint)];
    if (kind !== OriginKind.ON_PREMISES) return [this.networks.fromNetwork(network!, endpoint)];
    return [this.gateways.toEndpoint(network!, endpoint), this.networks.throughNetwork(network!, endpoint)];
  }

  private throughInternet(service: Service, place: Place, resolution: NameResolution, type: RequestType): Step {
    const way = place.subnet ? [this.networks.toInternet(place.subnet, SERVICE_TAG, place.routesAll)] : [];
    const step = decisive([...way, this.accessLists.judge(service, type)]);
    const isLet = service.endpoints.some(
      (endpoint) => this.accessLists.judge(service, type, endpoint).verdict === Verdict.ALLOWED,
    );
    const { code, reason } = resolution;
    if (step.verdict !== Verdict.DENIED || !code || !isLet) return step;
    return { ...step, code, reason: `${reason}; ${step.reason}` };
  }

  /** Where the name leads nowhere, or nobody knows where: a request that is refused everywhere is denied all the same. */
  private withoutAddress(service: Service, { kind, reason, code }: NameResolution, type: RequestType): Step {
    const entrances = [undefined, ...service.endpoints];
    const steps = entrances.map((endpoint) => this.accessLists.judge(service, type, endpoint));
    if (steps.every(({ verdict }) => verdict === Verdict.DENIED)) return steps[steps.length - 1];
    const verdict = kind === ResolutionKind.NXDOMAIN ? Verdict.DENIED : Verdict.UNKNOWN;
    return { verdict, reason, code: code ?? 'dns/unknown' };
  }
}

/** An endpoint that its target's owner has to approve lets nothing through before. */
function approvalOf(endpoint: ModelResource): Step[] {
  const isManual = endpoint.at('private_service_connection.is_manual_connection');
  if (isManual.is(false)) return [];
  const reason = isManual.isUnknown
    ? `whether ${endpoint.path} needs an approval is only known when Terraform runs`
    : `${endpoint.path} waits for the approval of the service's owner`;
  return [{ verdict: Verdict.UNKNOWN, reason, code: 'privatelink/pending' }];
}
