import { isOn } from '../../../../topology/values';
import { holdsKey, secretAttributesIn } from '../../../../topology/vault/secret-attributes';
import { Severity } from '../../../severity';
import { Rule, RuleVerdict } from '../../rule';

const ONLY_AT_RUN_TIME = /\b(?:var|local|module)\.[\w-]+/;

/** No output shows a secret. */
export const noSecretOutputs: Rule = {
  id: 'OUT1',
  name: 'NoSecretOutputs',
  severity: Severity.ERROR,
  types: ['output'],
  controls: { benchmark: ['IM-8'] },
  summary: 'Outputs hold no keys, connection strings or passwords.',
  explanation:
    'Outputs are shown in logs of pipelines, and every stack that reads the state sees them. One that is marked as sensitive is hidden in logs only.',
  link: 'https://developer.hashicorp.com/terraform/language/values/outputs',
  fix: 'Leave the output out, and let callers sign in with a managed identity; in this library connectServer(...) and connectNegotiator(...).',
  evaluate: (output) => {
    const text = JSON.stringify(output.at('value').json ?? '');
    const severity = isOn(output.at('sensitive'), false).isYes ? Severity.WARNING : Severity.ERROR;
    const findings = secretAttributesIn(text).map((attribute) => ({
      id: `Secret::${attribute}`,
      message: `the output shows ${attribute}`,
      severity,
    }));
    if (holdsKey(text)) findings.push({ id: 'Secret::Literal', message: 'the output holds a key', severity });
    if (findings.length > 0) return RuleVerdict.violated(...findings);
    const source = ONLY_AT_RUN_TIME.exec(text)?.[0];
    if (source) return RuleVerdict.unknown(`what ${source} holds is not known`);
    return RuleVerdict.compliant('the output holds no secret');
  },
};
