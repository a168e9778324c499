/** Texts of the doc comments of a source, each in one line, without the marks of the comment. */
export const docCommentsOf = (source: string) =>
  [...source.matchAll(/\/\*\*\s(.*?)\*\//gs)].map(([, text]) =>
    text
      .replace(/^[ \t]*\* ?/gm, '')
      .replace(/\s+/g, ' ')
      .trim(),
  );
