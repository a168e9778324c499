import { Testing } from 'cdktf';
import { Area, DrawnSvg, groundOf, isIn, meet, passes, readSvg, Segment } from './drawn-svg';
import { EXAMPLES } from '../../examples/stacks';
import { ConnectivityData, ConnectivityReport } from '../../src/connectivity';
import { drawPictures } from '../../src/connectivity/private/render/draw';
import { pathTexts } from '../../src/connectivity/private/render/path-text';

/** Between lines that run side by side. */
const LANE = 12;

const middle = ({ top, bottom }: Area) => (top + bottom) / 2;
const isLevel = ({ from, to }: Segment) => from[1] === to[1];

/** What the report of an example says. */
export function dataOfExample(name: string): ConnectivityData {
  const app = Testing.app();
  EXAMPLES[name](app);
  return ConnectivityReport.of(app).data;
}

/** All pictures of the data, as texts. */
export function svgsOf(data: ConnectivityData): string[] {
  return drawPictures(data, pathTexts(data)).flatMap(({ svg, narrowSvg }) => [svg.text, narrowSvg.text]);
}

/** What is wrong with the pictures of the data; nothing is expected. */
export function pictureFaults(data: ConnectivityData): string[] {
  return svgsOf(data).flatMap((svg) => faultsOf(readSvg(svg)));
}

/** What is wrong with one picture. */
export function faultsOf(drawn: DrawnSvg): string[] {
  const { picture, frames, boxes, plates, chips, segments } = drawn;
  const places = [...boxes, ...plates];
  return [
    ...[...places, ...frames, ...segments.map(groundOf)]
      .filter((area) => !isIn(area, picture))
      .map(({ name }) => `${name} is not in the picture`),
    ...pairs(places).flatMap(([one, other]) => (meet(one, other) ? [`${one.name} covers ${other.name}`] : [])),
    ...pairs(frames).flatMap(([one, other]) =>
      meet(one, other) && !isIn(one, other) && !isIn(other, one) ? [`frame ${one.name} cuts ${other.name}`] : [],
    ),
    ...places.flatMap((place) =>
      frames
        .filter((frame) => meet(place, frame) && !isIn(place, frame))
        .map(({ name }) => `${place.name} straddles ${name}`),
    ),
    ...chips.filter((chip) => !plates.some((plate) => isIn(chip, plate))).map(({ name }) => `${name} is on no plate`),
    ...segments.flatMap((segment) => crossed(segment, drawn)),
    ...pairs(segments).flatMap(([one, other]) => tooClose(one, other)),
  ];
}

/** What a part of a line runs through that the line does not belong to. */
function crossed(segment: Segment, { boxes, plates, frames, ends }: DrawnSvg): string[] {
  const isOwn = (plate: Area) => isLevel(segment) && Math.abs(middle(plate) - segment.from[1]) <= 1;
  const isEntered = (frame: Area) =>
    ends
      .get(segment.line)!
      .some(([x, y]) => x >= frame.left && x <= frame.right && y >= frame.top && y <= frame.bottom);
  return [
    ...boxes.filter((box) => passes(segment, box)),
    ...plates.filter((plate) => passes(segment, plate) && !isOwn(plate)),
    ...frames.filter((frame) => passes(segment, frame) && !isEntered(frame)),
  ].map(({ name }) => `line ${segment.line} runs through ${name}`);
}

/** Lines of one look may run together into one; all others stand apart. */
function tooClose(one: Segment, other: Segment): string[] {
  if (one.line === other.line || isLevel(one) !== isLevel(other)) return [];
  const [along, across] = isLevel(one) ? [0, 1] : [1, 0];
  const [a, b] = [one, other].map(({ from, to }) => [from[along], to[along]].sort((x, y) => x - y));
  if (a[0] >= b[1] || b[0] >= a[1]) return [];
  const distance = Math.abs(one.from[across] - other.from[across]);
  const isTogether = distance === 0 && one.verdict === other.verdict;
  return distance < LANE && !isTogether ? [`lines ${one.line} and ${other.line} are ${distance} pixels apart`] : [];
}

function pairs<T>(items: readonly T[]): [T, T][] {
  return items.flatMap((one, index) => items.slice(index + 1).map((other): [T, T] => [one, other]));
}
