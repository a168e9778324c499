import { Markup, markup } from './markup';

/** A row of a table. */
export interface TableRow {
  /** Head of the row. */
  readonly head: string | Markup;
  /** The content of the further cells. */
  readonly cells: readonly (string | Markup)[];
  /** Attributes of the row, with a space before each. */
  readonly attributes?: Markup;
}

/** Parts of a table. */
export interface TableParts {
  readonly caption: string;
  readonly heads: readonly string[];
  readonly rows: readonly TableRow[];
}

/**
 * A table that becomes a list of cards on narrow screens, where each cell has the head of its column for a label. The
 * roles keep it a table for assistive technology there.
 */
export function table({ caption, heads, rows }: TableParts): Markup {
  return markup`<table class="cards" role="table">
<caption>${caption}</caption>
<thead role="rowgroup"><tr role="row">${heads.map((head) => markup`<th role="columnheader" scope="col">${head}</th>`)}</tr></thead>
<tbody role="rowgroup">
${rows.map(
  ({
    head,
    cells,
    attributes = markup``,
  }) => markup`<tr role="row"${attributes}><th role="rowheader" scope="row">${head}</th>${cells.map(
    (cell, index) => markup`<td role="cell" data-label="${heads[index + 1]}">${cell}</td>`,
  )}</tr>
`,
)}</tbody>
</table>
`;
}

/** A table of plain rows: the first cell of each heads it. */
export function plainTable(
  caption: string,
  heads: readonly string[],
  rows: readonly (readonly (string | Markup)[])[],
): Markup {
  return table({ caption, heads, rows: rows.map(([head, ...cells]) => ({ head, cells })) });
}
