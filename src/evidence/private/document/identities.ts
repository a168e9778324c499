import { notes, textTable } from './text-table';
import { Markup, markup } from '../../../page/markup';
import { RoleFact, Roles } from '../roles';

const HEADS = ['Role', 'Scope', 'Scope is a', 'State', 'Written by', 'Condition', 'Not known'];

/** Roles of each identity. */
export function identitySections({ identities, others, unknown }: Roles): Markup {
  return markup`<section>
<h2>Identities and roles</h2>
${identities.map(
  ({ identity, name, kind, hosts, roles }) => markup`<h3>${name}</h3>
<p class="muted">${identity}; ${kind}; held by ${hosts.join(', ') || 'nothing in the configuration'}</p>
${textTable(`Roles of ${name}`, HEADS, roles.map(rowOf), 'The configuration assigns no role to it.')}`,
)}${textTable(
    'Roles of others',
    ['For', ...HEADS],
    others.map((role) => [role.principal!, ...rowOf(role)]),
    'The configuration assigns no role to another principal.',
  )}${notes('Not known:', unknown)}</section>
`;
}

function rowOf({ role, roleDefinitionId, scope, scopeKind, state, writtenBy, condition = '', unknown = '' }: RoleFact) {
  return [role ?? roleDefinitionId ?? 'unknown', scope, scopeKind, state, writtenBy, condition, unknown];
}
