import { Certainty } from '../../../../core/internal/certainty';
import { ModelResource } from '../../../../model/model-resource';
import { SIGNALR } from '../../../../topology/signalr/connections';
import { heldKey, HeldKey } from '../../../../topology/signalr/keys';
import { isOn, Value } from '../../../../topology/values';
import { Severity } from '../../../severity';
import { addGiven, Judgement } from '../../judgement';
import { Rule } from '../../rule';

export const secretHygiene: Rule = {
  id: 'KV5',
  name: 'SecretHygiene',
  severity: Severity.WARNING,
  types: ['azurerm_key_vault_secret'],
  controls: {
    benchmark: ['IM-8', 'DP-6'],
    policies: ['98728c90-32c7-4049-8429-847dc0f4fe37', '75262d3e-ba4a-4f43-85f8-9f72c090e5e3'],
    checkov: ['CKV_AZURE_41', 'CKV_AZURE_114'],
  },
  differs: {
    CKV_AZURE_41: 'Passes any date; this rule also fails a past one.',
  },
  summary:
    'Secrets expire, have a content type, are not text in the configuration, and hold no key of a SignalR service with local authentication off.',
  explanation:
    'People do not rotate secrets that never expire. Keys of a service with local authentication off are useless, and text of the configuration is in the code, and in most cases in the state.',
  link: 'https://learn.microsoft.com/azure/key-vault/secrets/secrets-best-practices',
  fix: 'Set expiration_date and content_type of azurerm_key_vault_secret, give its value by reference or outside of Terraform, and store no key of SignalR; this library creates no secrets, and refers to them by name.',
  evaluate(secret) {
    const judgement = new Judgement();
    addGiven(judgement, secret, 'expiration_date', { id: 'Expiry' });
    judgeDate(judgement, secret);
    addGiven(judgement, secret, 'content_type', { id: 'ContentType' });
    judgeKey(judgement, secret);
    return judgement.verdict('it expires, and has a content type');
  },
};

function judgeDate(judgement: Judgement, secret: ModelResource): void {
  const { knownText = '' } = secret.at('expiration_date');
  if (Date.parse(knownText) >= Date.now() || Number.isNaN(Date.parse(knownText))) return;
  judgement.violates({ id: 'Expired', message: `expiration_date is ${knownText}, which is past` });
}

function judgeKey(judgement: Judgement, secret: ModelResource): void {
  const value = secret.at('value').isAbsent ? secret.at('value_wo') : secret.at('value');
  const held = heldKey(value);
  const id = 'SignalRKey';
  if (held === HeldKey.TEXT) {
    judgement.violates({ id, message: 'it holds a key of a SignalR service in plain text' });
  } else if (held === HeldKey.REFERENCE) {
    const service = value.links.map(({ resource }) => resource).find(({ type }) => type === SIGNALR);
    const localAuth = service?.isManaged ? isOn(service.at('local_auth_enabled'), true) : Certainty.MAYBE;
    if (localAuth.isMaybe) {
      judgement.cannotTell('whether the service accepts the key that it holds is not known');
    } else if (localAuth.isNo) {
      judgement.violates({ id, message: `it holds a key of ${service!.path}, which accepts no keys` });
    }
  } else if (value.knownText) {
    // A report does not show the value, since more people read it than the configuration.
    const message = 'its value is written into the configuration as text';
    judgement.violates({ id: 'Literal', message, severity: Severity.ERROR });
  } else if (value.isUnknown && !isExported(value)) {
    judgement.cannotTell('what it holds is only known when Terraform runs');
  }
}

/** Reports whether a value is what a resource exports, such as a generated password. */
function isExported({ reference, links }: Value): boolean {
  const [link] = links;
  return reference !== undefined && link !== undefined && link.resource.at(link.attribute).isAbsent;
}
