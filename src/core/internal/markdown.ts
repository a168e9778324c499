import { oneLine } from './one-line';

/** A table of texts as they are, or a word where it would have no rows. */
export function table(titles: readonly string[], rows: readonly (readonly string[])[]): string {
  return markdownTable(
    titles,
    rows.map((row) => row.map(escaped)),
  );
}

/** A table of cells that are Markdown already. */
export function markdownTable(titles: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return 'None.';
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(titles), line(titles.map(() => '---')), ...rows.map(line)].join('\n');
}

/** A text that is in Markdown as it is, in one line. */
export function escaped(text: string): string {
  return oneLine(text.replace(/\s+/g, ' '))
    .replace(/&/g, '&amp;')
    .replace(/[\\`*_[\]<>|~#]/g, '\\$&');
}
