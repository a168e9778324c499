import { readdirSync, readFileSync } from 'fs';
import { join, relative } from 'path';
import * as ts from 'typescript';

const SOURCES = join(__dirname, '..', '..', 'src');
/** Texts that are pages by themselves, which docs/errors.md and RULES.md show, and what pages look like. */
const ELSEWHERE = [
  /^core\/internal\/codes\//,
  /^compliance\/private\/(controls|baselines?|baseline-controls)/,
  /^page\//,
  /[-/]style\.ts$/,
];
const CODE = /^[a-z]+\/[a-z0-9-]+$/;
/** At least four words, of which names are not made. */
const SENTENCE = /(\S+ ){3}\S/;

/** A text of the sources that people read. */
export interface Message {
  /** Source below `src`. */
  readonly file: string;
  /** The code that it is reported with, where one place gives both. */
  readonly code?: string;
  /** The text, in which what is filled in stands in braces. */
  readonly text: string;
}

/** The messages of all sources, in their order. */
export function messages(): readonly Message[] {
  return filesBelow(SOURCES).flatMap((path) => {
    const file = relative(SOURCES, path).split('\\').join('/');
    if (ELSEWHERE.some((pattern) => pattern.test(file))) return [];
    return messagesOf(file, ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true));
  });
}

/** The page of all messages. */
export function messagePage(): string {
  const byFile = new Map<string, Message[]>();
  for (const message of messages()) byFile.set(message.file, [...(byFile.get(message.file) ?? []), message]);
  return [
    '# Messages',
    '',
    'Every text that the library shows, by the source that holds it: errors and warnings with their codes, reasons and fixes of',
    'reports, and parts of them. Braces show what is filled in. `npm run rules` writes this page from the sources;',
    '[errors](errors.md) explains the codes.',
    ...[...byFile].flatMap(([file, texts]) => ['', `## ${file}`, '', ...texts.map(lineOf)]),
    '',
  ].join('\n');
}

function lineOf({ code, text }: Message): string {
  const shown = text.replace(/\s*\n\s*/g, ' ').replace(/([`*_<>|\\[\]])/g, '\\$1');
  return code ? `- \`${code}\`: ${shown}` : `- ${shown}`;
}

function messagesOf(file: string, source: ts.SourceFile): Message[] {
  const found: Message[] = [];
  const visit = (node: ts.Node): void => {
    const text = textOf(node);
    if (text !== undefined && SENTENCE.test(text)) found.push({ file, code: codeOf(node), text });
    else ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function textOf(node: ts.Node): string | undefined {
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return node.text;
  if (!ts.isTemplateExpression(node)) return undefined;
  return (
    node.head.text +
    node.templateSpans.map(({ expression, literal }) => `{${nameOf(expression)}}${literal.text}`).join('')
  );
}

/** What is filled in, by the last name of the expression. */
function nameOf(expression: ts.Expression): string {
  if (ts.isPropertyAccessExpression(expression)) return expression.name.text;
  if (ts.isIdentifier(expression)) return expression.text;
  if (ts.isCallExpression(expression)) return nameOf(expression.expression);
  return '…';
}

/** The code that the nearest object or call gives together with the text; else the one that follows in the function. */
function codeOf(node: ts.Node): string | undefined {
  for (let each = node.parent; each; each = each.parent) {
    if (ts.isBlock(each)) return codesBelow(each).find((code) => code.pos > node.pos)?.text;
    if (!ts.isCallExpression(each) && !ts.isObjectLiteralExpression(each)) continue;
    const codes = codesBelow(each).map(({ text }) => text);
    if (new Set(codes).size === 1) return codes[0];
  }
  return undefined;
}

function codesBelow(node: ts.Node): ts.StringLiteral[] {
  const found: ts.StringLiteral[] = [];
  const visit = (each: ts.Node): void => {
    if (ts.isStringLiteral(each) && CODE.test(each.text)) found.push(each);
    else ts.forEachChild(each, visit);
  };
  visit(node);
  return found;
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return filesBelow(path);
      return entry.name.endsWith('.ts') ? [path] : [];
    });
}
