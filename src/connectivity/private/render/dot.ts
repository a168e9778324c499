import { PictureArrow, PictureBox, PictureFrame } from './picture';
import { pictureOf } from './picture-builder';
import { MARKS } from './text';
import { plain } from '../../../page/text';
import { ConnectivityData } from '../../connectivity-data';
import { Verdict } from '../../verdict';

const EDGE_STYLES: Readonly<Record<Verdict, string>> = {
  [Verdict.ALLOWED]: 'color="#1a7f37", fontcolor="#1a7f37", style=solid',
  [Verdict.DENIED]: 'color="#b42318", fontcolor="#b42318", style=dashed',
  [Verdict.UNKNOWN]: 'color="#57606a", fontcolor="#57606a", style=dotted',
};

/** The data as a digraph for Graphviz. */
export function renderDot(data: ConnectivityData): string {
  const { frames, arrows } = pictureOf(data);
  const lines = [
    'digraph connectivity {',
    '  graph [rankdir=LR, fontname="Helvetica", fontsize=12, style=rounded, color="#8c959f", ranksep=1]',
    '  node [shape=box, style=rounded, fontname="Helvetica", fontsize=11]',
    '  edge [fontname="Helvetica", fontsize=10]',
    ...frames.flatMap((frame) => cluster(frame, '  ')),
    ...arrows.map(edge),
    '}',
  ];
  return `${lines.join('\n')}\n`;
}

function cluster({ id, title, note, frames, boxes }: PictureFrame, indent: string): string[] {
  return [
    `${indent}subgraph cluster_${id} {`,
    `${indent}  label="${lines(title, note)}"`,
    ...frames.flatMap((frame) => cluster(frame, `${indent}  `)),
    ...boxes.map((box) => `${indent}  ${node(box)}`),
    `${indent}}`,
  ];
}

function node({ id, title, caption, details, key }: PictureBox): string {
  return `${id} [label="${lines(title, caption, ...details)}", tooltip="${escape(key)}"]`;
}

function edge({ from, to, verdict, requestTypes }: PictureArrow): string {
  return `  ${from} -> ${to} [label="${lines(MARKS[verdict], ...requestTypes)}", ${EDGE_STYLES[verdict]}]`;
}

const lines = (...texts: string[]) => texts.filter(Boolean).map(escape).join('\\n');

/** Text inside of quotes that Graphviz shows as it is: it reads escapes such as `\N`, and HTML entities. */
export function escape(text: string): string {
  return plain(text).replace(/\\/g, '\\\\').replace(/"/g, '\\"').replace(/&/g, '&amp;');
}
