/** A line of an error: the path of a construct, the code of a problem or of a rule with its finding, and what to do. */
const CODED = /^ *(\[[^\]]+\] |\S.*?: )+?\[([a-z]+\/[a-z0-9-]+|[A-Z]+\d+(\[.+?\])?)\] \S/;

const TOLD_BY_CDKTF = [
  'Validation failed with the following errors:',
  "If you wish to ignore these validations, pass 'skipValidation: true' to your App configuration.",
];
const ACCIDENTS = /\bundefined\b|\[object Object\]/;

/** The lines of an error that have no code, or that show that something went wrong inside. */
export function uncodedLines(error: unknown): string[] {
  if (!(error instanceof Error)) return [String(error)];
  const { name, message, stack } = error;
  if (name !== 'ValidationError' && !message.startsWith(TOLD_BY_CDKTF[0])) return [String(stack)];
  const lines = message.split('\n').filter((line) => line !== '' && !TOLD_BY_CDKTF.includes(line));
  return lines.length === 0 ? ['no message'] : lines.filter((line) => !CODED.test(line) || ACCIDENTS.test(line));
}
