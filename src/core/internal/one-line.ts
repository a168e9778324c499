// Line breaks would look like further problems, and marks of direction or of no width would hide what is given.
const HIDDEN = /[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu;
// Parts of letters and emoji in many languages.
const JOINERS = ['\u200c', '\u200d'];

const NAMES: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** A text in one line, with names in place of characters that cannot be seen. */
export function oneLine(text: string): string {
  return text.replace(HIDDEN, (character) => (JOINERS.includes(character) ? character : nameOf(character)));
}

function nameOf(character: string): string {
  return NAMES[character] ?? `\\u{${character.codePointAt(0)!.toString(16).padStart(4, '0')}}`;
}
