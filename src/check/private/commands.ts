import { resolve } from 'path';
import { AcceptFile } from './accept/accept-file';
import { assess, Assessment } from './assessment';
import { checkResult } from './check';
import { diffResult } from './diff/diff';
import { EstateData, EstateReader, Input, UnreadableInput } from './estate';
import { readInputs, textOf } from './inputs';
import { Io } from './io';
import { acceptFiles, adoptions, diffPages, explanations, reports } from './on-demand';
import type { GivenFiles } from './output/diff-page';
import { renderAnnotations } from './output/github';
import { renderJson } from './output/json';
import { renderMarkdown } from './output/markdown';
import { renderText } from './output/text';
import { FailOn, Result } from './result';
import { SourcePlaces } from './source-places';
import { AcknowledgementState } from '../../compliance/acknowledgement-status';
import { SecurityProfile } from '../../compliance/security-profile';
import { InputRecord, InputUse } from '../../evidence/internal/input-record';
import { provenanceProblems } from '../../evidence/internal/provenance-problems';
import { TerraformModel } from '../../model/terraform-model';

export const FORMATS = ['text', 'markdown', 'json', 'github'] as const;

export const PROFILES = { 'public-clients': SecurityProfile.PUBLIC_CLIENTS, isolated: SecurityProfile.ISOLATED };

/** Options of a user for the files. */
export interface Options {
  readonly profile: keyof typeof PROFILES;
  readonly accept?: string;
  readonly failOn: FailOn;
  readonly out?: string;
  readonly format: (typeof FORMATS)[number];
  /** Folder of the Terraform files. */
  readonly root?: string;
  /** Files that join both sides of a diff. */
  readonly with?: readonly string[];
  /** Origin of the input, in the files of `out`. */
  readonly commit?: string;
  readonly pipeline?: string;
  readonly time?: string;
}

/** Findings of a command, and its input. */
interface Found {
  readonly assessment: Assessment;
  readonly model: TerraformModel;
  readonly places: SourcePlaces;
  readonly inputs: () => readonly InputRecord[];
}

/** Options of a user for an adoption. */
export interface AdoptOptions {
  readonly sameState?: boolean;
  readonly out: string;
  readonly format: Options['format'];
}

const LARGE =
  'The report lists each app with the services that it calls or whose networks may be joined with its own, also by DNS servers and appliances of others. An app reaches any other service as the internet does, or not at all.';

/** Runs what was asked; each returns the exit code. */
export class Commands {
  public constructor(
    private readonly io: Io,
    private readonly read: EstateReader,
  ) {}

  /** Judges what some files say together. */
  public async check(files: readonly string[], options: Options): Promise<number> {
    refuseProvenance(options);
    const inputs = await this.inputs(files, options);
    const estate = this.read(inputs);
    const accept = this.acceptFile(options);
    const places = this.placesOf(estate, inputs, options);
    const assessment = this.assess(estate.after, options, places, accept);
    const result = checkResult(assessment, places, options.failOn);
    return this.report(
      { ...result, notes: notesOf(estate, assessment) },
      {
        assessment,
        model: estate.after,
        places,
        inputs: () => reports().recordsOf(inputs, estate.versions, InputUse.ESTATE, this.io),
      },
      options,
    );
  }

  /** Judges what changes between two files, or between what a plan finds and what it makes. */
  public async diff(first: string, second: string | undefined, options: Options): Promise<number> {
    refuseProvenance(options);
    const others = await this.inputs(options.with ?? [], options);
    const firstInputs = await this.inputs([first], options);
    const inputs = [...(second === undefined ? firstInputs : await this.inputs([second], options)), ...others];
    const estate = this.read(inputs);
    const earlier = second === undefined ? undefined : this.read([...firstInputs, ...others]);
    const before = earlier ? earlier.after : estate.before;
    if (!before) {
      throw new UnreadableInput(`${first} does not show what was before; give a plan, or two files: diff BEFORE AFTER`);
    }
    const accept = this.acceptFile(options);
    const places = this.placesOf(estate, inputs, options);
    const [old, now] = [before, estate.after].map((model) => this.assess(model, options, places, accept));
    const result = { ...diffResult(old, now, places, options.failOn), notes: notesOf(estate, now) };
    if (options.out !== undefined) {
      const given = givenFiles(first, second, options);
      const page = diffPages().renderDiffPage({ before: old, after: now, result, places, given });
      this.io.writeFile(resolve(this.io.cwd, options.out, 'diff.html'), page);
    }
    return this.report(
      result,
      {
        assessment: now,
        model: estate.after,
        places,
        inputs: () => [
          ...(earlier ? reports().recordsOf(firstInputs, earlier.versions, InputUse.BEFORE, this.io) : []),
          ...reports().recordsOf(inputs, estate.versions, InputUse.ESTATE, this.io),
        ],
      },
      options,
    );
  }

  /** Matches a state with synthesized stacks, and writes the blocks with which Terraform takes it over. */
  public async adopt(state: string, stacks: string, { sameState = false, out, format }: AdoptOptions): Promise<number> {
    const question = { isSameState: sameState, folder: out };
    const [given, synthesized] = [
      await readInputs([state], this.io, false),
      await readInputs([stacks], this.io, false),
    ];
    const { result, files } = adoptions().adopt({ ...question, state: given, stacks: synthesized });
    files.forEach((text, file) => this.io.writeFile(resolve(this.io.cwd, out, file), text));
    this.write(result, format);
    return result.holds ? 0 : 1;
  }

  /** Shows what the documents say of a code or a rule. */
  public explain(asked: string): number {
    const { explain, similarCodes } = explanations();
    const text = explain(asked);
    if (text !== undefined) {
      this.io.stdout(text);
      return 0;
    }
    const similar = similarCodes(asked);
    const advice = similar.length > 0 ? `; there is ${similar.join(', ')}` : '';
    throw new UnreadableInput(`there is no code or rule ${asked}${advice}`);
  }

  private assess(
    model: TerraformModel,
    { profile }: Options,
    places: SourcePlaces,
    accept: AcceptFile | undefined,
  ): Assessment {
    return assess(model, { profile: PROFILES[profile], accept, places, today: this.io.today });
  }

  private placesOf({ sources }: EstateData, inputs: readonly Input[], { root }: Options): SourcePlaces {
    return new SourcePlaces(this.io, inputs, sources, root);
  }

  private acceptFile({ accept }: Options): AcceptFile | undefined {
    if (accept === undefined) return undefined;
    return acceptFiles().parseAcceptFile(accept, textOf(accept, this.io));
  }

  /** Only files that are written name what was read. */
  private inputs(names: readonly string[], { out }: Options): Promise<Input[]> {
    return readInputs(names, this.io, out !== undefined);
  }

  private report(result: Result, { inputs, ...found }: Found, options: Options): number {
    const { format, out, accept, root = '.', commit, pipeline, time } = options;
    if (out !== undefined) {
      const { acceptRecord, lockRecords, writeReports } = reports();
      const accepted = accept === undefined ? [] : [acceptRecord(accept, this.io)];
      const read = [...inputs(), ...accepted, ...lockRecords(root, this.io)];
      writeReports(out, { ...found, inputs: read, provenance: { commit, pipeline, time } }, this.io);
    }
    this.write(result, format);
    return result.holds || result.failOn === 'never' ? 0 : 1;
  }

  private write(result: Result, format: Options['format']): void {
    const { io } = this;
    if (format === 'json') io.stdout(renderJson(result));
    if (format === 'markdown') io.stdout(renderMarkdown(result));
    if (format === 'text') io.stdout(renderText(result, hasColors(io)));
    if (format === 'github') {
      io.stdout(renderText(result, false));
      io.stdout(renderAnnotations(result));
      const summary = io.env.GITHUB_STEP_SUMMARY;
      if (summary) io.appendFile(summary, renderMarkdown(result));
    }
  }
}

/** Files that a user compares, by the given names; a plan alone is both sides. */
function givenFiles(first: string, second: string | undefined, { with: others = [], accept }: Options): GivenFiles {
  const [name, ...more] = [first, second ?? first, ...others].map((each) => (each === '-' ? 'standard input' : each));
  const [after, ...joined] = more;
  return second === undefined
    ? { before: `${name}, its state from before`, after: `${name}, as planned`, others: joined, accept }
    : { before: name, after, others: joined, accept };
}

/** Reports provenance without files to name it, or the problems of it. */
function refuseProvenance({ out, commit, pipeline, time }: Options): void {
  const provenance = { commit, pipeline, time };
  const [given] = Object.entries(provenance).flatMap(([name, value]) => (value === undefined ? [] : name));
  if (given === undefined) return;
  if (out === undefined) throw new UnreadableInput(`--${given} is for the files of --out; also give --out`);
  const problems = provenanceProblems(provenance).map(({ message }) => `--${message}`);
  if (problems.length > 0) throw new UnreadableInput(problems.join('\n'));
}

/** @see https://no-color.org */
function hasColors({ isTerminal, env }: Io): boolean {
  return isTerminal && !env.NO_COLOR && env.TERM !== 'dumb';
}

function notesOf({ notes, missing }: EstateData, { connectivity, isLarge, compliance }: Assessment): string[] {
  const stale = compliance.acknowledgements.filter(({ state }) => state !== AcknowledgementState.USED);
  return [
    ...(connectivity.services.length === 0 ? ['The configuration has no SignalR service, so there are no paths.'] : []),
    ...(isLarge ? [LARGE] : []),
    ...notes,
    ...missing.map(({ id, advice }) => `${id}: ${advice}`),
    ...stale.map(({ rule, path, state, expires }) =>
      state === AcknowledgementState.EXPIRED
        ? `The acknowledgement of ${rule} (${path}) expired on ${expires}.`
        : `The acknowledgement of ${rule} (${path}) accepts nothing; remove it.`,
    ),
  ];
}
