import { ConnectivityPath } from '../../../../connectivity/connectivity-data';
import { Verdict } from '../../../../connectivity/verdict';
import { Certainty } from '../../../../core/internal/certainty';
import { ModelResource } from '../../../../model/model-resource';
import { Target } from '../../../../model/target';
import { RequestType } from '../../../../signalr/values';
import { admits } from '../../../../topology/signalr/access-list';
import { Service } from '../../../../topology/signalr/services';
import { Block, isOn } from '../../../../topology/values';
import { Severity } from '../../../severity';
import { Judgement, runtimeOnly } from '../../judgement';
import { Rule, RuleVerdict } from '../../rule';
import { RuleContext } from '../../rule-context';

const { SERVER_CONNECTION, REST_API } = RequestType;
/** States whether a service takes identities, and whether it takes keys; azurerm sets both by default. */
const SIGN_IN = ['aad_auth_enabled', 'local_auth_enabled'];

interface EndpointRules {
  readonly block: Block;
  readonly endpoint: Target;
}

/** Private endpoints are in the access control list, and servers get through them. */
export const signalRPrivateEndpointAcl: Rule = {
  id: 'NAC5',
  name: 'SignalRPrivateEndpointAcl',
  severity: Severity.ERROR,
  types: ['azurerm_signalr_service_network_acl'],
  controls: { benchmark: ['NS-2'] },
  summary:
    'The access control list has rules for every private endpoint of the service, allows servers through one of them, and live traces through none.',
  explanation:
    'If the list names one endpoint but not another, azurerm writes empty rules for the other: with default Deny it allows no caller, with default Allow every caller. For a list without endpoints azurerm writes no rules of endpoints, and Azure keeps the existing ones. A server with an identity gets its key by the REST API before it connects. A live trace shows what users send.',
  link: 'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/signalr_service_network_acl',
  fix: 'Add a private_endpoint block for each endpoint, with ServerConnection and RESTAPI for a Default service and RESTAPI for a Serverless one; in this library addPrivateEndpoint(...) of the service does it.',
  evaluate: (acl, context) => {
    const { model, topology } = context;
    const blocks = acl.blocks('private_endpoint');
    if (!blocks) return RuleVerdict.unknown('the rules of private endpoints are not known');
    const rules = blocks.map((block) => ({
      block,
      endpoint: model.target(block.at('id'), 'azurerm_private_endpoint'),
    }));
    const { services } = topology;
    const service = services.get(services.ofPart(acl).key ?? '');
    const judgement = new Judgement();
    judgeMissing(judgement, rules, service?.endpoints ?? [], services.unplacedEndpoint);
    if (!service) {
      judgement.cannotTell('the service of the list is not known');
    } else if (rules.length + service.endpoints.length === 0 && !services.unplacedEndpoint) {
      return RuleVerdict.notApplicable('the service has no private endpoint');
    }
    judgeServers(judgement, acl, rules, context, service);
    judgeTraces(judgement, acl, rules, context, service);
    return judgement.verdict('all private endpoints have rules, and allow servers');
  },
};

function judgeMissing(
  judgement: Judgement,
  rules: readonly EndpointRules[],
  endpoints: readonly ModelResource[],
  unplaced: ModelResource | undefined,
): void {
  const listed = new Set(rules.map(({ endpoint }) => endpoint.key));
  for (const { path, presence } of endpoints.filter((endpoint) => !listed.has(endpoint.path))) {
    // A rule whose endpoint is not known may be that of a missing one.
    if (listed.has(undefined)) {
      judgement.cannotTell(`whether ${path} has rules is not known`);
    } else if (presence.isYes) {
      judgement.violates({ id: `Missing::${path}`, message: `the list has no rules for ${path}` });
    } else {
      judgement.cannotTell(presence.because!);
    }
  }
  if (unplaced && !listed.has(unplaced.path)) {
    judgement.cannotTell(`what ${unplaced.path} connects to is not known`);
  }
}

/** A Classic service is what its callers make of it. */
function neededTypes({ resource }: Service): readonly RequestType[] | undefined {
  const mode = resource?.at('service_mode');
  if (!mode || mode.isUnknown) return undefined;
  if (mode.is('Classic')) return [SERVER_CONNECTION, REST_API];
  return [mode.is('Serverless') ? REST_API : SERVER_CONNECTION];
}

function judgeServers(
  judgement: Judgement,
  acl: ModelResource,
  rules: readonly EndpointRules[],
  context: RuleContext,
  service: Service | undefined,
): void {
  const types = service && neededTypes(service);
  if (!types) {
    judgement.cannotTell('the mode of the service is not known');
    return;
  }
  const answers = rules.flatMap((rule) => answersAt(acl, rule, types, context, service));
  if (answers.length === 0) return;
  if (answers.some(({ verdict }) => verdict === Verdict.ALLOWED)) {
    if (types.includes(SERVER_CONNECTION)) judgeKeys(judgement, acl, rules, context, service);
    return;
  }
  const what = types.join(' or ');
  const open = answers.find(({ verdict }) => verdict === Verdict.UNKNOWN);
  const { reason, code } = open ?? answers[0];
  const cause = `${reason} [${code}]`;
  if (open) judgement.cannotTell(`whether a private endpoint allows ${what} is not known: ${cause}`);
  else judgement.violates({ id: `Blocked::${what}`, message: `no private endpoint allows ${what}: ${cause}` });
}

/**
 * A hub server with an identity asks the REST API for a key before it connects, at the same private endpoint:
 * https://github.com/Azure/azure-signalr/issues/1361
 */
function judgeKeys(
  judgement: Judgement,
  acl: ModelResource,
  rules: readonly EndpointRules[],
  context: RuleContext,
  service: Service,
): void {
  const answers = rules.map((rule) => answersAt(acl, rule, [SERVER_CONNECTION, REST_API], context, service));
  // A Classic service that lets REST calls in serves functions, whether or not hub servers connect.
  const isClassic = service.resource?.at('service_mode').is('Classic');
  const serving = isClassic ? answers : answers.filter(([connection]) => connection.verdict === Verdict.ALLOWED);
  if (serving.some(([, rest]) => rest.verdict === Verdict.ALLOWED)) return;
  const [withIdentity, withKey] = SIGN_IN.map((name) => isOn(service.resource!.at(name), true));
  if (withIdentity.isNo) return;
  const [, rest] = serving.find(([, { verdict }]) => verdict === Verdict.UNKNOWN) ?? serving[0];
  const cause = `${rest.reason} [${rest.code}]`;
  if (rest.verdict === Verdict.UNKNOWN) {
    judgement.cannotTell(`whether a private endpoint with ServerConnection also allows RESTAPI is not known: ${cause}`);
  } else if (withIdentity.isMaybe || withKey.isMaybe) {
    const [open, { because }] = withIdentity.isMaybe ? [SIGN_IN[0], withIdentity] : [SIGN_IN[1], withKey];
    const needs = 'whether servers need RESTAPI, which no private endpoint with ServerConnection allows, is not known';
    judgement.cannotTell(`${needs}: ${runtimeOnly(open, because)}`);
  } else {
    const message = `no private endpoint with ServerConnection allows RESTAPI, by which a server with an identity gets its key: ${cause}`;
    judgement.violates({
      id: `Blocked::${REST_API}`,
      message,
      severity: withKey.isYes ? Severity.WARNING : undefined,
    });
  }
}

/** Answers to requests at the endpoint of a block: connectivity judges those of the configuration. */
function answersAt(
  acl: ModelResource,
  { block, endpoint: { resource } }: EndpointRules,
  types: readonly RequestType[],
  { connectivity }: RuleContext,
  service: Service | undefined,
): Pick<ConnectivityPath, 'verdict' | 'reason' | 'code'>[] {
  return service && resource && service.endpoints.includes(resource)
    ? connectivity.atEndpoint(service, resource, types)
    : types.map((type) => outsideAnswer(admits(acl, block, type), type));
}

/** Answer of the list for an endpoint that others define. */
function outsideAnswer({ isYes, isNo }: Certainty, type: RequestType) {
  if (isYes) return { verdict: Verdict.ALLOWED, reason: `the list allows ${type}`, code: 'nac/allowed' };
  return isNo
    ? { verdict: Verdict.DENIED, reason: `the list does not allow ${type}`, code: 'nac/denied' }
    : { verdict: Verdict.UNKNOWN, reason: 'the list is only known when Terraform runs', code: 'nac/unknown' };
}

function judgeTraces(
  judgement: Judgement,
  acl: ModelResource,
  rules: readonly EndpointRules[],
  context: RuleContext,
  service: Service | undefined,
): void {
  rules.forEach(({ block, endpoint }, index) => {
    const [answer] = answersAt(acl, { block, endpoint }, [RequestType.TRACE], context, service);
    if (answer.verdict !== Verdict.ALLOWED) return;
    const name = endpoint.key ?? `private endpoint ${index}`;
    judgement.violates({ id: `Trace::${name}`, message: `${name} allows live traces`, severity: Severity.WARNING });
  });
}
