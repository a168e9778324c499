import { ROLE_ASSIGNMENTS } from '../../../../topology/identity/grants';
import { isApplication } from '../../../../topology/identity/principals';
import { RoleKind } from '../../../../topology/identity/roles';
import { ScopeKind } from '../../../../topology/identity/scope';
import { Severity } from '../../../severity';
import { grantOnService } from '../../grant-on-service';
import { Rule, RuleVerdict } from '../../rule';

export const roleScopeIsResource: Rule = {
  id: 'IAM3',
  name: 'RoleScopeIsResource',
  severity: Severity.WARNING,
  types: ROLE_ASSIGNMENTS,
  controls: { benchmark: ['PA-7'] },
  summary: 'Roles for SignalR are assigned on the service itself.',
  explanation:
    'A role on a group or subscription also permits access to every other service in it, also to later ones. PSRule requires the opposite (AZR-000207) for people who manage a group; an application calls one service.',
  link: 'https://learn.microsoft.com/azure/azure-signalr/signalr-concept-authorize-azure-active-directory',
  fix: 'Set scope of azurerm_role_assignment to the id of azurerm_signalr_service; in this library signalr.connectServer and connectNegotiator do so.',
  evaluate(assignment, context) {
    const grant = grantOnService(assignment, context);
    if (grant instanceof RuleVerdict) return grant;
    const { scope } = grant;
    if (scope === ScopeKind.UNKNOWN) return RuleVerdict.unknown('the scope is only known when Terraform runs');
    if (scope === ScopeKind.RESOURCE) return RuleVerdict.compliant('the scope is one resource');
    const message = `${grant.role.name} is assigned on a ${NOUNS[scope]}, not on a SignalR service`;
    const holds = isApplication(assignment, context.model);
    // Who gets a role of SignalR wants to call a service; a general one is for whatever is in the scope.
    if (holds.isMaybe && grant.role.kind !== RoleKind.DATA) return RuleVerdict.unknown(holds.because!);
    const severity = holds.isNo ? { severity: Severity.INFO } : {};
    return RuleVerdict.violated({ id: `Scope::${scope}`, message, ...severity });
  },
};

const NOUNS = {
  [ScopeKind.RESOURCE_GROUP]: 'resource group',
  [ScopeKind.SUBSCRIPTION]: 'subscription',
  [ScopeKind.MANAGEMENT_GROUP]: 'management group',
};
