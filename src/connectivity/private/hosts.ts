import { ModelResource } from '../../core/private/model/model-resource';
import { ModelValue } from '../../core/private/model/model-value';
import { Target } from '../../core/private/model/target';
import { TerraformModel } from '../../core/private/model/terraform-model';

/** Types of apps and slots of App Service. */
export const APP_TYPES = [
  'azurerm_linux_web_app',
  'azurerm_windows_web_app',
  'azurerm_linux_function_app',
  'azurerm_windows_function_app',
  'azurerm_function_app_flex_consumption',
  'azurerm_linux_web_app_slot',
  'azurerm_windows_web_app_slot',
  'azurerm_linux_function_app_slot',
  'azurerm_windows_function_app_slot',
];

const SWIFT_CONNECTIONS = {
  azurerm_app_service_virtual_network_swift_connection: 'app_service_id',
  azurerm_app_service_slot_virtual_network_swift_connection: 'app_service_id',
};

/** An app that calls out. */
export interface Host {
  readonly app: ModelResource;
  /** The subnet through which it calls out; `undefined` where it has none. */
  readonly subnet?: Target;
  /** Whether traffic to public addresses takes that way too; `undefined` where it is not known. */
  readonly routesAll?: boolean;
  /** DNS servers that it asks in place of the network's. */
  readonly dnsServers?: ModelValue<ModelResource>;
}

/** Every app of a model. */
export function hostsOf(model: TerraformModel): Host[] {
  const connections = swiftConnections(model);
  return model.resources(...APP_TYPES).map((app) => {
    const subnetId = app.at('virtual_network_subnet_id');
    const given = subnetId.isAbsent ? connections.get(app) : subnetId;
    const servers = app.at('app_settings.WEBSITE_DNS_SERVER');
    return {
      app,
      subnet: given && model.target(given, 'azurerm_subnet'),
      routesAll: routesAll(app),
      dnsServers: servers.isAbsent ? undefined : servers,
    };
  });
}

function swiftConnections(model: TerraformModel): Map<ModelResource, ModelValue<ModelResource>> {
  const found = new Map<ModelResource, ModelValue<ModelResource>>();
  for (const [type, attribute] of Object.entries(SWIFT_CONNECTIONS)) {
    for (const connection of model.resources(type)) {
      const { resource: app } = model.target(connection.at(attribute), ...APP_TYPES);
      if (app) found.set(app, connection.at('subnet_id'));
    }
  }
  return found;
}

/** Flex Consumption always sends all of its traffic through the subnet; the others need a switch that azurerm leaves off. */
function routesAll(app: ModelResource): boolean | undefined {
  if (app.type === 'azurerm_function_app_flex_consumption') return true;
  const value = app.at('site_config.vnet_route_all_enabled');
  if (value.isUnknown) return undefined;
  return value.is(true);
}
