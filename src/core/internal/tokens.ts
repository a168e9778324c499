import { Token } from 'cdktf';

/**
 * Form of numbers that only Terraform knows, as cdktf writes them: numbers of about 10^289, with one digit before the
 * period.
 */
const NUMBER = /-?\d(?:\.\d+)?e\+\d{3}/g;
const LIST_OR_MAP = /[#&]\{TfToken\[/;

/** Reports whether a text holds a value that only Terraform knows: a text, a number, a list or a map. */
export function holdsToken(text: string): boolean {
  if (Token.isUnresolved(text) || LIST_OR_MAP.test(text)) return true;
  return (text.match(NUMBER) ?? []).some((number) => Token.isUnresolved(Number(number)));
}
