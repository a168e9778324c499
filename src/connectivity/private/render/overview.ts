import { Drawing, DrawnBox, DrawnFrame, DrawnLine, DrawnPlate } from './drawing';
import { placeNames, shortPath } from './place-names';
import { Chip, plateAt, plateOf } from './plate';
import { Rectangle } from './rectangle';
import { captionOf, placeOf } from './scene-builder';
import { bestOf } from './scene-lines';
import { BOX_PADDING, boxTexts, frameTexts } from './scene-texts';
import { grouped, NumberedPath } from './service-section';
import { MARKS, typeName } from './text';
import { TextBlock, textsAt } from './text-block';
import { ConnectivityData, ReportedOrigin, ReportedService } from '../../connectivity-data';
import { OriginKind } from '../../origin-kind';
import { Verdict } from '../../verdict';

const MARGIN = 8;
const PADDING = 12;
const GAP = 12;
const LANE = 12;
const CORNER = 14;
const WIDTH = 224;
const PLATE = 236;

/** All paths from one place to one service. */
interface Pair {
  readonly service: number;
  readonly paths: readonly NumberedPath[];
}

/** A line, from its row to its service. */
interface Row {
  readonly y: number;
  readonly pair: Pair;
}

/** A place in the overview, and what it calls. */
interface Caller {
  readonly origin: ReportedOrigin;
  readonly pairs: readonly Pair[];
}

/** All places and services, with one line for each pair and how many request types are allowed, denied and unknown. */
export class Overview {
  private readonly frames: DrawnFrame[] = [];
  private readonly boxes: DrawnBox[] = [];
  private readonly plates: DrawnPlate[] = [];
  private readonly rows: Row[] = [];
  private readonly callers: readonly Caller[];

  /** @param pictures the services that have a picture, by the fragment of the page that it stands at */
  public constructor(
    private readonly data: ConnectivityData,
    private readonly pictures: ReadonlyMap<ReportedService, string>,
  ) {
    const services = [...pictures.keys()];
    const origins = new Map(data.origins.map((origin) => [origin.id, origin]));
    const paths = data.paths.map((path, index) => ({ ...path, index }));
    this.callers = grouped(paths, ({ origin }) => origin)
      .map((calls) => ({
        origin: origins.get(calls[0].origin)!,
        pairs: grouped(calls, ({ service }) => service).map((own) => ({
          service: services.findIndex(({ id }) => id === own[0].service),
          paths: own,
        })),
      }))
      // Whatever else reaches an endpoint is in the picture of the service.
      .filter(({ origin }) => origin.kind !== OriginKind.PRIVATE_ENDPOINT);
  }

  /** Places on the left, services on the right. */
  public wide(): Drawing {
    const bottom = this.addBands(MARGIN, (caller, top) => this.addBeside(caller, top));
    const firstLane = MARGIN + 2 * PADDING + WIDTH + 2 * PADDING + PLATE + 3 * LANE;
    const buses = grouped(this.rows, ({ pair }) => `${pair.service} ${bestOf(pair.paths)}`);
    const serviceX = firstLane + LANE * (buses.length + 2);
    const lines: DrawnLine[] = [];
    let low = MARGIN;
    [...this.pictures.keys()].forEach((service, index) => {
      const own = buses.filter(([{ pair }]) => pair.service === index);
      const texts = boxTexts(typeName(service.type), { name: service.name, path: placeOf(service) }, [], WIDTH);
      const natural = texts.height + 2 * BOX_PADDING;
      const wanted = this.heightOf(index, bottom) - Math.round(Math.max(natural, LANE * own.length) / 2);
      const y = Math.max(low, wanted);
      const ports = this.freeHeights(own.length, y + CORNER);
      const height = Math.max(natural, (ports[ports.length - 1] ?? y) + CORNER - y);
      low = y + height + GAP;
      this.addBox('service', `${typeName(service.type)} ${service.name}: ${service.id}`, texts, {
        x: serviceX,
        y,
        width: WIDTH,
        height,
      });
      own.forEach((bus, port) => {
        const x = firstLane + LANE * buses.indexOf(bus);
        const target = ports[port];
        // The outermost lines from above and from below lead on, and all others end in their lane.
        const outermost = [bus[0], bus[bus.length - 1]];
        const [leading, other] = bus[0].y > target ? outermost.reverse() : outermost;
        const isOpposite = Math.sign(other.y - target) === -Math.sign(leading.y - target);
        for (const row of bus) {
          const reach = row === leading ? 'service' : row === other && isOpposite ? 'port' : 'lane';
          lines.push(this.line(row, lines.length, reach, { x, target, serviceX }));
        }
      });
    });
    return {
      width: serviceX + WIDTH + MARGIN,
      height: Math.max(bottom, low - GAP) + MARGIN,
      frames: this.frames,
      boxes: this.boxes,
      plates: this.plates,
      lines,
    };
  }

  /** Each place with a plate for each service below it, without lines. */
  public narrow(): Drawing {
    const bottom = this.addBands(MARGIN, (caller, top) => this.addBelow(caller, top));
    const width = 2 * MARGIN + WIDTH + 2 * PADDING;
    return { width, height: bottom + MARGIN, frames: this.frames, boxes: this.boxes, plates: this.plates, lines: [] };
  }

  /** Heights that no line from a place has, nor one that is near. */
  private freeHeights(count: number, first: number): number[] {
    const heights: number[] = [];
    for (let y = first; heights.length < count;) {
      const near = this.rows.find((row) => Math.abs(row.y - y) < LANE);
      if (near) {
        y = near.y + LANE;
        continue;
      }
      heights.push(y);
      y += LANE;
    }
    return heights;
  }

  /** Height of the middle of a service, where all are spread over the height of the places. */
  private heightOf(service: number, bottom: number): number {
    return Math.round(MARGIN + ((bottom - MARGIN) * (service + 0.5)) / this.pictures.size);
  }

  private line(
    { y, pair }: Row,
    index: number,
    reach: 'lane' | 'port' | 'service',
    { x, target, serviceX }: { readonly x: number; readonly target: number; readonly serviceX: number },
  ): DrawnLine {
    const verdict = bestOf(pair.paths);
    const joint = { x, y };
    const port = reach === 'lane' || y === target ? [] : [{ x, y: target }];
    const service = reach === 'service' ? [{ x: serviceX, y: target }] : [];
    const end = verdict === Verdict.DENIED ? 'cross' : 'head';
    return {
      id: `o-${index + 1}`,
      verdict,
      paths: pair.paths.map((path) => path.index),
      points: [{ x: MARGIN + PADDING + WIDTH, y }, joint, ...port, ...service],
      end: reach === 'service' ? end : 'joined',
      forks: [],
    };
  }

  private addBands(top: number, add: (caller: Caller, top: number) => number): number {
    let y = top;
    const networks = new Map(this.data.networks.map((network) => [network.id, network]));
    const isInside = ({ kind, network }: ReportedOrigin) =>
      kind !== OriginKind.ON_PREMISES && networks.has(network ?? '');
    for (const callers of grouped(this.callers, ({ origin }) =>
      isInside(origin) ? `network ${origin.network}` : origin.id,
    )) {
      const [{ origin }] = callers;
      const network = isInside(origin) ? networks.get(origin.network!) : undefined;
      if (!network) {
        callers.forEach((caller) => (y = add(caller, y) + GAP));
        continue;
      }
      const notes = [placeOf(network)].filter(Boolean);
      const texts = frameTexts({ title: network.name, notes }, WIDTH);
      const at = this.frames.length;
      let inner = y + PADDING / 2 + texts.height + 4;
      callers.forEach((caller) => (inner = add(caller, inner) + GAP));
      const height = inner - GAP + PADDING - y;
      const place = { x: MARGIN, y, width: WIDTH + 2 * PADDING, height };
      const name = [network.name, ...notes].join(', ');
      const words = textsAt(texts, { x: MARGIN + PADDING, y: y + PADDING / 2 });
      this.frames.splice(at, 0, { ...place, kind: 'network', name, texts: words });
      y += height + GAP;
    }
    return y - GAP;
  }

  private addBeside({ origin, pairs }: Caller, top: number): number {
    const texts = this.textsOf(origin);
    const plates = pairs.map((pair) => plateOf(this.chipsOf(pair), [], PLATE, 'signs'));
    const needed = plates.reduce((sum, { height }) => sum + height + 4, -4);
    const height = Math.max(texts.height + 2 * BOX_PADDING, needed);
    let y = top + Math.round((height - needed) / 2);
    pairs.forEach((pair, index) => {
      const plate = plates[index];
      this.rows.push({ pair, y: y + Math.round(plate.height / 2) });
      this.plates.push(plateAt(plate, { x: MARGIN + 2 * PADDING + WIDTH + PADDING, y }));
      y += plate.height + 4;
    });
    this.addBox('origin', `${origin.kind} ${origin.name}`, texts, {
      x: MARGIN + PADDING,
      y: top,
      width: WIDTH,
      height,
    });
    return top + height;
  }

  private addBelow({ origin, pairs }: Caller, top: number): number {
    const texts = this.textsOf(origin);
    const height = texts.height + 2 * BOX_PADDING;
    this.addBox('origin', `${origin.kind} ${origin.name}`, texts, {
      x: MARGIN + PADDING,
      y: top,
      width: WIDTH,
      height,
    });
    const services = [...this.pictures.keys()];
    return pairs.reduce((y, pair) => {
      const plate = plateOf(this.chipsOf(pair), [`to ${services[pair.service].name}`], WIDTH - 12, 'signs');
      this.plates.push(plateAt(plate, { x: MARGIN + PADDING + 12, y: y + 4 }));
      return y + 4 + plate.height;
    }, top + height);
  }

  private textsOf(origin: ReportedOrigin): TextBlock {
    const nameOf = placeNames(this.data);
    const { hosts } = origin;
    const names = this.data.resources && hosts.length > 0 ? hosts.map(nameOf).join(', ') : origin.name;
    return boxTexts(
      captionOf(this.data, origin),
      { name: names, path: hosts.length === 1 ? shortPath(hosts[0]) : '' },
      [],
      WIDTH,
    );
  }

  private chipsOf({ service, paths }: Pair): Chip[] {
    const [reported, id] = [...this.pictures][service];
    return Object.values(Verdict).flatMap((verdict) => {
      const types = paths.filter((path) => path.verdict === verdict).map(({ requestType }) => requestType);
      if (types.length === 0) return [];
      const name = `${reported.name}: ${types.join(', ')} ${verdict}`;
      return [{ text: `${MARKS[verdict]} ${types.length} ${verdict}`, verdict, href: `#${id}`, name }];
    });
  }

  private addBox(kind: DrawnBox['kind'], name: string, texts: TextBlock, place: Rectangle): void {
    const y = place.y + Math.round((place.height - texts.height) / 2);
    this.boxes.push({ ...place, kind, name, texts: textsAt(texts, { x: place.x + BOX_PADDING, y }) });
  }
}
