import { createColors } from 'picocolors';
import { oneLine } from '../../../core/internal/one-line';
import { Entry, fails, Result, Section } from '../result';

/** A result for a terminal: the verdict first. */
export function renderText({ holds, summary, failOn, sections, notes }: Result, hasColors: boolean): string {
  const colors = createColors(hasColors);
  const shown = sections.filter(({ entries }) => entries.length > 0);
  const lines = [colors.bold((holds ? colors.green : colors.red)(plain(summary)))];
  for (const section of shown) {
    const isBad = fails(section.level, failOn);
    const tint = isBad ? colors.red : section.level ? colors.yellow : (text: string) => text;
    lines.push('', colors.bold(section.title));
    if (section.isBrief) {
      lines.push(...briefLines(section));
    } else {
      lines.push(...section.entries.flatMap((entry, i) => entryLines(entry, section.entries[i + 1], tint, colors.dim)));
    }
  }
  if (notes.length > 0) lines.push('', colors.bold('Notes'), ...notes.map((note) => `  ${plain(note)}`));
  return `${lines.join('\n')}\n`;
}

function briefLines({ entries }: Section): string[] {
  const width = (read: (entry: Entry) => string) => Math.max(...entries.map((entry) => plain(read(entry)).length));
  const [codes, subjects] = [width(({ code }) => code), width(({ subject }) => subject)];
  return entries.map(({ code, subject, message }) =>
    `  ${plain(subject).padEnd(subjects)}  ${plain(code).padEnd(codes)}  ${plain(message)}`.trimEnd(),
  );
}

function entryLines(
  { code, subject, message, advice, place }: Entry,
  next: Entry | undefined,
  tint: (text: string) => string,
  dim: (text: string) => string,
): string[] {
  const where = place && `${place.file}${place.line === undefined ? '' : `:${place.line}`}`;
  return [
    `  ${tint(plain(code))}  ${plain(subject)}${where ? `  ${dim(plain(where))}` : ''}`,
    ...(message === '' ? [] : [`      ${plain(message)}`]),
    // What several findings ask for is said once, after the last.
    ...(advice === undefined || advice === next?.advice ? [] : [`      > ${plain(advice)}`]),
  ];
}

/** A text in one line, which no agent of a pipeline takes for a command. */
function plain(text: string): string {
  return oneLine(text.replace(/\s+/g, ' '))
    .replace(/##\[|##vso\[/gi, (command) => `# ${command.slice(1)}`)
    .replace(/^::/, ': :');
}
