import { isGuid } from '../../core/internal/guid';
import { isKnown, Problem } from '../../core/internal/violations';

/** Problems with the object id of a principal. */
export function principalIdProblems(principalId: string): Problem[] {
  if (!isKnown(principalId) || isGuid(principalId)) return [];
  const message = `"${principalId}" is not an object id of Microsoft Entra ID; use the GUID of the principal, not its name`;
  return [{ code: 'identity/principal-id', message }];
}
