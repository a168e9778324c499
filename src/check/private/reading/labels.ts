/** Separators of folder names. */
const SEPARATOR = /[\\/]+/;
/** Ending that all have in common; a stack is called by its folder. */
const ENDING = /(?:[\\/]cdk\.tf)?\.json$/i;
/** Characters that end the name of a file in a reference. */
const RESERVED = /[{}:"$[\]\s]+/g;

/**
 * Short names for files, each once: of `hub/plan.json` and `spoke/plan.json` the folders, of `hub.json` and `spoke.json` the
 * names.
 */
export function labelsOf(names: readonly string[]): string[] {
  const all = names.map(pathOf);
  const ends = new Set(all.map((path) => path[path.length - 1]));
  const isSame = names.length > 1 && ends.size === 1 && all.every((path) => path.length > 1);
  const paths = isSame ? all.map((path) => path.slice(0, -1)) : all;
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

function pathOf(name: string): string[] {
  const parts = name.replace(ENDING, '').split(SEPARATOR);
  return parts.filter((part) => part !== '' && part !== '.');
}
