/** One condition of Terraform for a version: an operator, and a version of which parts may be left out. */
const CONDITION = /^(=|!=|>=|>|<=|<|~>)?\s*v?(\d+)(?:\.(\d+))?(?:\.(\d+))?(?:-\S+)?$/;

export type Release = readonly [major: number, minor: number];

const FIRST: Release = [0, 0];
const NEVER: Release = [Infinity, 0];

/**
 * Versions that a version constraint of Terraform allows.
 *
 * @see https://developer.hashicorp.com/terraform/language/expressions/version-constraints
 */
export class VersionRange {
  /** The range of a constraint; `undefined` where it cannot be read. */
  public static of(constraint: string): VersionRange | undefined {
    const matches = constraint.split(',').map((condition) => CONDITION.exec(condition.trim()));
    const ranges = matches.flatMap((match) => (match ? rangeOf(match) : []));
    if (ranges.length < matches.length) return undefined;
    return ranges.reduce((a, b) => new VersionRange(newer(a.oldest, b.oldest), older(a.end, b.end)));
  }

  public constructor(
    /** The oldest release that it may allow; 0.0 where it names none. */
    public readonly oldest: Release,
    /** The first release that it does not allow any more, with all newer ones. */
    private readonly end: Release,
  ) {}

  /** Reports whether it leaves room for a release or a newer one. */
  public reaches(release: Release): boolean {
    return compare(this.end, release) > 0;
  }
}

/**
 * Reports whether a version constraint leaves room for a release or a newer one; yes for constraints that cannot be
 * read.
 */
export function allowsRelease(constraint: string, release: string): boolean {
  const [major, minor] = release.split('.').map(Number);
  return VersionRange.of(constraint)?.reaches([major, minor]) ?? true;
}

function rangeOf([, operator = '=', ...parts]: RegExpExecArray): VersionRange {
  const [major, minor, patch] = parts.map((part) => (part === undefined ? undefined : Number(part)));
  const given: Release = [major!, minor ?? 0];
  const next: Release = [given[0], given[1] + 1];
  switch (operator) {
    case '=':
      return new VersionRange(given, next);
    case '>=':
    case '>':
      return new VersionRange(given, NEVER);
    case '<=':
      return new VersionRange(FIRST, next);
    case '<':
      return new VersionRange(FIRST, (patch ?? 0) > 0 ? next : given);
    case '~>':
      // Only the last part that is given may grow.
      if (minor === undefined) return new VersionRange(given, NEVER);
      return new VersionRange(given, patch === undefined ? [given[0] + 1, 0] : next);
    default:
      return new VersionRange(FIRST, NEVER);
  }
}

function newer(a: Release, b: Release): Release {
  return compare(a, b) >= 0 ? a : b;
}

function older(a: Release, b: Release): Release {
  return compare(a, b) <= 0 ? a : b;
}

function compare([major, minor]: Release, other: Release): number {
  return Math.sign(major - other[0]) || minor - other[1];
}
