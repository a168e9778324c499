/** One condition of Terraform for a version: an operator, and a version of which parts may be left out. */
const CONDITION = /^(=|!=|>=|>|<=|<|~>)?\s*v?(\d+)(?:\.(\d+))?(?:\.(\d+))?(?:-\S+)?$/;

export type Release = readonly [major: number, minor: number];

/** What a version constraint of Terraform leaves room for. */
export interface VersionRange {
  /** The oldest release that it may allow; 0.0 where it names none. */
  readonly oldest: Release;
  /** The newest major version that it allows; infinite where it names none. */
  readonly newestMajor: number;
}

/** What a version constraint leaves room for; `undefined` where it is none. */
export function rangeOf(constraint: string): VersionRange | undefined {
  const matches = constraint.split(',').map((condition) => CONDITION.exec(condition.trim()));
  const bounds = matches.flatMap((match) => (match ? boundsOf(match) : []));
  if (bounds.length < matches.length) return undefined;
  return {
    oldest: bounds.map(({ oldest }) => oldest).reduce((a, b) => (compare(a, b) >= 0 ? a : b)),
    newestMajor: Math.min(...bounds.map(({ newestMajor }) => newestMajor)),
  };
}

function boundsOf([, operator = '=', major, minor, patch]: RegExpExecArray): VersionRange {
  const given: Release = [Number(major), Number(minor ?? 0)];
  const isStart = Number(minor ?? 0) === 0 && Number(patch ?? 0) === 0;
  const none: VersionRange = { oldest: [0, 0], newestMajor: Infinity };
  switch (operator) {
    case '=':
      return { oldest: given, newestMajor: given[0] };
    case '>=':
    case '>':
      return { ...none, oldest: given };
    case '<=':
      return { ...none, newestMajor: given[0] };
    case '<':
      return { ...none, newestMajor: isStart ? given[0] - 1 : given[0] };
    case '~>':
      // Only the last part that is given may grow.
      return { oldest: given, newestMajor: minor === undefined ? Infinity : given[0] };
    default:
      return none;
  }
}

/**
 * Whether a version constraint leaves room for a release or a newer one of the same major version; yes for constraints
 * that cannot be read.
 *
 * @see https://developer.hashicorp.com/terraform/language/expressions/version-constraints
 */
export function allowsRelease(constraint: string, release: string): boolean {
  const [major, minor] = release.split('.').map(Number);
  return constraint.split(',').every((condition) => isRoomIn(condition.trim(), [major, minor]));
}

function isRoomIn(condition: string, needed: Release): boolean {
  const match = CONDITION.exec(condition);
  if (!match) return true;
  const [, operator = '=', ...parts] = match;
  const [major, minor = 0, patch] = parts.map((part) => (part === undefined ? undefined : Number(part)));
  const given: Release = [major!, minor];
  switch (operator) {
    case '=':
    case '<=':
      return compare(given, needed) >= 0;
    case '<':
      return compare(given, needed) > 0 || (compare(given, needed) === 0 && (patch ?? 0) > 0);
    case '~>':
      // The last part that is given may grow.
      return patch === undefined ? given[0] >= needed[0] : compare(given, needed) >= 0;
    default:
      return true;
  }
}

function compare(a: Release, b: Release): number {
  return a[0] - b[0] || a[1] - b[1];
}
