import { RuleVerdict } from './rule';
import { RuleContext } from './rule-context';
import { ModelResource } from '../../model/model-resource';
import { Grant, ScopeKind } from '../../topology/identity/grants';
import { RoleKind } from '../../topology/identity/roles';

/** What a role assignment gives on SignalR services; a verdict where it gives nothing there, or that is not known. */
export function grantOnService(assignment: ModelResource, context: RuleContext): Grant | RuleVerdict {
  const grant = context.topology.grants.byAssignment.get(assignment)!;
  const { role, scope, isOnService, services } = grant;
  const covers = isOnService || services.size > 0;
  if (role.kind === RoleKind.DATA) return grant;
  if (role.kind === RoleKind.NOTHING) return RuleVerdict.notApplicable(`${role.name} does not open a SignalR service`);
  if (role.kind === RoleKind.UNKNOWN) {
    return isOnService || (covers && role.name === undefined)
      ? RuleVerdict.unknown('what the role permits is not known')
      : RuleVerdict.notApplicable('the role is not known to be one for SignalR');
  }
  if (covers) return grant;
  return scope === ScopeKind.UNKNOWN
    ? RuleVerdict.unknown('the scope is only known when Terraform runs')
    : RuleVerdict.notApplicable('no SignalR service is in the scope');
}
