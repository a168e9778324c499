import { readFileSync } from 'fs';
import { join } from 'path';

/** The version decides about the address, which a release sets before its tests. */
const { version } = JSON.parse(readFileSync(join(__dirname, '..', '..', 'package.json'), 'utf8'));
const REF = version === '0.0.0' ? 'main' : `v${version}`;
const PAGE = `https://github.com/cdktf-azure-secure-signalr/cdktf-azure-secure-signalr/blob/${REF}/docs/errors.md`;
const CODED = /^(?:.*?: |\s*\[.*?\] )?\[([a-z]+\/[a-z0-9-]+)\] /;

let anchors: Map<string, string> | undefined;

/** Where docs/errors.md lists each code, read from that page. */
function anchorsOfCodes(): Map<string, string> {
  const found = new Map<string, string>();
  let anchor = '';
  for (const line of readFileSync(join(__dirname, '..', '..', 'docs', 'errors.md'), 'utf8').split('\n')) {
    const [, heading] = /^## (.+)$/.exec(line) ?? [];
    if (heading) anchor = heading.toLowerCase().replace(/[:,]/g, '').replace(/ /g, '-');
    const [, code] = /^\| `([^`]+)` \|/.exec(line) ?? [];
    if (code) found.set(code, anchor);
  }
  return found;
}

/**
 * A text without the address at the end of each message that has a code. Fails where a message has none, or another
 * one than that of the heading that lists its code.
 */
export function withoutReadOn(text: string): string {
  return text.split('\n').map(withoutAddress).join('\n');
}

function withoutAddress(line: string): string {
  const [, code] = CODED.exec(line) ?? [];
  if (!code) return line;
  anchors ??= anchorsOfCodes();
  const end = `; see ${PAGE}#${anchors.get(code)}`;
  if (!line.endsWith(end)) throw new Error(`this message does not end with "${end}": ${line}`);
  return line.slice(0, -end.length);
}
