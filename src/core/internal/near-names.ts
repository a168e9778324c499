/** No name of Azure is longer, and the time to compare names grows with the product of their lengths. */
const LONGEST = 100;

/** The name that a misspelled one stands for: that with the fewest other letters, or one that it is the end of. */
export function nearestName(given: string, names: Iterable<string>): string | undefined {
  if (given.length > LONGEST) return undefined;
  const wanted = given.toLowerCase();
  let nearest: string | undefined;
  let fewest = Math.max(1, Math.floor(wanted.length / 4)) + 1;
  for (const name of names) {
    const changes = changesBetween(wanted, name.toLowerCase());
    if (changes < fewest) [nearest, fewest] = [name, changes];
  }
  if (nearest !== undefined || wanted.length < 3) return nearest;
  return [...names].find((name) => name.toLowerCase().endsWith(wanted));
}

/**
 * Reports whether one name is the other, misspelt: other letter case, or up to two letters that differ in a long name.
 */
export function isNear(name: string, known: string): boolean {
  if (sameLetters(name, known)) return true;
  const most = Math.min(2, Math.ceil(Math.min(name.length, known.length) / 2) - 1);
  return Math.abs(name.length - known.length) <= most && changesBetween(name, known) <= most;
}

export function sameLetters(name: string, known: string): boolean {
  return name.toLowerCase() === known.toLowerCase();
}

/** The least number of letters to put in, leave out, replace or swap with the next, to make one text of another. */
function changesBetween(a: string, b: string): number {
  const rows = [Array.from({ length: b.length + 1 }, (_, column) => column)];
  for (let i = 1; i <= a.length; i++) {
    rows.push([i]);
    for (let j = 1; j <= b.length; j++) {
      const replaced = rows[i - 1][j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1);
      rows[i][j] = Math.min(rows[i - 1][j] + 1, rows[i][j - 1] + 1, replaced);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (swapped) rows[i][j] = Math.min(rows[i][j], rows[i - 2][j - 2] + 1);
    }
  }
  return rows[a.length][b.length];
}
