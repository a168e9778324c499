import { boxesIn, FrameKind, Picture, PictureArrow, PictureBox, PictureFrame } from './picture';
import { grouped } from './service-section';
import { shortNames, typeName } from './text';
import { ConnectivityData, ReportedNetwork, ReportedOrigin, ReportedSubnet } from '../../connectivity-data';
import { uniqueNames } from '../../internal/unique-names';
import { OriginKind } from '../../origin-kind';

/** Content of all diagrams of the data. */
export function pictureOf(data: ConnectivityData): Picture {
  return new PictureBuilder(data).build();
}

const AZURE = 'azure';

const CAPTIONS: Readonly<Record<Exclude<OriginKind, OriginKind.PRIVATE_ENDPOINT>, string>> = {
  [OriginKind.INTERNET]: 'anyone',
  [OriginKind.SUBNET]: 'callers',
  [OriginKind.APP]: 'caller without a subnet',
  [OriginKind.ON_PREMISES]: 'own network',
  [OriginKind.SERVICE]: 'service',
};

class PictureBuilder {
  private readonly frames: PictureFrame[] = [];
  private readonly framesByKey = new Map<string, PictureFrame>();
  private readonly origins = new Map<string, PictureBox>();
  /** Services, endpoints and apps. */
  private readonly places = new Map<string, PictureBox>();
  /** The name in Azure, or else the end of the path that no other has. */
  private readonly nameOf: (key: string) => string;
  private readonly lastIds = { f: 0, b: 0, a: 0 };

  public constructor(private readonly data: ConnectivityData) {
    const subnets = data.networks.flatMap((network) => network.subnets);
    const shortName = shortNames([
      ...subnets.flatMap(({ hosts, privateEndpoints }) => [...hosts, ...privateEndpoints]),
      ...data.origins.flatMap(({ hosts }) => hosts),
      ...data.paths.map(({ via }) => via),
    ]);
    const names = uniqueNames(data.resources ?? []);
    this.nameOf = (key) => names.get(key) ?? shortName(key);
  }

  public build(): Picture {
    this.addFrames();
    for (const { id, name, type } of this.data.services) {
      this.place(AZURE, id, { kind: 'service', caption: typeName(type), title: name, details: [] });
    }
    this.data.origins.forEach((origin) => this.addOrigin(origin));
    this.data.networks.forEach((network) => this.addContents(network));
    const arrows = this.arrows();
    return { frames: this.frames.map(withoutEmpty).filter((frame) => boxesIn(frame).length > 0), arrows };
  }

  /** Frames stand from what is outside to what is called, as the arrows lead. */
  private addFrames(): void {
    const names = uniqueNames(this.data.networks);
    this.addFrame(this.frames, OriginKind.INTERNET, 'outside', 'Internet');
    this.addFrame(this.frames, OriginKind.ON_PREMISES, 'outside', 'On-premises');
    for (const { id, subnets, peers } of this.data.networks) {
      const note = peers.length > 0 ? `peered with ${peers.map((peer) => names.get(peer) ?? peer).join(', ')}` : '';
      const { frames } = this.addFrame(this.frames, id, 'network', names.get(id)!, note);
      subnets.forEach((subnet) =>
        this.addFrame(frames, subnet.id, 'subnet', subnet.name, subnet.addressPrefixes.join(', ')),
      );
    }
    this.addFrame(this.frames, AZURE, 'azure', 'Azure services');
  }

  private addFrame(siblings: PictureFrame[], key: string, kind: FrameKind, title: string, note = ''): PictureFrame {
    const frame = { id: this.nextId('f'), kind, title, note, frames: [], boxes: [] };
    siblings.push(frame);
    this.framesByKey.set(key, frame);
    return frame;
  }

  /**
   * An origin is drawn in its subnet, else in its network, else outside; services that call, and private endpoints, are
   * drawn as what they are.
   */
  private addOrigin({ id, kind, name, network, hosts }: ReportedOrigin): void {
    if (kind === OriginKind.PRIVATE_ENDPOINT) return;
    const caller = kind === OriginKind.SERVICE ? this.places.get(id) : undefined;
    const frame = kind === OriginKind.ON_PREMISES ? kind : [id, network, kind].find((key) => this.hasFrame(key));
    const details = hosts.map(this.nameOf);
    this.origins.set(
      id,
      caller ?? this.addBox(frame ?? AZURE, id, { kind: 'origin', caption: CAPTIONS[kind], title: name, details }),
    );
  }

  private hasFrame(key: string | undefined): boolean {
    return key !== undefined && this.framesByKey.has(key);
  }

  private addContents({ id, subnets }: ReportedNetwork): void {
    const hostsOfOrigins = new Set(this.data.origins.flatMap(({ hosts }) => hosts));
    subnets.forEach((subnet) => this.addSubnetContents(subnet, hostsOfOrigins));
    if (boxesIn(this.framesByKey.get(id)!).length > 0) return;
    this.addBox(id, id, { kind: 'nothing', caption: 'virtual network', title: 'no apps, no endpoints', details: [] });
  }

  private addSubnetContents({ id, hosts, privateEndpoints }: ReportedSubnet, hostsOfOrigins: Set<string>): void {
    for (const host of hosts.filter((path) => !hostsOfOrigins.has(path))) {
      this.addBox(id, host, { kind: 'app', caption: 'app', title: this.nameOf(host), details: [] });
    }
    privateEndpoints.forEach((endpoint) => this.placeEndpoint(id, endpoint, 'private endpoint'));
  }

  private placeEndpoint(frame: string, key: string, caption: string): PictureBox {
    return this.place(frame, key, { kind: 'endpoint', caption, title: this.nameOf(key), details: [] });
  }

  private place(frame: string, key: string, box: Omit<PictureBox, 'id' | 'key'>): PictureBox {
    const placed = this.places.get(key) ?? this.addBox(frame, key, box);
    this.places.set(key, placed);
    return placed;
  }

  private addBox(frame: string, key: string, box: Omit<PictureBox, 'id' | 'key'>): PictureBox {
    const added = { id: this.nextId('b'), key, ...box };
    this.framesByKey.get(frame)!.boxes.push(added);
    return added;
  }

  private arrows(): PictureArrow[] {
    const kinds = new Map(this.data.origins.map(({ id, kind }) => [id, kind]));
    const paths = this.data.paths.map((path, index) => ({ ...path, index }));
    const arrows: PictureArrow[] = [];
    const distant = paths.filter(({ origin, via }) => origin !== via);
    for (const same of grouped(distant, ({ origin, service, verdict, via }) => key(origin, service, verdict, via))) {
      const [{ origin, service, verdict, via }] = same;
      const caption = kinds.get(origin) === OriginKind.SERVICE ? 'shared private link' : 'private endpoint';
      const next = isPrivate(via) ? this.placeEndpoint(AZURE, via, caption) : this.places.get(service)!;
      arrows.push({
        id: this.nextId('a'),
        from: (this.origins.get(origin) ?? this.placeEndpoint(AZURE, origin, 'private endpoint')).id,
        to: next.id,
        verdict,
        paths: same.map(({ index }) => index),
        requestTypes: same.map(({ requestType }) => requestType),
      });
    }
    const onward = paths.filter(({ via }) => isPrivate(via));
    for (const same of grouped(onward, ({ service, verdict, via }) => key(service, verdict, via))) {
      const [{ service, verdict, via }] = same;
      const own = same.filter(({ origin }) => origin === via);
      const others = same.filter(({ origin }) => origin !== via);
      arrows.push({
        id: this.nextId('a'),
        from: this.placeEndpoint(AZURE, via, 'private endpoint').id,
        to: this.places.get(service)!.id,
        verdict,
        paths: [...own, ...others].map(({ index }) => index),
        requestTypes: own.map(({ requestType }) => requestType),
      });
    }
    return arrows;
  }

  /** Frames are `f1`, `f2` and so on, boxes `b1`, arrows `a1`. */
  private nextId(prefix: 'f' | 'b' | 'a'): string {
    this.lastIds[prefix] += 1;
    return `${prefix}${this.lastIds[prefix]}`;
  }
}

const key = (...parts: string[]) => JSON.stringify(parts);

/** The engine names what is not private `public endpoint`; without a way the arrow leads straight to the service. */
function isPrivate(via: string): boolean {
  return via !== '' && via !== 'public endpoint';
}

function withoutEmpty(frame: PictureFrame): PictureFrame {
  return { ...frame, frames: frame.frames.map(withoutEmpty).filter((inner) => boxesIn(inner).length > 0) };
}
