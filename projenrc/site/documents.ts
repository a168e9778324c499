import { execFileSync } from 'child_process';
import { dirname, join, posix, relative } from 'path';

/** A page of the site, by its path from the root of the repository. */
export interface SitePage {
  readonly path: string;
  readonly text: string;
}

/** The documents of a checkout that are for readers: those of the code and its tests are read beside it. */
export function documentsIn(root: string): string[] {
  const listed = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '*.md'], { cwd: root });
  return listed
    .toString()
    .split('\n')
    .filter(
      (file) => file !== '' && !/^(?:src|test|bench|projenrc|dist)\//.test(file) && !file.includes('node_modules'),
    )
    .sort();
}

/** Where a page is in the site: what GitHub shows of a folder is the index of one. */
export const placeOf = (path: string) => path.replace(/(^|\/)README\.md$/, '$1index.md');

/** The first heading of a page. */
export const titleOf = (text: string) => /^# (.+)$/m.exec(text)?.[1].replace(/`/g, '') ?? '';

/**
 * A document as the site has it. Links to other pages stay relative; those to other files, such as sources, lead to the
 * repository, which has them.
 */
export function pageOf({ path, text }: SitePage, pages: ReadonlySet<string>, repository: string): string {
  return outsideOfCode(text, (prose) =>
    prose.replace(/\]\(([^()\s]*(?:\([^()]*\))?[^()\s]*)\)/g, (whole, target: string) => {
      if (/^[a-z]+:/.test(target) || target.startsWith('#')) return whole;
      const [file, anchor] = target.split('#');
      const resolved = posix.normalize(join(dirname(path), file)).replace(/\/$/, '');
      const suffix = anchor === undefined ? '' : `#${anchor}`;
      if (pages.has(resolved)) return `](${relativeTo(path, placeOf(resolved))}${suffix})`;
      if (/\.(?:png|svg)$/.test(resolved)) return whole;
      return `](${repository}/${resolved}${suffix})`;
    }),
  );
}

const relativeTo = (from: string, to: string) => {
  const path = relative(dirname(from), to).split('\\').join('/');
  return path.startsWith('.') ? path : `./${path}`;
};

/** Changes a text, but for its blocks of code. */
function outsideOfCode(text: string, change: (prose: string) => string): string {
  return text
    .split(/(^ *```[^]*?^ *```$)/m)
    .map((part, index) => (index % 2 === 1 ? part : change(part)))
    .join('');
}
