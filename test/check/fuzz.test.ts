import * as fc from 'fast-check';
import { chooser } from './support/chooser';
import { MARKER, plant } from './support/markers';
import { cut, mutate, textOf } from './support/mutations';
import { Commands, FORMATS } from '../../src/check/private/commands';
import { Input, UnreadableInput } from '../../src/check/private/estate';
import { Io } from '../../src/check/private/io';
import { Estate } from '../../src/check/private/reading/estate';
import { seedOf } from '../support/seed';
import { terraformFile } from '../support/terraform-files';

/** `FUZZ_SEED` and `FUZZ_PATH` repeat a case that failed, `FUZZ_RUNS` tries more of them. */
const { FUZZ_RUNS, FUZZ_SEED, FUZZ_PATH } = process.env;
const RUNS = 2000;

const FILES = [
  ...['hcl-modules/plan.json', 'hcl-modules/plan-2.json', 'hcl-modules/state.json', 'quick-start/plan.json'],
  ...['quick-start/state.json', 'serverless/plan.json', 'serverless/state.json', 'hub-and-spoke/hub.plan.json'],
  ...['hub-and-spoke/hub.state.json', 'hub-and-spoke/spoke-chat.plan.json', 'hub-and-spoke/spoke-chat.state.json'],
].map(terraformFile);

const file = fc.nat(FILES.length - 1);

const cases = fc.record({
  files: fc.oneof(
    { weight: 3, arbitrary: fc.tuple(file) },
    { weight: 1, arbitrary: fc.array(file, { minLength: 2, maxLength: 3 }) },
  ),
  seed: fc.nat(),
  mutations: fc.nat(8),
  kind: fc.constantFrom('secret' as const, 'secret' as const, 'any' as const, 'any' as const, 'text' as const),
});

type Case = typeof cases extends fc.Arbitrary<infer T> ? T : never;

describe('files that no tool writes', () => {
  const seed = seedOf(FUZZ_SEED);
  const numRuns = Number(FUZZ_RUNS ?? RUNS);

  test('are judged, or refused in a sentence, and give no secret away', async () => {
    const counts = { judged: 0, refused: 0 };
    const property = fc.asyncProperty(cases, async (each) => {
      const { output, isRefused } = await judged(each);
      counts[isRefused ? 'refused' : 'judged'] += 1;
      if (isRefused) expect(output).toMatch(/^[^\n\r]{10,1000}$/);
      // A rule that throws is reported, and the others are judged.
      expect(around(output, 'the rule failed')).toBe('');
      if (each.kind === 'secret') expect(around(output, MARKER)).toBe('');
    });
    try {
      await fc.assert(property, { seed, numRuns, path: FUZZ_PATH, endOnFailure: true });
      if (!FUZZ_PATH) expect(counts.judged).toBeGreaterThan(numRuns / 3);
    } finally {
      process.stderr.write(`FUZZ_SEED=${seed} FUZZ_RUNS=${numRuns} ${JSON.stringify(counts)}\n`);
    }
  }, 1_200_000);
});

/** All that the command writes of some files, or why it refuses them. */
async function judged(each: Case): Promise<{ output: string; isRefused: boolean }> {
  const inputs = inputsOf(each);
  const written: string[] = [];
  const io = ioOf(inputs, written);
  const commands = new Commands(io, (given) => Estate.of(given));
  const [first, ...others] = inputs.map(({ name }) => name);
  const format = FORMATS[each.seed % FORMATS.length];
  // Pictures take their time.
  const out = each.seed % 64 === 0 ? 'reports' : undefined;
  const options = { profile: 'isolated', failOn: 'unknown', format, out, with: others } as const;
  try {
    if (each.seed % 3 === 0) await commands.diff(first, undefined, options);
    else await commands.check([first, ...others], options);
  } catch (error) {
    if (!(error instanceof UnreadableInput)) throw error;
    return { output: error.message, isRefused: true };
  }
  return { output: written.join('\n'), isRefused: false };
}

function inputsOf({ files, seed, mutations, kind }: Case): Input[] {
  const choose = chooser(seed);
  return files.map((index, position) => {
    const { text } = FILES[index];
    // Plans may be given under the name of a state, and the same file twice.
    const name = `${['plan', 'state', 'folder/plan'][position]}.json`;
    if (kind === 'text') return { name, text: cut(text, choose) };
    const json = JSON.parse(text);
    if (kind === 'secret') plant(json, choose);
    for (let count = 0; count < mutations; count++) mutate(json, choose, kind === 'secret');
    return { name, text: textOf(json) };
  });
}

function ioOf(inputs: readonly Input[], written: string[]): Io {
  const write = (text: string) => void written.push(text);
  return {
    stdout: write,
    stderr: write,
    isTerminal: false,
    env: {},
    cwd: '/repo',
    version: '1.2.3',
    today: '2026-11-30',
    readStdin: async () => Buffer.from(''),
    readFile: (path) => Buffer.from(inputs.find(({ name }) => path === `/repo/${name}`)!.text),
    readFolder: () => undefined,
    writeFile: (_, text) => write(text),
    appendFile: (_, text) => write(text),
  };
}

/** What stands around a text, where it is found. */
function around(text: string, found: string): string {
  const at = text.indexOf(found);
  return at < 0 ? '' : text.slice(Math.max(0, at - 300), at + 100);
}
