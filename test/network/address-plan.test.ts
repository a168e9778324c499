import { Token } from 'cdktf';
import * as fc from 'fast-check';
import { Ipv4Cidr } from '../../src/core/internal/ipv4-cidr';
import { AddressPlan, AddressRequest, parseAddressSpace } from '../../src/network/internal/address-plan';
import { cidrs } from '../support/arbitraries';

const plan = (...space: string[]) => new AddressPlan(parseAddressSpace(space).ranges);
const parse = (text: string) => Ipv4Cidr.parse(text) as Ipv4Cidr;

/** What each request got, `undefined` for a refused one. */
function grants(space: string[], requests: AddressRequest[]): (string | undefined)[] {
  const addressPlan = plan(...space);
  return requests.map((request, index) => addressPlan.request(`Subnet${index}`, request).cidr);
}

describe('AddressPlan', () => {
  test('takes the lowest free block that fits, and fills gaps', () => {
    const requests = [{ prefixLength: 27 }, { prefixLength: 26 }, { prefixLength: 27 }, { prefixLength: 25 }];
    expect(grants(['10.0.0.0/24'], requests)).toEqual(['10.0.0.0/27', '10.0.0.64/26', '10.0.0.32/27', '10.0.0.128/25']);
  });

  test('goes on in the next range when one is full', () => {
    expect(grants(['10.0.0.0/26', '10.1.0.0/26'], [{ prefixLength: 26 }, { prefixLength: 27 }])).toEqual([
      '10.0.0.0/26',
      '10.1.0.0/27',
    ]);
  });

  test('works around fixed ranges that were declared before', () => {
    expect(grants(['10.0.0.0/24'], [{ cidr: '10.0.0.0/27' }, { prefixLength: 26 }])).toEqual([
      '10.0.0.0/27',
      '10.0.0.64/26',
    ]);
  });

  test('says what is taken when there is no room left', () => {
    const full = plan('10.0.0.0/26');
    full.request('App', { prefixLength: 27 });
    expect(full.request('Endpoints', { prefixLength: 26 }).problems).toEqual([
      {
        code: 'network/address-space-exhausted',
        message:
          'no room for a /26 in 10.0.0.0/26, which has 1 subnets already; widen the address space or shrink a subnet',
      },
    ]);
  });

  test.each(['10.0.0.0/25', '10.0.0.128/25'])('refuses a block wider than the space %s', (space) => {
    expect(grants([space], [{ prefixLength: 24 }])).toEqual([undefined]);
  });

  test.each([
    ['10.0.0.0/30', 'network/cidr', '10.0.0.0/30 given; use a prefix length from /8 to /29'],
    ['10.0.0.9/26', 'network/cidr', '"10.0.0.9/26" has host bits set; use 10.0.0.0/26'],
    [
      '10.1.0.0/26',
      'network/subnet-outside',
      '10.1.0.0/26 is outside the address space 10.0.0.0/24; choose a range inside it',
    ],
    [
      '10.0.0.0/26',
      'network/subnet-overlap',
      '10.0.0.0/26 overlaps 10.0.0.32/27 of subnet App; choose another range, or declare fixed ranges before automatic ones',
    ],
  ])('refuses the fixed range %s', (cidr, code, message) => {
    const addressPlan = plan('10.0.0.0/24');
    addressPlan.request('App', { cidr: '10.0.0.32/27' });
    expect(addressPlan.request('Endpoints', { cidr })).toEqual({ problems: [{ code, message }] });
  });

  test('chooses nothing in a space that is not known at synth, but takes fixed ranges', () => {
    const unknown = plan('${TfToken[TOKEN.1]}');
    expect(unknown.request('App', { prefixLength: 26 }).problems).toEqual([
      {
        code: 'network/address-space-unknown',
        message:
          'no /26 can be chosen, because the address space is not known at synth; give the address space as plain text, or give the subnet AddressRange.cidr(...)',
      },
    ]);
    expect(unknown.request('App', { cidr: '10.0.0.0/26' })).toEqual({ cidr: '10.0.0.0/26', problems: [] });
  });

  test('refuses a prefix length that is not known at synth', () => {
    const prefixLength = Token.asNumber('${var.length}');
    expect(plan('10.0.0.0/24').request('App', { prefixLength }).problems).toEqual([
      {
        code: 'network/cidr',
        message:
          'a prefix length is only known when Terraform runs, but addresses are chosen at synth; give it as a number',
      },
    ]);
  });

  test('does not judge a fixed range that is not known at synth', () => {
    const cidr = '${TfToken[TOKEN.1]}';
    expect(plan('10.0.0.0/24').request('App', { cidr })).toEqual({ cidr, problems: [] });
  });

  const request = fc.oneof(
    fc.integer({ min: 8, max: 29 }).map((prefixLength): AddressRequest => ({ prefixLength })),
    cidrs(16, 29).map((cidr): AddressRequest => ({ cidr })),
  );
  const spaces = fc
    .uniqueArray(fc.integer({ min: 0, max: 31 }), { minLength: 1, maxLength: 3 })
    .map((numbers) => numbers.map((n) => `10.${Math.floor(n / 16)}.${(n % 16) * 16}.0/20`));

  test('no two subnets overlap, and none leaves the space', () => {
    fc.assert(
      fc.property(spaces, fc.array(request, { maxLength: 12 }), (space, requests) => {
        const blocks = grants(space, requests)
          .filter((cidr) => cidr !== undefined)
          .map(parse);
        blocks.forEach((block, index) => {
          expect(space.some((range) => parse(range).contains(block))).toBe(true);
          expect(blocks.slice(index + 1).some((other) => other.overlaps(block))).toBe(false);
        });
      }),
    );
  });

  test('a subnet that is appended moves no other', () => {
    fc.assert(
      fc.property(spaces, fc.array(request, { maxLength: 8 }), request, (space, requests, last) => {
        expect(grants(space, [...requests, last]).slice(0, -1)).toEqual(grants(space, requests));
      }),
    );
  });

  test('fixed ranges that are declared first may change places, without a change for the automatic ones', () => {
    const fixed = fc.uniqueArray(fc.integer({ min: 0, max: 31 }), { maxLength: 6 });
    const lengths = fc.array(fc.integer({ min: 24, max: 29 }), { maxLength: 6 });
    fc.assert(
      fc.property(fixed, lengths, (blocks, automatic) => {
        const ranges = blocks.map((n): AddressRequest => ({ cidr: `10.0.0.${n * 8}/29` }));
        const place = (first: AddressRequest[]) =>
          grants(['10.0.0.0/24'], [...first, ...automatic.map((prefixLength) => ({ prefixLength }))]).slice(
            first.length,
          );
        expect(place([...ranges].reverse())).toEqual(place(ranges));
      }),
    );
  });

  test('an automatic subnet is refused only when no aligned block of its size is free', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 24, max: 29 }), { maxLength: 10 }), (lengths) => {
        const given = grants(
          ['10.0.0.0/24'],
          lengths.map((prefixLength) => ({ prefixLength })),
        );
        const refused = given.indexOf(undefined);
        fc.pre(refused >= 0);
        const taken = given.slice(0, refused).map((cidr) => parse(cidr!));
        const size = 2 ** (32 - lengths[refused]);
        const candidates = Array.from({ length: 256 / size }, (_, index) =>
          Ipv4Cidr.containing(parse('10.0.0.0/24').base + index * size, lengths[refused]),
        );
        expect(candidates.every((block) => taken.some((other) => other.overlaps(block)))).toBe(true);
      }),
    );
  });
});

describe('parseAddressSpace', () => {
  test.each([
    [[], 'network/cidr', 'the address space is empty; give at least one range'],
    [['10.0.0.0/33'], 'network/cidr', '"10.0.0.0/33" is not an IPv4 range; use one such as 10.0.0.0/24'],
    [
      ['169.254.1.0/24'],
      'network/cidr',
      '169.254.1.0/24 overlaps 169.254.0.0/16, which Azure reserves; use a private range',
    ],
    [['8.0.0.0/7'], 'network/cidr', '8.0.0.0/7 given; use a prefix length from /8 to /29'],
    [
      ['10.0.0.0/16', '10.0.1.0/24'],
      'network/address-space-overlap',
      '10.0.0.0/16 and 10.0.1.0/24 overlap; give ranges that do not overlap',
    ],
  ])('refuses %j', (space, code, message) => {
    expect(parseAddressSpace(space)).toEqual({ problems: [{ code, message }] });
  });
});
