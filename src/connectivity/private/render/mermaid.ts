import { Picture, PictureArrow, PictureBox, PictureFrame } from './picture';
import { pictureOf } from './picture-builder';
import { MARKS } from './text';
import { plain } from '../../../page/text';
import { ConnectivityData } from '../../connectivity-data';
import { Verdict } from '../../verdict';

const LINK_STYLES: Readonly<Record<Verdict, string>> = {
  [Verdict.ALLOWED]: 'stroke:#1a7f37,stroke-width:2px',
  [Verdict.DENIED]: 'stroke:#b42318,stroke-width:2px,stroke-dasharray:6 4',
  [Verdict.UNKNOWN]: 'stroke:#57606a,stroke-width:2px,stroke-dasharray:2 4',
};

/** The data as a Mermaid flowchart, which GitHub draws in Markdown. */
export function renderMermaid(data: ConnectivityData): string {
  const picture = pictureOf(data);
  const lines = [
    'flowchart LR',
    ...picture.frames.flatMap((frame) => subgraph(frame, '  ')),
    ...picture.arrows.map(link),
    ...linkStyles(picture),
  ];
  return `${lines.join('\n')}\n`;
}

function subgraph({ id, title, note, frames, boxes }: PictureFrame, indent: string): string[] {
  return [
    // Mermaid keeps space for one line above a subgraph.
    `${indent}subgraph ${id}["${lines(note ? `${title} (${note})` : title)}"]`,
    ...frames.flatMap((frame) => subgraph(frame, `${indent}  `)),
    ...boxes.map((box) => `${indent}  ${node(box)}`),
    `${indent}end`,
  ];
}

const node = ({ id, title, caption, details }: PictureBox) => `${id}["${lines(title, caption, ...details)}"]`;

function link({ from, to, verdict, requestTypes }: PictureArrow): string {
  const label = [MARKS[verdict], requestTypes.map(escape).join(', ')].filter(Boolean).join(' ');
  return `  ${from} -->|"${label}"| ${to}`;
}

function linkStyles({ arrows }: Picture): string[] {
  return Object.entries(LINK_STYLES).flatMap(([verdict, style]) => {
    const indexes = arrows.flatMap((arrow, index) => (arrow.verdict === verdict ? [index] : []));
    return indexes.length > 0 ? [`  linkStyle ${indexes.join(',')} ${style}`] : [];
  });
}

const lines = (...texts: string[]) => texts.filter(Boolean).map(escape).join('<br/>');

/**
 * Text inside of quotes that Mermaid shows as it is.
 *
 * Mermaid reads entities in decimal with `#` in front. What could be a quote, Markdown, a directive (`%%{`), HTML, or an
 * entity is written so, and what Mermaid would take for a list: `1. ` and `-` in front. It looks for formulas between
 * `$$` after it has read the entities; a space without width keeps such dollars apart.
 */
export function escape(text: string): string {
  return plain(text)
    .replace(/\$(?=\$)/g, '$\u200b')
    .replace(/[^\p{L}\p{N}\p{M} _.,/()✓✗-]|^\d+(?=[.)] )|^-/gu, (found) =>
      [...found].map((character) => `#${character.codePointAt(0)};`).join(''),
    );
}
