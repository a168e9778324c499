import { Lazy, TerraformOutput, Token } from 'cdktf';
import { SecureServerlessSignalR, SecureSignalRApp } from '../../src';
import { StackTraces } from '../../src/core';
import { messageOf, newGroup, newStack, synth } from '../support/synth';

const captureStackTrace = Error.captureStackTrace;
afterEach(() => StackTraces.on());

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

describe('StackTraces', () => {
  test('leaves the stacks of tokens as cdktf takes them, unless turned off', () => {
    expect(unresolvable()).toMatch(ORIGIN);
  });

  test('takes none while off: the error no longer tells where the token was made', () => {
    StackTraces.off();
    expect(unresolvable()).toContain('no value');
    expect(unresolvable()).not.toMatch(/Object creation stack/);
    expect(Token.asAny(Lazy.anyValue({ produce: () => 1 })).creationStack).toEqual([]);
  });

  test('keeps the stacks of errors while off, also of those that ask for it themselves', () => {
    StackTraces.off();
    expect(new Error('thrown').stack).toContain('stack-traces.test.ts');
    const target: { stack?: string } = {};
    Error.captureStackTrace(target);
    expect(target.stack).toContain('stack-traces.test.ts');
  });

  test('keeps the stacks of an application that wants all frames of its errors', () => {
    const limit = Error.stackTraceLimit;
    StackTraces.off();
    Error.stackTraceLimit = Infinity;
    const target: { stack?: string } = {};
    Error.captureStackTrace(target);
    Error.stackTraceLimit = limit;
    expect(target.stack).toContain('stack-traces.test.ts');
  });

  test('gives the function of Node.js back when turned on, however often it was turned off', () => {
    StackTraces.off();
    StackTraces.off();
    expect(Error.captureStackTrace).not.toBe(captureStackTrace);
    StackTraces.on();
    expect(Error.captureStackTrace).toBe(captureStackTrace);
    StackTraces.on();
    expect(Error.captureStackTrace).toBe(captureStackTrace);
    expect(unresolvable()).toMatch(ORIGIN);
  });

  test('does not change what is synthesized', () => {
    const json = () => {
      const { stack, resourceGroup } = newGroup();
      new TerraformOutput(stack, 'group', { value: resourceGroup.resourceGroupName });
      return synth(stack);
    };
    const before = json();
    StackTraces.off();
    expect(json()).toEqual(before);
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

  test('leaves them off where they are off', () => {
    StackTraces.off();
    new Architecture(newStack(), 'Chat', { location: 'centralus' });
    expect(Error.captureStackTrace).not.toBe(captureStackTrace);
  });
});
