import { Outcome } from './workspace';

/** The line that a program prints after the text of each error. */
const RULE = '\n-----\n';

/** The texts of errors that a program printed, in their order. */
export function errorsOf(printed: string): readonly string[] {
  return printed.split(RULE).slice(0, -1);
}

/** Says where files of a program differ from those that the reference left; nothing when all bytes are the same. */
export function differencesOf(reference: Outcome, { files }: Outcome): readonly string[] {
  return [...reference.files].flatMap(([file, expected]) => {
    const given = files.get(file);
    if (!given) return [`${file} is missing`];
    if (expected.equals(given)) return [];
    const at = expected.findIndex((byte, index) => byte !== given[index]);
    const from = Math.max(0, (at < 0 ? expected.length : at) - 40);
    const [wanted, found] = [expected, given].map((bytes) => bytes.subarray(from, from + 80).toString('utf8'));
    return [`${file} differs at byte ${at < 0 ? expected.length : at}: ${found} instead of ${wanted}`];
  });
}

/**
 * Says which errors are not those of the reference: each keeps its whole text, path, code, advice and link, which the
 * runtime of a language may put into a longer one. Errors after them are of the generated package, as given here.
 */
export function lostErrors(reference: Outcome, { printed }: Outcome, own: readonly string[]): readonly string[] {
  const expected = [...errorsOf(reference.printed), ...own];
  const given = errorsOf(printed);
  if (given.length !== expected.length) return [`${given.length} errors instead of ${expected.length}:\n${printed}`];
  return expected.flatMap((text, index) =>
    given[index].includes(text) ? [] : [`${given[index]}\ninstead of\n${text}`],
  );
}
