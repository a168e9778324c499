import type { CodeRows } from './row';

/** Codes under the heading "Evidence". */
export const EVIDENCE = {
  'evidence/provenance-secret': [
    'the commit or the pipeline of a provenance has the form of a secret, such as an address with a password',
    'leave the secret out; evidence is filed where many people read it',
  ],
  'evidence/provenance-text': [
    'the commit or the pipeline of a provenance is empty, longer than 500 characters, on several lines, or only known when Terraform runs',
    'give one line, such as a commit hash or the address of a run, from the environment of the pipeline',
  ],
  'evidence/provenance-time': [
    'the time of a provenance is not a date and time with a time zone',
    'use ISO 8601, such as `2026-01-31T12:00:00Z`',
  ],
} satisfies CodeRows;
