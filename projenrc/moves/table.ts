import { StackJson } from './bodies';
import { CASES } from './cases';
import { Case, synthesized } from './define';
import { Move, moveOf, ResourceMove } from './move';
import { GROUPS, optionsOf } from './options';

/** An option with what follows from each of its changes. */
export interface OptionMoves {
  readonly group: string;
  readonly option: string;
  /** What documents the option in its source. */
  readonly text: string;
  readonly moves: readonly OptionMove[];
}

/** One change of an option. */
interface OptionMove {
  readonly change?: string;
  readonly move: Move;
  readonly stacks: readonly [StackJson, StackJson];
}

/** What follows from other values of all options of the architectures. */
export function optionMoves(): OptionMoves[] {
  return GROUPS.flatMap((group) =>
    optionsOf(group).map(({ name, text }) => ({
      group: group.title,
      option: name,
      text,
      moves: (CASES[group.title]?.[name] ?? []).map(outcomeOf),
    })),
  );
}

function outcomeOf({ change, before, after }: Case): OptionMove {
  const stacks = [synthesized(before), synthesized(after)] as const;
  return { change, move: moveOf(...stacks), stacks };
}

/** The tables of all groups in Markdown: a row for what does more than change resources in place. */
export function moveTables(all: readonly OptionMoves[]): string {
  return GROUPS.map(({ title }) => {
    const options = all.filter(({ group }) => group === title);
    const rows = options.flatMap(({ option, moves }) =>
      moves
        .filter(({ move }) => !isHarmless(move))
        .map(({ change, move }) => ({ option: `\`${option}\`${change ? `: ${change}` : ''}`, follows: textOf(move) })),
    );
    const harmless = options.filter(({ moves }) => moves.every(({ move }) => isHarmless(move)));
    const inPlace = { option: harmless.map(({ option }) => `\`${option}\``).join(', '), follows: 'in place' };
    return [
      `### ${title}`,
      '',
      '| option | another value |',
      '|---|---|',
      ...joined([...rows, ...(harmless.length > 0 ? [inPlace] : [])]).map(
        ({ option, follows }) => `| ${option} | ${follows} |`,
      ),
    ].join('\n');
  }).join('\n\n');
}

interface Row {
  readonly option: string;
  readonly follows: string;
}

/** Rows of which the same follows, as one where the first of them stands. */
function joined(rows: readonly Row[]): Row[] {
  return [...new Set(rows.map(({ follows }) => follows))].map((follows) => ({
    option: rows
      .filter((row) => row.follows === follows)
      .map(({ option }) => option)
      .join(', '),
    follows,
  }));
}

/** Whether nothing of what is deployed goes. */
const isHarmless = ({ replaced, removed, refused }: Move) =>
  [replaced, removed, refused].every((each) => each.length === 0);

function textOf({ replaced, replacesAll, added, removed, refused }: Move): string {
  const gone = removed.filter((type) => !added.includes(type));
  const exchanged = removed.filter((type) => added.includes(type));
  const young = added.filter((type) => !removed.includes(type));
  return [
    ...(replacesAll ? ['replaces everything'] : replacedIn(replaced)),
    ...(exchanged.length > 0 ? [`exchanges ${typesIn(exchanged)}`] : []),
    ...(gone.length > 0 ? [`removes ${typesIn(gone)}`] : []),
    ...(young.length > 0 ? [`adds ${typesIn(young)}`] : []),
    ...refused,
  ].join('; ');
}

/** First what the option itself changes; then what hangs on it. */
function replacedIn(replaced: readonly ResourceMove[]): string[] {
  const own = replaced
    .filter(({ forcing, paths }) => forcing.some((path) => paths.includes(path)))
    .map(({ type }) => type);
  const others = replaced.map(({ type }) => type).filter((type) => !own.includes(type));
  if (own.length === 0) return [];
  return [`replaces ${typesIn(own)}${others.length > 0 ? `, with them ${typesIn(others)}` : ''}`];
}

/** Types as the tables name them, each once. */
export const typesIn = (types: readonly string[]) =>
  [...new Set(types)].map((type) => `\`${type.replace(/^azurerm_/, '')}\``).join(', ');
