import { Certainty } from '../../../../core/internal/certainty';
import { ModelResource } from '../../../../model/model-resource';
import { SIGNALR } from '../../../../topology/signalr/connections';
import { heldKey, HeldKey } from '../../../../topology/signalr/keys';
import { isOn } from '../../../../topology/values';
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
    policies: ['98728c90-32c7-4049-8429-847dc0f4fe37'],
    checkov: ['CKV_AZURE_41', 'CKV_AZURE_114'],
  },
  summary: 'Secrets expire, name their content type, and hold no key of a SignalR service that takes none.',
  explanation:
    'Secrets without an end are never rotated. Keys of a service with local authentication off open nothing, and in plain text they are in the code and the state.',
  link: 'https://learn.microsoft.com/azure/key-vault/secrets/secrets-best-practices',
  fix: 'Set expiration_date and content_type of azurerm_key_vault_secret, and store no key of SignalR; this library creates no secrets, and refers to them by name.',
  evaluate(secret) {
    const judgement = new Judgement();
    addGiven(judgement, secret, 'expiration_date', { id: 'Expiry' });
    addGiven(judgement, secret, 'content_type', { id: 'ContentType' });
    judgeKey(judgement, secret);
    return judgement.verdict('it expires, and tells what it is');
  },
};

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
      judgement.cannotTell('whether the service takes the key that it holds is not known');
    } else if (localAuth.isNo) {
      judgement.violates({ id, message: `it holds a key of ${service!.path}, which takes no keys` });
    }
  } else if (value.isUnknown) {
    judgement.cannotTell('what it holds is only known when Terraform runs');
  }
}
