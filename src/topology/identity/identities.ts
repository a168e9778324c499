import { Assignment } from './assignment';
import { expectedRolesOf } from './expected-roles';
import { ELIGIBLE, ROLE_ASSIGNMENTS } from './grants';
import { HOLDERS, IDENTITY, principalOf, principalsOf, RUNTIMES } from './principals';
import { roleIdOf, roleOf } from './roles';
import { Scope, ScopeKind } from './scope';
import { addTo } from '../../core/internal/add-to';
import { Certainty } from '../../core/internal/certainty';
import { ModelResource } from '../../model/model-resource';
import { TerraformModel } from '../../model/terraform-model';
import { plain, Value } from '../values';

/** A managed identity of a configuration. */
export interface Identity {
  /** Path of the identity, or of what it is the system-assigned identity of. */
  readonly key: string;
  readonly resource: ModelResource;
  readonly isSystemAssigned: boolean;
  /** Resources that run or call as the identity. */
  readonly hosts: readonly ModelResource[];
}

/** Way in which a role is assigned. */
export enum AssignmentKind {
  /** The configuration assigns it. */
  ASSIGNED = 'assigned',
  /** The role waits for an activation. */
  TO_ACTIVATE = 'eligible',
  /** The configuration asks another team to assign it. */
  ELSEWHERE = 'elsewhere',
}

/** A role, for whom it is, and where it counts. */
export interface AssignedRole {
  /** Path of the assignment, or of the output that asks another team for it. */
  readonly path: string;
  readonly kind: AssignmentKind;
  /** Key of the identity; `undefined` where the identity is outside of the configuration. */
  readonly principal?: string;
  /** Principal of the role, as the configuration names it. */
  readonly principalText: string;
  /** Name or id of the role; `undefined` where it is only known when Terraform runs. */
  readonly role?: string;
  /** Id of its definition, where the configuration names it. */
  readonly roleDefinitionId?: string;
  readonly scope: string;
  readonly scopeKind: ScopeKind;
  readonly condition?: string;
  readonly presence: Certainty;
}

/** Identities, and the resources that sign in with them. */
export interface IdentityFacts {
  readonly identities: readonly Identity[];
  readonly roles: readonly AssignedRole[];
  /** Values that decide what is not known, in sentences. */
  readonly unknown: readonly string[];
}

/** The managed identities of a configuration, who has them, and all roles that it assigns or asks for. */
export function identitiesOf(model: TerraformModel): IdentityFacts {
  const hosts = new Map<string, ModelResource[]>();
  const open: string[] = [];
  const types = [...HOLDERS].filter((type) => type !== IDENTITY);
  const holders = model.resources(...types, ...RUNTIMES);
  for (const holder of holders) {
    const { keys, allKnown } = principalsOf(holder, model);
    keys.forEach((key) => addTo(hosts, key, holder));
    if (!allKnown) open.push(`which identities ${holder.path} has is only known when Terraform runs`);
  }
  const own = [...model.resources(IDENTITY), ...model.dataSources(IDENTITY)].map((resource) => ({
    key: resource.path,
    resource,
    isSystemAssigned: false,
    hosts: hosts.get(resource.path) ?? [],
  }));
  const ofSystem = holders
    .filter(({ path }) => hosts.get(path)?.some((holder) => holder.path === path))
    .map((resource) => ({ key: resource.path, resource, isSystemAssigned: true, hosts: [resource] }));
  const expected = expectedRolesOf(model);
  return {
    identities: [...own, ...ofSystem],
    roles: [
      ...model
        .resources(...ROLE_ASSIGNMENTS)
        .map((each) =>
          assignedRole(each, each.type === ELIGIBLE ? AssignmentKind.TO_ACTIVATE : AssignmentKind.ASSIGNED, model),
        ),
      ...expected.assignments.map((each) => assignedRole(each, AssignmentKind.ELSEWHERE, model)),
    ],
    unknown: [...open, ...(expected.doubt === undefined ? [] : [expected.doubt])],
  };
}

function assignedRole(assignment: Assignment, kind: AssignmentKind, model: TerraformModel): AssignedRole {
  const [principal, scope, condition] = ['principal_id', 'scope', 'condition'].map((name) => assignment.at(name));
  return {
    path: assignment.path,
    kind,
    principal: principalOf(assignment) ?? runtimeOf(principal),
    principalText: textOf(principal),
    role: roleOf(assignment).name ?? assignment.at('role').knownText,
    roleDefinitionId: roleIdOf(assignment),
    scope: textOf(scope),
    scopeKind: Scope.of(assignment, scope, model).kind,
    condition: condition.isAbsent ? undefined : plain(condition.text),
    presence: assignment.presence,
  };
}

/** The key of what runs code with an identity of its own, where a role is assigned to that. */
function runtimeOf({ resource }: Value): string | undefined {
  return resource && RUNTIMES.includes(resource.type) ? resource.path : undefined;
}

/** Path of the resource that an id refers to, or the id itself. */
function textOf(id: Value): string {
  return id.resource?.path ?? plain(id.text);
}
