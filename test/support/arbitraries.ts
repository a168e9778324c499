import * as fc from 'fast-check';
import { Ipv4Cidr } from '../../src/core/internal/ipv4-cidr';

/** Well-formed ranges with a prefix length between the bounds. */
export function cidrs(widest: number = 0, narrowest: number = 32): fc.Arbitrary<string> {
  return fc
    .tuple(fc.integer({ min: 0, max: 2 ** 32 - 1 }), fc.integer({ min: widest, max: narrowest }))
    .map(([address, prefixLength]) => Ipv4Cidr.containing(address, prefixLength).toString());
}
