import { ModelResource } from '../../../../model/model-resource';
import { ROLE_ASSIGNMENTS } from '../../../../topology/identity/grants';
import { isApplication, principalOf, principalsOf } from '../../../../topology/identity/principals';
import { RoleKind, SERVICE_OWNER } from '../../../../topology/identity/roles';
import { Caller, CallerKind } from '../../../../topology/signalr/callers';
import { Severity } from '../../../severity';
import { grantOnService } from '../../grant-on-service';
import { Rule, RuleVerdict } from '../../rule';
import { RuleContext } from '../../rule-context';

export const leastPrivilegeRole: Rule = {
  id: 'IAM2',
  name: 'LeastPrivilegeRole',
  severity: Severity.ERROR,
  types: ROLE_ASSIGNMENTS,
  controls: { benchmark: ['PA-7', 'PA-1'] },
  summary: 'Roles on a SignalR service permit what their holders need, and no more.',
  explanation:
    'Roles that manage the service read its keys, open its network and give roles to others, which no application needs.',
  link: 'https://learn.microsoft.com/azure/azure-signalr/signalr-concept-authorize-azure-active-directory',
  fix: 'Set role_definition_id of azurerm_role_assignment to SignalR App Server for hub servers, or SignalR Service Owner or REST API Owner for functions and other callers of the REST API; in this library signalr.connectServer and connectNegotiator choose it.',
  evaluate(assignment, context) {
    const grant = grantOnService(assignment, context);
    if (grant instanceof RuleVerdict) return grant;
    const { role } = grant;
    const services = [...grant.coverage].flatMap(([service, isCovered]) => (isCovered.isYes ? service : []));
    const id = `Role::${role.name}`;
    if (role.kind === RoleKind.TOO_MUCH) {
      const holds = isApplication(assignment, context.model);
      if (holds.isMaybe) return RuleVerdict.unknown(holds.because!);
      const power = role.power === undefined ? '' : `: ${role.power}`;
      if (holds.isNo) {
        const message = `${role.name} permits a person to manage a SignalR service${power}`;
        return RuleVerdict.violated({ id, message, severity: Severity.INFO });
      }
      const message = `${role.name} permits more than an application needs on a SignalR service${power}`;
      return RuleVerdict.violated({ id, message });
    }
    if (role.name !== SERVICE_OWNER) return RuleVerdict.compliant(`${role.name} permits data actions alone`);
    const holders = callersWith(assignment, services, context);
    const rest = holders.find(({ kind }) => kind === CallerKind.REST);
    if (rest) return RuleVerdict.compliant(`${SERVICE_OWNER} is what ${rest.app.path} needs, which calls the REST API`);
    const modes = services.map(modeOf);
    if (modes.length === 0 || modes.includes(undefined)) {
      return RuleVerdict.unknown('the mode of the service is not known');
    }
    if (!modes.every((mode) => mode === 'Default')) {
      return RuleVerdict.compliant(`${SERVICE_OWNER} is what Serverless applications need`);
    }
    if (holders.length === 0 || holders.some(({ kind }) => kind === CallerKind.UNKNOWN)) {
      return RuleVerdict.unknown('how the principal calls the service is not known');
    }
    const message = `${SERVICE_OWNER} opens the whole service, and hub servers need SignalR App Server alone`;
    return RuleVerdict.violated({ id, message, severity: Severity.WARNING });
  },
};

/** The apps that call a service as the principal of an assignment. */
function callersWith(assignment: ModelResource, services: readonly ModelResource[], context: RuleContext): Caller[] {
  const principal = principalOf(assignment);
  if (principal === undefined) return [];
  const all = services.flatMap((service) => context.topology.callers.of(service));
  return all.filter(({ app }) => principalsOf(app, context.model).keys.has(principal));
}

function modeOf(service: ModelResource): string | undefined {
  const mode = service.at('service_mode');
  return mode.isAbsent ? 'Default' : mode.knownText;
}
