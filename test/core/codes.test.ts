import { readFileSync } from 'fs';
import { join } from 'path';
import { Code, CODES, codeText } from '../../src/core/internal/codes/codes';
import { asCode } from '../../src/core/internal/problem';
import { Violations, withoutPath } from '../../src/core/internal/violations';
import { filesOf, read, ROOT } from '../support/markdown';
import { newStack } from '../support/synth';

const SOURCES = filesOf('src', '.ts').filter((file) => !file.includes('internal/codes/'));

const rows = Object.entries(CODES).flatMap(([heading, codes]) =>
  Object.entries(codes).map(([code, row]) => ({ heading, code, row: row as readonly string[] })),
);

describe('the table of codes', () => {
  test('has each code once, below one heading, in the order of the alphabet', () => {
    const codes = rows.map(({ code }) => code);
    expect(codes.length).toBeGreaterThan(300);
    expect(new Set(codes).size).toBe(codes.length);
    for (const below of Object.values(CODES).map((each) => Object.keys(each))) expect(below).toEqual([...below].sort());
  });

  test('has no code that nothing reports', () => {
    const sources = SOURCES.map(read).join('\n');
    expect(rows.map(({ code }) => code).filter((code) => !sources.includes(`'${code}'`))).toEqual([]);
  });

  test('leads to a heading of docs/errors.md', () => {
    const page = readFileSync(join(ROOT, 'docs', 'errors.md'), 'utf8');
    for (const { heading, code } of rows) {
      const [, anchor] = codeText(code)!.readOn.split('/docs/errors.md#');
      expect([code, anchor]).toEqual([code, heading.toLowerCase().replace(/[:,]/g, '').replace(/ /g, '-')]);
      expect(page).toContain(`\n## ${heading}\n`);
    }
  });

  test('knows no other code, and none of the names that each object has', () => {
    for (const code of ['core/nothing', 'toString', '__proto__', '']) expect(codeText(code)).toBeUndefined();
  });

  test('does not let another code compile', () => {
    // @ts-expect-error this code is not in the table
    const code: Code = 'core/nothing';
    // @ts-expect-error this code is not in the table
    new Violations(newStack()).add('core/nothing', 'nothing');
    expect(codeText(code)).toBeUndefined();
  });

  test('is what messages say where to read on by, unless it lacks the code', () => {
    const messageOf = (code: string) => withoutPath({ code: asCode(code), message: 'It is so' });
    expect(messageOf('dns/not-linked')).toMatch(/^\[dns\/not-linked\] It is so; see https:.*\/docs\/errors\.md#dns$/);
    for (const code of ['core/nothing', 'toString']) expect(messageOf(code)).toBe(`[${code}] It is so`);
  });
});

test('no source writes a code into a message by itself, which would then not say where to read on', () => {
  const written = SOURCES.filter((file) => /[`'"]\[[a-z]+\/[a-z0-9-]+\] /.test(read(file)));
  expect(written).toEqual([]);
});
