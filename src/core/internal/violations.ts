import { Token } from 'cdktf';
import { IConstruct } from 'constructs';
import type { Code } from './codes/codes';
import { pathProblems } from './construct-ids';
import { oneLine } from './one-line';
import { type Problem, withCode } from './problem';
import { holdsToken } from './tokens';
import { ValidationError, withoutPath } from './validation-error';

export { type Problem, ValidationError, withCode, withoutPath };

/** Collects every broken rule of one construct, so that a single error reports them all. */
export class Violations {
  private readonly lines: string[] = [];

  public constructor(private readonly construct: IConstruct) {
    this.include(pathProblems(construct));
  }

  public add(code: Code, message: string): void {
    this.include([{ code, message }]);
  }

  /** Adds problems of this construct or, with `child`, of the child construct that they would break. */
  public include(problems: readonly Problem[], child?: string): void {
    const path = child ? `${this.construct.node.path}/${child}` : this.construct.node.path;
    this.lines.push(...problems.map((problem) => `${oneLine(path)}: ${withoutPath(problem)}`));
  }

  public throwIfAny(): void {
    if (this.lines.length > 0) throw new ValidationError(this.lines.join('\n'));
  }

  /** Adds a problem that ends all checks, and throws. */
  public refuse(code: Code, message: string): never {
    this.add(code, message);
    throw new ValidationError(this.lines.join('\n'));
  }
}

/** Rejects a construct that has problems; all of them are reported together. */
export function refuse(construct: IConstruct, ...problems: (readonly Problem[])[]): void {
  const violations = new Violations(construct);
  violations.include(problems.flat());
  violations.throwIfAny();
}

/**
 * Reports whether a value is given and can be judged at synth; an unresolved token can not, nor can the element of one,
 * nor can a text that holds one.
 */
export function isKnown<T>(value: T | undefined): value is T {
  if (typeof value === 'string') return !holdsToken(value);
  return value !== undefined && !Token.isUnresolved(value) && !Token.isUnresolved([value]);
}
