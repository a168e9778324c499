/** Attributes that azurerm marks as sensitive in every app. */
const APP = [
  'auth_settings.active_directory.client_secret',
  'auth_settings.facebook.app_secret',
  'auth_settings.github.client_secret',
  'auth_settings.google.client_secret',
  'auth_settings.microsoft.client_secret',
  'auth_settings.twitter.consumer_secret',
  'connection_string.value',
  'site_credential',
];

/**
 * Paths of what azurerm 4.55 and 5.2 mark as sensitive, but names of domains and of telemetry, which Microsoft takes
 * for no secrets; and the same of other providers that make secrets.
 */
const SENSITIVE = new Map<string, readonly string[]>(
  Object.entries({
    azurerm_app_service_certificate: ['password', 'pfx_blob'],
    azurerm_application_gateway: [
      'authentication_certificate.data',
      'ssl_certificate.data',
      'ssl_certificate.password',
      'trusted_client_certificate.data',
      'trusted_root_certificate.data',
    ],
    azurerm_container_registry: ['admin_password'],
    azurerm_eventhub_namespace: [
      'default_primary_connection_string',
      'default_primary_connection_string_alias',
      'default_primary_key',
      'default_secondary_connection_string',
      'default_secondary_connection_string_alias',
      'default_secondary_key',
    ],
    azurerm_eventhub_namespace_authorization_rule: [
      'primary_connection_string',
      'primary_connection_string_alias',
      'primary_key',
      'secondary_connection_string',
      'secondary_connection_string_alias',
      'secondary_key',
    ],
    azurerm_function_app_flex_consumption: [...APP],
    azurerm_key_vault_certificate: ['certificate.contents', 'certificate.password'],
    azurerm_key_vault_secret: ['value'],
    azurerm_linux_function_app: [
      ...APP,
      'backup.storage_account_url',
      'site_config.application_stack.docker.registry_password',
      'site_config.application_stack.docker.registry_username',
      'storage_account.access_key',
      'storage_account_access_key',
    ],
    azurerm_linux_function_app_slot: [
      ...APP,
      'backup.storage_account_url',
      'site_config.application_stack.docker.registry_password',
      'site_config.application_stack.docker.registry_username',
      'storage_account.access_key',
      'storage_account_access_key',
    ],
    azurerm_linux_web_app: [
      ...APP,
      'backup.storage_account_url',
      'logs.http_logs.azure_blob_storage.sas_url',
      'site_config.application_stack.docker_registry_password',
      'storage_account.access_key',
    ],
    azurerm_linux_web_app_slot: [
      ...APP,
      'backup.storage_account_url',
      'logs.http_logs.azure_blob_storage.sas_url',
      'site_config.application_stack.docker_registry_password',
      'storage_account.access_key',
    ],
    azurerm_log_analytics_workspace: ['primary_shared_key', 'secondary_shared_key'],
    azurerm_signalr_service: [
      'primary_access_key',
      'primary_connection_string',
      'secondary_access_key',
      'secondary_connection_string',
    ],
    azurerm_storage_account: [
      'primary_access_key',
      'primary_blob_connection_string',
      'primary_connection_string',
      'secondary_access_key',
      'secondary_blob_connection_string',
      'secondary_connection_string',
    ],
    azurerm_windows_function_app: [
      ...APP,
      'backup.storage_account_url',
      'storage_account.access_key',
      'storage_account_access_key',
    ],
    azurerm_windows_function_app_slot: [
      ...APP,
      'backup.storage_account_url',
      'storage_account.access_key',
      'storage_account_access_key',
    ],
    azurerm_windows_web_app: [
      ...APP,
      'backup.storage_account_url',
      'logs.http_logs.azure_blob_storage.sas_url',
      'site_config.application_stack.docker_registry_password',
      'storage_account.access_key',
    ],
    azurerm_windows_web_app_slot: [
      ...APP,
      'backup.storage_account_url',
      'logs.http_logs.azure_blob_storage.sas_url',
      'site_config.application_stack.docker_registry_password',
      'storage_account.access_key',
    ],
    azurerm_key_vault_certificate_data: ['key', 'pem'],
    azurerm_kubernetes_cluster: ['kube_admin_config_raw', 'kube_config_raw'],
    azurerm_storage_account_sas: ['sas'],
    azuread_application_password: ['value'],
    azuread_service_principal_password: ['value'],
    random_bytes: ['base64', 'hex'],
    random_password: ['bcrypt_hash', 'result'],
    tls_private_key: ['private_key_openssh', 'private_key_pem', 'private_key_pem_pkcs8'],
  }),
);

/** Types that no provider marks anything of. */
const HARMLESS =
  /^(?:random_(?:id|integer|pet|string|uuid)|time_\w+|azurerm_(?:\w*subnet|virtual_network|resource_group|private_\w+|network_security_group|public_ip|route_table|nat_gateway|service_plan|client_config|subscription|key_vault|user_assigned_identity|role_\w+))$/;

/** The attributes of a type that are sensitive; none where nothing is known of it. */
export function sensitiveOf(type: string): readonly string[] {
  return SENSITIVE.get(type) ?? [];
}

/** Reports whether an attribute is sensitive, or in a block that is. */
export function isSensitive(type: string, path: string): boolean {
  return sensitiveOf(type).some((each) => path === each || path.startsWith(`${each}.`));
}

/** Reports whether nothing is known of a type. */
export function mayBeSensitive(type: string): boolean {
  return !SENSITIVE.has(type) && !HARMLESS.test(type);
}
