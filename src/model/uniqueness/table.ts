import { ADDRESSES, LINKS, PEERINGS, RULES, SUBNETS } from './network-rows';
import { identified, inAzure, inGroup, inSubscription, named, oneOf, RENAME, Row, unique } from './row';
import { ATTACHED, ENDPOINTS, GRANTS, HOSTNAMES, SITES } from './service-rows';

const ACL = 'azurerm_signalr_service_network_acl';
const SERVICE = identified('signalr_service_id');
const RULESET_LINK = 'azurerm_private_dns_resolver_virtual_network_link';
const RESOLVER_ENDPOINTS = [
  'azurerm_private_dns_resolver_inbound_endpoint',
  'azurerm_private_dns_resolver_outbound_endpoint',
];

/** Values that Azure accepts once, and the scope of each. */
export const TABLE: readonly Row[] = [
  inSubscription('azurerm_resource_group', 'resource groups'),

  inGroup('azurerm_application_insights', 'Application Insights resources'),
  inGroup('azurerm_application_security_group', 'application security groups'),
  inGroup('azurerm_log_analytics_workspace', 'log workspaces'),
  inGroup('azurerm_monitor_action_group', 'action groups'),
  inGroup('azurerm_monitor_autoscale_setting', 'autoscale settings'),
  inGroup('azurerm_monitor_metric_alert', 'metric alerts'),
  inGroup('azurerm_nat_gateway', 'NAT gateways'),
  inGroup('azurerm_network_interface', 'network interfaces'),
  inGroup('azurerm_network_security_group', 'security groups'),
  inGroup('azurerm_private_dns_resolver', 'resolvers'),
  inGroup('azurerm_private_dns_resolver_dns_forwarding_ruleset', 'forwarding rulesets'),
  inGroup('azurerm_private_endpoint', 'private endpoints'),
  inGroup('azurerm_public_ip', 'public IP addresses'),
  inGroup('azurerm_route_table', 'route tables'),
  inGroup('azurerm_service_plan', 'service plans'),
  inGroup('azurerm_user_assigned_identity', 'managed identities'),
  inGroup('azurerm_virtual_network', 'virtual networks'),
  unique(
    'azurerm_private_dns_zone',
    (zone, places) => places.groupOf(zone),
    (given) =>
      `are zones named ${given} in one resource group; share one, for private endpoints with DnsIntegration.zone(...)`,
    'dns/duplicate-zone',
  ),

  inAzure('azurerm_key_vault', 'key vaults', 'vault/name-conflict'),
  inAzure('azurerm_signalr_service', 'SignalR services', 'signalr/existing-name-conflict'),
  inAzure('azurerm_signalr_service_custom_domain', 'custom domains', 'signalr/domain-name', 'domain_name'),
  inAzure('azurerm_container_registry', 'container registries', 'appservice/registry-name-conflict'),
  inAzure('azurerm_storage_account', 'storage accounts', 'storage/name-conflict'),
  unique(
    'azurerm_role_definition',
    (role, places) => places.directoryOf(role),
    (given) => `are custom roles named "${given}" in one directory; ${RENAME}`,
    'identity/custom-role',
  ),

  unique(
    'azurerm_signalr_shared_private_link_resource',
    SERVICE,
    (given) => `are shared private links named "${given}" of one service; ${RENAME}`,
  ),
  unique(
    'azurerm_signalr_service_custom_certificate',
    SERVICE,
    (given) => `are certificates named "${given}" of one service; ${RENAME}`,
    'signalr/certificate-resource-name',
  ),
  unique(
    'azurerm_signalr_service_custom_domain',
    SERVICE,
    (given) => `are domains named "${given}" of one service; ${RENAME}`,
    'signalr/domain-resource-name',
  ),
  // azurerm neither finds a list that is there already nor keeps two apart.
  oneOf(
    ACL,
    SERVICE,
    'nac/duplicate',
    'are access control lists of one service, and each overwrites the other; keep one, and give its rules as NetworkAccess',
  ),
  oneOf(
    'azurerm_monitor_autoscale_setting',
    identified('target_resource_id'),
    'autoscale/duplicate',
    'scale one resource, and Azure accepts one autoscale setting for each; put their rules into one',
  ),
  unique(
    'azurerm_storage_container',
    identified('storage_account_id'),
    (given) => `are containers named "${given}" of one storage account; ${RENAME}`,
    'storage/duplicate-container',
  ),
  oneOf(
    'azurerm_private_dns_resolver',
    identified('virtual_network_id'),
    'dns/duplicate-resolver',
    'are resolvers of one network, and Azure allows one for each network; use one of them',
  ),
  oneOf(
    RULESET_LINK,
    identified('virtual_network_id'),
    'dns/duplicate-ruleset',
    'link one network to rulesets, and Azure allows one ruleset for each network; remove one link',
  ),
  unique(
    RULESET_LINK,
    identified('dns_forwarding_ruleset_id'),
    (given) => `are links named "${given}" of one ruleset; ${RENAME}`,
  ),
  oneOf(
    RESOLVER_ENDPOINTS,
    (endpoint, places) =>
      places.identified(
        endpoint.at(endpoint.type.includes('inbound') ? 'ip_configurations.subnet_id' : 'subnet_id'),
        endpoint,
      ),
    'dns/resolver-subnet',
    'are resolver endpoints in one subnet; give each its own subnet',
  ),
  oneOf(
    'azurerm_function_app_flex_consumption',
    identified('service_plan_id'),
    'appservice/flex-plan-taken',
    'are function apps on one Flex Consumption plan, which runs one; give each its own plan',
  ),
  unique(
    'azurerm_route',
    named('route_table_name'),
    (given) => `are routes named "${given}" of one route table; ${RENAME}`,
    'network/route-name',
  ),
  ...SITES,
  ...HOSTNAMES,
  ...ENDPOINTS,
  ...GRANTS,
  ...ATTACHED,
  ...SUBNETS,
  ...LINKS,
  ...PEERINGS,
  ...RULES,
  ...ADDRESSES,
];
