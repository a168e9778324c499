import { layOut, Layout, PADDING } from './layout';
import { Font, textWidth, wrap } from './measure';
import { PathText } from './path-text';
import { framesIn, Picture, PictureArrow, PictureBox, PictureFrame } from './picture';
import { Point, Rectangle, Size } from './rectangle';
import { MARKS } from './text';
import { Markup, markup } from '../../../page/markup';
import { plain } from '../../../page/text';

const SMALL: Font = { size: 12 };
const NORMAL: Font = { size: 13 };
const BOLD: Font = { size: 13, bold: true };

const LINE = 18;
const BOX_PADDING = 12;
const BOX_WIDTH = 170;
const MAX_DETAILS = 4;

/** Length of an arrow's head. */
const HEAD = 9;

/** A line of text in a box or above a frame. */
interface TextLine {
  readonly text: string;
  readonly style: 'caption' | 'title' | 'detail';
}

const FONTS: Readonly<Record<TextLine['style'], Font>> = { caption: SMALL, title: BOLD, detail: SMALL };

/** The picture as SVG. Each path is a link to its row in the tables; hovering or focusing it shows its reason. */
export function renderSvg(picture: Picture, paths: readonly PathText[]): Markup {
  const frames = picture.frames.flatMap(framesIn);
  const boxes = frames.flatMap((frame) => frame.boxes);
  const sizes = new Map<string, Size>([
    ...frames.map((frame) => [frame.id, titleSize(titleLines(frame))] as const),
    ...boxes.map((box) => [box.id, boxSize(boxLines(box))] as const),
    ...picture.arrows.map((arrow) => [arrow.id, labelSize(arrow)] as const),
  ]);
  const layout = layOut(picture, sizes);
  return markup`<svg width="${layout.width}" height="${layout.height}" viewBox="0 0 ${layout.width} ${layout.height}" role="group" aria-label="Diagram of all paths">
${frames.map((frame) => drawFrame(frame, layout.places.get(frame.id)!))}${picture.arrows.map((arrow) =>
    drawLine(arrow, layout),
  )}${boxes.map((box) => drawBox(box, layout.places.get(box.id)!))}${picture.arrows.map((arrow) =>
    drawLabel(arrow, layout.labels.get(arrow.id)!, paths),
  )}</svg>`;
}

function titleLines({ title, note }: PictureFrame): TextLine[] {
  const width = 1.4 * BOX_WIDTH;
  return [
    ...wrap(plain(title), width, BOLD, 2).map((text) => ({ text, style: 'title' as const })),
    ...(note ? wrap(plain(note), width, SMALL, 2).map((text) => ({ text, style: 'detail' as const })) : []),
  ];
}

function boxLines({ caption, title, details }: PictureBox): TextLine[] {
  const one = (text: string, font: Font) => wrap(plain(text), BOX_WIDTH, font, 1)[0];
  const more = details.length > MAX_DETAILS ? [`and ${details.length - MAX_DETAILS} more`] : [];
  const shown = [...details.slice(0, MAX_DETAILS), ...more];
  return [
    { text: one(caption, SMALL), style: 'caption' },
    ...wrap(plain(title), BOX_WIDTH, BOLD, 3).map((text) => ({ text, style: 'title' as const })),
    ...shown.map((text) => ({ text: one(text, SMALL), style: 'detail' as const })),
  ];
}

const widest = (lines: readonly TextLine[]) =>
  Math.max(...lines.map(({ text, style }) => textWidth(text, FONTS[style])));

const titleSize = (lines: readonly TextLine[]): Size => ({ width: widest(lines), height: lines.length * LINE });

const boxSize = (lines: readonly TextLine[]): Size => ({
  width: widest(lines) + 2 * BOX_PADDING,
  height: lines.length * LINE + 2 * BOX_PADDING - 4,
});

/** The text of each line of a label; on the way from an endpoint to its service only the mark. */
function labelLines({ verdict, requestTypes }: PictureArrow): string[] {
  if (requestTypes.length === 0) return [MARKS[verdict]];
  return requestTypes.map((type) => wrap(`${MARKS[verdict]} ${plain(type)}`, BOX_WIDTH, NORMAL, 1)[0]);
}

function labelSize(arrow: PictureArrow): Size {
  const lines = labelLines(arrow);
  return {
    width: Math.max(...lines.map((line) => textWidth(line, NORMAL))) + 16,
    height: lines.length * (LINE + 4) + 6,
  };
}

function drawText(lines: readonly TextLine[], x: number, y: number): Markup[] {
  return lines.map(
    ({ text, style }, index) => markup`<text class="${style}" x="${x}" y="${y + index * LINE + 13}">${text}</text>`,
  );
}

function drawFrame(frame: PictureFrame, { x, y, width, height }: Rectangle): Markup {
  return markup`<g class="frame ${frame.kind}"><title>${frame.title}</title><rect x="${x}" y="${y}" width="${width}" height="${height}" rx="12"/>${drawText(
    titleLines(frame),
    x + PADDING,
    y + PADDING / 2,
  )}</g>
`;
}

function drawBox(box: PictureBox, { x, y, width, height }: Rectangle): Markup {
  return markup`<g class="box ${box.kind}" role="img"><title>${box.caption} ${box.title}: ${[box.key, ...box.details].join(', ')}</title><rect x="${x}" y="${y}" width="${width}" height="${height}" rx="8"/>${drawText(
    boxLines(box),
    x + BOX_PADDING,
    y + BOX_PADDING - 3,
  )}</g>
`;
}

/** The arrow without its label; the wide invisible line is what a pointer finds. */
function drawLine({ id, verdict, paths }: PictureArrow, { lines }: Layout): Markup {
  const points = lines.get(id)!;
  const [before, tip] = points.slice(-2);
  const back = before.x < tip.x ? -HEAD : HEAD;
  const curve = curveThrough([...points.slice(0, -1), { x: tip.x + back, y: tip.y }]);
  const head = `M${tip.x} ${tip.y}l${back} -5v10z`;
  return markup`<g class="line ${verdict}${paths.map((path) => ` l${path}`)}" id="${id}"><path class="target" d="${curve}"/><path d="${curve}"/><path class="head" d="${head}"/></g>
`;
}

/** A curve that is level at each point, so that it bends between two points only. */
function curveThrough(points: readonly Point[]): string {
  const [start, ...rest] = points;
  const curves = rest.map(({ x, y }, index) => {
    const before = points[index];
    const middle = Math.round((before.x + x) / 2);
    return before.y === y ? `H${x}` : `C${middle} ${before.y} ${middle} ${y} ${x} ${y}`;
  });
  return `M${start.x} ${start.y}${curves.join('')}`;
}

function drawLabel(arrow: PictureArrow, { x, y, width, height }: Rectangle, paths: readonly PathText[]): Markup {
  const lines = labelLines(arrow).map((text, index) => {
    const words = markup`<text x="${x + 8}" y="${y + index * (LINE + 4) + 18}">${text}</text>`;
    if (arrow.requestTypes.length === 0) return markup`<g aria-hidden="true">${words}</g>`;
    const path = arrow.paths[index];
    const { call, outcome, because } = paths[path];
    return markup`<a class="path" id="p${path}" href="#path-${path}" aria-label="${call}: ${outcome}, because ${because}"><rect x="${x + 2}" y="${y + index * (LINE + 4) + 3}" width="${width - 4}" height="${LINE + 4}" rx="4"/>${words}</a>`;
  });
  return markup`<g class="label ${arrow.verdict}"><rect class="plate" x="${x}" y="${y}" width="${width}" height="${height}" rx="6"/>${lines}</g>
`;
}
