import { TerraformOutput, TerraformStack, TerraformVariable, Testing } from 'cdktf';
import { Construct } from 'constructs';
import { ResourceGroup } from '../../src/core';
import { Principal, PrincipalType } from '../../src/identity';
import { LogDestination } from '../../src/observability';
import { DnsIntegration, PrivateEndpoint } from '../../src/privatelink';
import { IKeyVault, KeyVault, KeyVaultProps, KeyVaultSku, SecretReference } from '../../src/vault';
import { newHub, providers } from '../support/hub';
import { KEY_VAULT_ID } from '../support/ids';
import { newNetwork } from '../support/network';
import { schemaViolations } from '../support/provider-schema';
import {
  dataSources,
  messageOf,
  newGroup,
  newStack,
  only,
  problemsOf,
  readable,
  resources,
  synth,
} from '../support/synth';

const TENANT = '01234567-89ab-cdef-0123-456789ABCDEF';

function newVault(props: Partial<KeyVaultProps> = {}) {
  const { stack, resourceGroup } = newGroup();
  return { stack, resourceGroup, vault: new KeyVault(stack, 'Vault', { name: 'kv-chat', resourceGroup, ...props }) };
}

function newGroupOfPeople(scope: Construct) {
  const attributes = { principalId: '00000000-0000-0000-0000-000000000001', principalType: PrincipalType.GROUP };
  return Principal.fromPrincipalAttributes(scope, 'Group-of-people', attributes);
}

describe('KeyVault', () => {
  test('is reached through private endpoints only, takes roles, and cannot be purged', () => {
    const { stack } = newVault();
    expect(only(stack, 'azurerm_key_vault')).toEqual({
      name: 'kv-chat',
      location: 'centralus',
      resource_group_name: '${azurerm_resource_group.Group.name}',
      sku_name: 'standard',
      tenant_id: '${data.azurerm_client_config.AzureTenant.tenant_id}',
      rbac_authorization_enabled: true,
      public_network_access_enabled: false,
      network_acls: { default_action: 'Deny', bypass: 'None' },
      purge_protection_enabled: true,
      soft_delete_retention_days: 90,
    });
    expect(schemaViolations(synth(stack))).toEqual([]);
  });

  test('takes what is given', () => {
    const { stack } = newVault({
      sku: KeyVaultSku.PREMIUM,
      tenantId: TENANT,
      softDeleteRetentionInDays: 7,
      allowTrustedServices: true,
      location: 'East US',
      tags: { team: 'chat' },
    });
    expect(only(stack, 'azurerm_key_vault')).toMatchObject({
      location: 'eastus',
      sku_name: 'premium',
      tenant_id: TENANT,
      network_acls: { default_action: 'Deny', bypass: 'AzureServices' },
      soft_delete_retention_days: 7,
      tags: { team: 'chat' },
    });
    expect(dataSources(stack, 'azurerm_client_config')).toEqual([]);
  });

  test('fails with everything that Azure would refuse', () => {
    const props = { name: 'kv--chat', tenantId: 'contoso', softDeleteRetentionInDays: 91, location: 'mars' };
    expect(messageOf(() => newVault(props))).toBe(
      [
        'Prod/Vault: [vault/name] "kv--chat" is not a Key Vault name; use 3 to 24 letters, digits or inner dashes, beginning with a letter, without two dashes in a row',
        'Prod/Vault: [vault/tenant] "contoso" is not a tenant id; use the GUID of the tenant',
        'Prod/Vault: [vault/retention] retention of 91 days given; use a whole number from 7 to 90',
        'Prod/Vault: [core/location] "mars" is not a known Azure region; use a name such as centralus, or list a newer region in the construct context "azureLocations"',
      ].join('\n'),
    );
  });

  test.each(['kv', 'a'.repeat(25), '1kv', '-kv', 'kv-', 'a--b', 'kv_1', 'kv.1'])('refuses the name %s', (name) => {
    expect(messageOf(() => newVault({ name }))).toContain('[vault/name]');
  });

  test.each(['kv1', 'a'.repeat(24), 'KV-1-a'])('takes the name %s', (name) => {
    expect(only(newVault({ name }).stack, 'azurerm_key_vault').name).toBe(name);
  });

  test.each([6, 91, 7.5])('refuses %d days of retention', (softDeleteRetentionInDays) => {
    expect(messageOf(() => newVault({ softDeleteRetentionInDays }))).toContain('[vault/retention]');
  });

  test('does not judge what Terraform fills in', () => {
    const { stack, resourceGroup } = newGroup();
    const text = new TerraformVariable(stack, 'text', { type: 'string' }).stringValue;
    const days = new TerraformVariable(stack, 'days', { type: 'number' }).numberValue;
    const props = { name: text, resourceGroup, tenantId: text, softDeleteRetentionInDays: days };
    new KeyVault(stack, 'Vault', props);
    expect(only(stack, 'azurerm_key_vault')).toMatchObject({
      name: '${var.text}',
      tenant_id: '${var.text}',
      soft_delete_retention_days: '${var.days}',
    });
  });

  test('shares its name with no other vault of the app', () => {
    const { stack, resourceGroup } = newVault();
    new KeyVault(stack, 'Other', { name: 'KV-chat', resourceGroup });
    expect(problemsOf(stack)).toEqual([
      '[vault/name-conflict] Prod/Vault/Resource and Prod/Other/Resource are key vaults named "KV-chat", which is unique in all of Azure; give one of them another name',
    ]);
  });

  test('looks the tenant up once for each stack and provider', () => {
    const app = Testing.app();
    const stackOf = (id: string) => {
      const stack = newStack(id, undefined, app);
      const resourceGroup = new ResourceGroup(stack, 'Group', { name: 'rg-test', location: 'centralus' });
      const provider = newHub(stack);
      new KeyVault(stack, 'A', { name: `kv-${id}-1`, resourceGroup });
      new KeyVault(stack, 'B', { name: `kv-${id}-2`, resourceGroup });
      new KeyVault(stack, 'C', { name: `kv-${id}-3`, resourceGroup, provider });
      new KeyVault(stack, 'D', { name: `kv-${id}-4`, resourceGroup, provider });
      return stack;
    };
    const tenants = (stack: TerraformStack) =>
      resources(stack, 'azurerm_key_vault').map(({ tenant_id, provider }) => [tenant_id, provider]);
    for (const stack of [stackOf('prod'), stackOf('test')]) {
      expect(tenants(stack)).toEqual([
        ['${data.azurerm_client_config.AzureTenant.tenant_id}', undefined],
        ['${data.azurerm_client_config.AzureTenant.tenant_id}', undefined],
        ['${data.azurerm_client_config.AzureTenant-hub.tenant_id}', 'azurerm.hub'],
        ['${data.azurerm_client_config.AzureTenant-hub.tenant_id}', 'azurerm.hub'],
      ]);
      expect(dataSources(stack, 'azurerm_client_config')).toEqual([{}, { provider: 'azurerm.hub' }]);
      expect(schemaViolations(synth(stack))).toEqual([]);
    }
  });

  test.each([
    ['centralus', 'kv-chat.vault.azure.net'],
    ['usgovvirginia', 'kv-chat.vault.usgovcloudapi.net'],
    ['chinanorth3', 'kv-chat.vault.azure.cn'],
  ])('has a host name of the cloud of %s', (location, hostname) => {
    expect(newVault({ location }).vault.hostname).toBe(hostname);
  });

  test('takes the host name from Azure where the region is not known', () => {
    const stack = newStack();
    const resourceGroup = ResourceGroup.fromLookup(stack, 'Group', { name: 'rg' });
    const vault = new KeyVault(stack, 'Vault', { name: 'kv-chat', resourceGroup });
    new TerraformOutput(stack, 'hostname', { value: vault.hostname });
    expect(readable(stack).output!.hostname.value).toBe('${element(split("/", azurerm_key_vault.Vault.vault_uri), 2)}');
  });

  test('refers to its secrets by their addresses', () => {
    const { stack, vault } = newVault();
    new TerraformOutput(stack, 'secret', { value: vault.secret('code', '0'.repeat(32)).secretUri });
    expect(readable(stack).output!.secret.value).toBe(
      `\${azurerm_key_vault.Vault.vault_uri}secrets/code/${'0'.repeat(32)}`,
    );
    expect(vault.secret('code').vault).toBe(vault);
  });

  test('is locked after everything that hangs on it', () => {
    const { stack, resourceGroup, endpointSubnet } = newNetwork();
    const provider = newHub(stack);
    const vault = new KeyVault(stack, 'Vault', { name: 'kv-chat', resourceGroup, lock: true, provider });
    const people = newGroupOfPeople(stack);
    vault.grantSecretsUser(people);
    vault.grantSecretsUser(people);
    vault.grantSecretsOfficer(people);
    vault.addPrivateEndpoint('Endpoint', { name: 'pep-vault', resourceGroup, subnet: endpointSubnet });
    vault.sendLogsTo(LogDestination.newWorkspace({ retentionInDays: 60 }));

    const { scope, lock_level, depends_on } = only(stack, 'azurerm_management_lock');
    expect({ scope, lock_level }).toEqual({ scope: '${azurerm_key_vault.Vault.id}', lock_level: 'CanNotDelete' });
    expect(depends_on).toEqual([
      expect.stringMatching(/^azurerm_role_assignment\.Vault_SecretsUser-/),
      expect.stringMatching(/^azurerm_role_assignment\.Vault_SecretsOfficer-/),
      'azurerm_private_endpoint.Vault_Endpoint',
      'azurerm_monitor_diagnostic_setting.Vault_DiagnosticSetting',
    ]);
    const ofTheVault = Object.entries(providers(stack)).filter(([id]) => id.includes('.Vault'));
    expect(ofTheVault.filter(([, name]) => name !== 'azurerm.hub').map(([id]) => id.split('.')[0])).toEqual([
      'azurerm_private_dns_zone',
      'azurerm_private_dns_zone_virtual_network_link',
      'azurerm_private_endpoint',
    ]);
    expect(schemaViolations(synth(stack))).toEqual([]);
  });

  test('grants its roles on itself', () => {
    const { stack, vault } = newVault();
    vault.grantSecretsOfficer(newGroupOfPeople(stack));
    expect(only(stack, 'azurerm_role_assignment')).toMatchObject({
      scope: '${azurerm_key_vault.Vault.id}',
      principal_id: '00000000-0000-0000-0000-000000000001',
      principal_type: 'Group',
      role_definition_id: expect.stringMatching(/b86a8fe4-44ce-4948-aee5-eccb2c155cd7$/),
    });
  });

  test('leads a private endpoint to itself, with a record that is known before Terraform runs', () => {
    const { stack, resourceGroup, endpointSubnet } = newNetwork();
    const vault = new KeyVault(stack, 'Vault', { name: 'kv-chat', resourceGroup });
    const options = { name: 'pep-vault', resourceGroup, subnet: endpointSubnet };
    const endpoint = vault.addPrivateEndpoint('Endpoint', options);
    new TerraformOutput(stack, 'record', { value: endpoint.dnsRecords[0].name });
    expect(only(stack, 'azurerm_private_endpoint').private_service_connection).toMatchObject({
      private_connection_resource_id: '${azurerm_key_vault.Vault.id}',
      subresource_names: ['vault'],
    });
    expect(resources(stack, 'azurerm_private_dns_zone').map(({ name }) => name)).toContain(
      'privatelink.vaultcore.azure.net',
    );
    expect(readable(stack).output!.record.value).toBe('kv-chat.privatelink.vaultcore.azure.net');
    expect(schemaViolations(synth(stack))).toEqual([]);
  });

  test('sends all its logs and metrics to a workspace of its own region', () => {
    const { stack, vault } = newVault({ location: 'eastus', tags: { team: 'chat' } });
    vault.sendLogsTo(LogDestination.newWorkspace());
    expect(only(stack, 'azurerm_log_analytics_workspace')).toMatchObject({
      name: 'log-kv-chat',
      location: 'eastus',
      tags: { team: 'chat' },
    });
    expect(only(stack, 'azurerm_monitor_diagnostic_setting')).toMatchObject({
      target_resource_id: '${azurerm_key_vault.Vault.id}',
      enabled_log: [{ category_group: 'allLogs' }],
      enabled_metric: [{ category: 'AllMetrics' }],
    });
    expect(schemaViolations(synth(stack))).toEqual([]);
  });
});

function setUp(vaultOf: (stack: ReturnType<typeof newNetwork>['stack']) => IKeyVault) {
  const { stack, resourceGroup, endpointSubnet } = newNetwork();
  const endpoint = new PrivateEndpoint(stack, 'Endpoint', {
    name: 'pep-vault',
    resourceGroup,
    subnet: endpointSubnet,
    target: vaultOf(stack),
    dns: DnsIntegration.recordsOnly(),
  });
  new TerraformOutput(stack, 'record', { value: endpoint.dnsRecords[0].name });
  return stack;
}

describe('An existing KeyVault', () => {
  test('is a target of private endpoints by its attributes', () => {
    const stack = setUp((scope) =>
      KeyVault.fromKeyVaultAttributes(scope, 'Vault', {
        keyVaultId: KEY_VAULT_ID,
        vaultUri: 'https://kv-chat.vault.azure.net/',
      }),
    );
    expect(only(stack, 'azurerm_private_endpoint').private_service_connection).toMatchObject({
      private_connection_resource_id: KEY_VAULT_ID,
      subresource_names: ['vault'],
    });
    expect(readable(stack).output!.record.value).toBe('kv-chat.privatelink.vaultcore.azure.net');
  });

  test('has one address, with a final slash, also where only Terraform knows it', () => {
    const stack = newStack();
    const vaultUri = new TerraformVariable(stack, 'uri', {}).stringValue;
    const vault = KeyVault.fromKeyVaultAttributes(stack, 'Vault', { keyVaultId: KEY_VAULT_ID, vaultUri });
    new TerraformOutput(stack, 'secret', { value: SecretReference.of(vault, 'code').secretUri });
    expect(readable(stack).output!.secret.value).toBe('${trimsuffix(var.uri, "/")}/secrets/code');
  });

  test.each(['kv-chat', 'http://kv.vault.azure.net/', 'https://kv/', 'https://kv.vault.azure.net/secrets', ''])(
    'is not at the address "%s"',
    (vaultUri) => {
      const attributes = { keyVaultId: KEY_VAULT_ID, vaultUri };
      expect(messageOf(() => KeyVault.fromKeyVaultAttributes(newStack(), 'Vault', attributes))).toBe(
        `Prod/Vault: [vault/uri] "${vaultUri}" is not the address of a Key Vault; use one such as https://NAME.vault.azure.net/`,
      );
    },
  );

  test('is looked up by its name', () => {
    const stack = setUp((scope) => KeyVault.fromLookup(scope, 'Vault', { name: 'kv-chat', resourceGroupName: 'rg' }));
    expect(dataSources(stack, 'azurerm_key_vault')).toEqual([{ name: 'kv-chat', resource_group_name: 'rg' }]);
    expect(only(stack, 'azurerm_private_endpoint').private_service_connection.private_connection_resource_id).toBe(
      '${data.azurerm_key_vault.Vault.id}',
    );
    expect(readable(stack).output!.record.value).toBe(
      '${replace(element(split("/", data.azurerm_key_vault.Vault.vault_uri), 2), ".vault.azure.net", ".privatelink.vaultcore.azure.net")}',
    );
    expect(schemaViolations(synth(stack))).toEqual([]);
  });
});
