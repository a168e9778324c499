/** Size and weight of drawn text. */
export interface Font {
  /** In pixels. */
  readonly size: number;
  readonly bold?: boolean;
}

/** Widths in parts of the font's size, of DejaVu Sans: among the usual sans-serif fonts it is the widest. */
const WIDTHS: readonly (readonly [characters: RegExp, width: number])[] = [
  [/[\p{M}\p{Cf}]/u, 0],
  [/[ijlI.,:;'|![\]()\\/ -]/, 0.4],
  [/[frtJ"]/, 0.46],
  [/[mwMW@%]/, 0.99],
  [/[\p{Lu}_]/u, 0.77],
  [/[\u0020-\u024f]/, 0.64],
  [/[\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Hebrew}\p{Script=Arabic}]/u, 0.8],
];

const FULL_WIDTH = 1.4;

/** Width in pixels that the text never exceeds in the usual fonts. */
export function textWidth(text: string, { size, bold }: Font): number {
  const width = [...text].reduce((sum, character) => sum + characterWidth(character), 0);
  return Math.ceil(width * size * (bold ? 1.12 : 1));
}

function characterWidth(character: string): number {
  return WIDTHS.find(([characters]) => characters.test(character))?.[1] ?? FULL_WIDTH;
}

/** The text in at most `limit` lines of at most `width` pixels, broken where a part of a name ends if possible. */
export function wrap(text: string, width: number, font: Font, limit: number): string[] {
  const lines = [''];
  for (const piece of pieces(text, width, font)) {
    if (textWidth(lines[lines.length - 1] + piece.trimEnd(), font) > width) lines.push('');
    // Names may be very long, and the rest of them is not shown.
    if (lines.length > limit) break;
    lines[lines.length - 1] += piece;
  }
  const kept = lines.slice(0, limit).map((line) => line.trimEnd());
  if (lines.length <= limit) return kept;
  return [...kept.slice(0, -1), shorten(kept[limit - 1], width, font)];
}

/** The parts of a name, cut between characters where one is too long for a line. */
function* pieces(text: string, width: number, font: Font): Generator<string> {
  for (const part of text.split(/(?<=[/\-._ ])/)) {
    if (textWidth(part, font) <= width) yield part;
    else for (const { segment } of new Intl.Segmenter('en').segment(part)) yield segment;
  }
}

function shorten(line: string, width: number, font: Font): string {
  const characters = [...new Intl.Segmenter('en').segment(line)].map(({ segment }) => segment);
  while (characters.length > 0 && textWidth(`${characters.join('')}…`, font) > width) characters.pop();
  return `${characters.join('')}…`;
}
