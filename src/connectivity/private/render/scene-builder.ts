import { NameOf, placeNames, shortPath } from './place-names';
import { Named, Scene, SceneBand, SceneEndpoint, SceneOrigin, ScenePart } from './scene';
import { isPrivate, lineFromEndpoint, linesFrom } from './scene-lines';
import { grouped, NumberedPath } from './service-section';
import { typeName } from './text';
import { ConnectivityData, ReportedNetwork, ReportedOrigin, ReportedService } from '../../connectivity-data';
import { OriginKind } from '../../origin-kind';
import { ResolutionKind } from '../../resolution-kind';

const CAPTIONS: Readonly<Record<OriginKind, string>> = {
  [OriginKind.INTERNET]: 'anyone on the',
  [OriginKind.SUBNET]: 'callers',
  [OriginKind.APP]: 'app without a subnet',
  [OriginKind.ON_PREMISES]: 'clients outside of Azure',
  [OriginKind.SERVICE]: 'SignalR service that calls',
  [OriginKind.PRIVATE_ENDPOINT]: 'anything else that reaches',
};

const OUTSIDE: Partial<Readonly<Record<OriginKind, string>>> = {
  [OriginKind.INTERNET]: 'Internet',
  [OriginKind.ON_PREMISES]: 'On-premises',
  [OriginKind.APP]: 'App Service, outside of networks',
};

/** Bands by what they hold, and the order of these. */
type Contents = { callers: ScenePart<SceneOrigin>[]; endpoints: ScenePart<SceneEndpoint>[] };

/** The scene of a service. */
export function sceneOf(data: ConnectivityData, service: ReportedService): Scene {
  return new SceneBuilder(data, service).build();
}

/** Caption of an origin: where all callers are of one type, that type. */
export function captionOf({ resources }: ConnectivityData, { kind, hosts }: ReportedOrigin): string {
  const types = hosts.map((host) => resources?.find(({ id }) => id === host)?.type);
  const [type] = types;
  if (kind !== OriginKind.SUBNET || type === undefined || types.some((each) => each !== type)) return CAPTIONS[kind];
  return hosts.length > 1 ? `${typeName(type)}s` : typeName(type);
}

/** Place in words: region and its subscription. */
export function placeOf({ region, subscription }: Pick<ReportedNetwork, 'region' | 'subscription'>): string {
  const parts = [region && `Region ${region}`, subscription && `subscription ${subscription}`]
    .filter(Boolean)
    .join(', ');
  return parts && parts[0].toUpperCase() + parts.slice(1);
}

class SceneBuilder {
  private readonly nameOf: NameOf;
  private readonly paths: readonly NumberedPath[];
  private readonly networks: ReadonlyMap<string, ReportedNetwork>;

  public constructor(
    private readonly data: ConnectivityData,
    private readonly service: ReportedService,
  ) {
    this.nameOf = placeNames(data);
    this.paths = data.paths.map((path, index) => ({ ...path, index })).filter((path) => path.service === service.id);
    this.networks = new Map(data.networks.map((network) => [network.id, network]));
  }

  public build(): Scene {
    const { id, name, type } = this.service;
    return {
      key: id,
      caption: typeName(type),
      service: { name, path: shortPath(id) },
      place: placeOf(this.service),
      bands: this.bands(),
    };
  }

  private bands(): SceneBand[] {
    const contents = new Map<string, Contents>();
    const at = (key: string) => {
      const held = contents.get(key) ?? { callers: [], endpoints: [] };
      contents.set(key, held);
      return held;
    };
    const origins = new Map(this.data.origins.map((origin) => [origin.id, origin]));
    const calls = grouped(this.paths, ({ origin }) => origin).map((paths) => ({
      origin: origins.get(paths[0].origin)!,
      paths,
    }));
    const endpoints = new Set(this.paths.flatMap(({ via }) => (isPrivate(via) ? via : [])));
    const homes = new Map([...endpoints].map((key) => [key, this.homeOf(key)]));
    // An origin that is an endpoint stands last in its network, since it is whatever else gets there.
    const isAnybody = ({ kind }: ReportedOrigin) => kind === OriginKind.PRIVATE_ENDPOINT;
    for (const { origin, paths } of [...calls].sort(
      (a, b) => Number(isAnybody(a.origin)) - Number(isAnybody(b.origin)),
    )) {
      const home = isAnybody(origin) ? (homes.get(origin.id) ?? this.homeOf(origin.id)) : undefined;
      this.addOrigin(at(home?.band ?? this.bandOf(origin)).callers, origin, paths);
    }
    for (const [key, { band, part }] of homes) addTo(at(band).endpoints, part, this.endpointOf(key));
    const all = [...contents].map(([key, held]) => this.bandWith(key, held));
    const rank = ({ kind, endpoints: own }: SceneBand) => (own.length > 0 ? 2 : kind === 'network' ? 1 : 0);
    return [0, 1, 2].flatMap((each) => placedTogether(all.filter((band) => rank(band) === each)));
  }

  /** The network and the subnet of a private endpoint; of one that the networks do not have, what holds it is not known. */
  private homeOf(endpoint: string): { band: string; part: Omit<ScenePart<unknown>, 'boxes'> } {
    for (const { id, subnets } of this.data.networks) {
      const subnet = subnets.find(({ privateEndpoints }) => privateEndpoints.includes(endpoint));
      if (subnet) return { band: `network ${id}`, part: { title: subnet.name, notes: subnet.addressPrefixes } };
    }
    const caller = this.data.origins.find(({ id }) =>
      this.paths.some(({ origin, via }) => origin === id && via === endpoint),
    );
    const band = caller?.kind === OriginKind.SERVICE ? OriginKind.SERVICE : 'elsewhere';
    return { band, part: { title: '', notes: [] } };
  }

  private bandOf({ kind, network }: ReportedOrigin): string {
    const isOutside = kind === OriginKind.ON_PREMISES || network === undefined || !this.networks.has(network);
    return isOutside ? kind : `network ${network}`;
  }

  private addOrigin(parts: ScenePart<SceneOrigin>[], origin: ReportedOrigin, paths: readonly NumberedPath[]): void {
    const { id, kind, network } = origin;
    const isAnybody = kind === OriginKind.PRIVATE_ENDPOINT;
    const subnets = (network !== undefined && !isAnybody && this.networks.get(network)?.subnets) || [];
    const subnet =
      subnets.find((each) => each.id === id) ??
      subnets.find(({ hosts }) => origin.hosts.some((host) => hosts.includes(host)));
    addTo(
      parts,
      { title: subnet?.name ?? '', notes: subnet?.addressPrefixes ?? [] },
      {
        key: id,
        kind: isAnybody ? 'anybody' : 'origin',
        caption: captionOf(this.data, origin),
        things: this.thingsOf(origin),
        lines: linesFrom(paths),
      },
    );
  }

  private thingsOf({ id, kind, name, network, hosts }: ReportedOrigin): Named[] {
    if (kind === OriginKind.PRIVATE_ENDPOINT) return [{ name: this.nameOf(id), path: '' }];
    if (kind === OriginKind.ON_PREMISES && network !== undefined) {
      return [{ name, path: `through network ${this.nameOf(network)}` }];
    }
    if (hosts.length === 0) return [{ name, path: id === name ? '' : shortPath(id) }];
    const isNamed = this.data.resources !== undefined;
    const things = hosts.map((host) => ({ name: this.nameOf(host), path: shortPath(host) }));
    return isNamed ? things : [{ name, path: '' }, ...things];
  }

  private endpointOf(key: string): SceneEndpoint {
    const through = this.paths.filter(({ via }) => via === key);
    const isLink = this.data.origins.some(
      ({ id, kind }) => kind === OriginKind.SERVICE && through.some(({ origin }) => origin === id),
    );
    const answers = through.map(({ resolution }) => resolution);
    const addresses = answers.flatMap(({ kind, chain }) =>
      kind === ResolutionKind.PRIVATE ? (/^A ([\d.]+)$/.exec(chain[chain.length - 1] ?? '')?.[1] ?? []) : [],
    );
    const zones = answers.flatMap(({ zone }) => (zone ? `zone ${zone.name}` : []));
    return {
      key,
      caption: isLink ? 'shared private link' : 'private endpoint',
      name: this.nameOf(key),
      path: shortPath(key),
      notes: [...new Set([...addresses, ...zones])],
      line: lineFromEndpoint(through),
    };
  }

  private bandWith(key: string, { callers, endpoints }: Contents): SceneBand {
    const network = key.startsWith('network ') ? this.networks.get(key.slice('network '.length)) : undefined;
    if (network) {
      const names = network.peers.map(this.nameOf);
      const notes = names.length > 0 ? [`peered with ${names.join(', ')}`] : [];
      return { kind: 'network', title: network.name, notes, place: placeOf(network), callers, endpoints };
    }
    const title =
      OUTSIDE[key as OriginKind] ?? (key === OriginKind.SERVICE ? 'Azure SignalR Service' : 'Network not known');
    return { kind: 'outside', title, notes: [], place: '', callers, endpoints };
  }
}

/** Adds a box to the part with the same title and notes, or to a new one. */
function addTo<Box>(parts: ScenePart<Box>[], part: Omit<ScenePart<unknown>, 'boxes'>, box: Box): void {
  const same = (each: ScenePart<Box>) =>
    each.title === part.title && JSON.stringify(each.notes) === JSON.stringify(part.notes);
  const index = parts.findIndex(same);
  if (index < 0) parts.push({ ...part, boxes: [box] });
  else parts[index] = { ...parts[index], boxes: [...parts[index].boxes, box] };
}

/** Bands of one place stand together. */
function placedTogether(bands: readonly SceneBand[]): SceneBand[] {
  return grouped(bands, ({ place, kind, title }) => place || `${kind} ${title}`).flat();
}
