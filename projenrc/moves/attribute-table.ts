import { attributesOf, bodiesOf, StackJson, typeOf } from './bodies';
import { app, serverless, synthesized } from './define';
import { OptionMoves, typesIn } from './table';
import { FunctionHost } from '../../src';
import { replacedSometimes, replacingPaths } from '../../src/model/terraform/replacement';

/** What the architectures write for azurerm 5 alone is in these. */
const FOR_AZURERM_5 = [app({}, {}), serverless({}, { host: FunctionHost.flexConsumption() })];

/** The table of attributes that force replacement, of those that the architectures write. */
export function attributeTable(all: readonly OptionMoves[]): string {
  const stacks = [
    ...all.flatMap(({ moves }) => moves).flatMap((move) => move.stacks),
    ...FOR_AZURERM_5.map(({ after }) => synthesized(after, { azurermMajor: 5 })),
  ];
  const rows = [...writtenIn(stacks)]
    .filter(([type]) => type.startsWith('azurerm_'))
    .sort(([one], [other]) => one.localeCompare(other))
    .map(([type, paths]) => `| ${typesIn([type])} | ${forcingIn(type, [...paths].sort()).join(', ')} |`);
  return ['| resource | attributes |', '|---|---|', ...rows].join('\n');
}

/** The paths that stacks write, by types. */
function writtenIn(stacks: readonly StackJson[]): Map<string, Set<string>> {
  const written = new Map<string, Set<string>>();
  for (const [address, body] of stacks.flatMap((stack) => [...bodiesOf(stack)])) {
    const paths = written.get(typeOf(address)) ?? new Set<string>();
    [...attributesOf(body).keys()].forEach((path) => paths.add(path.replace(/\.#$/, '')));
    written.set(typeOf(address), paths);
  }
  return written;
}

function forcingIn(type: string, paths: readonly string[]): string[] {
  const [four, five] = [4, 5].map((major) => replacingPaths(type, major)!);
  const forcing = paths.filter((path) => four.includes(path) || five.includes(path) || replacedSometimes(type, path));
  return forcing.map((path) => {
    if (four.includes(path) && five.includes(path)) return `\`${path}\``;
    if (four.includes(path)) return `\`${path}\` with azurerm 4`;
    const sometimes = replacedSometimes(type, path);
    return `\`${path}\` ${[...(five.includes(path) ? ['with azurerm 5'] : []), ...(sometimes ? [sometimes] : [])].join(', otherwise ')}`;
  });
}
