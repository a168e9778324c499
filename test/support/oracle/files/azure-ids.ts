import { RawJson } from '../terraform';

const OWN: Record<string, string> = {
  azurerm_virtual_network: 'Microsoft.Network/virtualNetworks',
  azurerm_network_security_group: 'Microsoft.Network/networkSecurityGroups',
  azurerm_route_table: 'Microsoft.Network/routeTables',
  azurerm_private_dns_zone: 'Microsoft.Network/privateDnsZones',
  azurerm_private_dns_resolver: 'Microsoft.Network/dnsResolvers',
  azurerm_private_dns_resolver_dns_forwarding_ruleset: 'Microsoft.Network/dnsForwardingRulesets',
  azurerm_private_endpoint: 'Microsoft.Network/privateEndpoints',
  azurerm_application_gateway: 'Microsoft.Network/applicationGateways',
  azurerm_signalr_service: 'Microsoft.SignalRService/signalR',
  azurerm_linux_web_app: 'Microsoft.Web/sites',
  azurerm_linux_function_app: 'Microsoft.Web/sites',
  azurerm_logic_app_standard: 'Microsoft.Web/sites',
};
/** Parts of what is named by name and group. */
const WITHIN: Record<string, readonly [string, string, string]> = {
  azurerm_subnet: ['Microsoft.Network/virtualNetworks', 'virtual_network_name', 'subnets'],
  azurerm_virtual_network_peering: [
    'Microsoft.Network/virtualNetworks',
    'virtual_network_name',
    'virtualNetworkPeerings',
  ],
  azurerm_network_security_rule: [
    'Microsoft.Network/networkSecurityGroups',
    'network_security_group_name',
    'securityRules',
  ],
  azurerm_route: ['Microsoft.Network/routeTables', 'route_table_name', 'routes'],
  azurerm_private_dns_zone_virtual_network_link: [
    'Microsoft.Network/privateDnsZones',
    'private_dns_zone_name',
    'virtualNetworkLinks',
  ],
  azurerm_private_dns_a_record: ['Microsoft.Network/privateDnsZones', 'zone_name', 'A'],
};
/** Parts of what is named by its id, and what follows it. */
const BELOW: Record<string, readonly [string, string]> = {
  azurerm_private_dns_resolver_inbound_endpoint: ['private_dns_resolver_id', '/inboundEndpoints/NAME'],
  azurerm_private_dns_resolver_outbound_endpoint: ['private_dns_resolver_id', '/outboundEndpoints/NAME'],
  azurerm_private_dns_resolver_forwarding_rule: ['dns_forwarding_ruleset_id', '/forwardingRules/NAME'],
  azurerm_private_dns_resolver_virtual_network_link: ['dns_forwarding_ruleset_id', '/virtualNetworkLinks/NAME'],
  azurerm_signalr_shared_private_link_resource: ['signalr_service_id', '/sharedPrivateLinkResources/NAME'],
  azurerm_signalr_service_network_acl: ['signalr_service_id', ''],
  azurerm_subnet_network_security_group_association: ['subnet_id', ''],
  azurerm_subnet_route_table_association: ['subnet_id', ''],
  azurerm_virtual_network_dns_servers: ['virtual_network_id', '/dnsServers/default'],
  azurerm_linux_web_app_slot: ['app_service_id', '/slots/NAME'],
  azurerm_linux_function_app_slot: ['function_app_id', '/slots/NAME'],
  azurerm_app_service_virtual_network_swift_connection: ['app_service_id', '/config/virtualNetwork'],
  azurerm_app_service_slot_virtual_network_swift_connection: ['app_service_id', '/slots/SLOT/config/virtualNetwork'],
};

/** The id that Azure gives a resource with these values, which is that of what it belongs to for some. */
export function idOfResource(type: string, subscription: string, values: RawJson): string {
  const group = `/subscriptions/${subscription}/resourceGroups/${String(values.resource_group_name)}/providers`;
  if (OWN[type]) return `${group}/${OWN[type]}/${String(values.name)}`;
  if (WITHIN[type]) {
    const [owner, attribute, part] = WITHIN[type];
    return `${group}/${owner}/${String(values[attribute])}/${part}/${String(values.name)}`;
  }
  const [attribute, suffix] = BELOW[type];
  return `${String(values[attribute])}${suffix}`
    .replace('NAME', String(values.name))
    .replace('SLOT', String(values.slot_name));
}
