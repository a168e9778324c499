import { TerraformStack } from 'cdktf';
import { add, PlainResource } from './plain-azurerm';
import { addOpenStores } from './stores';
import { newStack } from './synth';

/** What the stack of azurerm's documentation does right, or does not have: every part is connected wrongly. */
export function newMisconnectedChat() {
  const stack = newStack();
  const inGroup = { resource_group_name: 'rg', location: 'centralus' };
  const sku = { name: 'Standard_S1', capacity: 1 };
  const open = add(stack, 'azurerm_signalr_service', 'Open', {
    ...inGroup,
    name: 'open',
    sku,
    aad_auth_enabled: false,
  });
  const listed = add(stack, 'azurerm_signalr_service', 'Listed', {
    ...inGroup,
    name: 'listed',
    sku,
    service_mode: 'Serverless',
    upstream_endpoint: [{ url_template: 'https://app-private.azurewebsites.net/api' }],
  });
  add(stack, 'azurerm_signalr_service_network_acl', 'Acl', {
    signalr_service_id: listed.ref(),
    default_action: 'Allow',
    public_network: { allowed_request_types: ['ClientConnection'] },
  });
  add(stack, 'azurerm_signalr_service_custom_certificate', 'Certificate', {
    name: 'certificate',
    signalr_service_id: open.ref(),
    custom_certificate_id: 'https://example.com/certificate',
  });

  const virtualNetwork = add(stack, 'azurerm_virtual_network', 'Network', {
    ...inGroup,
    name: 'vnet',
    address_space: ['10.0.0.0/24'],
  });
  const subnet = add(stack, 'azurerm_subnet', 'Subnet', {
    name: 'snet',
    resource_group_name: 'rg',
    virtual_network_name: virtualNetwork.ref('name'),
    address_prefixes: ['10.0.0.0/29'],
  });
  const securityGroup = add(stack, 'azurerm_network_security_group', 'SecurityGroup', { ...inGroup, name: 'nsg' });
  add(stack, 'azurerm_subnet_network_security_group_association', 'Association', {
    subnet_id: subnet.ref(),
    network_security_group_id: securityGroup.ref(),
  });
  const zone = add(stack, 'azurerm_private_dns_zone', 'Zone', {
    name: 'privatelink.service.signalr.net',
    resource_group_name: 'rg',
  });
  const other = add(stack, 'azurerm_virtual_network', 'Other', {
    ...inGroup,
    name: 'other',
    address_space: ['10.1.0.0/24'],
  });
  add(stack, 'azurerm_private_dns_zone_virtual_network_link', 'Link', {
    name: 'link',
    resource_group_name: 'rg',
    private_dns_zone_name: zone.ref('name'),
    virtual_network_id: other.ref(),
    registration_enabled: true,
  });
  add(stack, 'azurerm_private_endpoint', 'Endpoint', {
    ...inGroup,
    name: 'pep',
    subnet_id: subnet.ref(),
    private_service_connection: {
      name: 'c',
      is_manual_connection: false,
      private_connection_resource_id: listed.ref(),
      subresource_names: ['sites'],
    },
    private_dns_zone_group: { name: 'default', private_dns_zone_ids: [zone.ref()] },
  });

  const app = add(stack, 'azurerm_linux_web_app', 'App', {
    ...inGroup,
    name: 'app-private',
    service_plan_id: 'plan',
    virtual_network_subnet_id: subnet.ref(),
    public_network_access_enabled: false,
    site_config: {
      cors: { allowed_origins: ['*'] },
      application_stack: [{ docker_image_name: 'chat:1', docker_registry_url: 'https://cropen.azurecr.io' }],
    },
    app_settings: { WEBSITE_DNS_SERVER: '10.9.0.4' },
    backup: [{ storage_account_url: 'https://st.blob.core.windows.net/backups' }],
  });
  add(stack, 'azurerm_signalr_shared_private_link_resource', 'SharedLink', {
    name: 'link',
    signalr_service_id: open.ref(),
    target_resource_id: app.ref(),
    sub_resource_name: 'vault',
  });
  add(stack, 'azurerm_cdn_frontdoor_origin', 'Origin', { host_name: 'func-stranger.azurewebsites.net' });
  addStrangers(stack, listed);
  addTwins(stack, open);
  addCutOff(stack);
  addOpenStores(stack);
  return stack;
}

/** A function app whose subnet lets nothing out, its storage account included. */
function addCutOff(stack: TerraformStack): void {
  const subnet = add(stack, 'azurerm_subnet', 'CutOff', {
    name: 'snet-cut-off',
    resource_group_name: 'rg',
    virtual_network_name: 'vnet',
    address_prefixes: ['10.0.0.128/27'],
  });
  const group = add(stack, 'azurerm_network_security_group', 'CutOffGroup', {
    name: 'nsg-cut-off',
    security_rule: [
      {
        name: 'DenyAll',
        priority: 100,
        direction: 'Outbound',
        access: 'Deny',
        protocol: '*',
        source_address_prefix: '*',
        source_port_range: '*',
        destination_address_prefix: '*',
        destination_port_range: '*',
      },
    ],
  });
  add(stack, 'azurerm_subnet_network_security_group_association', 'CutOffAssociation', {
    subnet_id: subnet.ref(),
    network_security_group_id: group.ref(),
  });
  const account = add(stack, 'azurerm_storage_account', 'CutOffStorage', { name: 'stcutoff' });
  add(stack, 'azurerm_windows_function_app', 'CutOffApp', {
    name: 'func-cut-off',
    storage_account_name: account.ref('name'),
    virtual_network_subnet_id: subnet.ref(),
    site_config: { vnet_route_all_enabled: true },
  });
}

/** A hub server and its slot, with hubs of one name. */
function addTwins(stack: TerraformStack, service: PlainResource): void {
  const name = 'Azure__SignalR__ConnectionString';
  const app_settings = { [name]: `Endpoint=https://${service.ref('hostname')}` };
  const app = add(stack, 'azurerm_windows_web_app', 'Twin', { name: 'app-twin', app_settings });
  const asOther = { [name]: `Endpoint=https://${service.ref('hostname')};ClientId=other` };
  add(stack, 'azurerm_windows_web_app_slot', 'TwinSlot', {
    name: 'slot',
    app_service_id: app.ref(),
    app_settings: asOther,
  });
}

/** An app without a role, an identity with too much of one, and a vault that nothing lets the service read. */
function addStrangers(stack: TerraformStack, service: PlainResource): void {
  add(stack, 'azurerm_linux_function_app', 'Stranger', {
    name: 'func-stranger',
    storage_account_access_key: 'a2V5',
    identity: [{ type: 'SystemAssigned' }],
    app_settings: { AzureSignalRConnectionString__serviceUri: `https://${service.ref('hostname')}` },
  });
  const identity = add(stack, 'azurerm_user_assigned_identity', 'Identity', { name: 'id' });
  add(stack, 'azurerm_role_assignment', 'TooMuch', {
    scope: '/subscriptions/0/resourceGroups/rg',
    role_definition_name: 'Contributor',
    principal_id: identity.ref('principal_id'),
  });
  const vault = add(stack, 'azurerm_key_vault', 'Vault', { name: 'kv-chat', resource_group_name: 'rg' });
  add(stack, 'azurerm_signalr_service_custom_certificate', 'OfVault', {
    name: 'of-vault',
    signalr_service_id: service.ref(),
    custom_certificate_id: `${vault.ref('vault_uri')}certificates/chat`,
  });
}
