import { DocsSchema } from 'jsii-docgen';
import { anchorOf, CODES } from '../../src/core/internal/codes/codes';

/** The headings of docs/errors.md, by the codes below them. */
const HEADINGS = new Map(
  Object.entries(CODES).flatMap(([heading, rows]) =>
    Object.keys(rows).map((code) => [code, anchorOf(heading)] as const),
  ),
);

/** Where a code or a rule is explained, by its name; `undefined` for what is neither. */
export type Explanations = (name: string) => string | undefined;

/** The explanations that pages of the reference link to; RULES.md has a heading for each rule. */
export function explanationsOf(rules: string): Explanations {
  const headings = [...rules.matchAll(/^### (([A-Z]+\d+) .*)$/gm)];
  const byRule = new Map(headings.map(([, heading, id]) => [id, `../../RULES.md#${anchorOf(heading)}`]));
  return (name) => {
    const heading = HEADINGS.get(name);
    return heading === undefined ? byRule.get(name) : `../errors.md#${heading}`;
  };
}

/** A text with a link at each code and rule that stands in backquotes. */
export function linked(text: string, explanations: Explanations): string {
  return text.replace(/(?<!\[)`([^`\n]+)`/g, (whole, name) => {
    const target = explanations(name);
    return target === undefined ? whole : `[${whole}](${target})`;
  });
}

/** A text of a docstring as Markdown: what looks like HTML is shown as it is written. */
export function escaped(text: string): string {
  return text
    .split(/(`[^`]*`)/)
    .map((part, index) => (index % 2 === 1 ? part : part.replace(/</g, '&lt;').replace(/(?<!\\)([*_|])/g, '\\$1')))
    .join('');
}

/** The paragraphs of a docstring. */
export function paragraphsOf({ summary, remarks, links = [] }: DocsSchema): string[] {
  const text = [summary, remarks].filter((part) => part).join(/[.?!:)`]$/.test(summary ?? '') ? '\n' : ' ');
  const pages = links.map((link) => `See [${pageName(link)}](${link}).`);
  return [...text.split(/\n\s*\n/), ...pages].map((each) => each.trim()).filter((each) => each !== '');
}

/** A text in one line, as a cell of a table has it. */
export const inCell = (paragraphs: readonly string[]) =>
  paragraphs.map((each) => each.replace(/\s*\n\s*/g, ' ')).join('<br>');

/** The host of an address and the last part of its path, which tells pages of one host apart. */
function pageName(address: string): string {
  const { hostname, pathname } = new URL(address);
  return [hostname, pathname.split('/').filter(Boolean).pop() ?? ''].filter(Boolean).join(': ');
}
