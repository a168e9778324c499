import { allowed, decisive, denied, unknown } from '../../../src/connectivity/private/network/step';

const [YES, ALSO] = [allowed('yes'), allowed('also')];
const [NO, NEITHER] = [denied('network/denied', 'no'), denied('network/not-peered', 'neither')];
const [PERHAPS, OR] = [unknown('perhaps'), unknown('or')];

test.each([
  ['the first denied step', [YES, PERHAPS, NO, NEITHER], NO],
  ['the first unknown one where none is denied', [YES, PERHAPS, OR, ALSO], PERHAPS],
  ['the last where all are allowed', [YES, ALSO], ALSO],
])('decisive is %s', (_, steps, expected) => {
  expect(decisive(steps)).toBe(expected);
});

test('steps carry the code of their verdict', () => {
  expect([YES, NO, NEITHER, PERHAPS].map(({ verdict, code }) => `${verdict} ${code}`)).toEqual([
    'allowed network/allowed',
    'denied network/denied',
    'denied network/not-peered',
    'unknown network/unknown',
  ]);
});
