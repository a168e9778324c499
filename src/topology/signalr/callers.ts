import { Connections, namesHost, SignalRSetting, signalrSettings } from './connections';
import { addTo } from '../../core/internal/add-to';
import { ModelResource } from '../../model/model-resource';
import { TerraformModel } from '../../model/terraform-model';
import { APPS_AND_SLOTS, FUNCTIONS } from '../apps/app-types';
import { CONTAINER_APPS } from '../apps/container-apps';
import { settingsOf } from '../apps/settings';

/** Ways in which an app calls a service. */
export enum CallerKind {
  /** As a hub server, over server connections: https://learn.microsoft.com/azure/azure-signalr/concept-service-mode. */
  HUB_SERVER,
  /** Over the REST API, as the bindings of Azure Functions do. */
  REST,
  /** Not known: its code decides. */
  UNKNOWN,
}

/** An app that calls a service. */
export interface Caller {
  readonly app: ModelResource;
  readonly kind: CallerKind;
  /** Reports whether the app calls the service for clients of other apps, while their servers are down. */
  readonly isSecondary: boolean;
}

const HUB_SERVER_NAME = /^(?:ConnectionStrings(?:__|:))?Azure(?:__|:)SignalR(?:__|:)/i;
/** @see https://learn.microsoft.com/azure/azure-signalr/signalr-howto-scale-multi-instances */
const SECONDARY_NAME = /(?:__|:)secondary$/i;
const REST_NAME = /^AzureSignalRConnectionString$/i;

/** Types of other hosts that may run a hub server. */
const HOSTS_ELSEWHERE = [
  ...CONTAINER_APPS,
  'azurerm_container_group',
  'azurerm_linux_virtual_machine',
  'azurerm_windows_virtual_machine',
  'kubernetes_deployment',
  'helm_release',
];

/** Types that may pass a connection string on to one. */
const HOLDERS = ['azurerm_app_configuration_key', 'azurerm_key_vault_secret', 'kubernetes_secret'];

/** Apps that call the SignalR services of a configuration. */
export class Callers {
  private readonly byService = new Map<ModelResource, Caller[]>();
  private readonly undecided: string[] = [];

  public constructor(
    private readonly model: TerraformModel,
    connections: Connections,
  ) {
    for (const app of model.resources(...APPS_AND_SLOTS, ...CONTAINER_APPS)) {
      const settings = settingsOf(app);
      if (!settings) this.undecided.push(app.path);
      for (const setting of signalrSettings(settings ?? [])) {
        const { services, others } = connections.servicesIn(setting.value);
        services.forEach((service) => addTo(this.byService, service, callerOf(app, setting)));
        if (others && !namesHost(setting.value)) this.undecided.push(app.path);
      }
    }
  }

  /** The apps and slots that are known to call a service. */
  public of(service: ModelResource): readonly Caller[] {
    return this.byService.get(service) ?? [];
  }

  /** Paths of what may call a service: apps that may call any, and what is no app and names it. */
  public others(service: ModelResource): string[] {
    return [...this.hosts(service), ...naming(service, this.model.resources(...HOLDERS))];
  }

  /** Those among them that run code. */
  public hosts(service: ModelResource): string[] {
    const known = this.of(service).map(({ app }) => app);
    const elsewhere = this.model.resources(...HOSTS_ELSEWHERE).filter((resource) => !known.includes(resource));
    return [...this.undecided, ...naming(service, elsewhere)];
  }
}

function callerOf(app: ModelResource, setting: SignalRSetting): Caller {
  return { app, kind: kindOf(app, setting), isSecondary: SECONDARY_NAME.test(setting.name) };
}

function kindOf({ type }: ModelResource, { name, isUri }: SignalRSetting): CallerKind {
  if (HUB_SERVER_NAME.test(name)) {
    return isUri || FUNCTIONS.includes(type) ? CallerKind.UNKNOWN : CallerKind.HUB_SERVER;
  }
  return isUri || REST_NAME.test(name) || FUNCTIONS.includes(type) ? CallerKind.REST : CallerKind.UNKNOWN;
}

function naming(service: ModelResource, resources: readonly ModelResource[]): string[] {
  const address = `${service.place.address}.`;
  const hostname = `//${service.name}.`;
  return resources.flatMap((resource) => {
    const text = JSON.stringify(resource.names.map((name) => resource.at(name).json));
    return text.includes(address) || text.includes(hostname) ? resource.path : [];
  });
}
