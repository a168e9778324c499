import { AzurermProvider } from '@cdktf/provider-azurerm/lib/provider';
import { TerraformOutput, TerraformVariable } from 'cdktf';
import { Construct } from 'constructs';
import { AzureCloud, ResourceGroup } from '../../src/core';
import { Principal, PrincipalType } from '../../src/identity';
import { DnsIntegration, PrivateEndpoint } from '../../src/privatelink';
import {
  IStorageAccount,
  StorageAccount,
  StorageAccountProps,
  StorageReplication,
  StorageService,
} from '../../src/storage';
import { newHub, providers } from '../support/hub';
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

const ID = '/subscriptions/1234/resourceGroups/rg/providers/Microsoft.Storage/storageAccounts/stchat';
const SERVICES = [StorageService.BLOB, StorageService.QUEUE, StorageService.TABLE, StorageService.FILE];

function newAccount(props: Partial<StorageAccountProps> = {}) {
  const { stack, resourceGroup } = newGroup();
  const account = new StorageAccount(stack, 'Storage', { name: 'stchat', resourceGroup, ...props });
  return { stack, resourceGroup, account };
}

function newApp(scope: Construct) {
  const attributes = {
    principalId: '00000000-0000-0000-0000-000000000001',
    principalType: PrincipalType.SERVICE_PRINCIPAL,
  };
  return Principal.fromPrincipalAttributes(scope, 'App', attributes);
}

/** What Terraform reads of the addresses of all services. */
function endpoints(scope: Construct, account: IStorageAccount) {
  const value = SERVICES.map((service) => account.endpointOf(service)).join(' ');
  new TerraformOutput(scope, 'endpoints', { value });
}

describe('StorageAccount', () => {
  test('is reached through private endpoints only, and takes no keys', () => {
    const { stack } = newAccount();
    expect(only(stack, 'azurerm_storage_account')).toEqual({
      name: 'stchat',
      location: 'centralus',
      resource_group_name: '${azurerm_resource_group.Group.name}',
      account_kind: 'StorageV2',
      account_tier: 'Standard',
      account_replication_type: 'LRS',
      shared_access_key_enabled: false,
      default_to_oauth_authentication: true,
      local_user_enabled: false,
      https_traffic_only_enabled: true,
      min_tls_version: 'TLS1_2',
      allow_nested_items_to_be_public: false,
      cross_tenant_replication_enabled: false,
      public_network_access_enabled: false,
      network_rules: { default_action: 'Deny', bypass: ['None'] },
      blob_properties: {
        versioning_enabled: false,
        delete_retention_policy: { days: 7 },
        container_delete_retention_policy: { days: 7 },
      },
    });
    expect(schemaViolations(synth(stack))).toEqual([]);
  });

  test('takes what is given', () => {
    const { stack } = newAccount({
      replication: StorageReplication.GZRS,
      publicNetworkAccess: true,
      allowTrustedServices: true,
      blobRetentionInDays: 365,
      blobVersioning: true,
      location: 'East US',
      tags: { team: 'chat' },
    });
    expect(only(stack, 'azurerm_storage_account')).toMatchObject({
      location: 'eastus',
      account_replication_type: 'GZRS',
      shared_access_key_enabled: false,
      public_network_access_enabled: true,
      network_rules: { default_action: 'Allow', bypass: ['AzureServices'] },
      blob_properties: {
        versioning_enabled: true,
        delete_retention_policy: { days: 365 },
        container_delete_retention_policy: { days: 365 },
      },
      tags: { team: 'chat' },
    });
    expect(schemaViolations(synth(stack))).toEqual([]);
  });

  test('lets trusted services in without the public network', () => {
    const { stack } = newAccount({ allowTrustedServices: true });
    expect(only(stack, 'azurerm_storage_account')).toMatchObject({
      public_network_access_enabled: false,
      network_rules: { default_action: 'Deny', bypass: ['AzureServices'] },
    });
  });

  test('fails with everything that Azure would refuse', () => {
    expect(messageOf(() => newAccount({ name: 'st-chat', blobRetentionInDays: 0, location: 'mars' }))).toBe(
      [
        'Prod/Storage: [storage/name] "st-chat" is not a storage account name; use 3 to 24 lower-case letters or digits',
        'Prod/Storage: [storage/retention] retention of 0 days given; use a whole number from 1 to 365',
        'Prod/Storage: [core/location] "mars" is not a known Azure region; use a name such as centralus, or list a newer region in the construct context "azureLocations"',
      ].join('\n'),
    );
  });

  test.each(['st', 'a'.repeat(25), 'stChat', 'st_chat', 'st.chat'])('refuses the name %s', (name) => {
    expect(messageOf(() => newAccount({ name }))).toContain('[storage/name]');
  });

  test.each(['st1', 'a'.repeat(24), '1st'])('takes the name %s', (name) => {
    expect(only(newAccount({ name }).stack, 'azurerm_storage_account').name).toBe(name);
  });

  test.each([366, 1.5])('refuses %d days of retention', (blobRetentionInDays) => {
    expect(messageOf(() => newAccount({ blobRetentionInDays }))).toContain('[storage/retention]');
  });

  test('does not judge what Terraform fills in', () => {
    const { stack, resourceGroup } = newGroup();
    const name = new TerraformVariable(stack, 'name', { type: 'string' }).stringValue;
    const blobRetentionInDays = new TerraformVariable(stack, 'days', { type: 'number' }).numberValue;
    new StorageAccount(stack, 'Storage', { name, resourceGroup, blobRetentionInDays });
    expect(only(stack, 'azurerm_storage_account')).toMatchObject({
      name: '${var.name}',
      blob_properties: { delete_retention_policy: { days: '${var.days}' } },
    });
  });

  test('shares its name with no other account of the app', () => {
    const { stack, resourceGroup } = newAccount();
    new StorageAccount(stack, 'Other', { name: 'stchat', resourceGroup });
    expect(problemsOf(stack)).toEqual([
      '[storage/name-conflict] Prod/Storage/Resource and Prod/Other/Resource are storage accounts named "stchat", which is unique in all of Azure; give one of them another name',
    ]);
  });

  test.each([
    ['centralus', 'core.windows.net'],
    ['usgovvirginia', 'core.usgovcloudapi.net'],
    ['chinanorth3', 'core.chinacloudapi.cn'],
  ])('has addresses of the cloud of %s', (location, domain) => {
    const { stack, account } = newAccount({ location });
    endpoints(stack, account);
    const name = '${azurerm_storage_account.Storage.name}';
    expect(readable(stack).output!.endpoints.value.split(' ')).toEqual([
      `https://${name}.blob.${domain}/`,
      `https://${name}.queue.${domain}/`,
      `https://${name}.table.${domain}/`,
      `https://${name}.file.${domain}/`,
    ]);
  });

  test('takes its addresses from Azure where the region is not known', () => {
    const stack = newStack();
    const resourceGroup = ResourceGroup.fromLookup(stack, 'Group', { name: 'rg' });
    endpoints(stack, new StorageAccount(stack, 'Storage', { name: 'stchat', resourceGroup }));
    expect(readable(stack).output!.endpoints.value.split(' ')).toEqual([
      'https://${azurerm_storage_account.Storage.primary_blob_host}/',
      'https://${azurerm_storage_account.Storage.primary_queue_host}/',
      'https://${azurerm_storage_account.Storage.primary_table_host}/',
      'https://${azurerm_storage_account.Storage.primary_file_host}/',
    ]);
  });

  test('has a private endpoint and a zone for each service', () => {
    const { stack, resourceGroup, endpointSubnet } = newNetwork();
    const account = new StorageAccount(stack, 'Storage', { name: 'stchat', resourceGroup });
    for (const service of SERVICES) {
      const options = { name: `pep-${service.name}`, resourceGroup, subnet: endpointSubnet };
      account.addPrivateEndpoint(`Endpoint-${service.name}`, service, options);
    }
    const connections = resources(stack, 'azurerm_private_endpoint').map((body) => body.private_service_connection);
    expect(connections.map((connection) => connection.subresource_names)).toEqual([
      ['blob'],
      ['file'],
      ['queue'],
      ['table'],
    ]);
    expect(new Set(connections.map((connection) => connection.private_connection_resource_id))).toEqual(
      new Set(['${azurerm_storage_account.Storage.id}']),
    );
    expect(resources(stack, 'azurerm_private_dns_zone').map(({ name }) => name)).toEqual(
      expect.arrayContaining(SERVICES.map(({ name }) => `privatelink.${name}.core.windows.net`)),
    );
    expect(schemaViolations(synth(stack))).toEqual([]);
  });

  test('has one endpoint of a service in a network', () => {
    const { stack, resourceGroup, endpointSubnet } = newNetwork();
    const account = new StorageAccount(stack, 'Storage', { name: 'stchat', resourceGroup });
    const dns = DnsIntegration.recordsOnly();
    const optionsOf = (name: string) => ({ name, resourceGroup, subnet: endpointSubnet, dns });
    account.addPrivateEndpoint('One', StorageService.BLOB, optionsOf('pep-1'));
    account.addPrivateEndpoint('Two', StorageService.BLOB, optionsOf('pep-2'));
    expect(problemsOf(stack)).toEqual([
      '[privatelink/duplicate-target] Prod/Storage/One/Resource and Prod/Storage/Two/Resource connect one network to one target, and one DNS record would hide the other; remove one',
    ]);
  });

  test('grants its roles once, on itself', () => {
    const { stack, account } = newAccount();
    const app = newApp(stack);
    expect(account.grantBlobDataOwner(app)).toBe(account.grantBlobDataOwner(app));
    account.grantBlobDataContributor(app);
    account.grantQueueDataContributor(app);
    account.grantTableDataContributor(app);
    const assignments = resources(stack, 'azurerm_role_assignment');
    expect(assignments.map((body) => body.role_definition_id.split('/').pop())).toEqual([
      'ba92f5b4-2d11-453d-a403-e96b0029c9fe',
      'b7e6dc6d-f1e8-4753-8033-0f276bb0955b',
      '974c5e8b-45b9-4653-ba55-5f855dd0fb88',
      '0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3',
    ]);
    for (const assignment of assignments) {
      expect(assignment).toMatchObject({
        scope: '${azurerm_storage_account.Storage.id}',
        principal_id: '00000000-0000-0000-0000-000000000001',
        principal_type: 'ServicePrincipal',
      });
    }
    expect(schemaViolations(synth(stack))).toEqual([]);
  });

  test('is locked after everything that hangs on it', () => {
    const { stack, resourceGroup, endpointSubnet } = newNetwork();
    const provider = newHub(stack);
    const account = new StorageAccount(stack, 'Storage', { name: 'stchat', resourceGroup, lock: true, provider });
    account.grantTableDataContributor(newApp(stack));
    const options = { name: 'pep-1', resourceGroup, subnet: endpointSubnet };
    account.addPrivateEndpoint('Blobs', StorageService.BLOB, options);
    const target = account.privateLinkTarget(StorageService.QUEUE);
    new PrivateEndpoint(stack, 'Queues', { ...options, name: 'pep-2', target });

    const lock = only(stack, 'azurerm_management_lock');
    expect(lock).toMatchObject({ scope: '${azurerm_storage_account.Storage.id}', lock_level: 'CanNotDelete' });
    expect(lock.depends_on).toEqual([
      expect.stringMatching(/^azurerm_role_assignment\.Storage_TableDataContributor-/),
      'azurerm_private_endpoint.Storage_Blobs',
      'azurerm_private_endpoint.Queues',
    ]);
    const assignment = expect.stringMatching(/^azurerm_role_assignment\./);
    const ofTheHub = Object.entries(providers(stack)).filter(([, name]) => name === 'azurerm.hub');
    expect(ofTheHub.map(([id]) => id)).toEqual([
      'azurerm_management_lock.Storage_Lock',
      assignment,
      'azurerm_storage_account.Storage',
    ]);
    expect(schemaViolations(synth(stack))).toEqual([]);
  });

  test('is documented with settings that the provider has', () => {
    const { stack } = newAccount();
    new AzurermProvider(stack, 'private', {
      alias: 'private',
      features: [{ storage: [{ dataPlaneAvailable: false }] }],
      storageUseAzuread: true,
    });
    expect((synth(stack) as any).provider.azurerm[1]).toEqual({
      alias: 'private',
      features: [{ storage: [{ data_plane_available: false }] }],
      storage_use_azuread: true,
    });
  });
});

describe('An existing StorageAccount', () => {
  test('has addresses of its cloud, and is granted on', () => {
    const stack = newStack();
    const attributes = { storageAccountId: ID, storageAccountName: 'stchat', provider: newHub(stack) };
    const account = StorageAccount.fromStorageAccountAttributes(stack, 'Storage', attributes);
    account.grantBlobDataContributor(newApp(stack));
    expect(account.endpointOf(StorageService.BLOB)).toBe('https://stchat.blob.core.windows.net/');
    expect(only(stack, 'azurerm_role_assignment')).toMatchObject({ scope: ID, provider: 'azurerm.hub' });

    const other = { ...attributes, cloud: AzureCloud.CHINA };
    const inChina = StorageAccount.fromStorageAccountAttributes(stack, 'Other', other);
    expect(inChina.endpointOf(StorageService.QUEUE)).toBe('https://stchat.queue.core.chinacloudapi.cn/');
  });

  test('is a target of private endpoints', () => {
    const { stack, resourceGroup, endpointSubnet } = newNetwork();
    const attributes = { storageAccountId: ID, storageAccountName: 'stchat' };
    const account = StorageAccount.fromStorageAccountAttributes(stack, 'Storage', attributes);
    const options = { name: 'pep-blob', resourceGroup, subnet: endpointSubnet, dns: DnsIntegration.recordsOnly() };
    const endpoint = account.addPrivateEndpoint('Endpoint', StorageService.BLOB, options);
    new TerraformOutput(stack, 'record', { value: endpoint.dnsRecords[0].name });
    expect(only(stack, 'azurerm_private_endpoint').private_service_connection).toMatchObject({
      private_connection_resource_id: ID,
      subresource_names: ['blob'],
    });
    expect(readable(stack).output!.record.value).toBe('stchat.privatelink.blob.core.windows.net');
  });

  test('is looked up by its name', () => {
    const stack = newStack();
    const lookup = { name: 'stchat', resourceGroupName: 'rg', provider: newHub(stack) };
    const account = StorageAccount.fromLookup(stack, 'Storage', lookup);
    account.grantBlobDataOwner(newApp(stack));
    endpoints(stack, account);
    new TerraformOutput(stack, 'name', { value: account.storageAccountName });
    expect(dataSources(stack, 'azurerm_storage_account')).toEqual([
      { name: 'stchat', resource_group_name: 'rg', provider: 'azurerm.hub' },
    ]);
    expect(only(stack, 'azurerm_role_assignment')).toMatchObject({
      scope: '${data.azurerm_storage_account.Storage.id}',
      provider: 'azurerm.hub',
    });
    const { output } = readable(stack);
    expect(output!.name.value).toBe('${data.azurerm_storage_account.Storage.name}');
    expect(output!.endpoints.value.split(' ')[1]).toBe(
      'https://${data.azurerm_storage_account.Storage.primary_queue_host}/',
    );
    expect(schemaViolations(synth(stack))).toEqual([]);
  });
});
