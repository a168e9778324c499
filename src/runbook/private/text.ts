import { anchorOf, codeText } from '../../core/internal/codes/codes';
import { documents } from '../../core/internal/documents';
import { escaped } from '../../core/internal/markdown';

/** The headings of docs/troubleshooting.md that a runbook links to. */
const HEADINGS = [
  'Before you begin',
  'A public address',
  'NXDOMAIN',
  'A timeout at the private address',
  '403 from the service',
  '401 from the service',
  'No server connection',
  'Clients cannot connect',
  'A private endpoint that does not get ready',
  'A Pending connection',
  'Upstream calls fail',
  'A change in every plan',
  'Terraform fails',
] as const;

export type Heading = (typeof HEADINGS)[number];

/** A link to a heading of docs/troubleshooting.md, whose address is at the end of the runbook. */
export function troubleshooting(heading: Heading): string {
  return `[${heading}]`;
}

/** A code, with a link to where the documents explain it. */
export function codeLink(code: string): string {
  return `[\`${code}\`]`;
}

/** The addresses of the links in a text. */
export function addressesIn(text: string): string {
  const headings = HEADINGS.filter((heading) => text.includes(`[${heading}]`)).map(
    (heading) => `[${heading}]: ${documents()}/troubleshooting.md#${anchorOf(heading)}`,
  );
  const codes = [...new Set([...text.matchAll(/\[`([a-z]+\/[a-z-]+)`\]/g)].map(([, code]) => code))].sort();
  return [...headings, ...codes.map((code) => `[\`${code}\`]: ${codeText(code)?.readOn ?? documents()}`)].join('\n');
}

/** A block of commands. */
export function commands(text: string): string {
  return ['```sh', text, '```'].join('\n');
}

/** A list of sentences that are Markdown already. */
export function bullets(...sentences: (string | undefined)[]): string[] {
  const given = sentences.filter((sentence) => sentence !== undefined);
  return given.length === 0 ? [] : [given.map((sentence) => `- ${sentence}`).join('\n')];
}

/** The part of a check for one resource: its name, which is written where there are several, commands and notes. */
export interface Item {
  readonly label: string;
  readonly code: string;
  readonly notes?: readonly (string | undefined)[];
}

/** A check: what it is for, the commands for each resource, and what other answers mean. */
export function check(title: string, why: string, items: readonly Item[], otherwise: readonly string[]): string[] {
  if (items.length === 0) return [];
  const blocks = items.flatMap(({ label, code, notes = [] }) => [
    ...(items.length > 1 ? [`**${escaped(label)}**`] : []),
    commands(code),
    ...bullets(...notes),
  ]);
  return [`### ${title}`, why, ...blocks, '**Otherwise**', ...bullets(...otherwise)];
}
