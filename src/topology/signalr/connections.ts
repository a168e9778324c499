import { connectionKey, settingKey } from '../../core/internal/setting-keys';
import { ModelResource } from '../../model/model-resource';
import { TerraformModel } from '../../model/terraform-model';
import { Apps } from '../apps/apps';
import { CONTAINER_APPS } from '../apps/container-apps';
import { allSettings, settingsOf, Setting } from '../apps/settings';
import { Value } from '../values';

export const SIGNALR = 'azurerm_signalr_service';

/** Matches names of connection strings of the SDKs of SignalR and the bindings of Azure Functions, as a key. */
const STRING_NAME = /^AZURE__SIGNALR__CONNECTIONSTRING(?:__.+)?$|^AZURESIGNALRCONNECTIONSTRING$/;
const URI_NAME = /__SERVICEURI$/;
const HOST = /(?<![\w-])([a-z0-9-]+)\.(?:service\.signalr\.net|(?:service\.)?signalr\.azure\.(?:us|cn))\b/gi;

/** A setting in which an app finds a SignalR service. */
export interface SignalRSetting extends Setting {
  /** Reports whether the setting has an address alone, so that a key cannot be part of it. */
  readonly isUri: boolean;
}

/** The settings in which an app finds SignalR services. */
export function signalrSettings(settings: readonly Setting[]): SignalRSetting[] {
  return settings.flatMap((setting): SignalRSetting[] => {
    if (URI_NAME.test(settingKey(setting.name))) return isOfSignalR(setting) ? [{ ...setting, isUri: true }] : [];
    const isString =
      STRING_NAME.test(connectionKey(setting.name)) ||
      (/Endpoint\s*=/i.test(setting.value.text) && namesService(setting.value));
    return isString ? [{ ...setting, isUri: false }] : [];
  });
}

function isOfSignalR({ name, value }: Setting): boolean {
  return /signalr/i.test(name) || namesService(value);
}

function namesService(value: Value): boolean {
  return value.links.some(({ resource }) => resource.type === SIGNALR) || namesHost(value);
}

/** Reports whether a value has the host name of a SignalR service. */
export function namesHost(value: Value): boolean {
  return hostsIn(value).length > 0;
}

function hostsIn({ text }: Value): string[] {
  return hostsInText(text);
}

function hostsInText(text: string): string[] {
  return [...text.matchAll(HOST)].map(([, name]) => name.toLowerCase());
}

const SERVER_ENDPOINT = /(?:^|;)\s*ServerEndpoint\s*=\s*([^;]+)/i;

/**
 * The address that an app calls in place of the one that a setting names, where a setting says so.
 *
 * @see https://learn.microsoft.com/azure/azure-signalr/concept-connection-string
 */
function serverEndpointOf({ name, value, isUri }: SignalRSetting, settings: readonly Setting[]): string | undefined {
  if (!isUri) return SERVER_ENDPOINT.exec(value.text)?.[1].trim();
  const key = settingKey(name.replace(/serviceUri$/i, 'serverEndpoint'));
  const given = settings.find((setting) => settingKey(setting.name) === key)?.value;
  return given && !given.isAbsent && !given.is('') ? given.text : undefined;
}

/** Apps that name SignalR services in their settings, by reference or by host name. */
export class Connections {
  private readonly byName: ReadonlyMap<string | undefined, ModelResource>;
  private readonly apps = new Map<string, Set<ModelResource>>();
  private readonly otherAddresses = new Map<string, string>();

  public constructor(model: TerraformModel, apps: Apps) {
    this.byName = new Map(model.resources(SIGNALR).map((service) => [service.name?.toLowerCase(), service]));
    for (const app of [...apps.all, ...model.resources(...CONTAINER_APPS)]) {
      // What settings are made of says what they name, also where the settings are not known.
      const values = settingsOf(app)?.map(({ value }) => value) ?? [allSettings(app)];
      const services = values.flatMap((value) => this.servicesIn(value).services);
      services.forEach(({ path }) => this.apps.set(path, (this.apps.get(path) ?? new Set()).add(app)));
      this.readOtherAddresses(app);
    }
  }

  /** The address that an app calls in place of the service's own; `undefined` where it calls that. */
  public otherAddressOf(app: ModelResource, service: string): string | undefined {
    return this.otherAddresses.get(`${app.path} ${service}`);
  }

  /** The apps and slots that find a service in their settings. */
  public appsOf(service: string): readonly ModelResource[] {
    return [...(this.apps.get(service) ?? [])];
  }

  /**
   * The services of the configuration that a value names, and whether it names others, or what it names is not known.
   */
  public servicesIn(value: Value): { services: ModelResource[]; others: boolean } {
    const linked = value.links.flatMap(({ resource }) =>
      resource.type === SIGNALR && resource.isManaged ? resource : [],
    );
    if (linked.length > 0) return { services: linked, others: false };
    const named = hostsIn(value).map((name) => this.byName.get(name));
    const services = named.flatMap((service) => service ?? []);
    return { services, others: named.length === 0 || services.length < named.length };
  }

  private readOtherAddresses(app: ModelResource): void {
    const settings = settingsOf(app) ?? [];
    for (const setting of signalrSettings(settings)) {
      const address = serverEndpointOf(setting, settings);
      if (address === undefined) continue;
      for (const { path, name = '', place } of this.servicesIn(setting.value).services) {
        const isOwn =
          hostsInText(address).includes(name.toLowerCase()) || address.includes(`${place.address}.hostname`);
        if (!isOwn) this.otherAddresses.set(`${app.path} ${path}`, address);
      }
    }
  }
}
