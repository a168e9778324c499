import { Markup, markup } from './markup';

/** A table that scrolls by itself on narrow screens; the first cell of each row heads it. */
export function table(
  caption: string,
  heads: readonly string[],
  rows: readonly (readonly (string | Markup)[])[],
): Markup {
  return markup`<div class="scroll" role="region" aria-label="${caption}" tabindex="0">
<table>
<caption>${caption}</caption>
<thead><tr>${heads.map((head) => markup`<th scope="col">${head}</th>`)}</tr></thead>
<tbody>
${rows.map(
  ([head, ...cells]) => markup`<tr><th scope="row">${head}</th>${cells}</tr>
`,
)}</tbody>
</table>
</div>
`;
}
