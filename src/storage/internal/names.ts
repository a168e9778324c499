import { isKnown, Problem } from '../../core/internal/violations';
import { isContainerName } from '../private/names';

export { accountNameProblems } from '../private/names';

/** Reports what Azure would reject in the name of a container. */
export function containerNameProblems(name: string): Problem[] {
  if (!isKnown(name) || isContainerName(name)) return [];
  const message = `"${name}" is not a container name; use 3 to 63 lower-case letters, digits or single inner dashes`;
  return [{ code: 'storage/container-name', message }];
}
