import { SourcePlace } from './source-places';

/** Levels that a result may fail on; each includes the ones before. */
export const LEVELS = ['opened', 'violated', 'unknown'] as const;

export type Level = (typeof LEVELS)[number];

export type FailOn = Level | 'never';

/** Level that fails by default. */
export const USUAL: Level = 'violated';

/** One line of a result. */
export interface Entry {
  /** Code of a path or an expectation, a rule, or a kind of request. */
  readonly code: string;
  /** Subject of the entry. */
  readonly subject: string;
  /** Message of the entry. */
  readonly message: string;
  /** Advice. */
  readonly advice?: string;
  readonly place?: SourcePlace;
}

/** Entries that belong together in a result. */
export interface Section {
  /** Its name for programs. */
  readonly id: string;
  readonly title: string;
  /** Heads of code, subject and message in a table. */
  readonly columns: readonly [string, string, string];
  readonly entries: readonly Entry[];
  /** The level that its entries are of; none where they only inform. */
  readonly level?: Level;
  /** States whether entries are short enough for a line each. */
  readonly isBrief?: boolean;
  /** States whether a comment shows it only when it is opened. */
  readonly isFolded?: boolean;
}

/** Result of a command. */
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

/** Reports whether entries of a level make a result fail. */
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
