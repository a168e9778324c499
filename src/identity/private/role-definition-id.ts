import { isGuid } from '../../core/internal/guid';
import { isKnown, Problem } from '../../core/internal/violations';

const DEFINITION_ID = /^(\/subscriptions\/[^/\s]+)?\/providers\/Microsoft\.Authorization\/roleDefinitions\/([^/]+)$/i;

/** Reports why a text cannot be the Azure id of a role definition. */
export function definitionIdProblems(id: string): Problem[] {
  if (!isKnown(id) || isGuid(DEFINITION_ID.exec(id)?.[2] ?? '')) return [];
  return [notADefinition(id, 'one such as /subscriptions/.../providers/Microsoft.Authorization/roleDefinitions/GUID')];
}

/** Reports why a text cannot be the GUID of a built-in role. */
export function builtInRoleProblems(guid: string): Problem[] {
  return !isKnown(guid) || isGuid(guid) ? [] : [notADefinition(guid, 'its GUID')];
}

function notADefinition(given: string, form: string): Problem {
  return { code: 'identity/role-definition', message: `"${given}" is not the id of a role definition; use ${form}` };
}
