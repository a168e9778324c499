import type { Code } from './codes/codes';

/** One broken rule, without the place where it was broken. */
export interface Problem {
  /** Stable code of the rule, such as `layer/rule`. */
  readonly code: Code;
  /** Text with what was given and what to do. */
  readonly message: string;
}

/** Broken rules of one code. */
export function withCode(code: Code, messages: readonly string[]): Problem[] {
  return messages.map((message) => ({ code, message }));
}

/** A code that public structs hold, in which jsii knows texts only. */
export function asCode(code: string): Code {
  return code as Code;
}
