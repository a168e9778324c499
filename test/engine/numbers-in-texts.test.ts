import { Token } from 'cdktf';
import { withNumbers, withNumbersIn } from '../../src/engine/numbers-in-texts';

const number = Token.asNumber({ resolve: () => 7, creationStack: [], toString: () => '' });
const resolve = (token: number) => (token === number ? '${var.n}' : 'other');

describe('numbers that only Terraform knows', () => {
  test.each(['-', '.', '1', 'a', ''])('are found in texts behind "%s"', (before) => {
    expect(withNumbers(`x${before}${number}`, resolve)).toBe(`x${before}\${var.n}`);
  });

  test('are found more than once, in keys and lists', () => {
    expect(withNumbersIn({ [`k-${number}`]: [`${number}-${number}`, 1, null, true] }, resolve)).toEqual({
      'k-${var.n}': ['${var.n}-${var.n}', 1, null, true],
    });
  });

  test('are not what looks similar', () => {
    const text = 'app-1.5e+300 -2e+289 e+';
    expect(withNumbers(text, resolve)).toBe(text);
  });
});
