import table from './force-new.json';

/** Paths of attributes by types of resources. */
type Paths = Readonly<Record<string, readonly string[]>>;

const EVERY: Paths = table.types;

/** Attributes that one major version of azurerm cannot change, and the others can. */
const ONLY: Readonly<Record<number, Paths>> = { 4: table.only4, 5: table.only5 };

/**
 * Attributes that azurerm cannot always change, where the schema does not say so: what it compares while it plans
 * (`CustomizeDiff`), with when it then replaces the resource. Read in azurerm 4.55.0 and 5.2.0:
 * https://github.com/hashicorp/terraform-provider-azurerm/tree/v4.55.0/internal/services
 */
const SOMETIMES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  // appservice/service_plan_resource.go
  azurerm_service_plan: { zone_balancing_enabled: 'where it is turned on for a plan with fewer than two workers' },
  // appservice/linux_function_app_resource.go, windows_function_app_resource.go
  azurerm_linux_function_app: { service_plan_id: 'where one of the two plans is a Consumption plan' },
  azurerm_windows_function_app: { service_plan_id: 'where one of the two plans is a Consumption plan' },
  // loganalytics/log_analytics_workspace_resource.go
  azurerm_log_analytics_workspace: { sku: 'unless it is a change between PerGB2018 and CapacityReservation' },
  // network/public_ip_resource.go
  azurerm_public_ip: { domain_name_label_scope: 'unless it is set for the first time' },
  // policy/policy_set_definition_resource.go, management_group_policy_set_definition_resource.go
  azurerm_policy_set_definition: { parameters: 'where there are fewer than before' },
  azurerm_management_group_policy_set_definition: { parameters: 'where there are fewer than before' },
  // storage/storage_container_resource.go
  azurerm_storage_container: { storage_account_id: 'unless the container was made with `storage_account_name`' },
  // storage/storage_account_resource.go
  azurerm_storage_account: {
    account_kind: 'unless it is an upgrade to StorageV2',
    account_replication_type: 'where it changes between with and without availability zones',
    'immutability_policy.state': 'where it was Locked',
    large_file_share_enabled: 'where it is turned off',
  },
};

/**
 * The attributes of a type that azurerm cannot change, such as `location` and `ip_configuration.name`: another value
 * forces replacement. Nothing where the table does not have the type. The table has what `ForceNew` says in azurerm's
 * own schema, which `terraform providers schema` does not print.
 */
export function replacingPaths(type: string, major: number): readonly string[] | undefined {
  const every = EVERY[type];
  return every && [...every, ...(ONLY[major]?.[type] ?? [])].sort();
}

/**
 * Returns the case in which azurerm replaces a resource for another value of an attribute; nothing where it never or
 * always does.
 */
export function replacedSometimes(type: string, path: string): string | undefined {
  const paths = SOMETIMES[type] ?? {};
  return Object.hasOwn(paths, path) ? paths[path] : undefined;
}

/** The attributes for which azurerm replaces a resource of a type at times, see `replacedSometimes`. */
export function sometimesReplacingPaths(type: string): readonly string[] {
  return Object.keys(SOMETIMES[type] ?? {});
}
