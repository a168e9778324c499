import { ModelResource } from '../../../../model/model-resource';
import { RoleKind, SERVICE_OWNER } from '../../../../topology/identity/roles';
import { Severity } from '../../../severity';
import { grantOnService } from '../../grant-on-service';
import { Rule, RuleVerdict } from '../../rule';

export const leastPrivilegeRole: Rule = {
  id: 'IAM2',
  name: 'LeastPrivilegeRole',
  severity: Severity.ERROR,
  types: ['azurerm_role_assignment'],
  controls: { benchmark: ['PA-7', 'PA-1'] },
  summary: 'Roles on a SignalR service give what its mode needs, and no more.',
  explanation:
    'Roles that manage the service read its keys, open its network and give roles to others, which no application needs.',
  link: 'https://learn.microsoft.com/azure/azure-signalr/signalr-concept-authorize-azure-active-directory',
  fix: 'Set role_definition_id of azurerm_role_assignment to SignalR App Server for Default mode, or SignalR Service Owner or REST API Owner for Serverless; in this library signalr.connectServer and connectNegotiator choose it.',
  evaluate(assignment, context) {
    const grant = grantOnService(assignment, context);
    if (grant instanceof RuleVerdict) return grant;
    const { role, services } = grant;
    const id = `Role::${role.name}`;
    if (role.kind === RoleKind.TOO_MUCH) {
      return RuleVerdict.violated({
        id,
        message: `${role.name} gives more than an application needs on a SignalR service`,
      });
    }
    if (role.name !== SERVICE_OWNER) return RuleVerdict.compliant(`${role.name} gives data actions alone`);
    const modes = [...services].map(modeOf);
    if (modes.length > 0 && modes.every((mode) => mode === 'Default')) {
      const message = `${SERVICE_OWNER} opens the whole service, and hub servers need SignalR App Server alone`;
      return RuleVerdict.violated({ id, message, severity: Severity.WARNING });
    }
    return modes.length === 0 || modes.includes(undefined)
      ? RuleVerdict.unknown('the mode of the service is not known')
      : RuleVerdict.compliant(`${SERVICE_OWNER} is what Serverless applications need`);
  },
};

function modeOf(service: ModelResource): string | undefined {
  const mode = service.at('service_mode');
  return mode.isAbsent ? 'Default' : mode.knownText;
}
