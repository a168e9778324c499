import { AppDns, AppNetwork, appservice, dns, FunctionHost, SecureServerlessSignalR, signalr, vault } from '../../src';
import { graphOf, reachable } from '../support/graph';
import { schemaViolations } from '../support/provider-schema';
import { newChat } from '../support/serverless';
import { newGroup, newStack, only, readable, resources, synth, warnings } from '../support/synth';

const { stack, chat } = newChat({ environment: 'prod', nameSeed: 'contoso' });
const FUNCTION_APP = readable(stack).resource!.azurerm_linux_function_app.Chat_FunctionApp;
const SERVICE = only(stack, 'azurerm_signalr_service');
const VAULT_ID = '/subscriptions/1234/resourceGroups/rg/providers/Microsoft.KeyVault/vaults/kv-old';

describe('SecureServerlessSignalR', () => {
  test('has a Serverless service that takes no keys, for public clients and private functions', () => {
    expect(SERVICE).toMatchObject({
      service_mode: 'Serverless',
      local_auth_enabled: false,
      identity: { type: 'UserAssigned', identity_ids: ['${azurerm_user_assigned_identity.Chat_SignalRIdentity.id}'] },
    });
    expect(only(stack, 'azurerm_signalr_service_network_acl')).toMatchObject({
      default_action: 'Deny',
      public_network: { allowed_request_types: ['ClientConnection'] },
      private_endpoint: [
        { id: '${azurerm_private_endpoint.Chat_SignalR_PrivateEndpoint.id}', allowed_request_types: ['RESTAPI'] },
      ],
    });
  });

  test('has a function app that joins the network both ways and signs in everywhere with its identity', () => {
    expect(FUNCTION_APP).toMatchObject({
      public_network_access_enabled: false,
      virtual_network_subnet_id: '${azurerm_subnet.Chat_VirtualNetwork_IntegrationSubnet.id}',
      storage_uses_managed_identity: true,
      app_settings: {
        AzureSignalRConnectionString__serviceUri: 'https://${azurerm_signalr_service.Chat_SignalR.hostname}',
        AzureSignalRConnectionString__credential: 'managedidentity',
        AzureSignalRConnectionString__clientId: '${azurerm_user_assigned_identity.Chat_Identity.client_id}',
      },
    });
    const roles = resources(stack, 'azurerm_role_assignment').map(({ scope, role_definition_id, principal_id }) => [
      scope.split('.')[1],
      role_definition_id.split('/').pop(),
      principal_id.split('.')[1],
    ]);
    expect(roles).toContainEqual(['Chat_SignalR', '7e4f1700-ea5a-4f59-8f37-079cfe29dce3', 'Chat_Identity']);
    expect(roles).toContainEqual(['Chat_Vault', '4633458b-17de-408a-b874-0445c86b69e6', 'Chat_SignalRIdentity']);
    expect(roles).toHaveLength(11);
    const endpoints = resources(stack, 'azurerm_private_endpoint').map(
      ({ private_service_connection: { subresource_names } }) => subresource_names[0],
    );
    expect(endpoints.sort()).toEqual(['signalr', 'sites', 'vault']);
  });

  test('calls the function app over a private link, with a key that it reads over another one', () => {
    const hostname = `${FUNCTION_APP.name}.azurewebsites.net`;
    expect(SERVICE.upstream_endpoint).toEqual([
      {
        url_template: `https://${hostname}/runtime/webhooks/signalr?code={@Microsoft.KeyVault(SecretUri=\${azurerm_key_vault.Chat_Vault.vault_uri}secrets/signalr-extension-key)}`,
        hub_pattern: ['*'],
        category_pattern: ['*'],
        event_pattern: ['*'],
      },
    ]);
    const links = resources(stack, 'azurerm_signalr_shared_private_link_resource');
    expect(
      links.map(({ name, sub_resource_name, target_resource_id }) => [name, sub_resource_name, target_resource_id]),
    ).toEqual([
      ['function-app', 'sites', '${azurerm_linux_function_app.Chat_FunctionApp.id}'],
      ['vault', 'vault', '${azurerm_key_vault.Chat_Vault.id}'],
    ]);
    expect(resources(stack, 'azapi_update_resource')).toHaveLength(2);
    expect(chat.functionAppLink.approvalResource).toBeDefined();
  });

  test('holds no key', () => {
    expect(JSON.stringify(synth(stack))).not.toMatch(/access_key"|AccountKey=|AccessKey=|primary_connection_string/);
    const accounts = resources(stack, 'azurerm_storage_account');
    expect(accounts.map((each) => each.shared_access_key_enabled)).toEqual([false, false]);
  });

  test('closes no circle, and is accepted by the schemas of azurerm and azapi', () => {
    const graph = graphOf(readable(stack));
    [...graph.keys()].forEach((name) => expect(reachable(graph, name)).not.toContain(name));
    expect(schemaViolations(synth(stack))).toEqual([]);
    // Those of the provider's settings are in test/placement.
    expect(warnings(stack).filter((warning) => !warning.startsWith('[core/provider-settings]'))).toEqual([]);
  });

  test('grants roles before they are used, and sends all logs to one workspace', () => {
    const graph = graphOf(readable(stack));
    const app = reachable(graph, 'azurerm_linux_function_app.Chat_FunctionApp');
    const roles = [...graph.keys()].filter((name) => name.startsWith('azurerm_role_assignment'));
    const ofVault = roles.find((name) => name.includes('Vault'))!;
    const ofNegotiation = roles.filter((role) => role.includes('NegotiationIdentity'));
    expect(ofNegotiation).toHaveLength(5);
    const negotiation = reachable(graph, 'azurerm_linux_function_app.Chat_NegotiationApp');
    ofNegotiation.forEach((role) => expect(negotiation).toContain(role));
    roles.filter((role) => !ofNegotiation.includes(role)).forEach((role) => expect(app).toContain(role));
    expect(reachable(graph, 'azurerm_signalr_service.Chat_SignalR')).toContain(ofVault);
    const workspaces = resources(stack, 'azurerm_monitor_diagnostic_setting').map(
      (each) => each.log_analytics_workspace_id,
    );
    expect(workspaces).toEqual(Array(4).fill('${azurerm_log_analytics_workspace.Chat_LogWorkspace.id}'));
    expect(only(stack, 'azurerm_application_insights').workspace_id).toBe(workspaces[0]);
  });
});

describe('options of SecureServerlessSignalR', () => {
  test.each([
    ['Windows', FunctionHost.windows(), 'azurerm_windows_function_app', 'Microsoft.Web/serverFarms'],
    [
      'Flex Consumption',
      FunctionHost.flexConsumption(),
      'azurerm_function_app_flex_consumption',
      'Microsoft.App/environments',
    ],
  ])('host on %s', (_, host, type, delegation) => {
    const other = newChat({ host });
    expect(resources(other.stack, type)).toMatchObject([
      { public_network_access_enabled: false },
      { public_network_access_enabled: true },
    ]);
    const delegations = resources(other.stack, 'azurerm_subnet').flatMap((subnet) => subnet.delegation ?? []);
    expect(delegations.map((each) => each.service_delegation.name)).toEqual([delegation]);
    expect(schemaViolations(synth(other.stack))).toEqual([]);
  });

  test('host with options of its own: open to Front Door, on Elastic Premium', () => {
    const accessRestrictions = appservice.AccessRestrictions.frontDoorOnly('00000000-0000-0000-0000-000000000001');
    const packageUrl = 'https://stchat.blob.core.windows.net/packages/app.zip';
    const host = FunctionHost.linux({ accessRestrictions, packageUrl, planSku: appservice.PlanSku.EP1 });
    const other = newChat({ host });
    expect(only(other.stack, 'azurerm_service_plan').sku_name).toBe('EP1');
    expect(only(other.stack, 'azurerm_linux_function_app').site_config.ip_restriction[0].service_tag).toBe(
      'AzureFrontDoor.Backend',
    );
  });

  test('a host that leaves its access restrictions open keeps the private ones', () => {
    const other = newChat({ host: FunctionHost.linux({ accessRestrictions: undefined }) });
    expect(
      readable(other.stack).resource!.azurerm_linux_function_app.Chat_FunctionApp.public_network_access_enabled,
    ).toBe(false);
  });

  test('private storage has an endpoint and a zone for each of its services, which the app waits for', () => {
    const other = newChat({ privateStorage: true });
    const accounts = resources(other.stack, 'azurerm_storage_account');
    expect(accounts.map((each) => each.public_network_access_enabled)).toEqual([false, false]);
    const zones = resources(other.stack, 'azurerm_private_dns_zone').map(({ name }) => name);
    expect(zones.filter((name) => name.includes('core.windows.net'))).toHaveLength(3);
    const app = reachable(graphOf(readable(other.stack)), 'azurerm_linux_function_app.Chat_FunctionApp');
    ['BlobEndpoint', 'QueueEndpoint', 'TableEndpoint'].forEach((id) =>
      expect(
        [...app].some((name) => name.startsWith(`azurerm_private_endpoint.Chat_Storage_`) && name.includes(id)),
      ).toBe(true),
    );
  });

  test('an existing vault is linked to, and gets neither endpoint nor logs', () => {
    const other = newStack();
    const existing = vault.KeyVault.fromKeyVaultAttributes(other, 'Old', {
      keyVaultId: VAULT_ID,
      vaultUri: 'https://kv-old.vault.azure.net/',
    });
    newChat({ vault: existing, functionKeySecret: 'key', approval: signalr.Approval.manual() }, other);
    expect(readable(other).resource).not.toHaveProperty('azurerm_key_vault');
    expect(readable(other).resource).not.toHaveProperty('azapi_update_resource');
    expect(resources(other, 'azurerm_private_endpoint')).toHaveLength(2);
    expect(only(other, 'azurerm_signalr_service').upstream_endpoint[0].url_template).toContain(
      'SecretUri=https://kv-old.vault.azure.net/secrets/key)',
    );
  });

  test('clients may be private', () => {
    const other = newChat({ networkAccess: signalr.NetworkAccess.privateOnly() });
    expect(only(other.stack, 'azurerm_signalr_service').public_network_access_enabled).toBe(false);
  });

  test('the function app gets only some events, where it is told which', () => {
    const upstream = { categories: [signalr.UpstreamCategory.CONNECTIONS] };
    const other = newChat({ upstream });
    expect(only(other.stack, 'azurerm_signalr_service').upstream_endpoint[0].category_pattern).toEqual(['connections']);
  });

  test('zones of a hub are linked to, and lacking ones defined', () => {
    const { stack: other, resourceGroup } = newGroup();
    const zone = new dns.PrivateDnsZone(other, 'Hub', { zoneName: 'privatelink.azurewebsites.net', resourceGroup });
    newChat({ dns: AppDns.zones(zone) }, other);
    const zones = resources(other, 'azurerm_private_dns_zone')
      .map(({ name }) => name)
      .sort();
    expect(zones).toEqual([
      'privatelink.azurewebsites.net',
      'privatelink.service.signalr.net',
      'privatelink.vaultcore.azure.net',
    ]);
    expect(resources(other, 'azurerm_private_dns_zone_virtual_network_link')).toHaveLength(3);
  });

  test('zones that exist are found by their names in any letter case, also those that are not needed', () => {
    const other = newStack();
    const zones = ['PrivateLink.azurewebsites.net', 'privatelink.file.core.windows.net'].map((zoneName, index) =>
      dns.PrivateDnsZone.fromPrivateDnsZoneAttributes(other, `Zone${index}`, {
        zoneId: `/subscriptions/1234/resourceGroups/rg/providers/Microsoft.Network/privateDnsZones/${zoneName}`,
        zoneName,
      }),
    );
    newChat({ dns: AppDns.zones(...zones) }, other);
    const names = resources(other, 'azurerm_private_dns_zone')
      .map(({ name }) => name)
      .sort();
    expect(names).toEqual(['privatelink.service.signalr.net', 'privatelink.vaultcore.azure.net']);
  });

  test.each([AppDns.managedByPolicy(), AppDns.recordsOnly()])('records may be kept by others (%#)', (others) => {
    expect(readable(newChat({ dns: others }).stack).resource).not.toHaveProperty('azurerm_private_dns_zone');
  });

  test('own DNS servers need a zone for each kind of endpoint', () => {
    const { stack: other, resourceGroup } = newGroup();
    const zones = [
      'privatelink.service.signalr.net',
      'privatelink.azurewebsites.net',
      'privatelink.vaultcore.azure.net',
    ].map((zoneName, index) => new dns.PrivateDnsZone(other, `Zone${index}`, { zoneName, resourceGroup }));
    const network = AppNetwork.define({ dnsServers: ['10.9.0.4'] });
    newChat({ dns: AppDns.customServers(...zones), network }, other);
    expect(resources(other, 'azurerm_private_endpoint').every((each) => each.private_dns_zone_group)).toBe(true);
    expect(readable(other).resource).not.toHaveProperty('azurerm_private_dns_zone_virtual_network_link');
  });

  test('names are those of the cloud of the region', () => {
    const other = newChat({ location: 'usgovvirginia' });
    expect(only(other.stack, 'azurerm_signalr_service').upstream_endpoint[0].url_template).toContain(
      '.azurewebsites.us/',
    );
  });
});

test('two architectures live in one stack', () => {
  const { stack: other } = newChat();
  new SecureServerlessSignalR(other, 'Second', { location: 'centralus' });
  expect(resources(other, 'azurerm_signalr_service')).toHaveLength(2);
  expect(schemaViolations(synth(other))).toEqual([]);
});
