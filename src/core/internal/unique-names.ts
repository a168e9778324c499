import { IConstruct } from 'constructs';
import { claim } from './registry';
import { isKnown, Problem } from './violations';

/** Claims a name that is unique in all of Azure, and tells which construct of the tree claimed it before. */
export function claimName(scope: IConstruct, type: string, name: string, code: string): Problem[] {
  if (!isKnown(name)) return [];
  const owner = claim(scope, `${type} name`, name.toLowerCase());
  return owner ? [{ code, message: `"${name}" is already the name of ${owner}; give one of them another name` }] : [];
}

/** Claims a name that is unique in its resource group, and tells which construct of the tree claimed it before. */
export function claimNameInGroup(
  scope: IConstruct,
  type: string,
  group: { readonly resourceGroupId: string },
  name: string,
): Problem[] {
  if (!isKnown(name)) return [];
  const owner = claim(scope, `${type} name in group`, `${group.resourceGroupId} ${name}`.toLowerCase());
  if (!owner) return [];
  const message = `"${name}" is already taken in this resource group by the ${type} ${owner}; give one of them another name`;
  return [{ code: 'core/duplicate-name', message }];
}
