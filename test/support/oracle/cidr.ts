/** A range of IPv4 addresses, both ends included. */
export interface Range {
  readonly first: number;
  readonly last: number;
  readonly length: number;
}

/** A range such as `10.0.0.0/24`, or a single address; `undefined` for other texts. */
export function rangeOf(text: string): Range | undefined {
  const match = /^(\d+)\.(\d+)\.(\d+)\.(\d+)(?:\/(\d+))?$/.exec(text);
  if (!match) return undefined;
  const [a, b, c, d] = match.slice(1, 5).map(Number);
  const length = match[5] === undefined ? 32 : Number(match[5]);
  const size = 2 ** (32 - length);
  const address = ((a * 256 + b) * 256 + c) * 256 + d;
  const first = Math.floor(address / size) * size;
  return { first, last: first + size - 1, length };
}

/** Whether one range lies in another. */
export function isWithin(inner: Range, outer: Range): boolean {
  return outer.first <= inner.first && inner.last <= outer.last;
}

/** Whether two ranges share an address. */
export function overlap(one: Range, other: Range): boolean {
  return one.first <= other.last && other.first <= one.last;
}

/** Whether an address lies in one of some ranges. */
export function isIn(address: string, ranges: readonly string[]): boolean {
  const own = rangeOf(address)!;
  return ranges.some((text) => {
    const range = rangeOf(text);
    return range !== undefined && isWithin(own, range);
  });
}

/** https://www.rfc-editor.org/rfc/rfc1918 */
export const RFC_1918 = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16'];

/** Whether a range is one that services on the internet may have addresses of; not everywhere. */
export function isOnInternet(prefix: string): boolean {
  const range = rangeOf(prefix);
  // https://www.rfc-editor.org/rfc/rfc6598
  return range !== undefined && range.length > 0 && !isIn(prefix, [...RFC_1918, '100.64.0.0/10']);
}
