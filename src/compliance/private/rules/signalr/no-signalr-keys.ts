import { APPS_AND_SLOTS } from '../../../../topology/apps/app-types';
import { SIGNALR } from '../../../../topology/signalr/connections';
import { holdingsOf } from '../../../../topology/signalr/key-holders';
import { HeldKey } from '../../../../topology/signalr/keys';
import { Severity } from '../../../severity';
import { Judgement } from '../../judgement';
import { EVERY_TYPE, Rule, RuleVerdict } from '../../rule';

/** A vault is where a key that is needed belongs, which KV5 judges; a service has its own keys, as states show them. */
const ALLOWED = ['azurerm_key_vault_secret', SIGNALR];
/** Attributes that APP8 judges. */
const SETTINGS = ['app_settings', 'connection_string'];

export const noSignalRKeys: Rule = {
  id: 'SIG10',
  name: 'NoSignalRKeys',
  severity: Severity.ERROR,
  types: EVERY_TYPE,
  controls: { benchmark: ['IM-8', 'IM-1'] },
  summary: 'Only a Key Vault holds a key of a SignalR service.',
  explanation:
    'A key gives everyone who reads the resource with a copy of it, or the Terraform state, access to the whole service, and Azure cannot trace its use to a caller. APP8 judges settings of apps, KV5 secrets of a Key Vault.',
  link: 'https://learn.microsoft.com/azure/azure-signalr/concept-connection-string',
  fix: 'Give the caller of the service a managed identity with a role, write AuthType=azure.msi into its connection string, and leave out the reference to the key; where only a key works, refer to a secret of a Key Vault by its id.',
  evaluate(resource) {
    const { type } = resource;
    if (ALLOWED.includes(type)) return RuleVerdict.notApplicable('it may hold a key');
    const { isConcerned, keys, open } = holdingsOf(resource, APPS_AND_SLOTS.includes(type) ? SETTINGS : []);
    if (keys.length + open.length === 0 && !isConcerned) {
      return RuleVerdict.notApplicable('it does not refer to a SignalR service');
    }
    const judgement = new Judgement();
    for (const { path, held } of keys) {
      // Reports do not show the value, since more people read them than the configuration.
      const how = held === HeldKey.TEXT ? 'an access key in plain text' : 'a key of a SignalR service';
      judgement.violates({ id: `Key::${path}`, message: `${path} holds ${how}` });
    }
    open.forEach((path) => judgement.cannotTell(`whether ${path} holds a key is only known when Terraform runs`));
    return judgement.verdict('it holds no key of the SignalR services that it refers to');
  },
};
