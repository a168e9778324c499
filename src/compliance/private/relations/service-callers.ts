import { SIGNALR, servicesOf, SignalRSetting, signalrSettings } from './signalr-connections';
import { APPS, settingsOf } from './web-apps';
import { addTo } from '../../../core/internal/add-to';
import { ModelResource } from '../../../model/model-resource';
import { TerraformModel } from '../../../model/terraform-model';
import { FLEX_APP, FUNCTION_APP_SLOTS, FUNCTION_APPS } from '../../../topology/apps/app-types';
import { RuleContext } from '../rule-context';

/** How an app calls a service. */
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
}

/** Who calls the SignalR services of a configuration. */
export interface Callers {
  readonly byService: ReadonlyMap<ModelResource, readonly Caller[]>;
  /** Paths of what may call any service, or is no app and names one. */
  readonly others: (service: ModelResource) => string[];
}

const FUNCTIONS = [...FUNCTION_APPS, ...FUNCTION_APP_SLOTS, FLEX_APP];
const HUB_SERVER_NAME = /^(?:ConnectionStrings(?:__|:))?Azure(?:__|:)SignalR(?:__|:)/i;
const REST_NAME = /^AzureSignalRConnectionString$/i;
const HOST = /\.(?:service\.signalr\.net|signalr\.azure\.(?:us|cn))\b/i;

/** What else may run a hub server, or pass a connection string on to one. */
const ELSEWHERE = [
  'azurerm_container_app',
  'azurerm_container_group',
  'azurerm_app_configuration_key',
  'azurerm_key_vault_secret',
  'azurerm_linux_virtual_machine',
  'azurerm_windows_virtual_machine',
  'kubernetes_deployment',
  'kubernetes_secret',
  'helm_release',
];

/** Who calls which service. */
export function callers(model: TerraformModel): Callers {
  const context = new RuleContext(model);
  const byService = new Map<ModelResource, Caller[]>();
  const undecided: string[] = [];
  for (const app of model.resources(...APPS)) {
    const settings = settingsOf(app);
    if (!settings) undecided.push(app.path);
    for (const setting of signalrSettings(settings ?? [])) {
      const { services, others } = servicesOf(setting, context);
      services.forEach((service) => addTo(byService, service, { app, kind: kindOf(app, setting) }));
      if (others && !HOST.test(setting.value.text)) undecided.push(app.path);
    }
  }
  return { byService, others: (service) => [...undecided, ...naming(service, model)] };
}

function kindOf({ type }: ModelResource, { name, isUri }: SignalRSetting): CallerKind {
  if (HUB_SERVER_NAME.test(name)) {
    return isUri || FUNCTIONS.includes(type) ? CallerKind.UNKNOWN : CallerKind.HUB_SERVER;
  }
  return isUri || REST_NAME.test(name) || FUNCTIONS.includes(type) ? CallerKind.REST : CallerKind.UNKNOWN;
}

function naming(service: ModelResource, model: TerraformModel): string[] {
  const address = `${SIGNALR}.${service.place.address.split('.').pop()}.`;
  const hostname = `//${service.name}.`;
  return model.resources(...ELSEWHERE).flatMap((resource) => {
    const text = JSON.stringify(resource.names.map((name) => resource.at(name).json));
    return text.includes(address) || text.includes(hostname) ? resource.path : [];
  });
}
