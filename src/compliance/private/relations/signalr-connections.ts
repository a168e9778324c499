import { ModelResource } from '../../../model/model-resource';
import { TerraformModel } from '../../../model/terraform-model';
import { RuleContext } from '../rule-context';
import { Value } from './values';
import { Setting } from './web-apps';

export const SIGNALR = 'azurerm_signalr_service';

/** How the SDKs of SignalR and the bindings of Azure Functions name connection strings. */
const STRING_NAME =
  /^(?:ConnectionStrings(?:__|:))?Azure(?:__|:)SignalR(?:__|:)ConnectionString(?:(?:__|:).+)?$|^AzureSignalRConnectionString$/i;
const URI_NAME = /__serviceUri$/i;
const HOST = /\b([a-z0-9-]+)\.(?:service\.signalr\.net|signalr\.azure\.(?:us|cn))\b/gi;

/** A setting in which an app finds a SignalR service. */
export interface SignalRSetting extends Setting {
  /** Whether it tells an address alone, so that a key cannot be part of it. */
  readonly isUri: boolean;
}

/** The settings in which an app finds SignalR services. */
export function signalrSettings(settings: readonly Setting[]): SignalRSetting[] {
  return settings.flatMap((setting): SignalRSetting[] => {
    if (URI_NAME.test(setting.name)) return isOfSignalR(setting) ? [{ ...setting, isUri: true }] : [];
    const isString =
      STRING_NAME.test(setting.name) || (/Endpoint\s*=/i.test(setting.value.text) && namesService(setting.value));
    return isString ? [{ ...setting, isUri: false }] : [];
  });
}

function isOfSignalR({ name, value }: Setting): boolean {
  return /signalr/i.test(name) || namesService(value);
}

function namesService(value: Value): boolean {
  return value.links.some(({ resource }) => resource.type === SIGNALR) || new RegExp(HOST.source, 'i').test(value.text);
}

/** The services of the tree that a setting names, and whether it names others, or what it names is not known. */
export function servicesOf({ value }: Setting, context: RuleContext): { services: ModelResource[]; others: boolean } {
  const linked = value.links.flatMap(({ resource }) =>
    resource.type === SIGNALR && resource.isManaged ? resource : [],
  );
  if (linked.length > 0) return { services: linked, others: false };
  const byName = context.derive(servicesByName);
  const named = [...value.text.matchAll(HOST)].map(([, name]) => byName.get(name.toLowerCase()));
  const services = named.flatMap((service) => service ?? []);
  return { services, others: named.length === 0 || services.length < named.length };
}

function servicesByName(model: TerraformModel): Map<string | undefined, ModelResource> {
  return new Map(model.resources(SIGNALR).map((service) => [service.name?.toLowerCase(), service]));
}
