import * as fc from 'fast-check';
import { adoptingStack } from './support/adopting-stack';
import { chooser } from './support/chooser';
import { runCommand } from './support/command';
import { MARKER, plant } from './support/markers';
import { cut, mutate, textOf } from './support/mutations';
import { seedOf } from '../support/seed';
import { terraformFile } from '../support/terraform-files';

/** `FUZZ_SEED` and `FUZZ_PATH` repeat a case that failed, `FUZZ_RUNS` tries more of them. */
const { FUZZ_RUNS, FUZZ_SEED, FUZZ_PATH } = process.env;
const RUNS = 500;

const STATES = ['hcl-modules/state.json', 'quick-start/state.json', 'serverless/state.json'].map(
  (name) => terraformFile(name).text,
);
const STACK = JSON.stringify(adoptingStack());

const cases = fc.record({
  state: fc.nat(STATES.length - 1),
  seed: fc.nat(),
  stateMutations: fc.nat(6),
  stackMutations: fc.nat(4),
  kind: fc.constantFrom('secret' as const, 'secret' as const, 'any' as const, 'text' as const),
  isSameState: fc.boolean(),
});

type Case = typeof cases extends fc.Arbitrary<infer T> ? T : never;

test('states and stacks that no tool writes are matched, or refused in a sentence, and give no secret away', async () => {
  const seed = seedOf(FUZZ_SEED);
  const numRuns = Number(FUZZ_RUNS ?? RUNS);
  let matched = 0;
  const property = fc.asyncProperty(cases, async (each) => {
    const { exitCode, stdout, stderr, written } = await runCommand(argumentsOf(each), { files: filesOf(each) });
    expect(stderr).not.toContain('fault of secure-signalr');
    if (exitCode === 2) expect(stderr).toMatch(/^secure-signalr: [^\n\r]{10,1000}\n$/);
    else matched += 1;
    if (each.kind === 'secret') expect(stdout + stderr + JSON.stringify(written)).not.toContain(MARKER);
  });
  await fc.assert(property, { seed, numRuns, path: FUZZ_PATH, endOnFailure: true });
  if (!FUZZ_PATH) expect(matched).toBeGreaterThan(numRuns / 3);
}, 600_000);

function argumentsOf({ isSameState }: Case): string[] {
  return ['adopt', 'state.json', 'cdktf.out', ...(isSameState ? ['--same-state'] : [])];
}

function filesOf({ state, seed, stateMutations, stackMutations, kind }: Case): Record<string, string> {
  const choose = chooser(seed);
  const json = JSON.parse(STATES[state]);
  const stack = JSON.parse(STACK);
  if (kind === 'secret') plant(json, choose);
  for (let i = 0; i < stateMutations; i++) mutate(json, choose, kind === 'secret');
  for (let i = 0; i < stackMutations; i++) mutate(stack, choose, false);
  const text = textOf(json);
  return {
    'state.json': kind === 'text' ? cut(text, choose) : text,
    'cdktf.out/stacks/Chat/cdk.tf.json': textOf(stack),
  };
}
