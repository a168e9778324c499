import { Lazy, TerraformOutput, Token } from 'cdktf';
import { SecureServerlessSignalR, SecureSignalRApp } from '../../src';
import { pauseStackTraces } from '../../src/engine/stack-traces';
import { takeStackTraces } from '../support/setup';
import { messageOf, newStack, synth } from '../support/synth';

takeStackTraces();
const captureStackTrace = Error.captureStackTrace;
let resume: () => void = () => undefined;
afterEach(() => resume());

/** What cdktf says of a token that cannot be resolved. */
function unresolvable(): string {
  const stack = newStack();
  const token = Lazy.stringValue({
    produce: () => {
      throw new Error('no value');
    },
  });
  new TerraformOutput(stack, 'output', { value: token });
  return messageOf(() => synth(stack));
}

const ORIGIN = /Object creation stack:[^]*stack-traces\.test\.ts/;

describe('a pause of stack traces', () => {
  test('ends: cdktf shows where a token was made that cannot be resolved', () => {
    expect(unresolvable()).toMatch(ORIGIN);
    pauseStackTraces()();
    expect(unresolvable()).toMatch(ORIGIN);
    expect(Error.captureStackTrace).toBe(captureStackTrace);
  });

  test('takes no stack for a token: this is what cdktf asks for 2^53 - 1 frames for', () => {
    resume = pauseStackTraces();
    expect(unresolvable()).toContain('no value');
    expect(unresolvable()).not.toMatch(/Object creation stack/);
    expect(Token.asAny(Lazy.anyValue({ produce: () => 1 })).creationStack).toEqual([]);
  });

  test('keeps the stacks of errors, also of those that ask for it themselves, and of all frames', () => {
    const limit = Error.stackTraceLimit;
    resume = pauseStackTraces();
    expect(new Error('thrown').stack).toContain('stack-traces.test.ts');
    Error.stackTraceLimit = Infinity;
    const target: { stack?: string } = {};
    Error.captureStackTrace(target);
    Error.stackTraceLimit = limit;
    expect(target.stack).toContain('stack-traces.test.ts');
  });

  test('within another ends with the outer one', () => {
    resume = pauseStackTraces();
    pauseStackTraces()();
    expect(Error.captureStackTrace).not.toBe(captureStackTrace);
    resume();
    expect(Error.captureStackTrace).toBe(captureStackTrace);
  });
});

describe.each([
  ['SecureSignalRApp', SecureSignalRApp],
  ['SecureServerlessSignalR', SecureServerlessSignalR],
])('%s', (_, Architecture) => {
  /** How many tokens cdktf takes the stack of while something runs. */
  const stacksTaken = (run: () => unknown) => {
    let count = 0;
    Error.captureStackTrace = (target, below) => {
      if (Error.stackTraceLimit === Number.MAX_SAFE_INTEGER) count++;
      captureStackTrace(target, below);
    };
    try {
      run();
      return count;
    } finally {
      Error.captureStackTrace = captureStackTrace;
    }
  };

  test('takes no stacks while it defines its parts, and cdktf takes them again afterwards', () => {
    const stack = newStack();
    expect(stacksTaken(() => new Architecture(stack, 'Chat', { location: 'centralus' }))).toBe(0);
    expect(stacksTaken(() => Lazy.stringValue({ produce: () => 'value' }))).toBe(1);
  });

  test('leaves the function of Node.js behind where its input is refused', () => {
    const stack = newStack();
    expect(() => new Architecture(stack, 'Chat', { location: 'nowhere' })).toThrow('[core/location]');
    expect(Error.captureStackTrace).toBe(captureStackTrace);
  });
});
