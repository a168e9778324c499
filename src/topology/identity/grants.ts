import { Assignment } from './assignment';
import { expectedRolesOf } from './expected-roles';
import { principalOf, Principals } from './principals';
import { Role, roleOf } from './roles';
import { Scope, ScopeKind } from './scope';
import { addTo } from '../../core/internal/add-to';
import { Certainty } from '../../core/internal/certainty';
import { ModelResource } from '../../model/model-resource';
import { TerraformModel } from '../../model/terraform-model';
import { SIGNALR } from '../signalr/connections';
import { Value } from '../values';

/** Role assignments, also those of Privileged Identity Management, which are active, or wait for an activation. */
export const ELIGIBLE = 'azurerm_pim_eligible_role_assignment';
export const ROLE_ASSIGNMENTS = ['azurerm_role_assignment', 'azurerm_pim_active_role_assignment', ELIGIBLE];

/** Permissions that a role assignment gives. */
export interface Grant {
  readonly assignment: Assignment;
  readonly role: Role;
  readonly scope: ScopeKind;
  /** Reports whether the scope is a SignalR service itself. */
  readonly isOnService: boolean;
  /** The SignalR services of the tree that the scope is or contains, or may contain. */
  readonly coverage: ReadonlyMap<ModelResource, Certainty>;
}

/** Permissions that all role assignments of a tree give. */
export interface Grants {
  readonly byAssignment: ReadonlyMap<Assignment, Grant>;
  /** Grants that cover a service, or may cover it; also those that another team is asked to assign. */
  readonly byService: ReadonlyMap<ModelResource, readonly Grant[]>;
  /** Reason why another team may be asked for more. */
  readonly doubt?: string;
}

/** Collects the permissions that the role assignments of a tree give. */
export function grantsOf(model: TerraformModel): Grants {
  const grants = model.resources(...ROLE_ASSIGNMENTS).map((assignment) => grantOf(assignment, model));
  const { assignments, doubt } = expectedRolesOf(model);
  const expected = assignments.map((assignment) => grantOf(assignment, model));
  const byService = new Map<ModelResource, Grant[]>();
  [...grants, ...expected].forEach((grant) => grant.coverage.forEach((_, service) => addTo(byService, service, grant)));
  return { byAssignment: new Map(grants.map((grant) => [grant.assignment, grant])), byService, doubt };
}

function grantOf(assignment: Assignment, model: TerraformModel): Grant {
  const value = assignment.at('scope');
  const { resource } = value.resource ? value : model.target(value, SIGNALR);
  const isService = resource?.type === SIGNALR;
  const scope = Scope.of(assignment, value, model);
  // Most assignments are on one service, so the others need not be asked.
  const services = isService ? [resource] : model.resources(SIGNALR);
  const coverage = services.map((service): [ModelResource, Certainty] => [
    service,
    isService
      ? Certainty.YES
      : Certainty.all([scope.covers(service), scope.isSubscriptionOf(service), service.presence]),
  ]);
  return {
    assignment,
    role: roleOf(assignment),
    scope: scope.kind,
    isOnService: isService || /\/providers\/Microsoft\.SignalRService\//i.test(value.text),
    coverage: new Map(coverage.filter(([, isCovered]) => !isCovered.isNo)),
  };
}

/** Reports whether a principal holds a role that a test accepts, also a role that another team is asked to assign. */
export function holdsRole(
  holder: Principals,
  model: TerraformModel,
  accepts: (assignment: Assignment) => Certainty,
): Certainty {
  const expected = expectedRolesOf(model);
  // Applications cannot activate the roles that they are eligible for.
  const own = model.resources(...ROLE_ASSIGNMENTS).filter(({ type }) => type !== ELIGIBLE);
  const answers = [...own, ...expected.assignments].map((assignment) =>
    Certainty.all([
      accepts(assignment),
      isHeld(principalOf(assignment), assignment.at('principal_id'), holder),
      assignment.presence,
    ]),
  );
  return Certainty.any([...answers, expected.doubt === undefined ? Certainty.NO : Certainty.maybe(expected.doubt)]);
}

/**
 * An id that is written as text, or that only Terraform knows, may be that of the holder, or of a group that it is in.
 */
export function isHeld(key: string | undefined, id: Value, { keys, allKnown }: Principals): Certainty {
  if (key !== undefined && keys.has(key)) return Certainty.YES;
  if (key !== undefined && allKnown) return Certainty.NO;
  return Certainty.maybe(`whether ${id.decidedBy || id.text || 'a principal'} is its identity is not known`);
}
