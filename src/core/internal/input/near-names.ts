/** Whether one name is the other, misspelt: other letter case, or up to two letters that differ in a long name. */
export function isNear(name: string, known: string): boolean {
  if (sameLetters(name, known)) return true;
  const most = Math.min(2, Math.ceil(Math.min(name.length, known.length) / 2) - 1);
  return Math.abs(name.length - known.length) <= most && distance(name, known) <= most;
}

export function sameLetters(name: string, known: string): boolean {
  return name.toLowerCase() === known.toLowerCase();
}

/** The least number of letters to add, leave out, replace or swap with the next. */
function distance(a: string, b: string): number {
  const rows = [Array.from({ length: b.length + 1 }, (_, j) => j)];
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
