/** The text on one line; characters that would be invisible, or turn the text around, are written out. */
export function plain(text: string): string {
  return text
    .replace(/\s+/gu, ' ')
    .replace(
      /[\p{Cc}\p{Cs}\p{Bidi_Control}]/gu,
      (character) => `\\u{${character.codePointAt(0)!.toString(16).padStart(4, '0')}}`,
    );
}

/** A count with its noun: `1 path`, `2 paths`. */
export function count(items: readonly unknown[], noun: string): string {
  return `${items.length} ${noun}${items.length === 1 ? '' : 's'}`;
}
