/** What separates names of folders. */
const SEPARATOR = /[\\/]+/;
/** What all have in common; a stack is called by its folder. */
const ENDING = /(?:[\\/]cdk\.tf)?\.json$/i;
/** What ends the name of a file in a reference. */
const RESERVED = /[{}:"$[\]\s]+/g;

/**
 * Short names for files, each once: of `hub/plan.json` and `spoke/plan.json` the folders, of `hub.json` and `spoke.json` the
 * names.
 */
export function labelsOf(names: readonly string[]): string[] {
  const paths = names.map((name) =>
    name
      .replace(ENDING, '')
      .split(SEPARATOR)
      .filter((part) => part !== '' && part !== '.'),
  );
  const labels = paths.map((path, index) => {
    const others = paths.filter((_, other) => other !== index);
    const isOnly = (label: string, from: number) => others.every((other) => other.slice(from).join('/') !== label);
    for (let length = 1; length < path.length; length++) {
      const label = path.slice(-length).join('/');
      if (isOnly(label, -length)) return label;
    }
    return path.join('/');
  });
  const clean = labels.map((label) => label.replace(RESERVED, '-') || 'input');
  return clean.map((label, index) => (clean.indexOf(label) === index ? label : `${label}-${index + 1}`));
}
