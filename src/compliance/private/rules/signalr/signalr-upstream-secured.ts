import { Upstream } from '../../../../topology/signalr/upstream';
import { Severity } from '../../../severity';
import { judgeUpstreams } from '../../judge-upstreams';
import { Judgement } from '../../judgement';
import { Finding, Rule } from '../../rule';

const IS_ADDRESS = /^https?:/i;

/** Upstreams are called over https, with credentials that the address does not hold. */
export const signalRUpstreamSecured: Rule = {
  id: 'SIG8',
  name: 'SignalRUpstreamSecured',
  severity: Severity.ERROR,
  types: ['azurerm_signalr_service'],
  controls: { benchmark: ['DP-3', 'IM-3', 'IM-8', 'DP-6'] },
  summary: 'A Serverless service calls its upstreams over https, and shows them an identity or a key from a Key Vault.',
  explanation:
    'Over http everybody on the way reads what clients send. All readers of the service see its addresses, and the Terraform state has them too, so a key in an address is no secret. An upstream that is called without either must answer everybody.',
  link: 'https://learn.microsoft.com/azure/azure-signalr/concept-upstream',
  fix: 'Use https in upstream_endpoint.url_template, write secrets as {@Microsoft.KeyVault(SecretUri=...)}, and set user_assigned_identity_id to the audience; in this library Upstream.to(UpstreamUrl.of(...).withSecret(...), { audience }).',
  evaluate: (service) =>
    judgeUpstreams(service, (upstreams) =>
      new Judgement()
        .violates(...upstreams.flatMap(judge))
        .cannotTell(...upstreams.flatMap(open))
        .verdict('all upstreams are called over https and with credentials'),
    ),
};

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
    const message = `the address of upstream ${index} holds a secret as ${openSecrets.join(' and ')}`;
    findings.push({ id: `Secret::${index}`, message, _benchmark: ['IM-8', 'DP-6'] });
  }
  if (isAuthenticated.isNo && IS_ADDRESS.test(url)) {
    const message = `upstream ${index} is called without credentials`;
    findings.push({ id: `Anonymous::${index}`, message, severity: Severity.WARNING, _benchmark: ['IM-3'] });
  }
  return findings;
}
