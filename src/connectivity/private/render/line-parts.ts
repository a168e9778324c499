import { LineEnd } from './drawing';
import { Point } from './rectangle';
import { SceneLine } from './scene';
import { Verdict } from '../../verdict';

/** Between lines that run side by side. */
export const LANE = 12;
/** Between a line and the one that branches off. */
export const FORK = 14;

/** Look of a line and the place at which it ends; lines to one target with the same may run together. */
export function busOf({ verdict, stop }: SceneLine): string {
  return `${verdict} ${stop}`;
}

/** Key of lines that run together. */
export function busKey(line: SceneLine): string {
  return `${busOf(line)} ${line.endpoint ?? ''}`;
}

/** The chips of a line, each of which links to its path. */
export function chipsOf({ paths }: SceneLine) {
  return paths.map(({ requestType: text, verdict, index: path }) => ({ text, verdict, path }));
}

/** A denied line ends with a cross where it is denied; before, it only runs on to what comes next. */
export function endOf({ verdict, stop, endpoint }: SceneLine): LineEnd {
  if (verdict !== Verdict.DENIED) return 'head';
  return stop === 'service' && endpoint !== undefined ? 'joined' : 'cross';
}

/** A short line that branches off and ends with a cross. */
export function fork({ x, y }: Point, length: number): Point[] {
  return [
    { x, y },
    { x, y: y + FORK },
    { x: x + length, y: y + FORK },
  ];
}
