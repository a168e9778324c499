import Ajv from 'ajv';
import { readFileSync } from 'fs';
import { join } from 'path';
import addFormats from 'ajv-formats';

const SCHEMA = join(__dirname, '..', 'fixtures', 'sarif-2.1.0-rtm.5.json');

/** What the schema of SARIF 2.1.0 has against a log. It is of draft 4, which differs in its two header lines only. */
export function sarifErrors(log: unknown): string[] {
  const { $schema: _, id: __, ...schema } = JSON.parse(readFileSync(SCHEMA, 'utf8'));
  const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
  addFormats(ajv);
  ajv.validate(schema, log);
  return (ajv.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}
