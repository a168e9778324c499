import { Problem } from '../../core/internal/problem';
import { secretFormOf } from '../../core/internal/secret-formats';
import { Provenance } from '../provenance';

const MAX_LENGTH = 500;
/** One line, and no expression of Terraform, which only Terraform could read. */
const TEXT = /^(?!.*\$\{)[^\p{Cc}\p{Zl}\p{Zp}]*\S[^\p{Cc}\p{Zl}\p{Zp}]*$/u;
const TIME = /^(\d{4})-(\d{2})-(\d{2})T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:\d{2})$/;

/** Problems of a provenance; a message never repeats what may be a secret. */
export function provenanceProblems({ commit, pipeline, time }: Provenance): Problem[] {
  return [...textProblems('commit', commit), ...textProblems('pipeline', pipeline), ...timeProblems(time)];
}

function textProblems(name: string, text: string | undefined): Problem[] {
  if (text === undefined) return [];
  const form = secretFormOf(text);
  if (form !== undefined) {
    return [{ code: 'evidence/provenance-secret', message: `${name} holds ${form}; leave the secret out` }];
  }
  if (TEXT.test(text) && text.length <= MAX_LENGTH) return [];
  const message = `${name} is not one line of 1 to ${MAX_LENGTH} characters that are known at synth; give text such as a commit hash or the address of a run`;
  return [{ code: 'evidence/provenance-text', message }];
}

function timeProblems(time: string | undefined): Problem[] {
  if (time === undefined || isTime(time)) return [];
  const message = `time is not a date and time with a time zone; use ISO 8601, such as 2026-01-31T12:00:00Z`;
  return [{ code: 'evidence/provenance-time', message }];
}

function isTime(text: string): boolean {
  const [, year, month, day] = TIME.exec(text) ?? [];
  if (day === undefined || Number.isNaN(Date.parse(text))) return false;
  // Dates of JavaScript go on where a month ends: February 30 is in March.
  return new Date(Date.UTC(Number(year), Number(month) - 1, Number(day))).getUTCDate() === Number(day);
}
