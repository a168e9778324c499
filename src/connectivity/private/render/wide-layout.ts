import { Drawing, DrawnBox, DrawnFrame } from './drawing';
import { busKey, busOf, LANE } from './line-parts';
import { plateAt } from './plate';
import { Scene, SceneBand } from './scene';
import { BOX_PADDING, boxTexts } from './scene-texts';
import { grouped } from './service-section';
import { textBlock, textsAt } from './text-block';
import { ENDPOINT_WIDTH, layOutBands, MARGIN, PADDING, PLATE_WIDTH, PLATE_X, RowLine } from './wide-bands';
import { lanesOf } from './wide-lanes';
import { WideLines } from './wide-lines';

const SERVICE_WIDTH = 200;
/** Position of the first lane, right of the widest plate and of the crosses behind plates. */
const FIRST_LANE = PLATE_X + PLATE_WIDTH + 40;
/** Before the service, where lines branch. */
const BEFORE_SERVICE = 46;

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
