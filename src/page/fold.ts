import { Markup, markup } from './markup';

/** Content that is shown when a reader opens it, and on paper. */
export function fold(summary: string, content: Markup): Markup {
  return markup`<details>
<summary>${summary}</summary>
${content}</details>
`;
}

/** Look of folds. */
export const FOLD_STYLE = `details { margin: .75rem 0; }
summary { width: fit-content; padding: .25rem 0; color: var(--link); cursor: pointer; }
summary:hover { text-decoration: underline; text-underline-offset: 3px; }
@media print {
  summary { color: var(--text); list-style: none; }
  details::details-content { content-visibility: visible; display: block; block-size: auto; }
}
`;
