import { RuleVerdict } from './rule';
import { RuleContext } from './rule-context';
import { Certainty } from '../../core/internal/certainty';
import { ModelResource } from '../../model/model-resource';
import { Grant } from '../../topology/identity/grants';
import { RoleKind } from '../../topology/identity/roles';
import { ScopeKind } from '../../topology/identity/scope';

/** Rights of a role assignment on SignalR services; a verdict where it gives none there, or that is not known. */
export function grantOnService(assignment: ModelResource, context: RuleContext): Grant | RuleVerdict {
  const grant = context.topology.grants.byAssignment.get(assignment)!;
  const { role, scope, isOnService, coverage } = grant;
  const covers = isOnService ? Certainty.YES : Certainty.any(coverage.values());
  if (role.kind === RoleKind.DATA) return grant;
  if (role.kind === RoleKind.NOTHING) {
    return RuleVerdict.notApplicable(`${role.name} does not permit access to a SignalR service`);
  }
  if (role.kind === RoleKind.UNKNOWN) {
    return isOnService || (covers.isYes && role.name === undefined)
      ? RuleVerdict.unknown('what the role permits is not known')
      : RuleVerdict.notApplicable('whether the role is for SignalR is not known');
  }
  if (covers.isYes) return grant;
  if (scope === ScopeKind.UNKNOWN) return RuleVerdict.unknown('the scope is only known when Terraform runs');
  return covers.isMaybe
    ? RuleVerdict.unknown('whether a SignalR service is in the scope is not known')
    : RuleVerdict.notApplicable('no SignalR service is in the scope');
}
