import { Certainty } from '../../../../core/internal/certainty';
import { ModelResource } from '../../../../model/model-resource';
import { APPS_AND_SLOTS } from '../../../../topology/apps/app-types';
import { CONTAINER_APPS } from '../../../../topology/apps/container-apps';
import { settingsOf } from '../../../../topology/apps/settings';
import { Assignment } from '../../../../topology/identity/assignment';
import { ELIGIBLE, Grants } from '../../../../topology/identity/grants';
import { principalOf, Principals, principalsOf } from '../../../../topology/identity/principals';
import {
  APP_SERVER,
  REST_API_OWNER,
  REST_API_READER,
  Role,
  RoleKind,
  SERVICE_OWNER,
} from '../../../../topology/identity/roles';
import { CallerKind } from '../../../../topology/signalr/callers';
import { signalrSettings } from '../../../../topology/signalr/connections';
import { Credential, SignIn, signInOf } from '../../../../topology/signalr/sign-in';
import { Severity } from '../../../severity';
import { runtimeOnly } from '../../judgement';
import { Rule, RuleVerdict } from '../../rule';

/** Roles of SignalR that do not let an application work in a mode; callers of the REST API need the same in each. */
const TOO_LITTLE = new Map<string, readonly string[]>(
  Object.entries({
    Default: [REST_API_OWNER, REST_API_READER],
    Serverless: [APP_SERVER, REST_API_READER],
  }),
);

/** A service that an app calls. */
interface Use {
  readonly service: ModelResource;
  /** States whether the app calls it over the REST API alone. */
  readonly isRest: boolean;
  readonly signIn: SignIn;
}

const NOT_KNOWN = Certainty.maybe('to whom the roles on the service are assigned is not known');

export const appHasSignalRRole: Rule = {
  id: 'IAM1',
  name: 'AppHasSignalRRole',
  severity: Severity.ERROR,
  types: [...APPS_AND_SLOTS, ...CONTAINER_APPS],
  controls: { benchmark: ['PA-7', 'IM-1'] },
  summary: 'Each app holds a data role on the SignalR service that it uses.',
  explanation:
    'Without a role the service rejects the app, and people then turn keys on again. Where the configuration assigns the identity no role at all, another team may assign one, and the finding is a warning.',
  link: 'https://learn.microsoft.com/azure/azure-signalr/signalr-howto-authorize-managed-identity',
  fix: 'Add azurerm_role_assignment with SignalR App Server for a hub server, or SignalR Service Owner for functions and other callers of the REST API; in this library signalr.connectServer and connectNegotiator assign it.',
  evaluate(app, context) {
    const settings = settingsOf(app);
    if (!settings) return RuleVerdict.unknown('the settings are only known when Terraform runs');
    const { model, topology } = context;
    const connections = signalrSettings(settings).flatMap((connection) => {
      const signIn = signInOf(connection, { app, model, settings });
      const isOwn = signIn.credential === Credential.IDENTITY || signIn.credential === Credential.UNKNOWN;
      return isOwn ? { signIn, named: topology.connections.servicesIn(connection.value) } : [];
    });
    if (connections.length === 0) {
      return RuleVerdict.notApplicable('it signs in to no SignalR service with its identity');
    }
    const uses = connections.flatMap(({ signIn, named }) =>
      [...new Set(named.services)].map((service): Use => {
        const own = topology.callers.of(service).filter((caller) => caller.app === app);
        return { service, signIn, isRest: own.length > 0 && own.every(({ kind }) => kind === CallerKind.REST) };
      }),
    );
    const answers = uses.map((use) => ({ use, answer: isOpen(use, topology.grants) }));
    const closed = answers.flatMap(({ use, answer }) => (answer.isNo ? use : []));
    if (closed.length > 0) {
      const paths = [...new Set(closed.map(({ service }) => service.path))].join(', ');
      const missing = closed.flatMap(({ signIn }) => signIn.missing ?? [])[0];
      if (missing === undefined && !hasRoles(principalsOf(app, model), topology.grants)) {
        const message = `no role assignment of the configuration is known to be for it, so another team must assign its identity a role on ${paths}`;
        return RuleVerdict.violated({ message, severity: Severity.WARNING });
      }
      const how = missing === undefined ? '' : `: it signs in with ${missing}, which it does not have`;
      return RuleVerdict.violated({ message: `it has no data role on ${paths}${how}` });
    }
    const { because } = Certainty.all(answers.map(({ answer }) => answer));
    if (because !== undefined) return RuleVerdict.unknown(because);
    if (connections.some(({ named }) => named.others)) {
      return RuleVerdict.unknown('it names a service that is not in the configuration');
    }
    return RuleVerdict.compliant(reasonFor(uses, topology.grants));
  },
};

/** Clients of a Serverless service ask the app for a token, which one of the roles does not let it issue. */
function reasonFor(uses: readonly Use[], grants: Grants): string {
  const isHalf = uses.some(({ service, signIn }) => {
    const roles = (grants.byService.get(service) ?? [])
      .filter(({ assignment }) => isAssigned(assignment, signIn.principals).isYes)
      .map(({ role }) => role.name);
    return roles.includes(REST_API_OWNER) && !roles.includes(SERVICE_OWNER);
  });
  return isHalf
    ? `its identity holds ${REST_API_OWNER} on the service, which calls the REST API, but does not permit it to answer negotiate requests of clients`
    : 'its identity holds a role on the service';
}

/** Reports whether a role opens a service to an app. */
function isOpen(use: Use, { byService, doubt }: Grants): Certainty {
  const { credential, how, principals } = use.signIn;
  // Applications cannot activate the roles that they are eligible for.
  const grants = (byService.get(use.service) ?? []).filter(({ assignment }) => assignment.type !== ELIGIBLE);
  const answers = grants.map(({ assignment, role, coverage }) =>
    Certainty.all([
      isAssigned(assignment, principals),
      opens(use, role),
      coverage.get(use.service)!.isYes ? assignment.presence : NOT_KNOWN,
    ]),
  );
  if (credential === Credential.UNKNOWN) return Certainty.maybe(how);
  const others = doubt === undefined ? Certainty.NO : Certainty.maybe(doubt);
  return Certainty.any([...answers, others, principals.allKnown ? Certainty.NO : NOT_KNOWN]);
}

/** Reports whether the configuration is known to assign roles to an app; where it assigns none, another team may. */
function hasRoles(principals: Principals, { byAssignment }: Grants): boolean {
  return [...byAssignment.keys()].some((assignment) => isAssigned(assignment, principals).isYes);
}

/** A principal that the tree does not have may be a group, which the app may be in. */
function isAssigned(assignment: Assignment, { keys, mayBe, allKnown }: Principals): Certainty {
  const principal = principalOf(assignment);
  if (principal === undefined) return NOT_KNOWN;
  return keys.has(principal)
    ? Certainty.YES
    : Certainty.of(allKnown && !mayBe?.has(principal) ? false : undefined, NOT_KNOWN.because);
}

function opens({ service, isRest }: Use, { kind, name = '' }: Role): Certainty {
  if (kind !== RoleKind.DATA) return kind === RoleKind.UNKNOWN ? NOT_KNOWN : Certainty.NO;
  const mode = service.at('service_mode');
  if (isRest || !mode.isUnknown) {
    return Certainty.of(!TOO_LITTLE.get(isRest ? 'Serverless' : mode.text || 'Default')?.includes(name));
  }
  const isEnough = [...TOO_LITTLE.values()].every((names) => !names.includes(name));
  return isEnough ? Certainty.YES : Certainty.maybe(runtimeOnly(`service_mode of ${service.path}`, mode.decidedBy));
}
