import { SitePage } from './documents';

/** The structures whose options each section of the page of options lists; the first that has one is linked to. */
const STRUCTURES = ['SecureSignalRAppProps', 'SecureServerlessSignalRProps'];

/** Links codes to what raises them, and options to their properties: on GitHub only the other side is linked. */
export function linkedBack(page: SitePage, textOf: (path: string) => string): string {
  if (page.path === 'docs/errors.md') return linkedCells(page.text, 'api/raised-by.md', textOf, (name) => [name]);
  if (page.path !== 'docs/options.md') return page.text;
  const anchors = (name: string) => STRUCTURES.map((structure) => `${structure}.${name}`);
  return linkedCells(page.text, 'api/architectures.md', textOf, anchors);
}

/** Links what stands in backquotes in the first cells of tables to an anchor of a page, where that has one. */
function linkedCells(
  text: string,
  target: string,
  textOf: (path: string) => string,
  anchorsOf: (name: string) => readonly string[],
): string {
  const listed = textOf(`docs/${target}`);
  const link = (whole: string, name: string) => {
    const anchor = anchorsOf(name).find((each) => listed.includes(`<a id="${each}">`));
    return anchor === undefined ? whole : `[${whole}](${target}#${anchor})`;
  };
  return text.replace(/^\| (`[^|]+`) \|/gm, (_, cell: string) => `| ${cell.replace(/`([^`]+)`/g, link)} |`);
}
