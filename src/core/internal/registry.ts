import { IConstruct } from 'constructs';

const registries = new WeakMap<IConstruct, Map<string, Map<string, unknown>>>();

/**
 * Facts that the constructs of one tree have registered about a topic, by key.
 *
 * Checks between constructs look things up here while the tree is built, which costs one look-up for each resource
 * instead of a walk over the tree. Keys may be tokens: a construct gives the same token for an attribute each time.
 */
export function registry<T>(scope: IConstruct, topic: string): Map<string, T> {
  const root = scope.node.root;
  const topics = registries.get(root) ?? new Map<string, Map<string, unknown>>();
  registries.set(root, topics);
  const entries = topics.get(topic) ?? new Map<string, unknown>();
  topics.set(topic, entries);
  return entries as Map<string, T>;
}

/** A key made of Azure ids and names, which Azure compares without regard to letter case. */
export function keyOf(...parts: (string | undefined)[]): string {
  return parts.join(' ').toLowerCase();
}

/** Reports whether a construct is still there: `tryRemoveChild` takes constructs away. */
export function isInTree({ node }: IConstruct): boolean {
  return node.scopes.every((each, i, scopes) => i === 0 || scopes[i - 1].node.tryFindChild(each.node.id) === each);
}
