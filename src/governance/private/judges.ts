import { ModelResource } from '../../model/model-resource';
import { APPS, FLEX_APP, FUNCTION_APPS, WEB_APPS } from '../../topology/apps/app-types';
import { AppServicePolicies } from '../app-service-policies';
import { PolicyDefinition } from '../policy-definition';
import { SignalRPolicies } from '../signalr-policies';

/** What a definition finds fault with, told of resources as azurerm writes them. */
export interface Judge {
  /** Types of resources that the definition evaluates. */
  readonly types: readonly string[];
  /** Whether it finds fault with one; `undefined` where that is only known when Terraform runs. */
  readonly faults: (resource: ModelResource) => boolean | undefined;
  /** What is wrong then. */
  readonly fault: string;
  /** What to do about it. */
  readonly remedy: string;
}

const SERVICES = ['azurerm_signalr_service'];
/** Azure Policy sees the kind `functionapp`, which those on Flex Consumption have too. */
const ALL_FUNCTION_APPS = [...FUNCTION_APPS, FLEX_APP];

/** ARM types of the resources that are judged. */
export const ARM_TYPES: Readonly<Record<string, string>> = {
  ...Object.fromEntries(APPS.map((type) => [type, 'Microsoft.Web/sites'])),
  azurerm_service_plan: 'Microsoft.Web/serverFarms',
  azurerm_signalr_service: 'Microsoft.SignalRService/SignalR',
};

// azurerm turns public network access and local authentication on, and HTTPS only and route all off, where nothing is given.
const publicSignalR: Judge = {
  types: SERVICES,
  faults: (service) => isOtherThan(service, 'public_network_access_enabled', 'false'),
  fault: 'its public network access is on, whatever its access control list says',
  remedy: 'close it with NetworkAccess.privateOnly() or public_network_access_enabled = false',
};

const keyedSignalR: Judge = {
  types: SERVICES,
  faults: (service) => isOtherThan(service, 'local_auth_enabled', 'false'),
  fault: 'it takes access keys',
  remedy: 'set local_auth_enabled = false',
};

const freeSignalR: Judge = {
  types: SERVICES,
  faults: (service) => isOneOf(service, 'sku.name', ['free_f1']),
  fault: 'its SKU is Free_F1',
  remedy: 'use a Standard or Premium SKU',
};

const plainHttp = (types: readonly string[]): Judge => ({
  types,
  faults: (app) => isOtherThan(app, 'https_only', 'true'),
  fault: 'it answers on plain HTTP',
  remedy: 'set https_only = true',
});

const publicApp = (types: readonly string[]): Judge => ({
  types,
  faults: (app) => isOtherThan(app, 'public_network_access_enabled', 'false'),
  fault: 'its public network access is on, whatever its access restrictions say',
  remedy: 'close it with AccessRestrictions.privateEndpointOnly() or public_network_access_enabled = false',
});

const withoutSubnet: Judge = {
  types: APPS,
  faults: (app) => {
    const subnet = app.at('virtual_network_subnet_id');
    return subnet.isAbsent || subnet.is('');
  },
  fault: 'it has no subnet to call out through',
  remedy: 'set virtual_network_subnet_id',
};

const withoutRouteAll: Judge = {
  types: WEB_APPS,
  faults: (app) => isOtherThan(app, 'site_config.vnet_route_all_enabled', 'true'),
  fault: 'it sends only private addresses through its subnet',
  remedy: 'set vnet_route_all_enabled = true in site_config',
};

const withoutConfigurationRouting: Judge = {
  types: WEB_APPS,
  faults: () => true,
  fault: 'azurerm has no attribute that routes its content share through the subnet',
  remedy: 'use the effect Audit',
};

// https://github.com/Azure/azure-policy, DisablePrivateEndpoint_Deny.json: later versions may add sizes to its list.
const PRIVATE_LINK_SIZES =
  /^([bs][123]|ep[123]|p[123]|p[123]v2|p[0123]v3|p[12345]mv3|i[123]|i[123456]v2|ws[123]|fc1)$/i;

const withoutPrivateLink: Judge = {
  types: ['azurerm_service_plan'],
  faults: (plan) => {
    const sku = plan.at('sku_name').knownText;
    if (sku === undefined) return undefined;
    if (PRIVATE_LINK_SIZES.test(sku)) return false;
    return /^(f1|free|d1|shared|y1)$/i.test(sku) ? true : undefined;
  },
  fault: 'apps of its size cannot have private endpoints',
  remedy: 'use a Basic plan or a better one',
};

const RULES: readonly (readonly [PolicyDefinition, Judge])[] = [
  [SignalRPolicies.PUBLIC_NETWORK_ACCESS_DISABLED, publicSignalR],
  [SignalRPolicies.CONFIGURE_PUBLIC_NETWORK_ACCESS_DISABLED, publicSignalR],
  [SignalRPolicies.LOCAL_AUTH_DISABLED, keyedSignalR],
  [SignalRPolicies.CONFIGURE_LOCAL_AUTH_DISABLED, keyedSignalR],
  [SignalRPolicies.PRIVATE_LINK_SKU, freeSignalR],
  [AppServicePolicies.HTTPS_ONLY, plainHttp(WEB_APPS)],
  [AppServicePolicies.CONFIGURE_HTTPS_ONLY, plainHttp(WEB_APPS)],
  [AppServicePolicies.FUNCTION_HTTPS_ONLY, plainHttp(ALL_FUNCTION_APPS)],
  [AppServicePolicies.CONFIGURE_FUNCTION_HTTPS_ONLY, plainHttp(ALL_FUNCTION_APPS)],
  [AppServicePolicies.PUBLIC_NETWORK_ACCESS_DISABLED, publicApp(APPS)],
  [AppServicePolicies.CONFIGURE_PUBLIC_NETWORK_ACCESS_DISABLED, publicApp(WEB_APPS)],
  [AppServicePolicies.FUNCTION_PUBLIC_NETWORK_ACCESS_DISABLED, publicApp(ALL_FUNCTION_APPS)],
  [AppServicePolicies.CONFIGURE_FUNCTION_PUBLIC_NETWORK_ACCESS_DISABLED, publicApp(ALL_FUNCTION_APPS)],
  [AppServicePolicies.VIRTUAL_NETWORK, withoutSubnet],
  [AppServicePolicies.ROUTE_ALL, withoutRouteAll],
  [AppServicePolicies.CONFIGURATION_ROUTING, withoutConfigurationRouting],
  [AppServicePolicies.PRIVATE_LINK_SKU, withoutPrivateLink],
];

const JUDGES: ReadonlyMap<string, Judge> = new Map(
  RULES.map(([{ policyDefinitionId }, judge]) => [policyDefinitionId.toLowerCase(), judge]),
);

/** What is known of the rule of a definition; `undefined` for one that this library does not know. */
export function judgeOf({ policyDefinitionId }: PolicyDefinition): Judge | undefined {
  return JUDGES.get(policyDefinitionId.toLowerCase());
}

/** Whether a flag is not given, or given another value. */
function isOtherThan(resource: ModelResource, attribute: string, expected: string): boolean | undefined {
  const value = resource.at(attribute);
  // Terraform reads the text "true" as the flag.
  return value.isUnknown ? undefined : String(value.known) !== expected;
}

function isOneOf(resource: ModelResource, attribute: string, names: readonly string[]): boolean | undefined {
  const name = resource.at(attribute).knownText;
  return name === undefined ? undefined : names.includes(name.toLowerCase());
}
