import { Result } from '../result';

/** A result for programs. */
export function renderJson({ command, holds, summary, failOn, sections, notes }: Result): string {
  const found = sections.map(({ id, level, entries }) => [
    id,
    { level, entries: entries.map(({ place, ...entry }) => ({ ...entry, ...place })) },
  ]);
  const json = { version: 1, command, holds, failOn, summary, sections: Object.fromEntries(found), notes };
  return `${JSON.stringify(json, undefined, 2)}\n`;
}
