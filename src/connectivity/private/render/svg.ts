import { Drawing, DrawnBox, DrawnChip, DrawnFrame, DrawnLine, DrawnPlate, DrawnText } from './drawing';
import { PathText } from './path-text';
import { Point } from './rectangle';
import { Markup, markup } from '../../../page/markup';
import { Verdict } from '../../verdict';

/** Length of a head, and half the width of a cross. */
const HEAD = 9;
const CROSS = 4.5;

/** Options for writing a drawing. */
export interface SvgOptions {
  readonly className: 'wide' | 'narrow';
  /** Text of the whole picture for screen readers. */
  readonly label: string;
  /** States whether chips are links, and whether lines and links have ids, by which a page shows their reasons. */
  readonly links: 'with ids' | 'without ids' | 'none';
}

/** A drawing as SVG; each request type is a link to the row of its path. */
export function renderSvg(drawing: Drawing, paths: readonly PathText[], options: SvgOptions): Markup {
  const { width, height, frames, lines, boxes, plates } = drawing;
  return markup`<svg class="${options.className}" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="group" aria-label="${options.label}">
${frames.map(drawFrame)}${lines.map((line) => drawLine(line, options))}${boxes.map(drawBox)}${plates.map((plate) =>
    drawPlate(plate, paths, options),
  )}</svg>`;
}

function drawFrame({ kind, name, texts, ...place }: DrawnFrame): Markup {
  return markup`<g class="frame ${kind}"><title>${name}</title>${rectangle(place, 10)}${texts.map(drawText)}</g>
`;
}

function drawBox({ kind, name, texts, ...place }: DrawnBox): Markup {
  return markup`<g class="box ${kind}" role="img"><title>${name}</title>${rectangle(place, 8)}${texts.map(drawText)}</g>
`;
}

function drawText({ text, style, x, y }: DrawnText): Markup {
  return markup`<text class="${style}" x="${x}" y="${y}">${text}</text>`;
}

/** A line; the wide invisible one is what a pointer finds. */
function drawLine({ id, verdict, paths, points, end, forks }: DrawnLine, { links }: SvgOptions): Markup {
  const tip = points[points.length - 1];
  const back = towards(tip, points[points.length - 2]);
  const short = { x: tip.x + back.x * (HEAD - 1), y: tip.y + back.y * (HEAD - 1) };
  const route = routeOf(end === 'head' ? [...points.slice(0, -1), short] : points);
  const name = links === 'with ids' ? markup` id="${id}"` : [];
  return markup`<g class="line ${verdict}${paths.map((path) => ` l${path}`)}"${name}><path class="target" d="${route}"/><path class="route" d="${route}"/>${
    end === 'head' ? markup`<path class="head" d="${headAt(tip, back)}"/>` : []
  }${end === 'cross' ? cross(tip, back) : []}${forks.map(drawFork)}</g>
`;
}

function drawFork(points: readonly Point[]): Markup {
  const [before, tip] = points.slice(-2);
  return markup`<g class="${Verdict.DENIED}"><path class="route" d="${routeOf(points)}"/>${cross(tip, towards(tip, before))}</g>`;
}

function routeOf([start, ...rest]: readonly Point[]): string {
  let before = start;
  const steps = rest.map((point) => {
    const step = point.y === before.y ? `H${point.x}` : `V${point.y}`;
    before = point;
    return step;
  });
  return `M${start.x} ${start.y}${steps.join('')}`;
}

/** The direction from one point to another, of a line that is level or upright. */
function towards(from: Point, to: Point): Point {
  return { x: Math.sign(to.x - from.x), y: Math.sign(to.y - from.y) };
}

function headAt({ x, y }: Point, back: Point): string {
  const base = { x: x + back.x * HEAD, y: y + back.y * HEAD };
  const side = { x: back.y * 5, y: back.x * 5 };
  return `M${x} ${y}L${base.x + side.x} ${base.y + side.y}L${base.x - side.x} ${base.y - side.y}z`;
}

/** A cross in front of what a line would enter. */
function cross(tip: Point, back: Point): Markup {
  const size = 2 * CROSS;
  const { x, y } = { x: tip.x + back.x * (CROSS + 2), y: tip.y + back.y * (CROSS + 2) };
  return markup`<path class="cross" d="M${x - CROSS} ${y - CROSS}l${size} ${size}m0 -${size}l-${size} ${size}"/>`;
}

function drawPlate(
  { words, chips, notes, ...place }: DrawnPlate,
  paths: readonly PathText[],
  options: SvgOptions,
): Markup {
  return markup`<g class="label">${rectangle(place, 6, 'plate')}${words.map(
    ({ text, verdict, x, y }) => markup`<text class="word ${verdict}" x="${x}" y="${y}">${text}</text>`,
  )}${chips.map((chip) => drawChip(chip, paths, options))}${notes.map(drawText)}</g>
`;
}

function drawChip(
  { text, verdict, path, href, name, ...place }: DrawnChip,
  paths: readonly PathText[],
  options: SvgOptions,
): Markup {
  const words = markup`<text x="${place.x + 6}" y="${place.y + 15}">${text}</text>`;
  const shape = markup`<g class="chip ${verdict}">${rectangle(place, 11)}${words}</g>`;
  if (options.links === 'none') return shape;
  if (path === undefined) {
    return markup`<a class="request" href="${href ?? ''}" aria-label="${name ?? text}">${shape}</a>`;
  }
  const { call, outcome, because } = paths[path];
  const label = `${call}: ${outcome}, because ${because}`;
  return options.links === 'with ids'
    ? markup`<a class="path" id="p${path}" href="#path-${path}" aria-label="${label}">${shape}</a>`
    : markup`<a class="request" href="#path-${path}" aria-label="${label}">${shape}</a>`;
}

function rectangle(
  { x, y, width, height }: Pick<DrawnFrame, 'x' | 'y' | 'width' | 'height'>,
  radius: number,
  className = '',
): Markup {
  const name = className ? markup` class="${className}"` : [];
  return markup`<rect${name} x="${x}" y="${y}" width="${width}" height="${height}" rx="${radius}"/>`;
}
