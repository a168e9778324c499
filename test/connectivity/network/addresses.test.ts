import * as fc from 'fast-check';
import { Ipv4Cidr } from '../../../src/core/internal/ipv4-cidr';
import { liesIn, publicRanges, rangeOf } from '../../../src/topology/network/addresses';
import { cidrs } from '../../support/arbitraries';

const ranges = (...texts: string[]) => texts.map((text) => rangeOf(text)!);

test.each([
  ['yes', ['10.0.1.0/24'], ['10.0.0.0/16']],
  ['yes', ['10.0.1.0/24'], ['10.0.1.0/25', '10.0.1.128/25']],
  ['yes', ['10.0.1.0/24'], ['10.0.1.128/25', '10.0.0.0/24', '10.0.1.0/25', '10.0.1.0/26']],
  ['yes', ['10.0.1.4', '10.0.1.5'], ['10.0.1.4/31']],
  ['maybe', ['10.0.1.0/24'], ['10.0.1.0/25']],
  ['maybe', ['10.0.1.0/24', '10.2.0.0/24'], ['10.0.0.0/16']],
  ['no', ['10.0.1.0/24'], ['10.0.2.0/24']],
  ['no', ['10.0.1.0/24'], []],
])('%s: %j in %j', (expected, possible, given) => {
  expect(String(liesIn(ranges(...possible), ranges(...given)))).toBe(expected);
});

test('an address of which nothing is known lies only surely in the range of all', () => {
  expect([['0.0.0.0/0'], ['10.0.0.0/8'], []].map((given) => String(liesIn(undefined, ranges(...given))))).toEqual([
    'yes',
    'maybe',
    'no',
  ]);
});

test('public ranges hold what is not reserved', () => {
  const holds = (address: string) => String(liesIn(ranges(address), publicRanges()));
  expect(['20.1.2.3', '11.0.0.0', '172.32.0.1', '192.167.255.255', '223.255.255.255'].map(holds)).toEqual(
    Array(5).fill('yes'),
  );
  const reserved = ['10.1.2.3', '172.16.0.1', '192.168.1.1', '100.64.0.1', '127.0.0.1', '169.254.1.1', '224.0.0.1'];
  expect(reserved.map(holds)).toEqual(Array(7).fill('no'));
});

test('an answer holds for each address of a small range', () => {
  const within = fc.constantFrom('10.0.0.0/28', '10.0.0.8/29', '10.0.0.0/30').map((text) => rangeOf(text)!);
  const some = fc.array(fc.oneof(cidrs(8), fc.integer({ min: 0, max: 31 }).map(block)), { maxLength: 5 });
  fc.assert(
    fc.property(within, some, (place, given) => {
      const parsed = given.map((text) => rangeOf(text)!);
      const inside = Array.from({ length: place.size }, (_, index) =>
        parsed.some(({ base, end }) => base <= place.base + index && place.base + index < end),
      );
      const expected = inside.every(Boolean) ? 'yes' : inside.some(Boolean) ? 'maybe' : 'no';
      expect(String(liesIn([place], parsed))).toBe(expected);
    }),
  );
});

function block(seed: number): string {
  return Ipv4Cidr.containing(10 * 2 ** 24 + (seed % 16), 28 + (seed % 5)).toString();
}
