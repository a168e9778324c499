import { IConstruct } from 'constructs';
import { claim } from './registry';
import { isKnown, Problem } from './violations';

/** Claims a name that is unique in all of Azure, and tells which construct of the tree claimed it before. */
export function claimName(scope: IConstruct, type: string, name: string, code: string): Problem[] {
  if (!isKnown(name)) return [];
  const owner = claim(scope, `${type} name`, name.toLowerCase());
  return owner ? [{ code, message: `"${name}" is already the name of ${owner}; give one of them another name` }] : [];
}
