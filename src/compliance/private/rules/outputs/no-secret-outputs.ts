import { isOn } from '../../../../topology/values';
import { holdsSecret, secretAttributesIn, wholeResourcesIn } from '../../../../topology/vault/secret-attributes';
import { Severity } from '../../../severity';
import { Rule, RuleVerdict } from '../../rule';

const ONLY_AT_RUN_TIME = /\b(?:var|local|module)\.[\w-]+/;

/** No output shows a secret. */
export const noSecretOutputs: Rule = {
  id: 'OUT1',
  name: 'NoSecretOutputs',
  severity: Severity.ERROR,
  types: ['output'],
  controls: { benchmark: ['IM-8'], psRule: ['AZR-000279'] },
  summary: 'Outputs hold no keys, connection strings or passwords.',
  explanation:
    'Logs of pipelines show outputs, and every stack that reads the state reads them. Marking an output as sensitive hides it in logs only.',
  link: 'https://developer.hashicorp.com/terraform/language/values/outputs',
  fix: 'Leave the output out, and let callers sign in with a managed identity; in this library connectServer(...) and connectNegotiator(...).',
  evaluate: (output) => {
    const { json = '' } = output.at('value');
    const text = JSON.stringify(json);
    const isHidden = isOn(output.at('sensitive'), false);
    const severity = isHidden.isYes ? Severity.WARNING : Severity.ERROR;
    const whole = wholeResourcesIn(text);
    const findings = [...secretAttributesIn(text), ...whole.secret.map((type) => `all of ${type}`)].map(
      (attribute) => ({
        id: `Secret::${attribute.replace('all of ', '')}`,
        message: `the output shows ${attribute}`,
        severity,
      }),
    );
    if (holdsSecret(json)) findings.push({ id: 'Secret::Literal', message: 'the output holds a key', severity });
    if (findings.length > 0) return RuleVerdict.violated(...findings);
    if (whole.open.length > 0) {
      return RuleVerdict.unknown(`whether ${whole.open.join(', ')} holds secrets is not known`);
    }
    // Terraform rejects an output that shows what it takes for sensitive, and does not say so.
    const mayBeSecret = !isHidden.isNo || /\bnonsensitive\(/.test(text);
    const source = mayBeSecret && ONLY_AT_RUN_TIME.exec(text)?.[0];
    if (source) return RuleVerdict.unknown(`what ${source} holds is not known`);
    return RuleVerdict.compliant('the output holds no secret');
  },
};
