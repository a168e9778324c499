import { FLEX_APP } from './app-types';
import { settingsOf } from './settings';
import { Certainty } from '../../core/internal/certainty';
import { ModelResource } from '../../model/model-resource';
import { isGiven, Value } from '../values';

/** An attribute or setting by which an app opens its storage account with a key, if it is so. */
export interface StorageKey {
  readonly name: string;
  readonly isUsed: Certainty;
  /** Whether the key stands nowhere but in a Key Vault. */
  readonly isInVault: boolean;
}

const KEY = 'storage_account_access_key';
const SECRET = 'storage_key_vault_secret_id';
const FLEX_TYPE = 'storage_authentication_type';
const FLEX_KEY = 'storage_access_key';
const SETTING =
  /^(?:AzureWebJobs(?:Storage|Dashboard)|WEBSITE_CONTENTAZUREFILECONNECTIONSTRING|DEPLOYMENT_STORAGE_CONNECTION_STRING)$/i;
const IN_TEXT =
  /AccountKey\s*=|SharedAccessSignature\s*=|\.(?:primary|secondary)_(?:access_key|(?:blob_)?connection_string)\b/i;
const IN_VAULT = /^@Microsoft\.KeyVault\(/i;

/**
 * The ways in which a function app or Logic App may open its storage account with a key.
 *
 * @see https://learn.microsoft.com/azure/azure-functions/functions-reference#connecting-to-host-storage-with-an-identity
 */
export function storageKeysOf(app: ModelResource): StorageKey[] {
  const attributes = app.type === FLEX_APP ? [flexKey(app)] : [given(app, KEY), given(app, SECRET)];
  const settings = settingsOf(app);
  if (!settings) {
    const isUsed = Certainty.maybe(app.at('app_settings').decidedBy);
    return [...attributes, { name: 'app_settings', isUsed, isInVault: false }];
  }
  const named = settings.filter(({ name }) => SETTING.test(name));
  return [...attributes, ...named.map(({ name, value }) => inSetting(name, value))];
}

function given(app: ModelResource, name: string): StorageKey {
  return { name, isUsed: isGiven(app.at(name)), isInVault: name === SECRET };
}

/** Flex Consumption wants the type, and takes a key with one type only. */
function flexKey(app: ModelResource): StorageKey {
  if (isGiven(app.at(FLEX_KEY)).isYes) return given(app, FLEX_KEY);
  const type = app.at(FLEX_TYPE);
  const isUsed = Certainty.of(type.isUnknown ? undefined : type.is('StorageAccountConnectionString'), type.decidedBy);
  return { name: FLEX_TYPE, isUsed, isInVault: false };
}

function inSetting(name: string, value: Value): StorageKey {
  const isInVault = IN_VAULT.test(value.text);
  const isKey = isInVault || IN_TEXT.test(value.text);
  return { name, isUsed: Certainty.of(isKey || (value.isUnknown ? undefined : false), value.decidedBy), isInVault };
}
