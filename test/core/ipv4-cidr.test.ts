import * as fc from 'fast-check';
import { Ipv4Cidr, isIpv4Address } from '../../src/core/internal/ipv4-cidr';
import { cidrs } from '../support/arbitraries';

describe('Ipv4Cidr', () => {
  test.each([
    ['0.0.0.0/0', 0, 2 ** 32],
    ['10.0.0.0/8', 167772160, 2 ** 24],
    ['192.168.1.128/25', 3232235904, 128],
    ['255.255.255.255/32', 4294967295, 1],
  ])('reads %s', (text, base, size) => {
    expect(Ipv4Cidr.parse(text)).toMatchObject({ base, size });
  });

  test.each([
    '',
    '10.0.0.0',
    '10.0.0/24',
    '10.0.0.256/24',
    '10.0.0.0/33',
    '10.0.0.1abc/24',
    '010.0.0.0/8',
    '10.0.0.0/08',
    ' 10.0.0.0/24',
    'fd00::/64',
  ])('refuses "%s"', (text) => {
    expect(Ipv4Cidr.parse(text)).toBe(`"${text}" is not an IPv4 range; use one such as 10.0.0.0/24`);
  });

  test('proposes the range that was meant when host bits are set', () => {
    expect(Ipv4Cidr.parse('10.0.0.70/26')).toBe('"10.0.0.70/26" has host bits set; use 10.0.0.64/26');
  });

  test('writes every range as it was read', () => {
    fc.assert(fc.property(cidrs(), (text) => String(Ipv4Cidr.parse(text)) === text));
  });

  test('two ranges overlap exactly if one contains the other', () => {
    fc.assert(
      fc.property(cidrs(), cidrs(), (a, b) => {
        const [first, second] = [Ipv4Cidr.parse(a) as Ipv4Cidr, Ipv4Cidr.parse(b) as Ipv4Cidr];
        expect(first.overlaps(second)).toBe(first.contains(second) || second.contains(first));
      }),
    );
  });

  test('the block that contains an address is the only one of its length', () => {
    fc.assert(
      fc.property(fc.nat(2 ** 31 - 1), fc.integer({ min: 0, max: 32 }), (address, prefixLength) => {
        const block = Ipv4Cidr.containing(address, prefixLength);
        expect(block.base).toBeLessThanOrEqual(address);
        expect(block.end).toBeGreaterThan(address);
        expect(block.base % block.size).toBe(0);
      }),
    );
  });
});

describe('isIpv4Address', () => {
  test.each(['0.0.0.0', '10.0.0.4', '255.255.255.255'])('takes %s', (text) => {
    expect(isIpv4Address(text)).toBe(true);
  });

  test.each(['', '10.0.0', '10.0.0.256', '10.0.0.4/32', '10.0.0.4 ', 'fd00::4', 'dns'])(
    'does not take "%s"',
    (text) => {
      expect(isIpv4Address(text)).toBe(false);
    },
  );
});
