import * as fc from 'fast-check';
import { dashed, fitted, namePartOf, withHash } from '../../src/core/internal/fitted-names';

describe('fitted names', () => {
  test('stay as they are where they fit', () => {
    expect(fitted('x'.repeat(63), 63)).toBe('x'.repeat(63));
  });

  test('end in a hash of all that was cut, and not with two dashes', () => {
    expect(fitted('chat-service-one', 12)).toMatch(/^chat-[0-9a-f]{6}$/);
    expect(fitted('chat-service-one', 12)).not.toBe(fitted('chat-service-two', 12));
    expect(withHash('chat', 'a', 12)).not.toBe(withHash('chat', 'b', 12));
  });

  test('never exceed their length', () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 8, max: 80 }), (text, longest) => {
        expect(fitted(text, longest).length).toBeLessThanOrEqual(longest);
      }),
    );
  });

  test.each([
    ['My_Service', 'My-Service'],
    ['__a..b__', 'a-b'],
    ['Ä', ''],
  ])('leave letters, digits and inner dashes of %s', (text, rest) => {
    expect(dashed(text)).toBe(rest);
  });
});

test.each([
  ['Chat', 'chat'],
  ['ChatHub_2', 'chathub-2'],
  ['--Ünïcode--', 'n-code'],
  ['???', ''],
])('the name part that a construct id gives: %s', (id, expected) => {
  expect(namePartOf(id)).toBe(expected);
});
