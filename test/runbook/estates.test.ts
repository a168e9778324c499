import { Testing } from 'cdktf';
import * as fc from 'fast-check';
import { placeholders, syntaxErrors, unsetVariables } from './support/markdown';
import { pauseStackTraces } from '../../src/engine/stack-traces';
import { RunbookFile } from '../../src/runbook';
import { newPlainChat } from '../support/plain-chat';
import { seedOf } from '../support/seed';
import { newStack } from '../support/synth';
import { choices } from '../sweep/support/choices';
import { Estate } from '../sweep/support/estate';
import { HOSTILE } from '../sweep/support/hostile';

const { SWEEP_RUNS, SWEEP_SEED, SWEEP_PATH } = process.env;

let resume: () => void;
beforeAll(() => (resume = pauseStackTraces()));
afterAll(() => resume());

/** What is wrong with a runbook of random input; bash is asked of some, since it takes long. */
function faultsOf(text: string, isAsked: boolean): string[] {
  return [
    ...(text.match(/.{0,40}\$\{(?:TfToken|\w+\.).{0,40}/) ?? []),
    ...(text.match(/TfToken.{0,20}|undefined|\[object Object\]/g) ?? []),
    ...(/[^\n]\n$/.test(text) ? [] : ['does not end with one line feed']),
    ...(/[\r\u2028\u202e\u0000]/.test(text) ? ['has characters that are hidden'] : []),
    ...unsetVariables(text).map((name) => `$${name} is not set`),
    ...placeholders(text),
    ...(isAsked ? [syntaxErrors(text)].filter(Boolean) : []),
  ];
}

test('runbooks of random estates are written, the same each time, and change nothing', () => {
  const numRuns = Number(SWEEP_RUNS ?? 80);
  let count = 0;
  let written = 0;
  const property = fc.property(choices, (choose) => {
    const estate = new Estate(choose, choose.chance(33) ? 5 : 4);
    try {
      estate.define();
    } catch {
      // What is refused is asked too: a part of it is there.
    }
    const before = estate.stacks.map((stack) => Testing.synth(stack));
    const texts = [estate.app, ...estate.stacks, ...estate.architectures].map((scope) => RunbookFile.textOf(scope));
    written += texts.filter((text) => text.includes('## 6.')).length;
    expect(RunbookFile.textOf(estate.app)).toBe(texts[0]);
    expect(estate.stacks.map((stack) => Testing.synth(stack))).toEqual(before);
    count += 1;
    const faults = texts.flatMap((text, index) => faultsOf(text, index === 0 && count % 10 === 0));
    if (faults.length > 0) throw new Error(`${faults.join('\n')}\nof\n${estate.steps.join('\n')}`);
  });
  fc.assert(property, { seed: seedOf(SWEEP_SEED), numRuns, path: SWEEP_PATH });
  expect(written).toBeGreaterThan(SWEEP_PATH ? 0 : numRuns / 2);
}, 600_000);

test.each(Object.entries(HOSTILE).map(([name, text]) => [name, text.slice(0, 200)]))(
  'names of Azure with %s reach the shell as they are',
  (_name, text) => {
    const { stack, service, app } = newPlainChat({ stack: newStack() });
    service.name = text;
    app.name = text;
    const runbook = RunbookFile.textOf(stack);
    expect(syntaxErrors(runbook)).toBe('');
    expect(unsetVariables(runbook)).toEqual([]);
    expect(runbook.replace(/\n/g, '')).not.toMatch(/[\p{Cc}\p{Cs}\p{Bidi_Control}\u2028\u2029]/u);
  },
);
