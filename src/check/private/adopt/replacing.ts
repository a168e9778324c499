import { replacingPaths, sometimesReplacingPaths } from '../../../model/terraform/replacement';

/** An attribute that azurerm replaces a resource for. */
export interface Replacing {
  /** Such as `name`, or in a block `ip_configuration.name`. */
  readonly path: string;
  /** Value where the configuration leaves it out. */
  readonly otherwise?: string;
  /** States whether it stays as it is where the configuration leaves it out. */
  readonly isKept: boolean;
  /** States whether values decide. */
  readonly isSometimes: boolean;
}

/** Values that azurerm gives to absent attributes: `Default` in its schema. */
const DEFAULTS: Readonly<Record<string, string>> = {
  'azurerm_monitor_action_group.location': 'global',
  'azurerm_nat_gateway.sku_name': 'Standard',
  'azurerm_private_dns_resolver_inbound_endpoint.ip_configurations.private_ip_allocation_method': 'Dynamic',
  'azurerm_public_ip.ip_version': 'IPv4',
  'azurerm_public_ip.sku': 'Standard',
  'azurerm_public_ip.sku_tier': 'Regional',
  'azurerm_storage_account.dns_endpoint_type': 'Standard',
  'azurerm_storage_account.infrastructure_encryption_enabled': 'false',
  'azurerm_storage_account.nfsv3_enabled': 'false',
  'azurerm_storage_account.queue_encryption_key_type': 'Service',
  'azurerm_storage_account.table_encryption_key_type': 'Service',
  'azurerm_storage_container.encryption_scope_override_enabled': 'true',
  'azurerm_virtual_network_peering.peer_complete_virtual_networks_enabled': 'true',
};

/** Attributes that stay as they are where they are absent: `Computed` in its schema. */
const KEPT: ReadonlySet<string> = new Set([
  'azurerm_private_dns_resolver_inbound_endpoint.ip_configurations',
  'azurerm_private_dns_resolver_inbound_endpoint.ip_configurations.private_ip_address',
  'azurerm_private_dns_zone.soa_record',
  'azurerm_private_endpoint.ip_configuration.member_name',
  'azurerm_role_assignment.condition_version',
  'azurerm_role_assignment.name',
  'azurerm_role_assignment.principal_type',
  'azurerm_role_assignment.role_definition_id',
  'azurerm_role_assignment.role_definition_name',
  'azurerm_role_definition.role_definition_id',
  'azurerm_storage_account.immutability_policy',
  'azurerm_storage_container.default_encryption_scope',
]);

/**
 * The attributes that a resource is replaced for; `undefined` where the command does not know them.
 *
 * @param major major version of azurerm; without it what either version says counts
 */
export function replacing(type: string, major: string | undefined): readonly Replacing[] | undefined {
  const majors = major === undefined ? [4, 5] : [Number(major)];
  const lists = majors.map((each) => replacingPaths(type, each));
  if (lists.some((list) => list === undefined)) return undefined;
  const always = new Set(lists.flatMap((list) => list ?? []));
  const rows = [...always].map((path) => rowOf(type, path, false));
  const sometimes = sometimesReplacingPaths(type).filter((path) => !always.has(path));
  return [...rows, ...sometimes.map((path) => rowOf(type, path, true))];
}

/** Reports whether a resource may be replaced for an attribute. */
export function replaces(type: string, path: string): boolean {
  return replacing(type, undefined)?.some((each) => each.path === path) ?? false;
}

function rowOf(type: string, path: string, isSometimes: boolean): Replacing {
  const key = `${type}.${path}`;
  const otherwise = Object.hasOwn(DEFAULTS, key) ? DEFAULTS[key] : undefined;
  return { path, otherwise, isKept: KEPT.has(key), isSometimes };
}
