import { oneLine } from './one-line';
import type { Problem } from './problem';

/** Raised at synth for input that Azure or azurerm would reject, or accept but break. */
export class ValidationError extends Error {
  public constructor(message: string) {
    super(message);
    this.name = 'ValidationError';
  }
}

/** The message of a validation or a warning; cdktf puts the path of the construct before it. */
export function withoutPath({ code, message }: Problem): string {
  // `asCode` takes any text.
  const text = codes().codeText(code);
  const line = `[${code}] ${oneLine(message)}`;
  return text ? `${line}; see ${text.readOn}` : line;
}

/** The table of codes, which only those read who are rejected or warned. */
function codes(): typeof import('./codes/codes') {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- an import would load it always
  return require('./codes/codes');
}
