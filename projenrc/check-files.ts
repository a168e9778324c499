import { mkdirSync, readFileSync, writeFileSync } from 'fs';
import { join } from 'path';
import { ACCEPT_SCHEMA } from '../src/check/private/accept/accept-schema';

const ROOT = join(__dirname, '..');
const SCHEMA_ID =
  'https://raw.githubusercontent.com/cdktf-azure-secure-signalr/cdktf-azure-secure-signalr/main/schema/accept.schema.json';

/** The pages with tables of codes; what a later one says of a code counts. */
const PAGES = ['errors.md', 'connectivity.md'];

/** A row of a table of codes: code, what it means, what to do. */
const ROW = /^\| `([a-z]+\/[a-z0-9-]+)` \| (.+?) \| (.+?) \|$/;

/** The files of the check that are made of other files, with their texts. */
export function checkFiles(): Readonly<Record<string, string>> {
  const json = (value: unknown) => `${JSON.stringify(value, undefined, 2)}\n`;
  const { $schema, ...schema } = ACCEPT_SCHEMA;
  return {
    'schema/accept.schema.json': json({ $schema, $id: SCHEMA_ID, ...schema }),
    'src/check/private/explain/codes.json': json(codes()),
  };
}

function codes() {
  const texts = new Map<string, { means: string; do: string; page: string }>();
  for (const page of PAGES) {
    let anchor = '';
    for (const line of readFileSync(join(ROOT, 'docs', page), 'utf8').split('\n')) {
      const [, heading] = /^##+ (.+)$/.exec(line) ?? [];
      if (heading) {
        anchor = heading
          .toLowerCase()
          .replace(/[^\w -]/g, '')
          .replace(/ /g, '-');
      }
      const [, code, means, advice] = ROW.exec(line.replace(/\\\|/g, '\u0001')) ?? [];
      if (code) texts.set(code, { means: plain(means), do: plain(advice), page: `${page}#${anchor}` });
    }
  }
  return Object.fromEntries([...texts].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** A cell without the marks of Markdown; of links their text stays, and the address of those that lead elsewhere. */
function plain(cell: string): string {
  return cell
    .replace(/\u0001/g, '|')
    .replace(/\[([^\]]*)\]\((https?:[^)]*)\)/g, '$1 ($2)')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/`/g, '');
}

if (require.main === module) {
  mkdirSync(join(ROOT, 'schema'), { recursive: true });
  for (const [file, text] of Object.entries(checkFiles())) writeFileSync(join(ROOT, file), text);
}
