import { breakable, Markup, markup } from '../../../page/markup';
import { plainTable } from '../../../page/table';

/** A table of texts; a cell with several has a line for each. Where there is no row, a sentence says so. */
export function textTable(
  caption: string,
  heads: readonly string[],
  rows: readonly (readonly (string | readonly string[])[])[],
  otherwise: string,
): Markup {
  if (rows.length === 0) {
    return markup`<p>${otherwise}</p>
`;
  }
  return plainTable(
    caption,
    heads,
    rows.map((cells) => cells.map((cell) => linesOf([cell].flat()))),
  );
}

/** A list of sentences under a heading; empty without sentences. */
export function notes(heading: string, sentences: readonly string[]): Markup {
  if (sentences.length === 0) return markup``;
  return markup`<p>${heading}</p>
<ul>
${sentences.map(
  (sentence) => markup`<li>${breakable(sentence)}</li>
`,
)}</ul>
`;
}

function linesOf(lines: readonly string[]): Markup {
  return markup`${lines.map((line, index) => (index > 0 ? markup`<br>${breakable(line)}` : breakable(line)))}`;
}
