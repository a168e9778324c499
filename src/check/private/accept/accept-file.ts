import Ajv, { ErrorObject } from 'ajv';
import { ACCEPT_SCHEMA } from './accept-schema';
import { InvalidAcceptFile } from './invalid-accept-file';
import { YamlSource } from './yaml-source';
import { problemsOf } from '../../../compliance/internal/baseline';

/** An acknowledgement as it is written. */
export interface WrittenAcknowledgement {
  readonly rule: string;
  readonly where?: string;
  readonly reason: string;
  readonly owner?: string;
  readonly ticket?: string | number;
  readonly expires?: string;
}

/** An expectation as it is written. */
export interface WrittenExpectation {
  readonly expect: 'denied' | 'allowed' | 'private';
  readonly request?: string | readonly string[];
  readonly from: string;
  readonly to?: string;
}

/** Entry with its place in the file, as `FILE:LINE`. */
export interface Written<T> {
  readonly at: string;
  readonly what: T;
}

/** Acknowledgements and expectations. */
export interface AcceptFile {
  readonly acknowledgements: readonly Written<WrittenAcknowledgement>[];
  readonly expectations: readonly Written<WrittenExpectation>[];
}

/** Content of an accept file. */
interface Content {
  readonly acknowledgements?: readonly WrittenAcknowledgement[];
  readonly expectations?: readonly WrittenExpectation[];
}

/** Reads an accept file. */
export function parseAcceptFile(name: string, text: string): AcceptFile {
  const source = new YamlSource(name, text);
  refuse(source.problems);
  const content = (source.value ?? {}) as Content;
  const validate = new Ajv({ allErrors: true, strict: false }).compile(ACCEPT_SCHEMA);
  if (!validate(content)) refuse(schemaProblems(validate.errors ?? [], source));
  const { acknowledgements = [], expectations = [] } = content;
  const written = acknowledgements.map((what, index) => ({ what, at: source.placeOf(['acknowledgements', index]) }));
  refuse(
    written.flatMap(({ what, at }) =>
      problemsOf({ ...what, ticket: undefined }).map(({ code, message }) => `${at}: [${code}] ${message}`),
    ),
  );
  return {
    acknowledgements: written,
    expectations: expectations.map((what, index) => ({ what, at: source.placeOf(['expectations', index]) })),
  };
}

function refuse(problems: readonly string[]): void {
  if (problems.length > 0) throw new InvalidAcceptFile([...new Set(problems)].join('\n'));
}

function schemaProblems(errors: readonly ErrorObject[], source: YamlSource): string[] {
  // The branches of a condition report their own errors.
  return errors
    .filter(({ keyword }) => keyword !== 'if')
    .map((error) => {
      const path = error.instancePath.split('/').slice(1).map(unescaped);
      const added = error.keyword === 'additionalProperties' ? [String(error.params.additionalProperty)] : [];
      return `${source.placeOf([...path, ...added])}: ${sentenceOf(error, path)}`;
    });
}

function sentenceOf({ keyword, params, message }: ErrorObject, path: readonly (string | number)[]): string {
  const what = whatIs(path);
  switch (keyword) {
    case 'additionalProperties':
      return `${what} has no property ${params.additionalProperty}`;
    case 'required':
      return `${params.missingProperty} is missing`;
    case 'enum':
      return `${what} is one of ${params.allowedValues.join(', ')}`;
    case 'minLength':
      return params.limit > 1 ? `${what} is shorter than ${params.limit} characters` : `${what} is empty`;
    case 'minItems':
      return `${what} is an empty list`;
    case 'type':
      return `${what} is not of type ${[params.type].flat().join(' or ')}`;
    case 'false schema':
      return `${what} contradicts private, which is for all kinds of requests; leave it out`;
    case 'pattern':
      return what === 'expires'
        ? 'expires is not a date; use YYYY-MM-DD'
        : `${what} is not the id of a rule, such as SIG5, or of a finding, such as SIG5[Origin::http://localhost:3000]`;
    default:
      return `${what} ${message}`;
  }
}

/** Name of the entry at a path, in words. */
function whatIs(path: readonly (string | number)[]): string {
  const names = path.filter((part) => typeof part === 'string');
  const last = names[names.length - 1];
  if (last === undefined) return 'the file';
  if (path.length === 2) return last === 'expectations' ? 'an expectation' : 'an acknowledgement';
  return last;
}

function unescaped(part: string): string | number {
  return /^\d+$/.test(part) ? Number(part) : part.replace(/~1/g, '/').replace(/~0/g, '~');
}
