import { Point, Rectangle, Size } from './rectangle';
import { Verdict } from '../../verdict';

/** A line of text, at its left end and the bottom of its letters. */
export interface DrawnText extends Point {
  readonly text: string;
  readonly style: TextStyle;
}

/** Style of a text: kind of a thing, its name, or further facts. */
export type TextStyle = 'caption' | 'title' | 'detail';

/** A container. */
export interface DrawnFrame extends Rectangle {
  readonly kind: 'place' | 'outside' | 'network' | 'subnet';
  /** All of its title, for pointers and screen readers. */
  readonly name: string;
  readonly texts: readonly DrawnText[];
}

/** A box. */
export interface DrawnBox extends Rectangle {
  readonly kind: 'origin' | 'anybody' | 'endpoint' | 'service';
  readonly name: string;
  readonly texts: readonly DrawnText[];
}

/** A request type on a line; it links to the row of its path, or to a picture. */
export interface DrawnChip extends Rectangle {
  readonly text: string;
  readonly verdict: Verdict;
  /** Index of the path; absent where the chip stands for several. */
  readonly path?: number;
  /** Fragment of the page that it links to, where it is not a path. */
  readonly href?: string;
  /** Text for screen readers, where it is not a path. */
  readonly name?: string;
}

/** The request types on a line, by verdict. */
export interface DrawnPlate extends Rectangle {
  /** Words before the chips of a verdict. */
  readonly words: readonly (DrawnText & { readonly verdict: Verdict })[];
  readonly chips: readonly DrawnChip[];
  /** Facts that decide. */
  readonly notes: readonly DrawnText[];
}

/** End of a line: with a head where requests arrive, with a cross where they are denied, or in another line. */
export type LineEnd = 'head' | 'cross' | 'joined';

/** A line of level and upright parts. */
export interface DrawnLine {
  readonly id: string;
  readonly verdict: Verdict;
  readonly paths: readonly number[];
  readonly points: readonly Point[];
  readonly end: LineEnd;
  /** Forks for denied requests: short lines that branch off and end with a cross. */
  readonly forks: readonly (readonly Point[])[];
}

/** Everything in a picture, in pixels. */
export interface Drawing extends Size {
  readonly frames: readonly DrawnFrame[];
  readonly lines: readonly DrawnLine[];
  readonly boxes: readonly DrawnBox[];
  readonly plates: readonly DrawnPlate[];
}
