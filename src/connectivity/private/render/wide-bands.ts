import { DrawnBox, DrawnFrame } from './drawing';
import { busOf, chipsOf, FORK, LANE } from './line-parts';
import { Plate, plateOf } from './plate';
import { byPlace, Scene, SceneBand, SceneEndpoint, SceneLine, SceneOrigin, ScenePart } from './scene';
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

/** Between lines that leave a network below everything else in it, each of which may branch. */
export const BYPASS = 28;
export const PADDING = 12;
export const MARGIN = 8;
/** Between boxes, and between frames, that stand one below the other. */
const GAP = 14;
/** Between the corner of a box and the first line that meets its side. */
const CORNER = 14;

export const CALLER_WIDTH = 214;
export const ENDPOINT_WIDTH = 204;
export const PLATE_WIDTH = 344;

/** The left edge of all callers: in a subnet in a network in a region. */
export const CALLER_X = MARGIN + 3 * PADDING;
const CALLER_END = CALLER_X + CALLER_WIDTH;
export const PLATE_X = CALLER_END + 3 * PADDING + 12;

/** A line from a caller, with the height at which it starts. */
export interface RowLine {
  readonly line: SceneLine;
  readonly y: number;
  readonly plate: Plate;
  readonly band: number;
}

/** An endpoint as it stands, and at which heights lines meet it. */
export interface EndpointPlace {
  readonly endpoint: SceneEndpoint;
  readonly band: number;
  readonly y: number;
  readonly height: number;
  /** Of lines that enter from above, in the order of `Arrivals.above`. */
  readonly above: readonly number[];
  /** Of lines of its own band that do not come straight. */
  readonly own: ReadonlyMap<string, number>;
  /** Of the line to the service. */
  readonly out: number;
  /** Of lines that enter from the right. */
  readonly right: readonly number[];
}

/** Numbers of lines to an endpoint from other bands: from above, and from the right. */
export interface Arrivals {
  readonly above: number;
  readonly right: number;
}

/** A band as it stands. */
export interface BandPlace {
  readonly band: SceneBand;
  readonly y: number;
  readonly height: number;
  /** Below all endpoints and callers: there lines run on to the service or to other networks. */
  readonly bypassY: number;
}

/** Bands, one below the other, on the left of the service. */
export interface WideBands {
  readonly frames: DrawnFrame[];
  readonly boxes: DrawnBox[];
  readonly rows: readonly RowLine[];
  readonly bands: readonly BandPlace[];
  readonly endpoints: ReadonlyMap<string, EndpointPlace>;
  readonly bottom: number;
}

/** Sizes that depend on how many lines there are. */
export interface Columns {
  /** Left edge of the boxes of endpoints. */
  readonly endpointX: number;
  /** Right edge of a region that holds endpoints. */
  readonly end: number;
  readonly arrivals: (endpoint: string) => Arrivals;
  readonly bypasses: (band: number) => number;
}

/** Lays bands out from top to bottom; those of one place stand in a frame of it. */
export function layOutBands(scene: Scene, columns: Columns, top: number): WideBands {
  const layout = new BandsLayout(columns);
  let y = top;
  for (const { bands, first } of byPlace(scene)) y = layout.addPlace(bands, first, y) + GAP;
  return { ...layout.result, bottom: y - GAP };
}

class BandsLayout {
  public readonly result = {
    frames: [] as DrawnFrame[],
    boxes: [] as DrawnBox[],
    rows: [] as RowLine[],
    bands: [] as BandPlace[],
    endpoints: new Map<string, EndpointPlace>(),
  };

  public constructor(private readonly columns: Columns) {}

  /** The frame of a region with some bands; gives its lower edge. */
  public addPlace(bands: readonly SceneBand[], first: number, top: number): number {
    const { place } = bands[0];
    if (place === '') return this.addBand(bands[0], first, top);
    const isWide = bands.some(({ endpoints }) => endpoints.length > 0);
    const width = (isWide ? this.columns.end : CALLER_END + 3 * PADDING) - MARGIN;
    const texts = textBlock([{ text: place, style: 'caption', limit: 3 }], CALLER_WIDTH + 2 * PADDING);
    const frame = this.result.frames.length;
    let y = top + PADDING / 2 + texts.height + 4;
    bands.forEach((band, index) => (y = this.addBand(band, first + index, y) + GAP));
    const height = y - GAP + PADDING - top;
    const drawn = { x: MARGIN, y: top, width, height };
    const at = { x: MARGIN + PADDING, y: top + PADDING / 2 };
    this.result.frames.splice(frame, 0, { ...drawn, kind: 'place', name: place, texts: textsAt(texts, at) });
    return top + height;
  }

  private addBand(band: SceneBand, index: number, top: number): number {
    const isWide = band.endpoints.length > 0;
    const x = MARGIN + PADDING;
    const width = (isWide ? this.columns.end - PADDING : CALLER_END + 2 * PADDING) - x;
    const titles = frameTexts(band, CALLER_WIDTH + 2 * PADDING);
    const at = this.result.frames.length;
    const contentTop = top + PADDING / 2 + titles.height + 4;
    const callersBottom = this.addCallers(band, index, contentTop + this.shiftOf(band));
    const endpointsBottom = this.addEndpoints(band, index, contentTop);
    const inner = Math.max(callersBottom, endpointsBottom);
    const bypasses = this.columns.bypasses(index);
    const height = inner + (bypasses > 0 ? BYPASS * bypasses + LANE : PADDING) - top;
    this.result.frames.splice(at, 0, {
      x,
      y: top,
      width,
      height,
      kind: band.kind,
      name: nameOfBand(band),
      texts: textsAt(titles, { x: x + PADDING, y: top + PADDING / 2 }),
    });
    this.result.bands.push({ band, y: top, height, bypassY: inner + LANE });
    return top + height;
  }

  /** Distance by which callers are lower, so that lines from other networks meet the endpoint above their lines. */
  private shiftOf({ endpoints }: SceneBand): number {
    const [first] = endpoints.flatMap(({ boxes }) => boxes);
    return first ? this.columns.arrivals(first.key).above * LANE : 0;
  }

  private addCallers(band: SceneBand, index: number, top: number): number {
    return this.addParts(band.callers, CALLER_X, CALLER_WIDTH, top, (origin, y) => this.addOrigin(origin, index, y));
  }

  /** Boxes in the frames of their subnets; gives the lower edge of all. */
  private addParts<Box>(
    parts: readonly ScenePart<Box>[],
    x: number,
    width: number,
    top: number,
    add: (box: Box, y: number) => number,
  ): number {
    let y = top;
    for (const part of parts) {
      const isFramed = part.title !== '';
      const titles = frameTexts(part, width);
      const at = this.result.frames.length;
      let inner = y + (isFramed ? PADDING / 2 + titles.height + 4 : 0);
      part.boxes.forEach((box) => (inner = add(box, inner) + GAP));
      const bottom = inner - GAP + (isFramed ? PADDING : 0);
      if (isFramed) {
        this.result.frames.splice(at, 0, {
          x: x - PADDING,
          y,
          width: width + 2 * PADDING,
          height: bottom - y,
          kind: 'subnet',
          name: nameOfBand(part),
          texts: textsAt(titles, { x, y: y + PADDING / 2 }),
        });
      }
      y = bottom + GAP;
    }
    return y - GAP;
  }

  private addOrigin(origin: SceneOrigin, band: number, top: number): number {
    const texts = originTexts(origin, CALLER_WIDTH);
    const plates = origin.lines.map((line) => plateOf(chipsOf(line), line.notes, PLATE_WIDTH));
    const needed = plates.reduce((sum, { height }) => sum + height + GAP, -GAP);
    const height = Math.max(texts.height + 2 * BOX_PADDING, needed, 2 * CORNER);
    let y = top + Math.round((height - needed) / 2);
    origin.lines.forEach((line, index) => {
      const plate = plates[index];
      this.result.rows.push({ line, plate, band, y: y + Math.round(plate.height / 2) });
      y += plate.height + GAP;
    });
    this.addBox(origin.kind, nameOfOrigin(origin), texts, { x: CALLER_X, y: top, width: CALLER_WIDTH, height });
    return top + height;
  }

  private addEndpoints(band: SceneBand, index: number, top: number): number {
    if (band.endpoints.length === 0) return top;
    const { endpointX } = this.columns;
    return this.addParts(band.endpoints, endpointX, ENDPOINT_WIDTH, top, (endpoint, y) =>
      this.addEndpoint(endpoint, index, y),
    );
  }

  /** An endpoint is as high as the lines that meet it need, so that those of its network come straight. */
  private addEndpoint(endpoint: SceneEndpoint, band: number, top: number): number {
    const texts = boxTexts(endpoint.caption, endpoint, endpoint.notes, ENDPOINT_WIDTH);
    const natural = texts.height + 2 * BOX_PADDING;
    const arrivals = this.columns.arrivals(endpoint.key);
    const rows = this.result.rows.filter(
      (row) => row.band === band && row.line.endpoint === endpoint.key && row.line.stop !== 'start',
    );
    let buses: string[] = [];
    let before = CORNER + arrivals.above * LANE;
    for (let isStable = false; !isStable;) {
      const found = [...new Set(rows.filter(({ y }) => y < top + before).map(({ line }) => busOf(line)))];
      isStable = found.length === buses.length;
      buses = found;
      before = CORNER + (arrivals.above + buses.length) * LANE;
    }
    const straight = rows.map(({ y }) => y).filter((y) => y >= top + before);
    const last = straight.length > 0 ? straight[straight.length - 1] : top + before;
    const middle = straight.length > 0 ? Math.round((straight[0] + last - natural) / 2) : top;
    const y = Math.max(top, Math.min((straight[0] ?? top + before) - before, middle));
    const out = straight[0] ?? y + before;
    const right = range(arrivals.right, out + FORK + LANE);
    const lowest = Math.max(last, out + FORK, ...right);
    const height = Math.max(natural, lowest + CORNER - y);
    const above = range(arrivals.above, y + CORNER);
    const own = new Map(buses.map((bus, index) => [bus, y + CORNER + (arrivals.above + index) * LANE]));
    this.result.endpoints.set(endpoint.key, { endpoint, band, y, height, above, own, out, right });
    const place = { x: this.columns.endpointX, y, width: ENDPOINT_WIDTH, height };
    this.addBox('endpoint', nameOfEndpoint(endpoint), texts, place);
    return y + height;
  }

  private addBox(
    kind: DrawnBox['kind'],
    name: string,
    texts: TextBlock,
    place: Pick<DrawnBox, 'x' | 'y' | 'width' | 'height'>,
  ) {
    const at = {
      x: place.x + BOX_PADDING,
      y: place.y + Math.round((place.height - texts.height) / 2),
    };
    this.result.boxes.push({ ...place, kind, name, texts: textsAt(texts, at) });
  }
}

function range(count: number, first: number): number[] {
  return Array.from({ length: count }, (_, index) => first + index * LANE);
}
