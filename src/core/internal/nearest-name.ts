/** The name that a misspelled one stands for: that with the fewest other letters, or one that it is the end of. */
export function nearestName(given: string, names: Iterable<string>): string | undefined {
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

/** How many letters are to be put in, left out or replaced to make one text of another (Levenshtein). */
function changesBetween(a: string, b: string): number {
  let above = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column <= b.length; column++) {
      const replaced = above[column - 1] + (a[row - 1] === b[column - 1] ? 0 : 1);
      current.push(Math.min(replaced, above[column] + 1, current[column - 1] + 1));
    }
    above = current;
  }
  return above[b.length];
}
