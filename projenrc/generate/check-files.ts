import { mkdirSync, readFileSync, writeFileSync } from 'fs';
import { join } from 'path';
import { messagePage } from './messages';
import { ACCEPT_SCHEMA } from '../../src/check/private/accept/accept-schema';
import { CODES, codeText } from '../../src/core/internal/codes/codes';

const ROOT = join(__dirname, '..', '..');
const SCHEMA_ID =
  'https://raw.githubusercontent.com/cdktf-azure-secure-signalr/cdktf-azure-secure-signalr/main/schema/accept.schema.json';

/** The pages with tables of codes, which stand between two comments: the heading of the codes, or the codes themselves. */
const PAGES = ['docs/errors.md', 'docs/connectivity.md'];
const TABLE = /(<!-- codes: (.+) -->\n)[^]*?(<!-- end of codes -->)/g;

/** The files that are made of code, with their texts. */
export function checkFiles(): Readonly<Record<string, string>> {
  const { $schema, ...schema } = ACCEPT_SCHEMA;
  const pages = PAGES.map((page) => [page, withTables(readFileSync(join(ROOT, page), 'utf8'))]);
  return {
    'schema/accept.schema.json': `${JSON.stringify({ $schema, $id: SCHEMA_ID, ...schema }, undefined, 2)}\n`,
    ...Object.fromEntries(pages),
    'docs/messages.md': messagePage(),
  };
}

function withTables(page: string): string {
  return page.replace(TABLE, (_, begin: string, asked: string, end: string) => `${begin}\n${tableOf(asked)}\n\n${end}`);
}

function tableOf(asked: string): string {
  const ofHeading = Object.entries(CODES).find(([heading]) => heading === asked);
  const codes = ofHeading ? Object.keys(ofHeading[1]) : asked.split(', ');
  return ['| code | means | do |', '|---|---|---|', ...codes.map(rowOf)].join('\n');
}

function rowOf(code: string): string {
  const text = codeText(code);
  if (!text) throw new Error(`There is no code ${code}`);
  const [means, advice, ...marks] = text.row;
  const cells = [`\`${code}\``, marks.length > 0 ? `${marks.join(', ')}: ${means}` : means, advice];
  return `| ${cells.map((cell) => cell.replace(/\|/g, '\\|')).join(' | ')} |`;
}

if (require.main === module) {
  mkdirSync(join(ROOT, 'schema'), { recursive: true });
  for (const [file, text] of Object.entries(checkFiles())) writeFileSync(join(ROOT, file), text);
}
