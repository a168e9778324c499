import { Outcome, Workspace } from './workspace';

/** A program in a language, and the files that it leaves in its output folder. */
export interface Program {
  readonly name: 'quick-start' | 'features';
  readonly source: string;
  readonly files: readonly string[];
}

/** A package that a project needs, and where it came from. */
export interface Origin {
  readonly name: string;
  readonly from: string;
}

/** A language that the test makes a project in. */
export interface Language {
  readonly name: string;
  /** The programs it needs; where one is missing, the language is left out, and the test fails. */
  readonly needs: readonly string[];
  /** Makes a project in the workspace, with the programs in it, and compiles it. */
  readonly install: (workspace: Workspace, programs: readonly Program[]) => readonly Origin[];
  readonly run: (workspace: Workspace, program: Program) => Outcome;
}

export const SERVED = 'its registry';
export const GENERATED = 'jsii-pacmak, as its registry does not serve it';
