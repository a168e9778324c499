/** The parts of a version that tell which changes it may hold; what follows a hyphen is left aside. */
function parts(version: string): readonly number[] {
  const [, ...numbers] = /^(\d+)\.(\d+)\.(\d+)/.exec(version) ?? [];
  if (numbers.length === 0) throw new Error(`"${version}" is not a version such as 1.2.3.`);
  return numbers.map(Number);
}

/** Whether a release may break what the one before it had: its first number that is not 0 is a greater one. */
export function mayBreak(before: string, after: string): boolean {
  const [major, minor] = parts(after);
  const [majorBefore, minorBefore] = parts(before);
  return major === 0 && majorBefore === 0 ? minor > minorBefore : major > majorBefore;
}

/** What CHANGELOG.md tells of a release. */
export function releaseNotes(changelog: string, version: string): string {
  const sections = changelog.split(/^(?=## )/m);
  const notes = sections.find((section) => section.split(/\s/)[1] === version);
  const [, ...lines] = notes?.split('\n') ?? [];
  const text = lines.join('\n').trim();
  if (!text) throw new Error(`CHANGELOG.md tells nothing under "## ${version}"; what is Unreleased belongs there.`);
  return `${text}\n`;
}
