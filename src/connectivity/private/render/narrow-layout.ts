import { Drawing, DrawnBox, DrawnFrame, DrawnLine, DrawnPlate, LineEnd } from './drawing';
import { busKey, chipsOf, endOf, FORK, fork, LANE } from './line-parts';
import { Plate, plateAt, plateOf } from './plate';
import { Point, Rectangle } from './rectangle';
import { byPlace, Scene, SceneBand, SceneLine, SceneOrigin, ScenePart } from './scene';
import {
  BOX_PADDING,
  boxTexts,
  frameTexts,
  nameOfBand,
  nameOfEndpoint,
  nameOfOrigin,
  originTexts,
} from './scene-texts';
import { TextBlock, textBlock, textsAt } from './text-block';

const MARGIN = 2;
const PADDING = 7;
const GAP = 12;
const BOX_X = MARGIN + 3 * PADDING;
const WIDTH = 228;
/** Between a box and the plate of a line that starts there. */
const DROP = 14;
/** Between a plate and the crosses of what is stopped at its start, and the first lane. */
const ROOM = 30;

/** A line, from the right of its plate to where it ends. */
interface Route {
  readonly line: SceneLine;
  readonly start: Point;
  readonly plate: DrawnPlate;
  readonly band: number;
}

/**
 * Lays a scene out for narrow windows: everything stands one below the other, and lines run down on the right. Those that
 * stay in a network run inside of its frame, and all others outside of all frames.
 */
export function narrowLayout(scene: Scene, prefix: string): Drawing {
  return new NarrowLayout(scene, prefix).drawing();
}

class NarrowLayout {
  private readonly frames: DrawnFrame[] = [];
  private readonly boxes: DrawnBox[] = [];
  private readonly lines: DrawnLine[] = [];
  private readonly routes: Route[] = [];
  private readonly endpoints = new Map<string, Rectangle>();
  private readonly home = new Map<string, number>();
  /** Number of lines that meet a side of a box, or the border of a band. */
  private readonly met = new Map<string, number>();
  private readonly inner: number;
  private readonly end: number;

  public constructor(
    private readonly scene: Scene,
    private readonly prefix: string,
  ) {
    scene.bands.forEach(({ endpoints }, band) =>
      endpoints.forEach(({ boxes }) => boxes.forEach(({ key }) => this.home.set(key, band))),
    );
    const counts = scene.bands.map((_, band) => this.busesWithin(band).length);
    this.inner = Math.max(0, ...counts);
    this.end = BOX_X + WIDTH + ROOM + LANE * this.inner + 2 * PADDING + PADDING;
  }

  public drawing(): Drawing {
    let y = MARGIN;
    for (const { bands, first } of byPlace(this.scene)) y = this.addPlace(bands, first, y) + GAP;
    const service = this.addService(y);
    const lanes = this.drawLines(service);
    return {
      width: this.end + LANE * (lanes + 1) + MARGIN,
      height: service.y + service.height + (this.scene.place ? PADDING : 0) + MARGIN,
      frames: this.frames,
      boxes: this.boxes,
      plates: this.routes.map(({ plate }) => plate),
      lines: this.lines,
    };
  }

  private linesOf(band: SceneBand): SceneLine[] {
    return band.callers.flatMap(({ boxes }) => boxes.flatMap(({ lines }) => lines));
  }

  private busesWithin(band: number): string[] {
    const own = this.linesOf(this.scene.bands[band]).filter((line) => this.isWithin(line, band));
    return [...new Set(own.map(busKey))];
  }

  private isWithin({ endpoint, stop }: SceneLine, band: number): boolean {
    return stop !== 'start' && endpoint !== undefined && this.home.get(endpoint) === band;
  }

  private addPlace(bands: readonly SceneBand[], first: number, top: number): number {
    const [{ place }] = bands;
    if (place === '') return this.addBand(first, top);
    const texts = textBlock([{ text: place, style: 'caption', limit: 4 }], WIDTH + PADDING);
    const at = this.frames.length;
    let y = top + PADDING + texts.height;
    bands.forEach((_, index) => (y = this.addBand(first + index, y) + GAP));
    const height = y - GAP + PADDING - top;
    this.frames.splice(at, 0, {
      x: MARGIN,
      y: top,
      width: this.end - MARGIN,
      height,
      kind: 'place',
      name: place,
      texts: textsAt(texts, { x: MARGIN + PADDING, y: top + PADDING / 2 }),
    });
    return top + height;
  }

  private addBand(index: number, top: number): number {
    const band = this.scene.bands[index];
    const texts = frameTexts(band, WIDTH + PADDING);
    const at = this.frames.length;
    const content = top + PADDING + texts.height;
    let y = this.addParts(band.callers, content, (origin, from) => this.addOrigin(origin, index, from));
    if (band.callers.length > 0 && band.endpoints.length > 0) y += GAP;
    y = this.addParts(band.endpoints, y, (endpoint, from) => {
      const block = boxTexts(endpoint.caption, endpoint, endpoint.notes, WIDTH);
      const lines = 3 + new Set(this.allTo(endpoint.key)).size;
      const height = Math.max(block.height + 2 * BOX_PADDING, LANE * lines + 20);
      const place = { x: BOX_X, y: from, width: WIDTH, height };
      this.endpoints.set(endpoint.key, place);
      this.addBox('endpoint', nameOfEndpoint(endpoint), block, place);
      return from + height;
    });
    const height = y + PADDING - top;
    const width = this.end - PADDING - MARGIN - PADDING;
    this.frames.splice(at, 0, {
      x: MARGIN + PADDING,
      y: top,
      width,
      height,
      kind: band.kind,
      name: nameOfBand(band),
      texts: textsAt(texts, { x: MARGIN + 2 * PADDING, y: top + PADDING / 2 }),
    });
    return top + height;
  }

  private allTo(endpoint: string): string[] {
    return this.scene.bands.flatMap((band, index) =>
      this.linesOf(band)
        .filter((line) => line.endpoint === endpoint)
        .map((line) => `${this.isWithin(line, index)} ${busKey(line)}`),
    );
  }

  private addParts<Box>(parts: readonly ScenePart<Box>[], top: number, add: (box: Box, y: number) => number): number {
    let y = top;
    for (const part of parts) {
      const isFramed = part.title !== '';
      const texts = frameTexts(part, WIDTH);
      const at = this.frames.length;
      let content = y + (isFramed ? PADDING + texts.height : 0);
      part.boxes.forEach((box) => (content = add(box, content) + GAP));
      const bottom = content - GAP + (isFramed ? PADDING : 0);
      if (isFramed) {
        this.frames.splice(at, 0, {
          x: BOX_X - PADDING,
          y,
          width: WIDTH + 2 * PADDING,
          height: bottom - y,
          kind: 'subnet',
          name: nameOfBand(part),
          texts: textsAt(texts, { x: BOX_X, y: y + PADDING / 2 }),
        });
      }
      y = bottom + GAP;
    }
    return parts.length > 0 ? y - GAP : top;
  }

  /** A caller, and below it the plates of its lines. */
  private addOrigin(origin: SceneOrigin, band: number, top: number): number {
    const block = originTexts(origin, WIDTH);
    const height = block.height + 2 * BOX_PADDING;
    this.addBox(origin.kind, nameOfOrigin(origin), block, { x: BOX_X, y: top, width: WIDTH, height });
    let y = top + height + DROP;
    origin.lines.forEach((line, index) => {
      const plate: Plate = plateOf(chipsOf(line), line.notes, WIDTH - LANE * origin.lines.length);
      const x = BOX_X + LANE * (origin.lines.length - index);
      const start = { x: BOX_X + 6 + LANE * (origin.lines.length - 1 - index), y: top + height };
      this.routes.push({ line, band, start, plate: plateAt(plate, { x, y }) });
      y += plate.height + GAP;
    });
    return y - GAP;
  }

  private addService(top: number): Rectangle {
    const { caption, service, place, key } = this.scene;
    const titles = textBlock([{ text: place, style: 'caption', limit: 4 }], WIDTH);
    const block = boxTexts(caption, service, [], WIDTH);
    const y = top + (place ? PADDING + titles.height : 0);
    const buses = new Set(
      this.routes.filter(({ line }) => line.endpoint === undefined).map(({ line }) => busKey(line)),
    );
    const met = 3 + 3 * (buses.size + this.endpoints.size);
    const height = Math.max(block.height + 2 * BOX_PADDING, LANE * met);
    const box = { x: BOX_X, y, width: WIDTH, height };
    this.addBox('service', `${caption} ${service.name}: ${key}`, block, box);
    if (place) {
      this.frames.push({
        x: MARGIN,
        y: top,
        width: this.end - MARGIN,
        height: y + height + PADDING - top,
        kind: 'place',
        name: place,
        texts: textsAt(titles, { x: MARGIN + PADDING, y: top + PADDING / 2 }),
      });
    }
    return box;
  }

  private addBox(kind: DrawnBox['kind'], name: string, texts: TextBlock, place: Rectangle): void {
    const at = { x: place.x + BOX_PADDING, y: place.y + BOX_PADDING };
    this.boxes.push({ ...place, kind, name, texts: textsAt(texts, at) });
  }

  /** Draws all lines, and gives how many lanes are right of all frames. */
  private drawLines(service: Rectangle): number {
    const lanes = new Map<string, number>();
    const ends = new Map<string, readonly Point[]>();
    const laneOf = (key: string) => {
      const lane = lanes.get(key) ?? lanes.size;
      lanes.set(key, lane);
      return this.end + LANE * (lane + 1);
    };
    for (const route of this.routes) {
      const { line, plate, band } = route;
      const y = plate.y + Math.round(plate.height / 2);
      const from = { x: plate.x + plate.width, y };
      const before = [route.start, { x: route.start.x, y }, { x: plate.x, y }, from];
      const forks = line.earlier.length > 0 ? [fork({ x: from.x, y }, 14)] : [];
      if (line.stop === 'start') {
        this.push(line, [...before, { x: from.x + 14, y }], 'cross', forks);
        continue;
      }
      const isWithin = this.isWithin(line, band);
      const key = isWithin ? `in ${band} ${busKey(line)}` : busKey(line);
      const lane = isWithin ? BOX_X + WIDTH + ROOM + LANE * this.busesWithin(band).indexOf(busKey(line)) : laneOf(key);
      const known = ends.get(key);
      if (known) {
        this.push(line, [...before, { x: lane, y }], 'joined', forks);
        continue;
      }
      const target = this.targetOf(line, isWithin, service);
      const end = [{ x: lane, y: target.y }, target];
      ends.set(key, end);
      this.push(line, [...before, { x: lane, y }, ...end], endOf(line), forks);
    }
    for (const [endpoint, place] of this.endpoints) {
      const line = this.lineOf(endpoint);
      if (!line) continue;
      const start = { x: place.x + place.width, y: this.port(`out ${endpoint}`, place.y + place.height - 12, 0) };
      const lane = laneOf(`from ${endpoint}`);
      const y = this.port('service', service.y + 14, line.isDivided ? 2 * FORK : FORK);
      this.push(
        line,
        [start, { x: lane, y: start.y }, { x: lane, y }, { x: service.x + service.width, y }],
        endOf(line),
      );
    }
    return lanes.size;
  }

  private lineOf(endpoint: string): SceneLine | undefined {
    const all = this.scene.bands.flatMap((band) => band.endpoints.flatMap(({ boxes }) => boxes));
    return all.find(({ key }) => key === endpoint)?.line;
  }

  private targetOf(line: SceneLine, isWithin: boolean, service: Rectangle): Point {
    const place = line.endpoint === undefined ? undefined : this.endpoints.get(line.endpoint);
    if (!place) {
      const y = this.port('service', service.y + 14, line.isDivided ? 2 * FORK : FORK);
      return { x: service.x + service.width, y };
    }
    const y = this.port(`in ${line.endpoint}`, place.y + 10, LANE);
    const isStoppedBefore = line.stop === 'border' && !isWithin;
    return { x: isStoppedBefore ? this.end - PADDING : place.x + place.width, y };
  }

  /** The next free height at a side. */
  private port(side: string, first: number, step: number): number {
    const y = this.met.get(side) ?? first;
    this.met.set(side, y + step);
    return y;
  }

  private push(line: SceneLine, points: readonly Point[], end: LineEnd, forks: Point[][] = []): void {
    const last = points[points.length - 1];
    const isAtService = line.endpoint === undefined && line.stop === 'service' && end !== 'joined';
    const atEnd = line.isDivided && isAtService ? [leftFork(last)] : [];
    this.lines.push({
      id: `${this.prefix}-${this.lines.length + 1}`,
      verdict: line.verdict,
      paths: line.paths.map(({ index }) => index),
      points,
      end,
      forks: [...forks, ...atEnd],
    });
  }
}

function leftFork({ x, y }: Point): Point[] {
  return [
    { x: x + 26, y },
    { x: x + 26, y: y + FORK },
    { x, y: y + FORK },
  ];
}
