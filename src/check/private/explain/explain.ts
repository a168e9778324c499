import { explainRule } from '../../../compliance/internal/rule-texts';
import { CODES, codeText } from '../../../core/internal/codes/codes';

/** The text of a code or a rule; `undefined` for an unknown one. */
export function explain(asked: string): string | undefined {
  const code = asked.trim();
  const text = codeText(code.toLowerCase());
  if (!text) return explainRule(code.replace(/\[.*$/, ''));
  const [means, advice] = text.row;
  return [
    code.toLowerCase(),
    `  Means: ${plain(means)}`,
    ...(advice === '-' ? [] : [`  Do: ${plain(advice)}`]),
    `  Page: ${text.readOn}`,
    '',
  ].join('\n');
}

/** Codes that are written alike, for who mistyped one. */
export function similarCodes(asked: string): string[] {
  const [, last = asked] = asked.toLowerCase().split('/');
  return Object.values(CODES)
    .flatMap((rows) => Object.keys(rows))
    .filter((code) => code.includes(last))
    .slice(0, 5);
}

/** Markdown without its marks; of links their text stays, and the address of those to other sites. */
function plain(markdown: string): string {
  return markdown
    .replace(/\[([^\]]*)\]\((https?:[^)]*)\)/g, '$1 ($2)')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/`/g, '');
}
