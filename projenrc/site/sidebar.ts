import { placeOf, SitePage, titleOf } from './documents';

interface Item {
  readonly text: string;
  readonly link?: string;
  readonly collapsed?: boolean;
  readonly items?: readonly Item[];
}

/** The languages of the API reference, as readers know them, by the folders of their pages. */
export const LANGUAGES: Readonly<Record<string, string>> = {
  python: 'Python',
  java: 'Java',
  csharp: 'C#',
  go: 'Go',
};

const GROUPS: readonly (readonly [name: string, isHere: (path: string) => boolean])[] = [
  ['Begin', (path) => ['README.md', 'docs/README.md', 'docs/concepts.md', 'docs/deploying.md'].includes(path)],
  ['How to', (path) => path.startsWith('docs/how-to/')],
  ['Reference', (path) => /^(?:docs\/[^/]+|RULES)\.md$/.test(path)],
  ['API', (path) => /^docs\/api\/[^/]+$/.test(path)],
  ...Object.entries(LANGUAGES).map(
    ([folder, name]) => [`API in ${name}`, (path: string) => path.startsWith(`docs/api/${folder}/`)] as const,
  ),
  ['Examples', (path) => path.startsWith('examples/')],
  ['Decisions', (path) => path.startsWith('docs/decisions/')],
  ['The project', () => true],
];

/** What the site lists beside each page: every page, in the first group that it fits into. */
export function sidebarOf(pages: readonly SitePage[]): Item[] {
  const groupOf = (path: string) => GROUPS.findIndex(([, isHere]) => isHere(path));
  return GROUPS.map(([text], group) => ({
    text,
    collapsed: group > 0,
    items: pages.filter(({ path }) => groupOf(path) === group).map(itemOf),
  }));
}

function itemOf({ path, text }: SitePage): Item {
  return { text: titleOf(text), link: `/${placeOf(path).replace(/(?:index)?\.md$/, '')}` };
}
