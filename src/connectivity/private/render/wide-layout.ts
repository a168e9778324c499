import { Drawing, DrawnBox, DrawnFrame } from './drawing';
import { plateAt } from './plate';
import { Scene, SceneBand, SceneLine } from './scene';
import { BOX_PADDING, boxTexts } from './scene-texts';
import { grouped } from './service-section';
import { textBlock, textsAt } from './text-block';
import {
  busOf,
  ENDPOINT_WIDTH,
  LANE,
  layOutBands,
  MARGIN,
  PADDING,
  PLATE_WIDTH,
  PLATE_X,
  RowLine,
  WideBands,
} from './wide-bands';
import { WideLines } from './wide-lines';

const SERVICE_WIDTH = 200;
/** Position of the first lane, right of the widest plate and of the crosses behind plates. */
const FIRST_LANE = PLATE_X + PLATE_WIDTH + 40;
/** Before the service, where lines branch. */
const BEFORE_SERVICE = 46;

/** Lines of one look from one side to one place: they share a lane. */
export interface Bus {
  readonly key: string;
  readonly rows: readonly RowLine[];
}

/** Lanes of lines that do not lead straight on. */
export interface Lanes {
  /** From bands above to the endpoints of the first band that has any. */
  readonly above: readonly Bus[];
  /** In a band with endpoints: to an endpoint that stands lower, or out of the band below everything. */
  readonly inside: readonly Bus[];
  readonly out: readonly Bus[];
  /** To endpoints of other bands, right of all bands. */
  readonly right: readonly Bus[];
}

/** Lays a scene out for wide windows: callers, private endpoints and the service from left to right. */
export function wideLayout(scene: Scene, prefix: string): Drawing {
  const home = new Map(
    scene.bands.flatMap((band, index) => endpointsOf(band).map(({ key }) => [key, index] as [string, number])),
  );
  const firstHome = Math.min(...home.values());
  const sideOf = ({ line, band }: Pick<RowLine, 'line' | 'band'>) => {
    const target = home.get(line.endpoint ?? '');
    if (line.stop === 'start') return 'none';
    const hasEndpoints = endpointsOf(scene.bands[band]).length > 0;
    if (target === undefined) return hasEndpoints ? 'out' : 'straight';
    if (target === band) return 'own';
    return target === firstHome && band < target ? 'above' : hasEndpoints ? 'out' : 'right';
  };
  const all = scene.bands.flatMap((band, index) =>
    band.callers.flatMap(({ boxes }) => boxes.flatMap(({ lines }) => lines.map((line) => ({ line, band: index })))),
  );
  const toEndpoint = (key: string, isAbove: boolean) => {
    const lines = all.filter((each) => {
      const side = sideOf(each);
      const isFrom = isAbove
        ? side === 'above'
        : side === 'right' || (side === 'out' && each.line.endpoint !== undefined);
      return isFrom && each.line.endpoint === key && each.line.stop !== 'border';
    });
    return new Set(lines.map(({ line }) => busOf(line))).size;
  };
  const columns = {
    arrivals: (key: string) => ({ above: toEndpoint(key, true), right: toEndpoint(key, false) }),
    bypasses: (band: number) =>
      new Set(all.filter((each) => each.band === band && sideOf(each) === 'out').map(({ line }) => busKey(line))).size,
  };
  const captions = textBlock([{ text: scene.place, style: 'caption', limit: 3 }], SERVICE_WIDTH);
  const top = MARGIN + (scene.place ? captions.height + PADDING : 0);
  const measured = layOutBands(scene, { ...columns, endpointX: 0, end: 0 }, top);
  const lanes = lanesOf(measured, sideOf);
  const perBand = grouped([...lanes.inside, ...lanes.out], ({ rows }) => `${rows[0].band}`).map(({ length }) => length);
  const count = lanes.above.length + Math.max(0, ...perBand);
  const endpointX = FIRST_LANE + LANE * (count + 1) + PADDING;
  const end = home.size > 0 ? endpointX + ENDPOINT_WIDTH + 3 * PADDING : FIRST_LANE + LANE * count;
  const bands = layOutBands(scene, { ...columns, endpointX, end }, top);
  const serviceX = end + LANE * (lanes.right.length + 1) + BEFORE_SERVICE;
  const service = serviceBox(scene, bands.bottom, serviceX, top);
  const lines = new WideLines(
    { prefix, bands, home, endpointX, end, serviceX, laneX: (index) => FIRST_LANE + LANE * index, laneCount: count },
    lanesOf(bands, sideOf),
    sideOf,
  );
  const height = Math.max(...[...service.frames, ...service.boxes].map((place) => place.y + place.height)) + MARGIN;
  return {
    width: serviceX + SERVICE_WIDTH + PADDING + MARGIN,
    height,
    frames: [...bands.frames, ...service.frames],
    boxes: [...bands.boxes, ...service.boxes],
    lines: lines.draw(),
    plates: bands.rows.map(({ plate, y }) => plateAt(plate, { x: PLATE_X, y: y - Math.round(plate.height / 2) })),
  };
}

/** Side to which a line leads from its row. */
export type SideOf = (row: Pick<RowLine, 'line' | 'band'>) => 'none' | 'straight' | 'own' | 'out' | 'above' | 'right';

function lanesOf({ rows, endpoints }: WideBands, sideOf: SideOf): Lanes {
  const buses = (side: ReturnType<SideOf>, keyOf: (row: RowLine) => string) =>
    grouped(
      rows.filter((row) => sideOf(row) === side),
      keyOf,
    ).map((own) => ({ key: keyOf(own[0]), rows: own }));
  const inside = rows.filter((row) => {
    const place = endpoints.get(row.line.endpoint ?? '');
    return sideOf(row) === 'own' && place!.own.has(busOf(row.line)) && row.y < Math.min(...place!.own.values());
  });
  const out = buses('out', ({ line, band }) => `${band} ${busKey(line)}`);
  return {
    above: buses('above', ({ line }) => busKey(line)),
    inside: grouped(inside, ({ line }) => busKey(line)).map((own) => ({ key: busKey(own[0].line), rows: own })),
    out,
    right: grouped(
      rows.filter((row) => sideOf(row) === 'right' || (sideOf(row) === 'out' && row.line.endpoint !== undefined)),
      ({ line }) => busKey(line),
    ).map((own) => ({ key: busKey(own[0].line), rows: own })),
  };
}

/** Key of lines that may run together. */
export function busKey(line: SceneLine): string {
  return `${busOf(line)} ${line.endpoint ?? ''}`;
}

function endpointsOf({ endpoints }: SceneBand) {
  return endpoints.flatMap(({ boxes }) => boxes);
}

/** The service is as high as everything on its left, so that each line comes straight. */
function serviceBox(
  { caption, service, place, key }: Scene,
  bottom: number,
  x: number,
  top: number,
): { frames: DrawnFrame[]; boxes: DrawnBox[] } {
  const texts = boxTexts(caption, service, [], SERVICE_WIDTH);
  const height = Math.max(bottom - top, texts.height + 2 * BOX_PADDING);
  const box: DrawnBox = {
    x,
    y: top,
    width: SERVICE_WIDTH,
    height,
    kind: 'service',
    name: `${caption} ${service.name}: ${key}`,
    texts: textsAt(texts, { x: x + BOX_PADDING, y: top + BOX_PADDING }),
  };
  if (place === '') return { frames: [], boxes: [box] };
  const titles = textBlock([{ text: place, style: 'caption', limit: 3 }], SERVICE_WIDTH);
  const frame: DrawnFrame = {
    x: x - PADDING,
    y: MARGIN,
    width: SERVICE_WIDTH + 2 * PADDING,
    height: height + top - MARGIN + PADDING,
    kind: 'place',
    name: place,
    texts: textsAt(titles, { x, y: MARGIN + PADDING / 2 }),
  };
  return { frames: [frame], boxes: [box] };
}
