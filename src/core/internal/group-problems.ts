import { ArmIdForm } from './arm-id';
import { isKnown, Problem } from './violations';

/** Form of the ids of resource groups. */
export const RESOURCE_GROUP_ID = new ArmIdForm(undefined, 'core/resource-group-id', 'a resource group');

/** Reports what Azure would reject in the name of a resource group. */
export function groupNameProblems(name: string): Problem[] {
  if (!isKnown(name) || /^[-\w.()]{0,89}[-\w()]$/.test(name)) return [];
  const message = `"${name}" is not a resource group name; use 1 to 90 letters, digits, dashes, underscores, periods or parentheses, not ending with a period`;
  return [{ code: 'core/resource-group-name', message }];
}
