import type { CodeRows } from './row';

/** Codes under the heading "Identities and roles". */
export const IDENTITY = {
  'identity/client-id': ['not a client id', "the GUID of the identity's application"],
  'identity/condition': ['the condition is empty', 'leave it out'],
  'identity/custom-role': [
    'name, actions or scopes of a role are missing or invalid, or Azure does not assign it there',
    'correct it as the message says',
  ],
  'identity/description': ['the description is empty', 'say why, or leave it out'],
  'identity/duplicate-assignment': [
    'the principal has the role at this scope already',
    'use that assignment, or join the conditions',
    'synth',
  ],
  'identity/identity-id': ['not the id of a user-assigned identity', 'give the whole Azure id'],
  'identity/name': ['Azure rejects the name', '3 to 128 letters, digits, dashes or underscores'],
  'identity/principal-id': ['not an object id', 'the GUID of the principal, not its name'],
  'identity/role-definition': ['not the id of a role definition', 'its GUID or whole id'],
  'identity/role-mode': ['the role does not permit what the app does on the service', 'the role in the message'],
  'identity/role-scope': [
    'not an id of that level; a group that is given as a resource is reported by the validation of the stack',
    'the factory of `RoleScope` for the level',
  ],
  'identity/wide-scope': ['more than one resource inherits the role', '`RoleScope.resource(id)`', 'warning'],
} satisfies CodeRows;
