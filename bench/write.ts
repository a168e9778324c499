import { readFileSync, writeFileSync } from 'fs';

/** A document with new content between the markers of one of its parts. */
export function withPart(document: string, part: string, content: string): string {
  const begin = `<!-- ${part}: written by npm run bench -- --write -->`;
  const end = `<!-- end of ${part} -->`;
  const [before, rest] = document.split(begin);
  if (rest === undefined || !rest.includes(end)) throw new Error(`no part ${part} in the document`);
  return `${before}${begin}\n\n${content}\n\n${end}${rest.slice(rest.indexOf(end) + end.length)}`;
}

/** Replaces parts of a file. */
export function writeParts(file: string, parts: Readonly<Record<string, string>>): void {
  const document = readFileSync(file, 'utf8');
  writeFileSync(
    file,
    Object.entries(parts).reduce((text, [part, content]) => withPart(text, part, content), document),
  );
}
