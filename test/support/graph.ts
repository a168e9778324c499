import { TerraformJson } from './synth';

/** Which resources and data sources each of them waits for, by `TYPE.ID` and `data.TYPE.ID`. */
export type Graph = ReadonlyMap<string, ReadonlySet<string>>;

/** The dependencies of a stack, those by reference and those by `depends_on`. */
export function graphOf(stack: TerraformJson): Graph {
  const resources = Object.entries(stack.resource ?? {});
  const dataSources = Object.entries(stack.data ?? {}).map(([type, byId]) => [`data.${type}`, byId] as const);
  const bodies = [...resources, ...dataSources].flatMap(([type, byId]) =>
    Object.entries(byId).map(([id, { '//': _, ...body }]) => [`${type}.${id}`, body] as const),
  );
  const names = bodies.map(([name]) => name);
  return new Map(bodies.map(([name, body]) => [name, new Set(references(JSON.stringify(body), names))]));
}

/** What a resource waits for, directly or through others. */
export function reachable(graph: Graph, from: string): Set<string> {
  const seen = new Set<string>();
  const visit = (name: string) =>
    graph.get(name)?.forEach((next) => {
      if (seen.has(next)) return;
      seen.add(next);
      visit(next);
    });
  visit(from);
  return seen;
}

function references(text: string, names: string[]): string[] {
  return names.filter((name) => new RegExp(`(?<![\\w-])${name.replace(/\./g, '\\.')}(?![\\w-])`).test(text));
}
