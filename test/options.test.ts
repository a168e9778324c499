import { readdirSync, readFileSync } from 'fs';
import { join } from 'path';
import { blocksOf, documents, read, ROOT } from './support/markdown';
import { GROUPS, optionsOf } from '../projenrc/moves/options';

const EXAMPLES = join(ROOT, 'examples');

/** All TypeScript that tests compile and run: of the documents, and of the examples. */
const CODE = [
  ...documents().flatMap((file) => blocksOf(read(file), 'ts')),
  ...readdirSync(EXAMPLES, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.includes('node_modules') && !file.endsWith('.test.ts'))
    .map((file) => readFileSync(join(EXAMPLES, file), 'utf8')),
].join('\n');

/** Options that no compiled program can show, and why. */
const NOT_SHOWN: Readonly<Record<string, string>> = {
  azapiProvider: '`cdktf get` generates the class of the provider',
};

describe.each(GROUPS.map((group) => [group.title, optionsOf(group).map(({ name }) => name)] as const))(
  'the options %s',
  (_title, options) => {
    test('are all in docs/options.md', () => {
      const page = read('docs/options.md');
      expect(options.filter((option) => !new RegExp(`\\b${option}\\b`).test(page))).toEqual([]);
    });

    test('are all shown in code that is compiled', () => {
      const shown = (option: string) => new RegExp(`\\b${option}\\b(:|,| \\}|\\()`).test(CODE);
      expect(options.filter((option) => !shown(option) && !NOT_SHOWN[option])).toEqual([]);
    });
  },
);
