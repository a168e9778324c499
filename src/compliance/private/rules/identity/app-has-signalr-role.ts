import { ModelResource } from '../../../../model/model-resource';
import { APPS_AND_SLOTS } from '../../../../topology/apps/app-types';
import { settingsOf } from '../../../../topology/apps/settings';
import { Grants, ScopeKind } from '../../../../topology/identity/grants';
import { principalOf, Principals, principalsOf } from '../../../../topology/identity/principals';
import { APP_SERVER, REST_API_OWNER, REST_API_READER, Role, RoleKind } from '../../../../topology/identity/roles';
import { CallerKind } from '../../../../topology/signalr/callers';
import { signalrSettings } from '../../../../topology/signalr/connections';
import { Severity } from '../../../severity';
import { Rule, RuleVerdict } from '../../rule';

/** Roles of SignalR that do not let an application work in a mode; callers of the REST API need the same in each. */
const TOO_LITTLE: Readonly<Record<string, readonly string[]>> = {
  Default: [REST_API_OWNER, REST_API_READER],
  Serverless: [APP_SERVER, REST_API_READER],
};

/** A service that an app calls. */
interface Use {
  readonly service: ModelResource;
  /** Whether the app calls it over the REST API alone. */
  readonly isRest: boolean;
}

/** An application registration is another principal than the identity of the app. */
const OTHER_PRINCIPAL = /AuthType\s*=\s*azure\.app\b/i;

export const appHasSignalRRole: Rule = {
  id: 'IAM1',
  name: 'AppHasSignalRRole',
  severity: Severity.ERROR,
  types: APPS_AND_SLOTS,
  controls: { benchmark: ['PA-7', 'IM-1'] },
  summary: 'Each app holds a data role on the SignalR service that it uses.',
  explanation: 'Without a role the service refuses the app, and the way out that people take is to turn keys on again.',
  link: 'https://learn.microsoft.com/azure/azure-signalr/signalr-howto-authorize-managed-identity',
  fix: 'Add azurerm_role_assignment with SignalR App Server for a hub server, or SignalR Service Owner for functions and other callers of the REST API; in this library signalr.connectServer and connectNegotiator assign it.',
  evaluate(app, context) {
    const settings = settingsOf(app);
    if (!settings) return RuleVerdict.unknown('the settings are only known when Terraform runs');
    const connections = signalrSettings(settings).filter(({ value }) => !OTHER_PRINCIPAL.test(value.text));
    if (connections.length === 0) {
      return RuleVerdict.notApplicable('it signs in to no SignalR service with its identity');
    }
    const named = connections.map(({ value }) => context.topology.connections.servicesIn(value));
    const services = new Set(named.flatMap((each) => each.services));
    const principals = principalsOf(app, context.model);
    const all = context.topology.grants;
    const uses = [...services].map((service): Use => {
      const own = context.topology.callers.of(service).filter((caller) => caller.app === app);
      return { service, isRest: own.length > 0 && own.every(({ kind }) => kind === CallerKind.REST) };
    });
    const refused = uses.filter((use) => !isGranted(use, principals, all));
    const certain = refused.filter((use) => principals.allKnown && !mayBeGranted(use, all));
    if (certain.length > 0) {
      const paths = certain.map(({ service }) => service.path).join(', ');
      return RuleVerdict.violated({ message: `it holds no role that opens ${paths}` });
    }
    if (refused.length > 0) return RuleVerdict.unknown('whom the roles on the service are assigned to is not known');
    if (named.some(({ others }) => others)) {
      return RuleVerdict.unknown('it names a service that is not in the construct tree');
    }
    return RuleVerdict.compliant('its identity holds a role on the service');
  },
};

function isGranted(use: Use, { keys }: Principals, { byService, byAssignment }: Grants): boolean {
  return (byService.get(use.service) ?? []).some((assignment) => {
    const principal = principalOf(assignment);
    const isKnown = principal !== undefined && assignment.presence.isYes;
    return isKnown && keys.has(principal) && opens(use, byAssignment.get(assignment)!.role);
  });
}

/** Whether there are assignments to principals, such as groups, that the app may be one of. */
function mayBeGranted(use: Use, { byService, byAssignment, elsewhere }: Grants): boolean {
  return [...(byService.get(use.service) ?? []), ...elsewhere].some((assignment) => {
    const { role, scope } = byAssignment.get(assignment)!;
    const mayOpen = opens(use, role) || role.kind === RoleKind.UNKNOWN;
    const isKnown = scope !== ScopeKind.UNKNOWN && role.kind !== RoleKind.UNKNOWN && assignment.presence.isYes;
    return mayOpen && !(isKnown && principalOf(assignment) !== undefined);
  });
}

function opens({ service, isRest }: Use, { kind, name = '' }: Role): boolean {
  const mode = service.at('service_mode');
  const tooLittle = TOO_LITTLE[isRest ? 'Serverless' : mode.isAbsent ? 'Default' : mode.text] ?? [];
  return kind === RoleKind.DATA && !tooLittle.includes(name);
}
