import { Apps } from './apps';
import { ModelResource } from '../../model/model-resource';
import { ModelValue } from '../../model/model-value';
import { Target } from '../../model/target';

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

/** Where apps call out from. */
export interface IAppSubnets {
  /** The subnet that an app calls out through; `undefined` where it has none. */
  subnetOfApp(app: ModelResource): Target | undefined;
  /** Whether all that an app sends leaves through its subnet, since it runs there. */
  runsInSubnet(app: ModelResource): boolean;
}

/** Every app of a configuration. */
export function hostsOf(apps: Apps, networks: IAppSubnets): Host[] {
  return apps.all.map((app) => {
    const servers = app.at('app_settings.WEBSITE_DNS_SERVER');
    return {
      app,
      subnet: networks.subnetOfApp(app),
      routesAll: networks.runsInSubnet(app) || routesAll(app),
      dnsServers: servers.isAbsent ? undefined : servers,
    };
  });
}

/** Flex Consumption always sends all of its traffic through the subnet; the others need a switch that azurerm leaves off. */
function routesAll(app: ModelResource): boolean | undefined {
  if (app.type === 'azurerm_function_app_flex_consumption') return true;
  const value = app.at('site_config.vnet_route_all_enabled');
  // The app setting from before that switch does the same where it is honoured:
  // https://learn.microsoft.com/azure/app-service/reference-app-settings#networking
  const isOpen = value.isUnknown || !app.at('app_settings.WEBSITE_VNET_ROUTE_ALL').isAbsent;
  return value.is(true) || (isOpen ? undefined : false);
}
