import { SourcePlace } from './source-places';

/** What a result may fail on; each includes the ones before. */
export const LEVELS = ['opened', 'violated', 'unknown'] as const;

export type Level = (typeof LEVELS)[number];

export type FailOn = Level | 'never';

/** What fails where nobody asks for more or less. */
export const USUAL: Level = 'violated';

/** One line of a result. */
export interface Entry {
  /** Code of a path or an expectation, a rule, or a kind of request. */
  readonly code: string;
  /** What it is about. */
  readonly subject: string;
  /** What is said of it. */
  readonly message: string;
  /** What to do about it. */
  readonly advice?: string;
  readonly place?: SourcePlace;
}

/** What belongs together in a result. */
export interface Section {
  /** Its name for programs. */
  readonly id: string;
  readonly title: string;
  /** What code, subject and message are called in a table. */
  readonly columns: readonly [string, string, string];
  readonly entries: readonly Entry[];
  /** The level that its entries are of; none where they only inform. */
  readonly level?: Level;
  /** Whether entries are short enough for a line each. */
  readonly isBrief?: boolean;
  /** Whether a comment shows it only when it is opened. */
  readonly isFolded?: boolean;
}

/** What the command found. */
export interface Result {
  readonly command: 'check' | 'diff' | 'adopt';
  readonly holds: boolean;
  /** The verdict, in one sentence. */
  readonly summary: string;
  readonly failOn: FailOn;
  readonly sections: readonly Section[];
  /** Sentences about the files and what they lack. */
  readonly notes: readonly string[];
}

/** Whether entries of a level make a result fail. */
export function fails(level: Level | undefined, failOn: FailOn): boolean {
  return level !== undefined && failOn !== 'never' && LEVELS.indexOf(level) <= LEVELS.indexOf(failOn);
}

/** The verdict on some sections; what never fails is judged as usual. */
export function verdictOf(
  sections: readonly Section[],
  failOn: FailOn,
  counts: string,
): Pick<Result, 'holds' | 'summary' | 'sections' | 'failOn'> {
  const asked = failOn === 'never' ? USUAL : failOn;
  const holds = sections.every(({ level, entries }) => entries.length === 0 || !fails(level, asked));
  const scope = asked === USUAL ? '' : ` for --fail-on ${asked}`;
  return { holds, summary: `${holds ? 'Holds' : 'Does not hold'}${scope}: ${counts}.`, sections, failOn };
}

/** A count with its noun: `1 path`, `2 paths`. */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
