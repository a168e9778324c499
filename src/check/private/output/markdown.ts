import { escaped, markdownTable } from '../../../core/internal/markdown';
import { counted, Result, Section } from '../result';

/** A rule with the id of one of its findings. */
const FINDING = /^([^[]+)(\[.*\])$/s;

/** Mark by which a later run finds the comment that it replaces. */
export const MARKER = '<!-- secure-signalr -->';

/** GitHub rejects a comment that is longer than 65,536 characters. */
const MAX_LENGTH = 65_000;

/** Limits of what is shown of a result: rows of a table, characters of a cell. */
const SIZES = [
  [Infinity, Infinity],
  [200, 1000],
  [100, 600],
  [50, 400],
  [20, 300],
  [8, 200],
  [3, 100],
] as const;

/** A result for a comment on a pull request: what matters first, the rest folded. */
export function renderMarkdown(result: Result): string {
  for (const [rows, characters] of SIZES) {
    const text = rendered(result, rows, characters);
    if (text.length <= MAX_LENGTH) return text;
  }
  return `${MARKER}\n${heading(result)}\n`;
}

function rendered(result: Result, rows: number, characters: number): string {
  const cut = (text: string) => (text.length > characters ? `${[...text].slice(0, characters).join('')}…` : text);
  const sections = result.sections.filter(({ entries }) => entries.length > 0);
  const notes = result.notes.slice(0, rows).map((note) => `- ${shown(cut(note))}`);
  // What opened comes before who reaches what: a reviewer may read no further.
  const urgent = sections.filter(({ level, isFolded }) => level && !isFolded);
  const others = sections.filter((section) => !urgent.includes(section));
  const blocks = [
    ...[...urgent, ...others].map((section) => block(section, rows, cut)),
    ...(notes.length > 0 ? [folded(`Notes (${result.notes.length})`, notes.join('\n'))] : []),
  ];
  return `${[`${MARKER}\n${heading(result)}`, ...blocks].join('\n\n')}\n`;
}

function heading({ holds, summary }: Result): string {
  return `${holds ? '✅' : '❌'} **SignalR: ${shown(summary)}**`;
}

function block(section: Section, rows: number, cut: (text: string) => string): string {
  const { title, columns, entries, isFolded } = section;
  const some = entries.slice(0, rows);
  const hasPlaces = some.some(({ place }) => place);
  const cells = some.map(({ code, subject, message, advice, place }) => {
    // The id of a finding is long, and a table gives a first column the room that it asks for.
    const [, rule, finding] = FINDING.exec(code) ?? [code, code];
    const what = shown(cut(subject)) + (finding === undefined ? '' : `<br>${shown(cut(finding))}`);
    const others = [[message, advice].filter(Boolean).join(' '), ...(hasPlaces ? [placeOf(place)] : [])];
    return [shown(cut(rule)), what, ...others.map((text) => shown(cut(text)))];
  });
  const more = entries.length - some.length;
  const text = [
    markdownTable([...columns, ...(hasPlaces ? ['Where'] : [])], cells),
    ...(more > 0 ? [`${counted(more, 'more row')}, which the reports list.`] : []),
  ].join('\n\n');
  return isFolded ? folded(`${title} (${entries.length})`, text) : `**${title}**\n\n${text}`;
}

function folded(title: string, text: string): string {
  return `<details><summary>${title}</summary>\n\n${text}\n\n</details>`;
}

function placeOf(place: { readonly file: string; readonly line?: number } | undefined): string {
  if (!place) return '';
  return place.line === undefined ? place.file : `${place.file}:${place.line}`;
}

/** A text as it is, which mentions no user. */
function shown(text: string): string {
  return escaped(text).replace(/@/g, '&#64;');
}
