import * as ts from 'typescript';
import { SCRIPT } from '../../../../src/connectivity/private/render/page/script';

const OPTIONS: ts.CompilerOptions = {
  allowJs: true,
  checkJs: true,
  strict: true,
  noEmit: true,
  types: [],
  target: ts.ScriptTarget.ES2020,
  lib: ['lib.es2020.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
};

/** What the compiler says about the script, with the types of browsers. */
function problems(script: string): string[] {
  const host = ts.createCompilerHost(OPTIONS);
  const { getSourceFile } = host;
  host.getSourceFile = (name, ...others) =>
    name === 'page.js'
      ? ts.createSourceFile(name, script, ts.ScriptTarget.ES2020, true)
      : getSourceFile(name, ...others);
  return ts
    .getPreEmitDiagnostics(ts.createProgram(['page.js'], OPTIONS, host))
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
}

describe('the script of the page', () => {
  test('holds to the types of browsers', () => {
    expect(problems(SCRIPT)).toEqual([]);
    expect(problems(`${SCRIPT}document.nothing();`)).toEqual(["Property 'nothing' does not exist on type 'Document'."]);
  });

  test('does not end its element, and evaluates no text', () => {
    expect(SCRIPT).not.toMatch(
      /<\/script|<!--|\beval\b|\bFunction\(|innerHTML|outerHTML|insertAdjacentHTML|document\.write/i,
    );
  });

  test('asks no other place for anything', () =>
    expect(SCRIPT).not.toMatch(/\bfetch\b|XMLHttpRequest|WebSocket|sendBeacon|import\b|https?:|localStorage|cookie/));

  test('takes at most 6 kB', () => expect(Buffer.byteLength(SCRIPT)).toBeLessThan(6 * 1024));
});
