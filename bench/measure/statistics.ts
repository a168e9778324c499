/** The value in the middle; of two in the middle, what lies between them. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return sorted.length % 2 ? sorted[Math.floor(middle)] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/**
 * Measures several things in turn, so that each round has all of them under the same load of the machine.
 *
 * @returns the values of each, by name, one for each round
 */
export function rounds<K extends string, T>(count: number, things: Readonly<Record<K, () => T>>): Record<K, T[]> {
  const names = Object.keys(things) as K[];
  const values = Object.fromEntries(names.map((name) => [name, [] as T[]])) as Record<K, T[]>;
  for (let round = 0; round < count; round++) {
    // Every other round goes the other way, so that nothing always runs right after the same thing.
    const order = round % 2 ? [...names].reverse() : names;
    order.forEach((name) => values[name].push(things[name]()));
  }
  return values;
}

/** The median of the ratios of one thing to another, round by round. */
export function ratio(values: readonly number[], to: readonly number[]): number {
  return median(values.map((value, round) => value / to[round]));
}
