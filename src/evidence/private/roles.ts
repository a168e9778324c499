import { sortedBy, sortedTexts, withoutSecrets } from './facts';
import { EvidenceScope } from './scope';
import { AssignedRole, AssignmentKind, identitiesOf } from '../../topology/identity/identities';
import { ScopeKind } from '../../topology/identity/scope';
import { nameOf } from '../../topology/network/label';

/** A role of an identity. */
export interface RoleFact {
  readonly role?: string;
  readonly roleDefinitionId?: string;
  readonly scope: string;
  readonly scopeKind: ScopeKind;
  readonly condition?: string;
  /** Way of the assignment: by the configuration, after an activation, or by another team. */
  readonly state: AssignmentKind;
  /** Path of the assignment, or of the output that asks for it. */
  readonly writtenBy: string;
  /** For whom it is, where that is no identity of the configuration. */
  readonly principal?: string;
  /** Values that decide whether the assignment exists. */
  readonly unknown?: string;
}

/** A managed identity, who has it, and what it may do. */
export interface IdentityFact {
  readonly identity: string;
  readonly name: string;
  readonly kind: 'user-assigned' | 'system-assigned';
  readonly hosts: readonly string[];
  readonly roles: readonly RoleFact[];
}

/** Roles of each identity. */
export interface Roles {
  readonly identities: readonly IdentityFact[];
  /** Roles of people, groups, and what else is not a managed identity of the configuration. */
  readonly others: readonly RoleFact[];
  readonly unknown: readonly string[];
}

/** The identities of a configuration with their roles. */
export function rolesOf({ model, isAsked }: EvidenceScope): Roles {
  const facts = identitiesOf(model);
  const asked = facts.identities.filter(({ resource, hosts }) => isAsked(resource) || hosts.some(isAsked));
  const known = new Set(facts.identities.map(({ key }) => key));
  const identities = asked.map(({ key, resource, isSystemAssigned, hosts }): IdentityFact => {
    return {
      identity: key,
      name: nameOf(resource),
      kind: isSystemAssigned ? 'system-assigned' : 'user-assigned',
      hosts: sortedTexts(hosts.map(({ path }) => path)),
      roles: inOrder(facts.roles.filter(({ principal }) => principal === key).map((role) => factOf(role))),
    };
  });
  const assigned = new Map(model.all.map((resource) => [resource.path, resource]));
  const others = facts.roles
    .filter(({ principal }) => principal === undefined || !known.has(principal))
    .filter(({ path }) => isAsked(assigned.get(path)!));
  return withoutSecrets({
    identities: sortedBy(
      identities,
      ({ identity }) => identity,
      ({ kind }) => kind,
    ),
    others: inOrder(others.map((role) => ({ ...factOf(role), principal: role.principalText }))),
    unknown: sortedTexts(facts.unknown),
  });
}

function factOf({ path, kind, presence, ...role }: AssignedRole): RoleFact {
  return {
    role: role.role,
    roleDefinitionId: role.roleDefinitionId,
    scope: role.scope,
    scopeKind: role.scopeKind,
    condition: role.condition,
    state: kind,
    writtenBy: path,
    unknown: presence.because,
  };
}

function inOrder(roles: readonly RoleFact[]): RoleFact[] {
  return sortedBy(
    roles,
    ({ writtenBy }) => writtenBy,
    ({ role }) => role,
    ({ scope }) => scope,
  );
}
