/** One condition of Terraform for a version: an operator, and a version of which parts may be left out. */
const CONDITION = /^(=|!=|>=|>|<=|<|~>)?\s*v?(\d+)(?:\.(\d+))?(?:\.(\d+))?(?:-\S+)?$/;

type Release = readonly [major: number, minor: number];

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
