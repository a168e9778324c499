import { AccessList, App, Caller, Estate, Gateway, Integration, Service, Slot, Types } from './estate';
import { attributeOf, given, idIn, RawJson, RawResource, repeated } from './terraform';
import { LOCATION, serverAddress, subnetId } from './terraform-networks';

const SERVICE = 'azurerm_signalr_service';
const ENDPOINT = 'azurerm_private_endpoint';
const PLAN_ID = '/subscriptions/0/resourceGroups/rg/providers/Microsoft.Web/serverFarms/plan';
const PUBLIC_IP_ID = '/subscriptions/0/resourceGroups/rg/providers/Microsoft.Network/publicIPAddresses/pip';
const APP_TYPES = {
  web: 'azurerm_linux_web_app',
  function: 'azurerm_linux_function_app',
  logic: 'azurerm_logic_app_standard',
};

/** The service with its list, its endpoints, and the apps. */
export function appResources(estate: Estate): RawResource[] {
  const { service } = estate;
  const body = given({
    name: service.name,
    resource_group_name: service.group,
    location: LOCATION,
    sku: { name: 'Standard_S1', capacity: 1 },
    public_network_access_enabled: service.publicAccess,
    ...(service.upstream ? upstreamOf(estate, service.upstream) : {}),
  });
  return [
    { type: SERVICE, key: service.key, subscription: service.subscription, body },
    ...(service.list ? [listOf(estate, service.list)] : []),
    ...sharedLinkOf(estate),
    ...endpointsOf(estate),
    ...estate.apps.flatMap((app) => resourcesOfApp(estate, app)),
    ...(estate.gateway ? [gatewayOf(estate, estate.gateway)] : []),
  ];
}

function gatewayOf(estate: Estate, { key, name, group, subscription, subnet }: Gateway): RawResource {
  const body = {
    name,
    resource_group_name: group,
    location: LOCATION,
    sku: { name: 'Standard_v2', tier: 'Standard_v2', capacity: 2 },
    gateway_ip_configuration: [{ name: 'gateway', subnet_id: subnetId(estate, subnet) }],
    frontend_ip_configuration: [{ name: 'public', public_ip_address_id: PUBLIC_IP_ID }],
    frontend_port: [{ name: 'https', port: 443 }],
    backend_address_pool: [{ name: 'signalr', fqdns: [`${estate.service.name}.service.signalr.net`] }],
    backend_http_settings: [{ name: 'https', port: 443, protocol: 'Https', cookie_based_affinity: 'Disabled' }],
    http_listener: [
      { name: 'chat', frontend_ip_configuration_name: 'public', frontend_port_name: 'https', protocol: 'Https' },
    ],
    request_routing_rule: [
      {
        name: 'chat',
        rule_type: 'Basic',
        priority: 100,
        http_listener_name: 'chat',
        backend_address_pool_name: 'signalr',
        backend_http_settings_name: 'https',
      },
    ],
  };
  return { type: 'azurerm_application_gateway', key, subscription, body };
}

function upstreamOf(estate: Estate, { to, by }: NonNullable<Service['upstream']>): RawJson {
  const { app, slot } = hostOf(estate, to);
  const type = slot ? `${APP_TYPES[app.kind]}_slot` : APP_TYPES[app.kind];
  const name = slot ? `${app.name}-${slot.name}` : app.name;
  const host = by === 'host' ? `${name}.azurewebsites.net` : `\${${type}.${to}.default_hostname}`;
  const patterns = { category_pattern: ['*'], event_pattern: ['*'], hub_pattern: ['*'] };
  return {
    service_mode: 'Serverless',
    upstream_endpoint: [{ url_template: `https://${host}/runtime/webhooks/signalr`, ...patterns }],
  };
}

function sharedLinkOf(estate: Estate): RawResource[] {
  const { service } = estate;
  if (!service.sharedLink) return [];
  const { key, to } = service.sharedLink;
  const { app, slot } = hostOf(estate, to);
  const body = {
    name: key,
    signalr_service_id: attributeOf(SERVICE, service, 'id'),
    // A slot is a part of its app: https://learn.microsoft.com/azure/app-service/overview-private-endpoint
    sub_resource_name: slot ? `sites-${slot.name}` : 'sites',
    target_resource_id: attributeOf(APP_TYPES[app.kind], app, 'id'),
    ...repeated(service.sharedLink),
  };
  return [
    {
      type: `${SERVICE.replace('_service', '')}_shared_private_link_resource`,
      key,
      subscription: service.subscription,
      body,
    },
  ];
}

function hostOf({ apps }: Estate, key: string): { app: App; slot?: Slot } {
  const app = apps.find((each) => each.key === key || each.slots.some((slot) => slot.key === key))!;
  return { app, slot: app.slots.find((slot) => slot.key === key) };
}

function listOf(estate: Estate, list: AccessList): RawResource {
  const { service, endpoints } = estate;
  const blocks = list.endpoints.map(({ endpoint, ...types }) => ({
    id: idIn(endpoint, ENDPOINT, endpoints),
    ...typesOf(types),
  }));
  const body = given({
    signalr_service_id: attributeOf(SERVICE, service, 'id'),
    default_action: list.defaultAction,
    public_network: [typesOf(list.publicNetwork)],
    private_endpoint: blocks.length > 0 ? blocks : undefined,
    ...repeated(list),
  });
  return { type: `${SERVICE}_network_acl`, key: list.key, subscription: service.subscription, body };
}

function typesOf({ allowed, denied }: Types): RawJson {
  return given({ allowed_request_types: allowed, denied_request_types: denied });
}

function endpointsOf(estate: Estate): RawResource[] {
  return estate.endpoints.map((endpoint): RawResource => {
    const zones = endpoint.zones.map((zone) => idIn(zone, 'azurerm_private_dns_zone', estate.zones));
    const body = given({
      name: endpoint.name,
      resource_group_name: endpoint.group,
      location: LOCATION,
      subnet_id: subnetId(estate, endpoint.subnet),
      private_service_connection: {
        name: 'connection',
        is_manual_connection: false,
        private_connection_resource_id: idIn(endpoint.service, SERVICE, [estate.service]),
        subresource_names: ['signalr'],
      },
      ip_configuration: [{ name: 'ip', private_ip_address: endpoint.address, subresource_name: 'signalr' }],
      private_dns_zone_group: zones.length > 0 ? { name: 'default', private_dns_zone_ids: zones } : undefined,
      ...repeated(endpoint),
    });
    return { type: ENDPOINT, key: endpoint.key, subscription: endpoint.subscription, body };
  });
}

function resourcesOfApp(estate: Estate, app: App): RawResource[] {
  const type = APP_TYPES[app.kind];
  const appId = attributeOf(type, app, 'id');
  const { subscription } = app;
  const own = given({
    name: app.name,
    resource_group_name: app.group,
    location: LOCATION,
    service_plan_id: PLAN_ID,
    ...bodyOf(estate, app),
    ...publicAccessOf(app.kind, app),
    ...(app.kind === 'function' ? { storage_account_name: 'stchat', storage_uses_managed_identity: true } : {}),
    ...(app.kind === 'logic' ? { storage_account_name: 'stchat', storage_account_access_key: 'key' } : {}),
  });
  return [
    { type, key: app.key, subscription, body: own },
    ...swift(
      estate,
      app,
      'azurerm_app_service_virtual_network_swift_connection',
      { app_service_id: appId },
      subscription,
    ),
    ...app.slots.flatMap((slot): RawResource[] => [
      { type: `${type}_slot`, key: slot.key, subscription, body: slotBody(estate, app, slot, appId) },
      ...swift(
        estate,
        slot,
        'azurerm_app_service_slot_virtual_network_swift_connection',
        { app_service_id: appId, slot_name: slot.nameInConnection },
        subscription,
      ),
    ]),
  ];
}

function slotBody(estate: Estate, { kind }: App, slot: Slot, appId: string): RawJson {
  const owner = kind === 'web' ? { app_service_id: appId } : { function_app_id: appId, storage_account_name: 'stchat' };
  return given({ name: slot.name, ...owner, ...bodyOf(estate, slot), ...publicAccessOf(kind, slot) });
}

function publicAccessOf(kind: App['kind'], { publicAccess }: Caller): RawJson {
  if (kind !== 'logic' || publicAccess === undefined) return { public_network_access_enabled: publicAccess };
  return { public_network_access: publicAccess ? 'Enabled' : 'Disabled' };
}

function bodyOf(estate: Estate, { integration, routeAll, settings, calls }: Caller): RawJson {
  const { key, name: service } = estate.service;
  const host = calls === 'host' ? `${service}.service.signalr.net` : `\${${SERVICE}.${key}.hostname}`;
  const connection = ['Azure__SignalR__ConnectionString', `Endpoint=https://${host};AuthType=azure.msi;Version=1.0;`];
  const servers = Object.entries(settings).map(([name, server]) => [name, serverAddress(server)]);
  const entries = calls ? [connection, ...servers] : servers;
  return {
    site_config: given({ vnet_route_all_enabled: routeAll }),
    app_settings: entries.length > 0 ? Object.fromEntries(entries) : undefined,
    virtual_network_subnet_id: integration?.by === 'attribute' ? subnetId(estate, integration.subnet) : undefined,
  };
}

function swift(
  estate: Estate,
  { integration }: { readonly integration?: Integration },
  type: string,
  owner: RawJson,
  subscription: App['subscription'],
): RawResource[] {
  if (integration?.by !== 'swift') return [];
  const body = { ...owner, subnet_id: subnetId(estate, integration.subnet), ...repeated(integration) };
  return [{ type, key: integration.key, subscription, body }];
}
