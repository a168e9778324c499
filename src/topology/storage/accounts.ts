import { Certainty } from '../../core/internal/certainty';
import { ModelResource } from '../../model/model-resource';
import { TerraformModel } from '../../model/terraform-model';
import { FLEX_APP } from '../apps/app-types';
import { isInVault, settingNamed, settingsOf } from '../apps/settings';
import { endpointsTo } from '../privatelink/endpoint-facts';
import { Referrers } from '../referrers';
import { hasElements, isGiven, isOn, lists, Value } from '../values';

const ACCOUNT = 'azurerm_storage_account';
/** Network rules that are a resource of their own. */
export const NETWORK_RULES = 'azurerm_storage_account_network_rules';
const ACCESS = 'public_network_access_enabled';
/** Attributes in which function apps and Logic Apps name their account; Flex Consumption names a container of it. */
const OF_APPS = ['storage_account_name', 'storage_container_endpoint'];
const OF_HOST = 'AzureWebJobsStorage__accountName';

/** The network rules of an account: a block of it, or a resource of their own. */
export interface StorageRules {
  /** Explains why it is not known which rules apply. */
  readonly doubt?: string;
  at(attribute: string): Value;
  /** Names an attribute in messages. */
  nameOf(attribute: string): string;
}

/** The storage accounts of a configuration, and their private endpoints. */
export class StorageAccounts {
  /** The private endpoints of accounts. */
  public readonly endpoints: Referrers;

  private readonly rules: Referrers;

  public constructor(private readonly model: TerraformModel) {
    this.endpoints = endpointsTo(ACCOUNT, model);
    this.rules = new Referrers(
      model.resources(NETWORK_RULES),
      (rules) => model.target(rules.at('storage_account_id'), ACCOUNT),
      (path) => `which storage account ${path} is for`,
    );
  }

  /** The network rules of an account. A resource of their own overwrites the block, and the last of several decides. */
  public rulesOf(account: ModelResource): StorageRules {
    const [apart, second] = this.rules.to(account.path);
    const several = second && `which of ${apart.path} and ${second.path} decides is not known`;
    const doubt = several ?? this.rules.doubtOf(account.path);
    if (apart) return { ...rulesIn(apart), nameOf: (attribute) => `${attribute} of ${apart.path}`, doubt };
    const nameOf = (attribute: string) => `network_rules.${attribute}`;
    return { at: (attribute) => account.at(nameOf(attribute)), nameOf, doubt };
  }

  /** Network rules of their own, where the configuration is not known to define their account. */
  public rulesOfOther(rules: ModelResource): StorageRules | undefined {
    const { resource } = this.model.target(rules.at('storage_account_id'), ACCOUNT);
    return resource?.isManaged ? undefined : rulesIn(rules);
  }

  /** Reports whether an account is reachable other than through a private endpoint. */
  public isReachedWithoutEndpoint(account: ModelResource): Certainty {
    const { at, nameOf, doubt } = this.rulesOf(account);
    if (doubt !== undefined) return Certainty.maybe(doubt);
    const [action, bypass] = [at('default_action'), at('bypass')];
    const isOpen = Certainty.of(action.isUnknown ? undefined : !action.is('Deny'));
    const others = ['ip_rules', 'virtual_network_subnet_ids'].map((name) =>
      named(nameOf(name), hasElements(at(name)), at(name)),
    );
    const access = account.at(ACCESS);
    const isPublic = named(ACCESS, isOn(access, true), access);
    // Azure allows the services that Microsoft trusts by default; only an explicit entry counts as intended.
    const trusted = named(nameOf('bypass'), lists(bypass, 'AzureServices'), bypass);
    const isLetIn = Certainty.any([named(nameOf('default_action'), isOpen, action), ...others]);
    return Certainty.any([Certainty.all([isPublic, isLetIn]), trusted]);
  }

  /** The account in which the host of an app keeps its state, where the configuration is known to define it. */
  public accountOf(app: ModelResource): ModelResource | undefined {
    const settings = app.at('app_settings').entries ? settingNamed(app, OF_HOST) : [];
    const values = [...OF_APPS.map((name) => app.at(name)), ...settings];
    const linked = values.flatMap(({ links }) => links).find(({ resource }) => resource.type === ACCOUNT);
    if (linked) return linked.resource;
    const names = values.map(({ knownText }) => knownText);
    return this.model.resources(ACCOUNT).find(({ name }) => name !== undefined && names.includes(name));
  }

  /** Reports whether an account keeps the Terraform state of a stack. */
  public holdsState(account: ModelResource): boolean {
    const names = this.model
      .resources('backend')
      .flatMap((stack) => stack.blocks('azurerm') ?? [])
      .flatMap((backend) => backend.at('storage_account_name').knownText ?? []);
    return account.name !== undefined && names.includes(account.name);
  }
}

function rulesIn(rules: ModelResource): StorageRules {
  return { at: (attribute) => rules.at(attribute), nameOf: (attribute) => attribute };
}

function named(name: string, holds: Certainty, { decidedBy }: Value): Certainty {
  return holds.isMaybe ? Certainty.maybe(`${name} is ${decidedBy}, which is only known when Terraform runs`) : holds;
}

/** An attribute or setting by which an app opens its storage account with a key, if it is so. */
export interface StorageKey {
  readonly name: string;
  readonly isUsed: Certainty;
  /** Reports whether the key is in a Key Vault alone. */
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
  const ofStorage = settings.filter(({ name }) => SETTING.test(name));
  return [...attributes, ...ofStorage.map(({ name, value }) => inSetting(name, value))];
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
  const isReference = isInVault(value);
  const isKey = isReference || IN_TEXT.test(value.text);
  return {
    name,
    isUsed: Certainty.of(isKey || (value.isUnknown ? undefined : false), value.decidedBy),
    isInVault: isReference,
  };
}
