import codes from './codes.json';
import { explainRule } from '../../../compliance/internal/rule-texts';

const DOCS = 'https://github.com/cdktf-azure-secure-signalr/cdktf-azure-secure-signalr/blob/main/docs';

/** What a document says of a code. */
interface CodeText {
  readonly means: string;
  readonly do: string;
  readonly page: string;
}

/** The text of a code or a rule; `undefined` where there is none. */
export function explain(asked: string): string | undefined {
  const code = asked.trim();
  const texts: Readonly<Record<string, CodeText>> = codes;
  if (Object.prototype.hasOwnProperty.call(texts, code.toLowerCase())) {
    const { means, do: advice, page } = texts[code.toLowerCase()];
    return [
      code.toLowerCase(),
      `  Means: ${means}`,
      ...(advice === '-' ? [] : [`  Do: ${advice}`]),
      `  Page: ${DOCS}/${page}`,
      '',
    ].join('\n');
  }
  return explainRule(code.replace(/\[.*$/, ''));
}

/** Codes that are written alike, for who mistyped one. */
export function similarCodes(asked: string): string[] {
  const [, last = asked] = asked.toLowerCase().split('/');
  return Object.keys(codes)
    .filter((code) => code.includes(last))
    .slice(0, 5);
}
