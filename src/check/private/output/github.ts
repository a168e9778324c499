import { oneLine } from '../../../core/internal/one-line';
import { Entry, fails, Result } from '../result';

/** Annotations of a workflow: errors for what fails it, warnings for what may matter. */
export function renderAnnotations({ sections, failOn }: Result): string {
  const annotations = sections.flatMap(({ level, entries }) => {
    if (!level) return [];
    const command = fails(level, failOn) ? 'error' : 'warning';
    return entries.map((entry) => annotation(command, entry));
  });
  // GitHub shows ten of each kind, so what fails comes first.
  const isError = (line: string) => line.startsWith('::error');
  return [...annotations.filter(isError), ...annotations.filter((line) => !isError(line))]
    .map((line) => `${line}\n`)
    .join('');
}

/** @see https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands */
function annotation(command: string, { code, subject, message, advice, place }: Entry): string {
  const properties = {
    ...(place && { file: place.file }),
    ...(place?.line !== undefined && { line: String(place.line) }),
    title: `${code} ${subject}`,
  };
  const given = Object.entries(properties).map(([name, value]) => `${name}=${property(value)}`);
  return `::${command} ${given.join(',')}::${data([message, advice].filter(Boolean).join(' '))}`;
}

function data(text: string): string {
  return oneLine(text).replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
}

function property(text: string): string {
  return data(text).replace(/:/g, '%3A').replace(/,/g, '%2C');
}
