import { Construct } from 'constructs';
import { oneLine } from '../../src/core/internal/one-line';
import { Violations } from '../../src/core/internal/violations';
import { messageOf, newStack } from '../support/synth';

describe('Violations', () => {
  test('tells each problem in a line of its own, whatever is in paths and values', () => {
    const violations = new Violations(new Construct(newStack(), 'a\nb'));
    violations.add('core/tags', 'tag "x\nProd: [core/tags] y" is wrong');
    violations.include([{ code: 'core/location', message: '"\u202ecentral" is none' }], 'Child');
    expect(messageOf(() => violations.throwIfAny())).toBe(
      'Prod/a\\nb: [core/tags] tag "x\\nProd: [core/tags] y" is wrong\n' +
        'Prod/a\\nb/Child: [core/location] "\\u{202e}central" is none',
    );
  });

  test('are told with what ends the checks', () => {
    const violations = new Violations(newStack());
    violations.add('core/tags', 'too many tags');
    expect(messageOf(() => violations.refuse('core/location', 'no location'))).toBe(
      'Prod: [core/tags] too many tags\nProd: [core/location] no location',
    );
  });
});

describe('oneLine', () => {
  test.each([
    ['plain, with "quotes" and \\', 'plain, with "quotes" and \\'],
    ['a\r\n\tb', 'a\\r\\n\\tb'],
    ['\u0000\u001b\u007f\u0085\u2028\u2029', '\\u{0000}\\u{001b}\\u{007f}\\u{0085}\\u{2028}\\u{2029}'],
    ['\u200b\ufeff\u202e\u2066', '\\u{200b}\\u{feff}\\u{202e}\\u{2066}'],
    ['\ud800 \u{e0001}', '\\u{d800} \\u{e0001}'],
    ['Prüfung 日本語 👩‍👩‍👧', 'Prüfung 日本語 👩‍👩‍👧'],
  ])('writes %j as %s', (text, expected) => {
    expect(oneLine(text)).toBe(expected);
  });
});
