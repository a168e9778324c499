import { readdirSync, readFileSync } from 'fs';
import { join } from 'path';

export const ROOT = join(__dirname, '..', '..');

/** Folders of what is installed, compiled or synthesized; those that begin with a period are left out as well. */
const NOT_OURS = ['node_modules', 'lib', 'dist', 'coverage', 'cdktf.out', 'test-reports'];

/** The text of a file of the repository. */
export const read = (file: string) => readFileSync(join(ROOT, file), 'utf8');

/** The files of a folder and the folders below it, by their paths from the root of the repository. */
export function filesOf(folder: string, extension: string): string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return isOurs(entry.name) ? filesOf(path, extension) : [];
    return entry.name.endsWith(extension) ? [path] : [];
  });
}

/** Every Markdown file that people write or read. */
export const documents = () => filesOf('.', '.md');

/** A text without what is written into it from docstrings. */
export const withoutDocstrings = (text: string) => text.split(/^<!-- api: .* -->$/m)[0];

/** A text without its blocks of code and its code in lines, which hold neither links nor headings. */
export const proseOf = (text: string) => withoutBlocks(text).replace(/`[^`\n]*`/g, '');

/** The blocks of a text in a language, each without its fences; those of lists are indented. */
export const blocksOf = (text: string, language: string) =>
  [...text.matchAll(new RegExp(`^( *)\`\`\`${language}\n([\\s\\S]*?)^\\1\`\`\``, 'gm'))].map(([, , code]) => code);

/** What links of a text lead to: files, headings and addresses. */
export const targetsOf = (text: string) =>
  [...proseOf(text).matchAll(/\]\(([^()\s]*(?:\([^()]*\))?[^()\s]*)\)/g)].map(([, target]) => target);

/** What links name in a text: anchors, and headings as GitHub does, where a second one of a name gets a number. */
export function anchorsOf(text: string): string[] {
  const seen = new Map<string, number>();
  const written = withoutBlocks(text);
  const anchors = [...written.matchAll(/<a id="([^"]+)">/g)].map(([, id]) => id);
  const headings = [...written.matchAll(/^#{1,6} (.*)$/gm)].map(([, heading]) => {
    const anchor = heading
      .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replace(/\s/g, '-');
    const times = seen.get(anchor) ?? 0;
    seen.set(anchor, times + 1);
    return times === 0 ? anchor : `${anchor}-${times}`;
  });
  return [...anchors, ...headings];
}

const isOurs = (folder: string) => !folder.startsWith('.') && !NOT_OURS.includes(folder);

const withoutBlocks = (text: string) => text.replace(/^( *)```[\s\S]*?^\1```/gm, '');
