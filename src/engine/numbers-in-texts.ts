import { Token, Tokenization } from 'cdktf';

/** A number that only Terraform knows, as it is in a text; cdktf makes negative ones of about 10^289. */
const NUMBER = /-\d+(?:\.\d+)?e\+\d{3}/g;

/**
 * A text with the numbers in it that cdktf has left as they are: it does not find a number behind a dash, a period or a
 * digit, so that `app-${number}` would be another text in each run.
 */
export function withNumbers(text: string, resolve: (token: number) => unknown): string {
  if (!text.includes('e+')) return text;
  return text.replace(NUMBER, (found) => (Token.isUnresolved(Number(found)) ? String(resolve(Number(found))) : found));
}

/**
 * A text as functions of Terraform take it: cdktf writes texts that it finds in arguments as templates, and numbers
 * that are in them as `var.number`, without `${}`.
 */
export function withNumbersAsTexts(text: string): string {
  if (!text.includes('e+')) return text;
  return text.replace(NUMBER, (found) =>
    Token.isUnresolved(Number(found)) ? Token.asString(Tokenization.reverseNumber(Number(found))) : found,
  );
}

/** Applies `withNumbers` to all texts in JSON, which remains unchanged where no text has such a number. */
export function withNumbersIn(json: unknown, resolve: (token: number) => unknown): unknown {
  if (typeof json === 'string') return withNumbers(json, resolve);
  if (Array.isArray(json)) return json.map((each) => withNumbersIn(each, resolve));
  if (typeof json !== 'object' || json === null) return json;
  const entries = Object.entries(json);
  return Object.fromEntries(
    entries.map(([name, value]) => [withNumbers(name, resolve), withNumbersIn(value, resolve)]),
  );
}
