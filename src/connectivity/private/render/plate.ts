import { DrawnChip, DrawnPlate, DrawnText } from './drawing';
import { Font, textWidth, wrap } from './measure';
import { Point, Size } from './rectangle';
import { MARKS } from './text';
import { plain } from '../../../page/text';
import { Verdict } from '../../verdict';

/** A request type, or a count of paths, that is to stand on a line. */
export interface Chip extends Pick<DrawnChip, 'path' | 'href' | 'name'> {
  readonly text: string;
  readonly verdict: Verdict;
}

/** Chips as they lie on a plate, whose upper left corner is at zero. */
export interface Plate extends Size {
  readonly words: DrawnPlate['words'];
  readonly chips: readonly DrawnChip[];
  readonly notes: readonly DrawnText[];
}

const FONT: Font = { size: 12 };
const BOLD: Font = { size: 12, bold: true };
const CHIP = 22;
const GAP = 5;
const PADDING = 6;
const LINE = 16;
const NARROW = 280;
const WORD_WIDTH = Math.max(...Object.values(Verdict).map((verdict) => textWidth(wordOf(verdict), BOLD)));

/**
 * Lays chips out by verdict, in lines no wider than `width`: the sign and the word, then the request types.
 *
 * @param signs chips that have sign and word themselves, all in a row
 */
export function plateOf(chips: readonly Chip[], notes: readonly string[], width: number, signs?: 'signs'): Plate {
  const inner = width - 2 * PADDING;
  // Where there is little room, the word stands above its chips.
  const isNarrow = width < NARROW;
  const left = isNarrow || signs ? 0 : WORD_WIDTH + GAP;
  const words: (DrawnText & { verdict: Verdict })[] = [];
  const placed: DrawnChip[] = [];
  let y = PADDING;
  for (const own of signs ? [chips] : byVerdict(chips)) {
    if (!signs) {
      const [{ verdict }] = own;
      words.push({ text: wordOf(verdict), style: 'title', verdict, x: PADDING + 2, y: y + (isNarrow ? 13 : 15) });
      if (isNarrow) y += LINE + 4;
    }
    let x = left;
    for (const { text: full, ...chip } of own) {
      const text = wrap(plain(full), inner - left - 12, FONT, 1)[0];
      const size = textWidth(text, FONT) + 12;
      if (x > left && x + size > inner) {
        x = left;
        y += CHIP + GAP;
      }
      placed.push({ ...chip, text, x: PADDING + x, y, width: size, height: CHIP });
      x += size + GAP;
    }
    y += CHIP + GAP;
  }
  const noted = notes.flatMap((note) => wrap(plain(note), inner - 2, FONT, 3));
  const noteTexts = noted.map((text, index) => {
    return { text, style: 'detail' as const, x: PADDING + 2, y: y + 11 + index * LINE };
  });
  const ends = [
    ...placed.map((chip) => chip.x + chip.width),
    ...words.map(({ text, x }) => x + textWidth(text, BOLD)),
    ...noteTexts.map(({ text, x }) => x + textWidth(text, FONT)),
  ];
  return {
    width: Math.max(...ends) + PADDING,
    height: y - GAP + (noted.length > 0 ? noted.length * LINE + GAP : 0) + PADDING,
    words,
    chips: placed,
    notes: noteTexts,
  };
}

function byVerdict(chips: readonly Chip[]): (readonly Chip[])[] {
  const groups = Object.values(Verdict).map((verdict) => chips.filter((chip) => chip.verdict === verdict));
  return groups.filter(({ length }) => length > 0);
}

/** The plate with its upper left corner at a point. */
export function plateAt({ width, height, words, chips, notes }: Plate, { x, y }: Point): DrawnPlate {
  const moved = <T extends Point>(item: T): T => ({ ...item, x: item.x + x, y: item.y + y });
  return { x, y, width, height, words: words.map(moved), chips: chips.map(moved), notes: notes.map(moved) };
}

function wordOf(verdict: Verdict): string {
  return `${MARKS[verdict]} ${verdict}`;
}
