import { plain } from './text';

/** HTML or SVG that is safe to put into a page. */
export class Markup {
  public constructor(public readonly text: string) {}
}

type Part = Markup | readonly Part[] | string | number;

/** A template of HTML or SVG: text that is put in is escaped, for content and for attributes in double quotes. */
export function markup(strings: TemplateStringsArray, ...parts: Part[]): Markup {
  const written = parts.map((part, index) => write(part) + strings[index + 1]);
  return new Markup(strings[0] + written.join(''));
}

/** A path or a host name that may break after its separators. */
export function breakable(text: string): Markup {
  return markup`${text.split(/(?<=[/.])/).map((part, index) => (index > 0 ? markup`<wbr>${part}` : part))}`;
}

/** A name of several words without spaces, such as `SignalRCorsRestricted`, that may break between them. */
export function breakableName(name: string): Markup {
  return markup`${name.split(/(?<=[a-z\d])(?=[A-Z])/).map((word, index) => (index > 0 ? markup`<wbr>${word}` : word))}`;
}

function write(part: Part): string {
  if (part instanceof Markup) return part.text;
  if (Array.isArray(part)) return part.map(write).join('');
  return escape(String(part));
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escape = (text: string) => plain(text).replace(/[&<>"']/g, (character) => ENTITIES[character]);
