import { Certainty } from '../../../../core/internal/certainty';
import { ModelResource } from '../../../../model/model-resource';
import { authenticationOf } from '../../../../topology/apps/authentication';
import { Upstream } from '../../../../topology/signalr/upstream';
import { Severity } from '../../../severity';
import { judgeUpstreams } from '../../judge-upstreams';
import { Judgement } from '../../judgement';
import { Finding, Rule } from '../../rule';
import { RuleContext } from '../../rule-context';

const IS_ADDRESS = /^https?:/i;

/** Upstreams are called over https, with credentials that the address does not hold. */
export const signalRUpstreamSecured: Rule = {
  id: 'SIG8',
  name: 'SignalRUpstreamSecured',
  severity: Severity.ERROR,
  types: ['azurerm_signalr_service'],
  controls: { benchmark: ['DP-3', 'IM-3', 'IM-8', 'DP-6'] },
  summary:
    'A Serverless service calls its upstreams over https, with a token that they check, or with a key from a Key Vault.',
  explanation:
    'Over http anyone on the way can read what clients send. All readers of the service and of the Terraform state see the addresses, so a key in an address is no secret. An upstream that gets no token and no key must answer every caller, as does one that does not check the token.',
  link: 'https://learn.microsoft.com/azure/azure-signalr/concept-upstream',
  fix: 'Use https in upstream_endpoint.url_template, write secrets as {@Microsoft.KeyVault(SecretUri=...)}, and set user_assigned_identity_id to the audience; in this library Upstream.to(UpstreamUrl.of(...).withSecret(...), { audience }). Let App Service check the token: auth_enabled and require_authentication of auth_settings_v2 with unauthenticated_action Return401, in this library Authentication.entraId(...); acknowledge the finding where the code checks it.',
  evaluate: (service, context) =>
    judgeUpstreams(service, (upstreams) => {
      const judgement = new Judgement();
      for (const upstream of upstreams) {
        judgement.violates(...judge(upstream)).cannotTell(...open(upstream));
        judgeReceiver(judgement, upstream, service, context);
      }
      return judgement.verdict('all upstreams are called over https and with credentials');
    }),
};

/** Verdict on a token that is all that the service shows: the app decides what it is worth. */
function judgeReceiver(
  judgement: Judgement,
  { index, host, hasAudience, showsSecret }: Upstream,
  service: ModelResource,
  { model, topology }: RuleContext,
): void {
  if (host === undefined || !hasAudience.isYes || showsSecret.isYes) return;
  const app = topology.appsByHost.find(service.place.stack, host);
  if (!app) return;
  const { refusesAnonymous, gap } = authenticationOf(app, model);
  const accepts = Certainty.all([refusesAnonymous.not, showsSecret.not]);
  const how = `upstream ${index} gets a token that ${app.path}`;
  if (accepts.isYes) {
    const message = `${how} does not check, since ${gap}`;
    judgement.violates({ id: `Unchecked::${index}`, message, severity: Severity.WARNING });
  } else if (accepts.isMaybe) {
    judgement.cannotTell(`whether ${how} checks is not known, since ${accepts.because} decides`);
  }
}

function open({ index, url, isAuthenticated }: Upstream): string[] {
  if (!IS_ADDRESS.test(url)) return [`the address of upstream ${index} is not known`];
  if (!isAuthenticated.isMaybe) return [];
  const { because } = isAuthenticated;
  return [`whether upstream ${index} is called with credentials is not known, since ${because} is not`];
}

function judge(upstream: Upstream): Finding[] {
  const { index, url, openSecrets, isAuthenticated } = upstream;
  const findings: Finding[] = [];
  if (/^http:/i.test(url)) {
    findings.push({ id: `Http::${index}`, message: `upstream ${index} is called over http`, _benchmark: ['DP-3'] });
  }
  if (openSecrets.length > 0) {
    const message = `the address of upstream ${index} holds a secret ${openSecrets.join(' and ')}`;
    findings.push({ id: `Secret::${index}`, message, _benchmark: ['IM-8', 'DP-6'] });
  }
  if (isAuthenticated.isNo && IS_ADDRESS.test(url)) {
    const message = `upstream ${index} is called without credentials`;
    findings.push({ id: `Anonymous::${index}`, message, severity: Severity.WARNING, _benchmark: ['IM-3'] });
  }
  return findings;
}
