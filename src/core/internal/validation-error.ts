import { codeText } from './codes/codes';
import { oneLine } from './one-line';
import type { Problem } from './problem';

/** Raised at synth for input that Azure or azurerm would refuse, or accept and silently get wrong. */
export class ValidationError extends Error {
  public constructor(message: string) {
    super(message);
    this.name = 'ValidationError';
  }
}

/** The message of a validation or a warning; cdktf puts the path of the construct before it. */
export function withoutPath({ code, message }: Problem): string {
  return `[${code}] ${oneLine(message)}; see ${codeText(code)?.readOn}`;
}
