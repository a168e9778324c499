import type { CodeRows } from './row';

/** Codes under the heading "Identities and roles". */
export const IDENTITY = {
  'identity/assignable-scope': [
    'a custom role is assigned outside of its assignable scopes',
    'add the scope to `assignableScopes` of the role, or assign it within them',
    'synth',
  ],
  'identity/assigned-before': [
    'a role is assigned already where `ExpectedRoles` is to leave all to another team',
    'call `ExpectedRoles.attach` before roles are granted',
  ],
  'identity/client-id': ['the id is not a client id', "use the GUID of the identity's application"],
  'identity/condition': [
    "the condition of a role assignment is empty, too long, or not in Azure's grammar",
    'correct the part that the message names; see the [format](https://learn.microsoft.com/azure/role-based-access-control/conditions-format)',
  ],
  'identity/custom-role': [
    'name, actions or scopes of a role are missing or invalid, or Azure does not assign the role at the scope',
    'give a name of 1 to 512 characters, actions, and scopes with at most one management group',
  ],
  'identity/description': ['the description is empty', 'say why the role is granted, or leave the description out'],
  'identity/duplicate-assignment': [
    'the principal has the role at this scope already',
    'use that assignment, or join the conditions',
    'synth',
  ],
  'identity/identity-id': ['the id is not that of a user-assigned identity', 'give the full resource ID'],
  'identity/name': ['Azure rejects the name', 'use 3 to 128 letters, digits, dashes or underscores'],
  'identity/principal-id': ['the id is not an object id', 'use the GUID of the principal, not its name'],
  'identity/role-definition': ['the id is not that of a role definition', 'give its GUID or full resource ID'],
  'identity/role-mode': ['the role does not permit what the app does on the service', 'use the role in the message'],
  'identity/role-scope': [
    'the id is not of that level; the validation of the stack reports a group that is given as a resource',
    'use the factory of `RoleScope` for the level',
  ],
  'identity/wide-scope': ['more than one resource inherits the role', 'use `RoleScope.resource(id)`', 'warning'],
} satisfies CodeRows;
