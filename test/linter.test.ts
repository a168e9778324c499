import { join } from 'path';
import { LegacyESLint } from 'eslint/use-at-your-own-risk';

/** The linter of this project, without rules that read types or other files: the files here do not exist. */
const linter = new LegacyESLint({
  cwd: join(__dirname, '..'),
  overrideConfig: {
    parserOptions: { project: null },
    rules: {
      '@typescript-eslint/no-floating-promises': 'off',
      '@typescript-eslint/return-await': 'off',
      'import/no-cycle': 'off',
    },
  },
});

// The first text loads the linter and its plugins.
jest.setTimeout(60_000);

/** The rules that code breaks in a file. */
async function brokenIn(filePath: string, code: string): Promise<(string | null)[]> {
  const [{ messages }] = await linter.lintText(`${code}\n`, { filePath });
  return messages.map(({ ruleId, message }) => ruleId ?? message);
}

const SYNTAX = 'no-restricted-syntax';
const IMPORTS = 'no-restricted-imports';
const LAYERS = 'import/no-restricted-paths';

describe('the linter finds nothing wrong', () => {
  test.each([
    ['with an import of a lower layer', 'src/signalr/x.ts', "export * from '../network';"],
    ['with an import of its own private folder', 'src/network/x.ts', "export * from './private/peering';"],
    ['with an import of an internal folder', 'src/dns/x.ts', "export * from '../network/internal/names';"],
    ['with what cdktf offers to programs', 'src/network/x.ts', "export { Token } from 'cdktf';"],
  ])('%s', async (_, file, code) => {
    expect(await brokenIn(file, code)).toEqual([]);
  });
});

describe('the linter refuses', () => {
  test.each([
    ['an import of a layer above', 'src/network/x.ts', "export * from '../signalr';", LAYERS],
    ['an import of a layer beside', 'src/signalr/x.ts', "export * from '../appservice';", LAYERS],
    ['an import of the architectures', 'src/compliance/x.ts', "export * from '../architectures';", LAYERS],
    ['a private folder of another layer', 'src/dns/x.ts', "export * from '../network/private/peering';", LAYERS],
    ['the root of the provider', 'src/engine/x.ts', "export * from '@cdktf/provider-azurerm';", IMPORTS],
  ])('%s', async (_, file, code, rule) => {
    expect(await brokenIn(file, code)).toEqual([rule]);
  });
});

/** What only src/engine may do, and what keeps the rest of src from it. */
const INSIDE: [what: string, code: string, rule: string][] = [
  ["cdktf's resolver of tokens", "export { DefaultTokenResolver, StringConcat } from 'cdktf';", IMPORTS],
  ["cdktf's interface of synthesizers", "export type { IStackSynthesizer } from 'cdktf';", IMPORTS],
  ['a file of cdktf', "export * from 'cdktf/lib/synthesize/synthesizer';", IMPORTS],
  ['a private field', 'export const of = (stack: { rawOverrides: object }) => stack.rawOverrides;', SYNTAX],
  ['a private field in brackets', "export const of = (stack: Stack) => stack['rawOverrides'];", SYNTAX],
  ['a private field in a pattern', 'export const of = ({ originStack }: Token) => originStack;', SYNTAX],
  ['a field that a type does not have', 'export const of = (stack: Stack) => stack as unknown as Inner;', SYNTAX],
  ['another synthesizer', 'export const hold = (stack: Stack) => { stack.synthesizer = new Holding(); };', SYNTAX],
  ['the manifest of a run', 'export const of = (app: App) => app.manifest.stacks;', SYNTAX],
  ['annotations', 'export const of = (app: App) => app.node.metadata;', SYNTAX],
  ['providers of nested stacks', 'export const of = (stack: Stack) => stack.allProviders();', SYNTAX],
  ['the function that takes stacks', 'export const pause = () => { Error.captureStackTrace = () => {}; };', SYNTAX],
  ['the end of a run', 'export const end = (run: Run) => queueMicrotask(() => run.end());', SYNTAX],
];

describe('the linter keeps to src/engine', () => {
  test.each(INSIDE)('%s', async (_, code, rule) => {
    expect(await brokenIn('src/network/x.ts', code)).toContain(rule);
    expect(await brokenIn('src/model/x.ts', code)).toContain(rule);
    expect(await brokenIn('src/engine/x.ts', code)).not.toContain(rule);
  });
});
