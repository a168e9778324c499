import { Figure, Results } from '../measure/results';

/** The results as Markdown. */
export function toMarkdown(results: Results): string {
  const { machine, targets, load, cold, scale, variants, check, chains } = results;
  return [
    `Measured by \`${results.command}\` with Node.js ${machine.node} on ${machine.cores} cores (${machine.processor}), ${machine.memory} of memory.`,
    table(
      ['ratio, or seconds', 'measured', 'goal, at most'],
      targets.map((target) => [target.name, ratio(target.value), target.limit.toFixed(2)]),
    ),
    '### Start of a process',
    table(
      ['loading of', 'ms'],
      Object.entries(load).map(([name, time]) => [name, milliseconds(time)]),
    ),
    table(
      ['process that synthesizes the main example', 'ms'],
      [
        ['with the library', milliseconds(cold.library)],
        ['with the library, without security baseline and check of connectivity', milliseconds(cold.unchecked)],
        ['with the twin', milliseconds(cold.twin)],
      ],
    ),
    '### Number of apps',
    table(
      ['apps', 'rounds', 'library, ms', 'per app, ms', 'twin, ms', 'ratio', 'library, peak MiB', 'twin, peak MiB'],
      scale.map((each) => [
        each.apps.toLocaleString('en'),
        String(each.rounds),
        milliseconds(each.library),
        each.library === null ? milliseconds(null) : (each.library / each.apps).toFixed(1),
        milliseconds(each.twin),
        ratio(each.ratio),
        mebibytes(each.libraryMemory),
        mebibytes(each.twinMemory),
      ]),
    ),
    '### 100 apps',
    table(
      ['what', 'ms'],
      Object.entries(variants).map(([name, time]) => [name, milliseconds(time)]),
    ),
    '### Checks of plans',
    table(
      ['process', 'ms'],
      [
        ['Node.js that does nothing', milliseconds(check.nothing)],
        ['`secure-signalr check` of the plan of the main example', milliseconds(check.example)],
        ['of a plan with 1,000 resources', milliseconds(check.few)],
        ['of a plan with 10,000 resources', milliseconds(check.many)],
      ],
    ),
    '### Longest chain of a deployment',
    table(
      ['example', 'longest chain, s', 'lower bound, s', 'ratio', 'edges that no rule forces', 'along'],
      chains.map((each) => [
        each.example,
        String(each.seconds),
        String(each.lowerBound),
        ratio(each.ratio),
        each.unforced.join('<br>') || 'none',
        each.chain.join(', '),
      ]),
    ),
  ].join('\n\n');
}

function ratio(value: Figure): string {
  return value === null ? 'not finished in time' : value.toFixed(2);
}

function milliseconds(value: Figure): string {
  return value === null ? 'not finished in time' : Math.round(value).toLocaleString('en');
}

function mebibytes(value: Figure): string {
  return value === null ? '-' : Math.round(value).toLocaleString('en');
}

function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(header), line(header.map(() => '---')), ...rows.map(line)].join('\n');
}
