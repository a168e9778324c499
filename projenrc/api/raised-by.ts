import { Library } from './library';
import { Explanations, linked } from './texts';
import { CODES } from '../../src/core/internal/codes/codes';

/** The table of the codes that docstrings name, each with what raises it. */
export function raisedBy(library: Library, explanations: Explanations): string {
  const headings = Object.entries(CODES).map(([heading, rows]) => {
    const found = Object.keys(rows)
      .map((code) => ({ code, by: library.throwing.filter(({ throws }) => throws.includes(`\`${code}\``)) }))
      .filter(({ by }) => by.length > 0);
    const lines = found.map(({ code, by }) => {
      const name = linked(`\`${code}\``, explanations);
      return `| <a id="${code}"></a>${name} | ${by.map(({ id }) => linkTo(library, id)).join(', ')} |`;
    });
    return lines.length > 0 ? [`## ${heading}`, '', '| code | raised by |', '|---|---|', ...lines, ''] : [];
  });
  return `${headings.flat().join('\n').trim()}\n`;
}

function linkTo(library: Library, id: string): string {
  const { page, anchor } = library.placeOf(id)!;
  const shown = anchor.endsWith('.Initializer') ? `new ${anchor.replace(/\.Initializer$/, '')}` : anchor;
  return `[${shown}](${page}.md#${anchor})`;
}
