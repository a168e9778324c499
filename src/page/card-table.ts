import { Markup, markup } from './markup';

type Cell = string | Markup;

/** A table whose rows are cards on narrow screens; the first cell of each row heads it. */
export function cardTable(caption: string, heads: readonly string[], rows: readonly (readonly Cell[])[]): Markup {
  // A browser takes what is shown as blocks for no table, unless roles say so.
  return markup`<table class="cards" role="table">
<caption>${caption}</caption>
<thead role="rowgroup"><tr role="row">${heads.map((head) => markup`<th scope="col" role="columnheader">${head}</th>`)}</tr></thead>
<tbody role="rowgroup">
${rows.map(
  ([head, ...cells]) => markup`<tr role="row"><th scope="row" role="rowheader">${head}</th>${cells.map(
    (cell, index) => markup`<td role="cell" data-label="${heads[index + 1]}">${cell}</td>`,
  )}</tr>
`,
)}</tbody>
</table>
`;
}

/** What such tables look like. */
export const CARD_TABLE_STYLE = `.cards { min-width: 0; }
.cards th, .cards td { min-width: 0; }
.cards thead th, .cards .verdict, .cards .whole { overflow-wrap: normal; }
.cards tbody th { font-weight: 600; }
@media screen and (max-width: 60rem) {
  .cards, .cards caption, .cards tbody, .cards tr, .cards tbody th, .cards td { display: block; width: auto; }
  .cards thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  .cards tr { margin: .75rem 0; padding: .5rem .9rem .75rem; border: 1px solid var(--rule); border-radius: 12px; }
  .cards tbody th, .cards td { padding: .2rem 0; border: 0; }
  .cards td:empty { display: none; }
  .cards td::before { content: attr(data-label); display: block; color: var(--muted); font-size: .8125rem; }
}
`;
