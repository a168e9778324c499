import { IConstruct } from 'constructs';
import { isKnown, Problem } from './violations';

const namesByRoot = new WeakMap<IConstruct, Map<string, string>>();

/**
 * Claims a name that is unique in all of Azure, and tells which construct of the tree claimed it before.
 *
 * The claim is made while the tree is built, so the check costs one look-up for each resource instead of a tree walk.
 */
export function claimName(scope: IConstruct, type: string, name: string, code: string): Problem[] {
  if (!isKnown(name)) return [];
  const root = scope.node.root;
  const claims = namesByRoot.get(root) ?? new Map<string, string>();
  namesByRoot.set(root, claims);
  const key = `${type} ${name.toLowerCase()}`;
  const owner = claims.get(key);
  if (!owner) claims.set(key, scope.node.path);
  return owner ? [{ code, message: `"${name}" is already the name of ${owner}; give one of them another name` }] : [];
}
