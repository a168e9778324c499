import * as fc from 'fast-check';
import { ConnectivityData, ConnectivityPath, OriginKind, ResolutionKind, Verdict } from '../../../src/connectivity';
import { layOut, Layout } from '../../../src/connectivity/private/render/layout';
import { boxesIn, framesIn, Picture, PictureArrow } from '../../../src/connectivity/private/render/picture';
import { pictureOf } from '../../../src/connectivity/private/render/picture-builder';
import { overlap, Rectangle, Size } from '../../../src/connectivity/private/render/rectangle';
import { connectivityData } from '../../support/connectivity-arbitrary';
import { FIXTURES } from '../../support/connectivity-fixtures';

function laidOut(data: ConnectivityData): { picture: Picture; layout: Layout } {
  const picture = pictureOf(data);
  const frames = picture.frames.flatMap(framesIn);
  const sizes = new Map<string, Size>([
    ...frames.map(({ id }) => [id, { width: 120, height: 36 }] as const),
    ...picture.frames.flatMap(boxesIn).map(({ id }, index) => [id, { width: 100 + 10 * index, height: 60 }] as const),
    ...picture.arrows.map(({ id, paths }) => [id, { width: 110, height: 22 * paths.length + 6 }] as const),
  ]);
  return { picture, layout: layOut(picture, sizes) };
}

const inside = (inner: Rectangle, outer: Rectangle) =>
  inner.x >= outer.x &&
  inner.y >= outer.y &&
  inner.x + inner.width <= outer.x + outer.width &&
  inner.y + inner.height <= outer.y + outer.height;

function overlapping(items: readonly (readonly [string, Rectangle])[]): string[] {
  return items.flatMap(([id, place], index) =>
    items.slice(index + 1).flatMap(([other, its]) => (overlap(place, its) ? [`${id} ${other}`] : [])),
  );
}

/** Boxes that an arrow runs through. It bends only between two points that stand beside boxes. */
function crossed({ id }: PictureArrow, picture: Picture, layout: Layout): string[] {
  const points = layout.lines.get(id)!;
  const level = points.slice(1).flatMap((point, index) => {
    const before = points[index];
    const line = { x: Math.min(before.x, point.x), y: before.y, width: Math.abs(point.x - before.x), height: 0 };
    return before.y === point.y ? [line] : [];
  });
  return picture.frames
    .flatMap(boxesIn)
    .filter((box) => level.some((line) => overlap(line, layout.places.get(box.id)!)))
    .map((box) => `${id} through ${box.id}`);
}

/** What is wrong with a layout; nothing is expected. */
function faults({ picture, layout }: ReturnType<typeof laidOut>): string[] {
  const placed = ({ id }: { id: string }) => [id, layout.places.get(id)!] as const;
  const boxes = picture.frames.flatMap(boxesIn).map(placed);
  const labels = [...layout.labels];
  const frames = picture.frames.flatMap(framesIn);
  return [
    ...overlapping([...boxes, ...labels]),
    ...overlapping(picture.frames.map(placed)),
    ...frames.flatMap((frame) => overlapping([...frame.frames, ...frame.boxes].map(placed))),
    ...frames.flatMap((frame) =>
      [...frame.frames, ...frame.boxes]
        .filter((held) => !inside(layout.places.get(held.id)!, layout.places.get(frame.id)!))
        .map((held) => `${held.id} not in ${frame.id}`),
    ),
    ...picture.arrows.flatMap((arrow) => crossed(arrow, picture, layout)),
    ...[...layout.places, ...labels]
      .filter(([, place]) => !inside(place, { x: 0, y: 0, ...layout }))
      .map(([id]) => `${id} outside`),
  ];
}

test.each(Object.entries(FIXTURES))('nothing overlaps in: %s', (_, data) => {
  expect(faults(laidOut(data))).toEqual([]);
});

/** A path of the app in the subnet `a`. */
const path = (service: string, requestType: string, verdict: Verdict, via: string): ConnectivityPath => {
  const resolution = { kind: ResolutionKind.PUBLIC, chain: [], reason: '' };
  return { service, origin: 'a', requestType, verdict, via, resolution, reason: '', code: '' };
};

test('a frame takes no label in where that would lead into the frame beside it', () => {
  const subnet = (id: string, privateEndpoints: string[] = []) => ({
    id,
    name: id,
    addressPrefixes: id === 'a' ? ['10.0.0.0/24'] : [],
    hosts: [],
    privateEndpoints,
  });
  const data: ConnectivityData = {
    networks: [
      { id: 'hub', name: 'vnet-hub', subnets: [subnet('a', ['pep']), subnet('b')], peers: [] },
      { id: 'spoke', name: 'vnet-spoke', subnets: [subnet('a', ['pep'])], peers: [] },
    ],
    services: ['one', 'two', 'three'].map((id) => ({
      id,
      name: id,
      type: 'azurerm_signalr_service',
      privateEndpoints: ['pep'],
    })),
    origins: [{ id: 'a', kind: OriginKind.SERVICE, name: 'app', hosts: ['app-1', 'app-2'] }],
    paths: [
      path('one', 'RESTAPI', Verdict.DENIED, 'pep'),
      path('three', 'RESTAPI', Verdict.DENIED, ''),
      path('two', 'ClientConnection', Verdict.UNKNOWN, 'public endpoint'),
      path('three', 'Trace', Verdict.UNKNOWN, ''),
      path('two', 'ServerConnection', Verdict.DENIED, 'link'),
      path('two', 'Trace', Verdict.DENIED, 'link'),
    ],
  };
  expect(faults(laidOut(data))).toEqual([]);
});

test('nothing overlaps in any data', () =>
  fc.assert(
    fc.property(connectivityData, (data) => expect(faults(laidOut(data))).toEqual([])),
    { numRuns: 40 },
  ));
