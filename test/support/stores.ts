import { TerraformStack } from 'cdktf';
import { add } from './plain-azurerm';

/** Storage, a registry, telemetry, certificates, roles and exemptions that are open, or without an end. */
export function addOpenStores(stack: TerraformStack): void {
  add(stack, 'azurerm_storage_account', 'OpenStorage', {
    name: 'stopen',
    allow_nested_items_to_be_public: true,
    https_traffic_only_enabled: false,
    min_tls_version: 'TLS1_0',
    sftp_enabled: true,
    network_rules: [{ default_action: 'Allow' }],
  });
  add(stack, 'azurerm_storage_account', 'LostStorage', { name: 'stlost', public_network_access_enabled: false });
  add(stack, 'azurerm_container_registry', 'OpenRegistry', {
    name: 'cropen',
    sku: 'Premium',
    admin_enabled: true,
    network_rule_set: [{ default_action: 'Deny', ip_rule: [{ action: 'Allow', ip_range: '0.0.0.0/0' }] }],
  });
  add(stack, 'azurerm_storage_container', 'OpenContainer', { name: 'open', container_access_type: 'blob' });
  add(stack, 'azurerm_application_insights', 'OpenInsights', { name: 'appi-open' });
  add(stack, 'azurerm_log_analytics_workspace', 'OpenWorkspace', { name: 'log-open', retention_in_days: 30 });
  add(stack, 'azurerm_key_vault_certificate', 'WeakCertificate', {
    name: 'weak',
    certificate_policy: [
      {
        key_properties: [{ key_type: 'RSA', key_size: 1024 }],
        lifetime_action: [{ action: [{ action_type: 'EmailContacts' }] }],
        x509_certificate_properties: [{ validity_in_months: 36 }],
      },
    ],
  });
  add(stack, 'azurerm_network_security_group', 'LostGroup', { name: 'nsg-lost' });
  add(stack, 'azurerm_role_definition', 'SecondOwner', {
    name: 'second-owner',
    scope: '/subscriptions/0',
    permissions: [{ actions: ['*'] }],
  });
  add(stack, 'azurerm_resource_group_policy_exemption', 'OpenWaiver', { exemption_category: 'Waiver' });
}

/** The same as they should be. */
export function addClosedStores(stack: TerraformStack): void {
  const storage = add(stack, 'azurerm_storage_account', 'Storage', {
    name: 'stclosed',
    account_kind: 'StorageV2',
    allow_nested_items_to_be_public: false,
    https_traffic_only_enabled: true,
    min_tls_version: 'TLS1_2',
    shared_access_key_enabled: false,
    local_user_enabled: false,
    sftp_enabled: false,
    blob_properties: [{ delete_retention_policy: [{ days: 7 }], container_delete_retention_policy: [{ days: 7 }] }],
  });
  add(stack, 'azurerm_storage_account_network_rules', 'StorageRules', {
    storage_account_id: storage.ref(),
    default_action: 'Deny',
    ip_rules: [],
    bypass: ['None'],
  });
  add(stack, 'azurerm_private_endpoint', 'StorageEndpoint', {
    name: 'pep-blob',
    private_service_connection: {
      name: 'c',
      is_manual_connection: false,
      private_connection_resource_id: storage.ref(),
      subresource_names: ['blob'],
    },
    private_dns_zone_group: { name: 'default', private_dns_zone_ids: ['/zone'] },
  });
  const registry = add(stack, 'azurerm_container_registry', 'ClosedRegistry', {
    name: 'crclosed',
    sku: 'Premium',
    admin_enabled: false,
    anonymous_pull_enabled: false,
    public_network_access_enabled: false,
  });
  add(stack, 'azurerm_private_endpoint', 'RegistryEndpoint', {
    name: 'pep-registry',
    private_service_connection: {
      name: 'c',
      is_manual_connection: false,
      private_connection_resource_id: registry.ref(),
      subresource_names: ['registry'],
    },
    private_dns_zone_group: { name: 'default', private_dns_zone_ids: ['/zone'] },
  });
  add(stack, 'azurerm_storage_container', 'Container', { name: 'files', container_access_type: 'private' });
  const workspace = add(stack, 'azurerm_log_analytics_workspace', 'ClosedWorkspace', {
    name: 'log-closed',
    retention_in_days: 90,
    local_authentication_enabled: false,
    internet_ingestion_access_type: 'Disabled',
    internet_query_access_type: 'Disabled',
  });
  add(stack, 'azurerm_application_insights', 'ClosedInsights', {
    name: 'appi-closed',
    workspace_id: workspace.ref(),
    local_authentication_disabled: true,
    internet_ingestion_enabled: false,
    internet_query_enabled: false,
  });
  add(stack, 'azurerm_key_vault_certificate', 'Certificate', {
    name: 'good',
    certificate_policy: [
      {
        key_properties: [{ key_type: 'RSA', key_size: 4096 }],
        lifetime_action: [{ action: [{ action_type: 'AutoRenew' }] }],
        x509_certificate_properties: [{ validity_in_months: 12 }],
      },
    ],
  });
  const network = add(stack, 'azurerm_virtual_network', 'Recorded', { name: 'vnet-recorded' });
  add(stack, 'azurerm_network_watcher_flow_log', 'Flows', { target_resource_id: network.ref(), enabled: true });
  add(stack, 'azurerm_role_definition', 'Reader', {
    name: 'reader',
    scope: '/subscriptions/0',
    permissions: [{ actions: ['Microsoft.Web/sites/read'] }],
  });
  add(stack, 'azurerm_resource_group_policy_exemption', 'Waiver', {
    exemption_category: 'Waiver',
    expires_on: '2099-12-31T00:00:00Z',
  });
}
