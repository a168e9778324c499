import { asText } from '../../core/internal/as-text';
import { Certainty } from '../../core/internal/certainty';
import { Ipv4Cidr } from '../../core/internal/ipv4-cidr';
import { ModelResource } from '../../model/model-resource';
import { ModelValue } from '../../model/model-value';

const EVERYWHERE = [Ipv4Cidr.containing(0, 0)];

/** Ranges that no address on the internet is in: https://www.iana.org/assignments/iana-ipv4-special-registry */
const NOT_PUBLIC = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.168.0.0/16',
  '224.0.0.0/3',
];

/** One IPv4 range or address; `undefined` where a text is neither. */
export function rangeOf(text: string): Ipv4Cidr | undefined {
  const range = Ipv4Cidr.parse(text.includes('/') ? text : `${text}/32`);
  return typeof range === 'string' ? undefined : range;
}

/** The IPv4 ranges in a list; `undefined` where they are not all known, or the list is empty. */
export function rangesIn(list: ModelValue<ModelResource>): Ipv4Cidr[] | undefined {
  const texts = Array.isArray(list.known) ? list.known.map(asText) : [];
  const ranges = texts.filter((text) => !isIpv6(text)).map(rangeOf);
  const known = ranges.filter((range) => range !== undefined);
  return known.length > 0 && known.length === ranges.length ? known : undefined;
}

/** Private endpoints and the public addresses of SignalR are IPv4. */
export function isIpv6(text: string): boolean {
  return text.includes(':');
}

/**
 * Reports whether an address is in one of some ranges; `possible` has the ranges of the address, `undefined` for any
 * address.
 */
export function liesIn(possible: readonly Ipv4Cidr[] | undefined, ranges: readonly Ipv4Cidr[]): Certainty {
  const spans = merge(ranges);
  const places = possible ?? EVERYWHERE;
  const isInside = (place: Ipv4Cidr) => spans.some(({ from, to }) => from <= place.base && place.end <= to);
  if (places.every(isInside)) return Certainty.YES;
  return places.some((place) => ranges.some((range) => range.overlaps(place))) ? Certainty.MAYBE : Certainty.NO;
}

/** Every address that something on the internet may have. */
export function publicRanges(): readonly Ipv4Cidr[] {
  return PUBLIC;
}

/** Counts the addresses of some ranges that are on the internet. */
export function publicSizeOf(ranges: readonly Ipv4Cidr[]): number {
  const shared = merge(ranges).flatMap(({ from, to }) =>
    PUBLIC.map((range) => Math.max(0, Math.min(to, range.end) - Math.max(from, range.base))),
  );
  return shared.reduce((sum, size) => sum + size, 0);
}

/** Every address that is not in some ranges. */
export function allBut(ranges: readonly Ipv4Cidr[]): Ipv4Cidr[] {
  return without(EVERYWHERE[0], ranges);
}

function without(range: Ipv4Cidr, holes: readonly Ipv4Cidr[]): Ipv4Cidr[] {
  if (holes.some((hole) => hole.contains(range))) return [];
  if (!holes.some((hole) => hole.overlaps(range))) return [range];
  const half = range.prefixLength + 1;
  const halves = [Ipv4Cidr.containing(range.base, half), Ipv4Cidr.containing(range.base + range.size / 2, half)];
  return halves.flatMap((part) => without(part, holes));
}

function merge(ranges: readonly Ipv4Cidr[]): { from: number; to: number }[] {
  const spans: { from: number; to: number }[] = [];
  for (const { base, end } of [...ranges].sort((a, b) => a.base - b.base)) {
    const last = spans[spans.length - 1];
    if (last && base <= last.to) last.to = Math.max(last.to, end);
    else spans.push({ from: base, to: end });
  }
  return spans;
}

const PUBLIC = allBut(NOT_PUBLIC.flatMap((text) => rangeOf(text) ?? []));
