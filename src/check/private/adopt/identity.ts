import { asText } from '../../../core/internal/as-text';
import { ModelValue } from '../../../model/model-value';
import { Json, textOf } from '../../../model/terraform/json';

const ROLE = 'role_definition_id';
const IN_GROUP = ['name', 'resource_group_name'];
const IN_NETWORK = [...IN_GROUP, 'virtual_network_name', 'virtual_network_id'];
const IN_ZONE = [...IN_GROUP, 'zone_name', 'private_dns_zone_name', 'private_dns_zone_id', 'dns_zone_id'];
const OF_SERVICE = ['name', 'signalr_service_id'];
const OF_RULESET = ['name', 'dns_forwarding_ruleset_id'];
const OF_RESOLVER = ['name', 'private_dns_resolver_id'];
const OF_PROFILE = ['name', 'cdn_frontdoor_profile_id'];
const ASSIGNED = ['name', 'management_group_id', 'subscription_id', 'resource_group_id', 'resource_id'];

/**
 * Attributes that identify a resource of a type in Azure, where these are other than name and resource group. Of each
 * list counts what the configuration gives: azurerm 5 names some parents by id that azurerm 4 names by name.
 */
const IDENTITIES = new Map<string, readonly string[]>(
  Object.entries({
    azapi_resource: ['name', 'parent_id', 'type'],
    azurerm_app_service_slot_virtual_network_swift_connection: ['app_service_id', 'slot_name'],
    azurerm_app_service_virtual_network_swift_connection: ['app_service_id'],
    azurerm_cdn_frontdoor_endpoint: OF_PROFILE,
    azurerm_cdn_frontdoor_origin: ['name', 'cdn_frontdoor_origin_group_id'],
    azurerm_cdn_frontdoor_origin_group: OF_PROFILE,
    azurerm_cdn_frontdoor_route: ['name', 'cdn_frontdoor_endpoint_id'],
    azurerm_dns_cname_record: IN_ZONE,
    azurerm_key_vault_secret: ['name', 'key_vault_id'],
    azurerm_linux_function_app_slot: ['name', 'function_app_id'],
    azurerm_linux_web_app_slot: ['name', 'app_service_id'],
    azurerm_management_group_policy_assignment: ASSIGNED,
    azurerm_management_group_policy_exemption: ASSIGNED,
    azurerm_management_group_policy_set_definition: ASSIGNED,
    azurerm_management_lock: ['name', 'scope'],
    azurerm_monitor_diagnostic_setting: ['name', 'target_resource_id'],
    azurerm_nat_gateway_public_ip_association: ['nat_gateway_id', 'public_ip_address_id'],
    azurerm_network_security_rule: [...IN_GROUP, 'network_security_group_name', 'network_security_group_id'],
    azurerm_policy_set_definition: ASSIGNED,
    azurerm_private_dns_a_record: IN_ZONE,
    azurerm_private_dns_resolver_forwarding_rule: OF_RULESET,
    azurerm_private_dns_resolver_inbound_endpoint: OF_RESOLVER,
    azurerm_private_dns_resolver_outbound_endpoint: OF_RESOLVER,
    azurerm_private_dns_resolver_virtual_network_link: OF_RULESET,
    azurerm_private_dns_zone_virtual_network_link: IN_ZONE,
    azurerm_private_endpoint_application_security_group_association: [
      'private_endpoint_id',
      'application_security_group_id',
    ],
    azurerm_resource_group: ['name'],
    azurerm_resource_group_policy_assignment: ASSIGNED,
    azurerm_resource_group_policy_exemption: ASSIGNED,
    azurerm_resource_policy_assignment: ASSIGNED,
    azurerm_resource_policy_exemption: ASSIGNED,
    azurerm_role_assignment: ['scope', 'principal_id', 'role_definition_name', 'role_definition_id'],
    azurerm_role_definition: ['name', 'scope'],
    azurerm_route: [...IN_GROUP, 'route_table_name', 'route_table_id'],
    azurerm_signalr_service_custom_certificate: OF_SERVICE,
    azurerm_signalr_service_custom_domain: OF_SERVICE,
    azurerm_signalr_service_network_acl: ['signalr_service_id'],
    azurerm_signalr_shared_private_link_resource: OF_SERVICE,
    azurerm_storage_container: ['name', 'storage_account_id', 'storage_account_name'],
    azurerm_subnet: IN_NETWORK,
    azurerm_subnet_nat_gateway_association: ['subnet_id'],
    azurerm_subnet_network_security_group_association: ['subnet_id'],
    azurerm_subnet_route_table_association: ['subnet_id'],
    azurerm_subscription_policy_assignment: ASSIGNED,
    azurerm_subscription_policy_exemption: ASSIGNED,
    azurerm_virtual_network_peering: IN_NETWORK,
    azurerm_windows_function_app_slot: ['name', 'function_app_id'],
    azurerm_windows_web_app_slot: ['name', 'app_service_id'],
  }),
);

/** Number of required attributes; with fewer the command does not identify a resource. */
const REQUIRED = 2;

/**
 * The attributes that identify a resource in Azure, among those that it is given; none where the command does not know
 * them.
 */
export function identityOf(type: string, given: readonly string[]): readonly string[] {
  const known = IDENTITIES.get(type);
  const names = (known ?? IN_GROUP).filter((name) => given.includes(name));
  // A type that is not in the table may be part of something else, and its name alone would be that of several.
  return known || names.length === REQUIRED ? names : [];
}

/** Part of a value that identifies a resource, where it is known. */
export function identifyingText(attribute: string, value: ModelValue<unknown>): string | undefined {
  if (value.known !== undefined) return asText(value.known);
  const { text } = value;
  return attribute === ROLE && !plain(attribute, text).includes('}') ? text : undefined;
}

/**
 * Reports whether a resource of a state has a value that identifies it; its id counts where the state has no such
 * attribute.
 */
export function isIdentifiedBy(values: Json, attribute: string, given: string): boolean {
  const asked = plain(attribute, given);
  const own = values[attribute];
  if (typeof own === 'string' && own !== '') return plain(attribute, own) === asked;
  const id = (textOf(values.id) ?? '').toLowerCase();
  if (id === '' || asked === '') return false;
  return asked.startsWith('/') ? id.startsWith(`${asked}/`) : id.split('/').includes(asked);
}

/** Names and ids without the parts that do not identify them. */
function plain(attribute: string, text: string): string {
  const lower = text.toLowerCase();
  if (attribute === 'type') return lower.split('@')[0];
  // A role has an id in each scope, and ends with what it is.
  return attribute === ROLE ? lower.slice(lower.lastIndexOf('/') + 1) : lower;
}
