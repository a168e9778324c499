import { Edge } from '../ordering/graph';
import { Rule } from '../ordering/rule';
import { ruleOf, RULES, shortName } from '../ordering/rules';

/** What waits for what by which rule, as a table: a row for each rule and the types that wait for the same ones. */
export function rulesTable(edges: readonly Edge[], isStated: boolean): string {
  const byRule = new Map<Rule, Edge[]>(RULES.map((rule) => [rule, []]));
  edges.forEach((edge) => {
    const rule = ruleOf(edge);
    if (rule) byRule.get(rule)!.push(edge);
  });
  const rows = [...byRule]
    .filter(([rule]) => isStatedEdge(rule) === isStated)
    .flatMap(([rule, of]) => rowsOf(rule, of));
  const header = ['waits', 'for', 'by', 'because'];
  return [header, header.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function rowsOf(rule: Rule, edges: readonly Edge[]): string[][] {
  const reason = `${rule.reason} ([source](${rule.source}))`;
  const targets = [...new Set(edges.map(({ to }) => shortName(to.type)))].sort();
  // A rule that no example needs is shown all the same.
  if (targets.length === 0) return [[patternOf(rule.from), patternOf(rule.to), patternOf(rule.via), reason]];
  const byWaiting = new Map<string, { readonly targets: string[]; readonly via: string[] }>();
  targets.forEach((target) => {
    const found = edges.filter(({ to }) => shortName(to.type) === target);
    const waiting = names(found.map(({ from }) => shortName(from.type)));
    const row = byWaiting.get(waiting) ?? { targets: [], via: [] };
    byWaiting.set(waiting, row);
    row.targets.push(target);
    row.via.push(...found.map(({ via }) => via));
  });
  return [...byWaiting].map(([waiting, row]) => [waiting, names(row.targets), names(row.via), reason]);
}

function isStatedEdge({ via }: Rule): boolean {
  return via.source === '^depends_on$';
}

function names(values: readonly string[]): string {
  return [...new Set(values)]
    .sort()
    .map((value) => `\`${value}\``)
    .join(', ');
}

function patternOf(pattern: RegExp): string {
  return `\`${pattern.source.replace(/[\^$]/g, '')}\``;
}
