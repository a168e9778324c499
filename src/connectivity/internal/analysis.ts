import { IConstruct } from 'constructs';
import { Judge } from './judge';
import { addTo } from '../../core/internal/add-to';
import { AZURE_DNS } from '../../core/internal/azure-dns';
import { ModelResource } from '../../model/model-resource';
import { ModelValue } from '../../model/model-value';
import { TerraformModel } from '../../model/terraform-model';
import { RequestType } from '../../signalr/values';
import { RecordedEndpoint, registrationOf } from '../../topology/dns/registration';
import { Zones } from '../../topology/dns/zones';
import { Connections } from '../../topology/signalr/connections';
import { Service, Services } from '../../topology/signalr/services';
import { Topology } from '../../topology/topology';
import { whereaboutsOf } from '../../topology/whereabouts';
import {
  ConnectivityData,
  ConnectivityPath,
  NameResolution,
  ReportedOrigin,
  ReportedService,
} from '../connectivity-data';
import { OriginKind } from '../origin-kind';
import { PrivateTarget, recordQuestion } from '../private/dns/question';
import { Networks } from '../private/network/networks';
import type { Step } from '../private/network/step';
import {
  appOrigins,
  endpointOrigin,
  INTERNET,
  onPremisesOrigins,
  Place,
  placeOf,
  proxyOrigins,
} from '../private/origins';
import { reportedResources, subscriptionIn } from '../private/resources';
import { Upstreams } from '../private/upstreams';

const analyses = new WeakMap<TerraformModel, Analysis>();

/** The analysis of a model, made once. */
export function analysisOf(model: TerraformModel): Analysis {
  const analysis = analyses.get(model) ?? new Analysis(model);
  analyses.set(model, analysis);
  return analysis;
}

/** Access of an app to a service. */
export interface Call {
  readonly paths: readonly ConnectivityPath[];
  /** States whether the configuration shows where the app calls from. */
  readonly isPlaced: boolean;
  /** Keys of what the paths depend on: app, network, service, access control list, zones. */
  readonly resources: readonly string[];
}

/** Everything that is known of a model; nothing is judged before it is asked for. */
export class Analysis {
  /** All SignalR services of the tree, and those that it refers to. */
  public readonly services: Services;

  private readonly networks: Networks;
  private readonly judge: Judge;
  private readonly upstreams: Upstreams;
  private readonly places: readonly Place[];
  private readonly zones: Zones;
  private readonly connections: Connections;
  private readonly placeByApp = new Map<string, Place>();
  private readonly placesByNetwork = new Map<string | undefined, Place[]>();
  /** The places whose questions do not go to Azure's DNS alone. */
  private readonly askingOthers: readonly Place[];

  public constructor(private readonly model: TerraformModel) {
    this.networks = new Networks(model);
    this.services = Topology.of(model).services;
    this.zones = Topology.of(model).zones;
    this.judge = new Judge(model, this.networks);
    this.upstreams = new Upstreams(model);
    const apps = appOrigins(model, this.networks);
    const proxies = proxyOrigins(model, this.networks, apps);
    this.places = [INTERNET, ...apps, ...proxies, ...onPremisesOrigins(model, this.networks)];
    this.connections = Topology.of(model).connections;
    const { dnsServers } = Topology.of(model);
    this.askingOthers = this.places.filter(({ network, dnsServers: { own, alternative } = {} }) => {
      if (network === undefined) return false;
      const servers = dnsServers.of(network).servers ?? [{}];
      return [own, alternative].some((set) => set?.length) || servers.some(({ address }) => address !== AZURE_DNS);
    });
    for (const place of this.places) {
      place.hosts.forEach(({ path }) => this.placeByApp.set(path, place));
      // Where a network is joined that the configuration does not define, only its own configuration says.
      const isDefined = place.network !== undefined && this.networks.isManaged(place.network);
      addTo(this.placesByNetwork, isDefined ? place.network : undefined, place);
    }
  }

  /**
   * All verdicts for some services.
   *
   * @param placesOf the places that requests come from; all, where it is not given
   */
  public report(
    services: readonly Service[],
    placesOf: (service: Service) => readonly Place[] = (service) => this.placesOf(service),
  ): ConnectivityData {
    const origins = new Map<string, ReportedOrigin>();
    const reported = new Map<string, ReportedService>();
    const paths = services.flatMap((service) => {
      const places = placesOf(service);
      places.forEach((place) => origins.set(place.id, originOf(place)));
      reported.set(service.key, this.serviceOf(service));
      const upstream = this.upstreams.paths(service);
      if (upstream.length > 0) origins.set(service.key, outboundOf(service));
      this.upstreams.called(service).forEach((called) => reported.set(called.id, called));
      return [...places.flatMap((place) => this.judge.paths(service, place)), ...upstream];
    });
    const shown = new Set([...origins.values()].map(({ network }) => network));
    const networks = this.networks.reported().filter((network) => shown.has(network.id));
    const named = { networks, services: [...reported.values()], origins: [...origins.values()], paths };
    return { ...named, resources: reportedResources(this.model, named) };
  }

  /** Number of pairs of places and services to judge. */
  public get pairs(): number {
    return this.services.all.length * this.places.length;
  }

  /**
   * The places that have something in common with a service: apps that call it, or whose network may be joined with that
   * of an endpoint, or whose DNS servers and appliances are those of others, and may lead it there. All others reach its
   * public endpoint as the internet does, or nothing.
   */
  public placesNear(service: Service): readonly Place[] {
    const networks = service.endpoints.map((endpoint) => this.networks.around(endpoint));
    if (service.mayHaveOthers || networks.some((around) => around === undefined)) return this.placesOf(service);
    const keys = new Set(networks.flatMap((around) => around!));
    const callers = this.connections.appsOf(service.key).flatMap(({ path }) => this.placeByApp.get(path) ?? []);
    const near = [...keys].flatMap((key) => this.placesByNetwork.get(key) ?? []);
    const far = this.askingOthers.filter((place) =>
      service.endpoints.some((endpoint) => this.judge.mayReach(place, endpoint)),
    );
    const all = [...(this.placesByNetwork.get(undefined) ?? []), ...near, ...callers, ...far];
    return [...new Set(all), ...service.endpoints.map((endpoint) => endpointOrigin(this.networks, endpoint))];
  }

  /**
   * The verdicts for requests of an app.
   *
   * @param app construct of the app; one that the configuration does not define calls from a network
   * @param network id of that network
   */
  public callOf(
    app: IConstruct,
    network: ModelValue<ModelResource>,
    service: Service,
    types: readonly RequestType[],
  ): Call {
    const key = [`${app.node.path}/Resource`, app.node.path].find((path) => this.placeByApp.has(path));
    const place = (key && this.placeByApp.get(key)) || this.placeIn(app, network);
    const zones = service.endpoints.flatMap((endpoint) => registrationOf(endpoint, this.zones).zones);
    return {
      paths: this.judge.paths(service, place, types),
      isPlaced: key !== undefined || !network.isAbsent,
      resources: [
        key,
        place.network,
        service.key,
        service.list.resource?.path,
        ...zones.map(({ label }) => label),
      ].filter((resource) => resource !== undefined),
    };
  }

  /** Answer to the name of a service for an app of the configuration. */
  public resolutionOf(app: ModelResource, service: Service): NameResolution {
    return this.judge.resolve(service, this.placeByApp.get(app.path)!);
  }

  /** Answer to the name of a service for any client of a network's DNS servers. */
  public resolutionIn(network: string, service: Service): NameResolution {
    return this.judge.resolve(service, placeOf(network, OriginKind.SUBNET, network, network));
  }

  /** Answer of a private endpoint's record in a zone, in a network. */
  public lookUp(recorded: RecordedEndpoint, network: string): NameResolution {
    return this.judge.lookUp(recordQuestion(recorded, network));
  }

  /** Reports whether an app reaches something else than a SignalR service through one of its private endpoints. */
  public privateCall(app: ModelResource, target: PrivateTarget): Step {
    return this.judge.privateCall(this.placeByApp.get(app.path)!, target);
  }

  /** The ways from an app to a storage account; `undefined` where the app calls out through no subnet. */
  public waysToStorage(app: ModelResource, endpoints: readonly ModelResource[]) {
    const place = this.placeByApp.get(app.path);
    return place?.subnet ? this.judge.waysToStorage(place, endpoints) : undefined;
  }

  /** The verdicts for requests that arrive at a private endpoint of a service. */
  public atEndpoint(service: Service, endpoint: ModelResource, types: readonly RequestType[]): ConnectivityPath[] {
    return this.judge.paths(service, endpointOrigin(this.networks, endpoint), types);
  }

  /** The verdicts for requests from the internet. */
  public ofInternet(service: Service): ConnectivityPath[] {
    return this.judge.paths(service, INTERNET);
  }

  /** The verdicts for the calls of a service, one for each upstream, in the order of its blocks. */
  public upstreamsOf(service: Service): ConnectivityPath[] {
    return this.upstreams.each(service);
  }

  private placeIn(app: IConstruct, networkId: ModelValue<ModelResource>): Place {
    const network = this.networks.networkKey(networkId);
    return placeOf(app.node.path, OriginKind.SUBNET, app.node.path, network);
  }

  private serviceOf({ key, name, endpoints, resource }: Service): ReportedService {
    const privateEndpoints = endpoints.map(({ path }) => path);
    return {
      id: key,
      name,
      type: 'azurerm_signalr_service',
      privateEndpoints,
      ...(resource ? whereaboutsOf(this.model, resource) : { subscription: subscriptionIn(key) }),
    };
  }

  private placesOf(service: Service): Place[] {
    return [...this.places, ...service.endpoints.map((endpoint) => endpointOrigin(this.networks, endpoint))];
  }
}

function originOf({ id, kind, name, network, hosts }: Place): ReportedOrigin {
  return { id, kind, name, network, hosts: hosts.map(({ path }) => path) };
}

function outboundOf({ key, name }: Service): ReportedOrigin {
  return { id: key, kind: OriginKind.SERVICE, name, hosts: [] };
}
