import { FLEX_APP } from './app-types';
import { Apps } from './apps';
import { Hosts } from './integrations';
import { settingNamed } from './settings';
import { Certainty } from '../../core/internal/certainty';
import { ModelResource } from '../../model/model-resource';
import { ModelValue } from '../../model/model-value';
import { Target } from '../../model/target';

/** DNS servers that settings of an app name. */
export interface AppDnsServers {
  /** Those that it asks in place of its network's. */
  readonly own: readonly ModelValue<ModelResource>[];
  /** Those that it asks after the others. */
  readonly alternative: readonly ModelValue<ModelResource>[];
}

/** An app that calls out. */
export interface Host {
  readonly app: ModelResource;
  /** The subnet through which it calls out; `undefined` where it has none. */
  readonly subnet?: Target;
  /** Reports whether all outbound traffic takes that way, and not only traffic to private addresses. */
  readonly routesAll: Certainty;
  readonly dnsServers: AppDnsServers;
}

/** Every app of a configuration. */
export function hostsOf(apps: Apps, hosts: Hosts): Host[] {
  return apps.all.map((app) => ({
    app,
    subnet: hosts.subnetOf(app.path),
    routesAll: routesAllOf(app, hosts),
    // https://learn.microsoft.com/azure/app-service/overview-name-resolution#configuring-dns-servers
    dnsServers: {
      own: settingNamed(app, 'WEBSITE_DNS_SERVER'),
      alternative: settingNamed(app, 'WEBSITE_DNS_ALT_SERVER'),
    },
  }));
}

/** Reports whether all outbound traffic of an app goes through its subnet. */
export function routesAllOf(app: ModelResource, hosts: Hosts): Certainty {
  return Certainty.any([hosts.isInEnvironment(app.path), routesAll(app)]);
}

/**
 * Flex Consumption always sends all of its traffic through the subnet; the others need a switch that azurerm leaves
 * off.
 */
function routesAll(app: ModelResource): Certainty {
  if (app.type === FLEX_APP) return Certainty.YES;
  const value = app.at('site_config.vnet_route_all_enabled');
  if (value.is(true)) return Certainty.YES;
  if (value.isUnknown) return Certainty.maybe(value.decidedBy || undefined);
  // The app setting from before that switch does the same where it is honoured:
  // https://learn.microsoft.com/azure/app-service/reference-app-settings#networking
  const [setting] = settingNamed(app, 'WEBSITE_VNET_ROUTE_ALL');
  if (!setting) return Certainty.NO;
  return Certainty.maybe(setting.isUnknown ? setting.decidedBy : 'the app setting WEBSITE_VNET_ROUTE_ALL');
}
