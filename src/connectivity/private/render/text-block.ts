import { DrawnText, TextStyle } from './drawing';
import { Font, textWidth, wrap } from './measure';
import { Point, Size } from './rectangle';
import { plain } from '../../../page/text';

/** Texts that stand one below the other. */
export interface TextBlock extends Size {
  readonly lines: readonly { readonly text: string; readonly style: TextStyle }[];
}

/** A text, and in how many lines it may be broken; what is longer is cut. */
export interface Words {
  readonly text: string;
  readonly style: TextStyle;
  readonly limit: number;
}

/** Height of a line of text. */
export const LINE = 17;

const FONTS: Readonly<Record<TextStyle, Font>> = {
  caption: { size: 12 },
  title: { size: 13, bold: true },
  detail: { size: 12 },
};

/** The texts, broken into lines no wider than `width`. */
export function textBlock(texts: readonly Words[], width: number): TextBlock {
  const lines = texts
    .filter(({ text }) => text.trim() !== '')
    .flatMap(({ text, style, limit }) =>
      wrap(plain(text), width, FONTS[style], limit).map((part) => ({ text: part, style })),
    );
  const widths = lines.map(({ text, style }) => textWidth(text, FONTS[style]));
  return { lines, width: Math.max(0, ...widths), height: lines.length * LINE };
}

/** The block with its upper left corner at a point. */
export function textsAt({ lines }: TextBlock, { x, y }: Point): DrawnText[] {
  return lines.map(({ text, style }, index) => ({ text, style, x, y: y + index * LINE + 13 }));
}
