import { SecurityBaseline } from '../../../../src/compliance';
import { privateEndpointAutoApproved } from '../../../../src/compliance/private/rules/private-endpoint/private-endpoint-auto-approved';
import { privateEndpointDnsZoneGroup } from '../../../../src/compliance/private/rules/private-endpoint/private-endpoint-dns-zone-group';
import { privateEndpointSubresource } from '../../../../src/compliance/private/rules/private-endpoint/private-endpoint-subresource';
import { signalRPrivateEndpoint } from '../../../../src/compliance/private/rules/private-endpoint/signalr-private-endpoint';
import { verdict } from '../../../support/compliance';
import { FUNCTION_APP_ID, SERVICE_ID, VAULT_ID } from '../../../support/links';
import { PlainData, add, addService, stackWithService } from '../../../support/plain-azurerm';
import { newStack } from '../../../support/synth';

type Attributes = Record<string, unknown>;

const STORAGE_ID = '/subscriptions/0/resourceGroups/rg/providers/Microsoft.Storage/storageAccounts/st';
const ZONES = '/subscriptions/0/resourceGroups/rg/providers/Microsoft.Network/privateDnsZones';

/** A stack with an endpoint: of its connection, and of the rest. */
function newEndpoint(connection: Attributes, endpoint: Attributes = {}) {
  const stack = newStack();
  const basics = { private_connection_resource_id: SERVICE_ID, subresource_names: ['signalr'] };
  add(stack, 'azurerm_private_endpoint', 'Endpoint', {
    private_service_connection: { ...basics, ...connection },
    ...endpoint,
  });
  return stack;
}

const to = (id: string | undefined, ...names: string[]) => ({
  private_connection_resource_id: id,
  subresource_names: names,
});

describe('PE1', () => {
  const NONE = 'violated: error no azurerm_private_endpoint connects to the service';
  test.each<[string, Attributes | undefined, string]>([
    ['no endpoint', undefined, NONE],
    [
      'one by reference',
      to('${azurerm_signalr_service.Service.id}'),
      'compliant: Prod/Endpoint connects to the service',
    ],
    [
      'one by id',
      to(SERVICE_ID.replace('sigr-old', 'SIGR-chat'), 'signalr'),
      'compliant: Prod/Endpoint connects to the service',
    ],
    ['one of another service', to(SERVICE_ID, 'signalr'), NONE],
    [
      'one of a vault with the same name',
      to(VAULT_ID.replace('rg-upstream', 'rg').replace('kv-chat', 'sigr-chat'), 'vault'),
      NONE,
    ],
    ['one of an app', to('${azurerm_linux_web_app.App.id}'), NONE],
    ['one of a vault only Terraform knows', to('${var.vault}', 'vault'), NONE],
    [
      'one that only Terraform knows',
      to('${var.target}', 'signalr'),
      'unknown: what Prod/Endpoint connects to is not known',
    ],
    [
      'one without sub-resource',
      to('${azurerm_linux_web_app.App.principal}'),
      'unknown: what Prod/Endpoint connects to is not known',
    ],
  ])('%s', (_, connection, expected) => {
    const stack = stackWithService();
    add(stack, 'azurerm_linux_web_app', 'App', { name: 'app' });
    if (connection) add(stack, 'azurerm_private_endpoint', 'Endpoint', { private_service_connection: [connection] });
    expect(verdict(signalRPrivateEndpoint, stack)).toBe(expected);
  });

  test('an endpoint in another stack', () => {
    const stack = newStack();
    const private_service_connection = to(addService(stack).ref(), 'signalr');
    add(newStack('Net', undefined, stack.node.root), 'azurerm_private_endpoint', 'Endpoint', {
      private_service_connection,
    });
    expect(verdict(signalRPrivateEndpoint, stack)).toBe('compliant: Net/Endpoint connects to the service');
  });
});

describe('PE2', () => {
  const STORAGE =
    'a storage account has blob, blob_secondary, file, file_secondary, queue, queue_secondary, table, table_secondary, web, web_secondary, dfs, dfs_secondary';
  test.each<[Attributes, string]>([
    [to(SERVICE_ID, 'signalr'), 'compliant: a SignalR service has signalr'],
    [to(SERVICE_ID, 'signalR'), 'compliant: a SignalR service has signalR'],
    [to(FUNCTION_APP_ID, 'sites'), 'compliant: an app has sites'],
    [to(FUNCTION_APP_ID, 'sites-staging'), 'compliant: an app has sites-staging'],
    [to(VAULT_ID, 'vault'), 'compliant: a Key Vault has vault'],
    [to(STORAGE_ID, 'dfs'), 'compliant: a storage account has dfs'],
    ...['blob', 'file', 'queue', 'table', 'web', 'dfs'].map((part): [Attributes, string] => [
      to(STORAGE_ID, `${part}_secondary`),
      `compliant: a storage account has ${part}_secondary`,
    ]),
    [to(STORAGE_ID, 'Blob_Secondary'), 'compliant: a storage account has Blob_Secondary'],
    [to(STORAGE_ID, 'secondary'), `violated: error subresource_names is secondary, but ${STORAGE}`],
    [
      to(VAULT_ID, 'vault_secondary'),
      'violated: error subresource_names is vault_secondary, but a Key Vault has vault',
    ],
    [to(VAULT_ID, 'signalr'), 'violated: error subresource_names is signalr, but a Key Vault has vault'],
    [to(SERVICE_ID), 'violated: error subresource_names has 0 names, but a SignalR service has signalr'],
    [to(STORAGE_ID, 'blob', 'file'), `violated: error subresource_names has 2 names, but ${STORAGE}`],
    [
      { subresource_names: undefined },
      'violated: error subresource_names has 0 names, but a SignalR service has signalr',
    ],
    [to(SERVICE_ID, '${var.name}'), 'unknown: subresource_names is not known'],
    [{ subresource_names: '${var.names}' }, 'unknown: subresource_names is not known'],
    [to('${var.target}', 'signalr'), 'unknown: what the endpoint connects to is not known'],
    [to(undefined), 'not applicable: it connects to no service that the rules judge'],
    [to('${azurerm_resource_group.Group.id}'), 'not applicable: it connects to no service that the rules judge'],
    [
      to(SERVICE_ID.replace('signalR/', 'webPubSub/')),
      'not applicable: it connects to no service that the rules judge',
    ],
  ])('of %j: %s', (connection, expected) => {
    const stack = newEndpoint(connection);
    add(stack, 'azurerm_resource_group', 'Group', { name: 'rg' });
    expect(verdict(privateEndpointSubresource, stack)).toBe(expected);
  });

  test('knows what resources and data sources of the tree are', () => {
    const stack = newStack();
    const found = new PlainData(stack, 'azurerm_key_vault', 'Found', { name: 'kv' });
    add(stack, 'azurerm_private_endpoint', 'Endpoint', { private_service_connection: to(found.ref(), 'sites') });
    expect(verdict(privateEndpointSubresource, stack)).toBe(
      'violated: error subresource_names is sites, but a Key Vault has vault',
    );
  });

  test('knows nothing of dynamic connections', () => {
    const stack = newEndpoint({}, { dynamic: { private_service_connection: {} } });
    expect(verdict(privateEndpointSubresource, stack)).toBe('unknown: private_service_connection is not known');
  });
});

test.each<[Attributes, string]>([
  [{ is_manual_connection: false }, 'compliant: is_manual_connection is false'],
  [
    { is_manual_connection: true },
    'violated: warning is_manual_connection is true, so the connection waits for its approval',
  ],
  [{ is_manual_connection: '${var.manual}' }, 'unknown: is_manual_connection is not known'],
  [{}, 'unknown: is_manual_connection is not known'],
  [to(undefined), 'not applicable: it connects to no service that the rules judge'],
])('PE3 of %j: %s', (connection, expected) => {
  expect(verdict(privateEndpointAutoApproved, newEndpoint(connection))).toBe(expected);
});

describe('PE4', () => {
  const group = (...private_dns_zone_ids: unknown[]) => ({ private_dns_zone_group: { private_dns_zone_ids } });
  const SIGNALR = 'privatelink.service.signalr.net';
  const RECORDED = `compliant: the address is recorded in ${SIGNALR}`;
  const GOVERNMENT = { location: 'usgovvirginia' };

  test.each<[Attributes, Attributes, string]>([
    [{}, group(`${ZONES}/${SIGNALR}`), RECORDED],
    [{}, { location: 'centralus', ...group('${azurerm_private_dns_zone.Zone.id}') }, RECORDED],
    [{}, group('${data.azurerm_private_dns_zone.Found.id}'), RECORDED],
    [{}, group('${var.other}', `${ZONES}/${SIGNALR}`), RECORDED],
    [
      to(FUNCTION_APP_ID, 'sites-blue'),
      group(`${ZONES}/privatelink.azurewebsites.net`),
      'compliant: the address is recorded in privatelink.azurewebsites.net',
    ],
    [
      {},
      { ...GOVERNMENT, ...group(`${ZONES}/privatelink.signalr.azure.us`) },
      'compliant: the address is recorded in privatelink.signalr.azure.us',
    ],
    [
      {},
      { ...GOVERNMENT, ...group(`${ZONES}/${SIGNALR}`) },
      `violated: error private_dns_zone_group has ${SIGNALR}, but the service is looked up in privatelink.signalr.azure.us`,
    ],
    [
      {},
      { location: 'centralus', ...group(`${ZONES}/privatelink.vaultcore.azure.net`) },
      `violated: error private_dns_zone_group has privatelink.vaultcore.azure.net, but the service is looked up in ${SIGNALR}`,
    ],
    [
      {},
      { location: 'centralus', ...group() },
      `violated: error private_dns_zone_group has no zone, but the service is looked up in ${SIGNALR}`,
    ],
    [
      {},
      {},
      'violated: warning private_dns_zone_group is not given, so another team must write the record of the address',
    ],
    [{}, group('${var.zone}'), 'unknown: the zone is not known'],
    [{}, { private_dns_zone_group: { private_dns_zone_ids: '${var.zones}' } }, 'unknown: the zone is not known'],
    [{}, { dynamic: { private_dns_zone_group: {} } }, 'unknown: private_dns_zone_group is not known'],
    [to(SERVICE_ID, '${var.name}'), group('x'), 'unknown: subresource_names is not known'],
    ...[
      ['dfs', 'dfs'],
      ['web', 'web'],
      ['dfs_secondary', 'dfs'],
      ['Blob_secondary', 'blob'],
      ['table_secondary', 'table'],
    ].map(([part, zone]): [Attributes, Attributes, string] => [
      to(STORAGE_ID, part),
      group(`${ZONES}/privatelink.${zone}.core.windows.net`),
      `compliant: the address is recorded in privatelink.${zone}.core.windows.net`,
    ]),
    [
      to(STORAGE_ID, 'dfs_secondary'),
      { location: 'centralus', ...group(`${ZONES}/privatelink.blob.core.windows.net`) },
      'violated: error private_dns_zone_group has privatelink.blob.core.windows.net, but the service is looked up in privatelink.dfs.core.windows.net',
    ],
    [to(STORAGE_ID, 'other'), group('x'), 'not applicable: the rules know no zone for other'],
    [to(undefined), {}, 'not applicable: it connects to no service that the rules judge'],
  ])('of %j, %j: %s', (connection, endpoint, expected) => {
    const stack = newEndpoint(connection, endpoint);
    add(stack, 'azurerm_private_dns_zone', 'Zone', { name: SIGNALR });
    new PlainData(stack, 'azurerm_private_dns_zone', 'Found', { name: SIGNALR });
    expect(verdict(privateEndpointDnsZoneGroup, stack)).toBe(expected);
  });

  const LEFT = 'not applicable: Terraform ignores changes of private_dns_zone_group, such as by Azure Policy';
  const LACKING =
    'violated: warning private_dns_zone_group is not given, so another team must write the record of the address';

  test.each<[unknown, string]>([
    [['private_dns_zone_group'], LEFT],
    ['all', LEFT],
    [['tags'], LACKING],
  ])('with changes of %j ignored: %s', (ignored, expected) => {
    const stack = newStack();
    const private_service_connection = to(SERVICE_ID, 'signalr');
    const endpoint = add(stack, 'azurerm_private_endpoint', 'Endpoint', { private_service_connection });
    endpoint.addOverride('lifecycle.ignore_changes', ignored);
    expect(verdict(privateEndpointDnsZoneGroup, stack)).toBe(expected);
  });

  test.each([
    ['blob_secondary', 'st-secondary', 'compliant: an azurerm_private_dns_a_record has its address'],
    ['blob', 'st', 'compliant: an azurerm_private_dns_a_record has its address'],
    ['web', 'st.z13', 'compliant: an azurerm_private_dns_a_record has its address'],
    [
      'blob_secondary',
      'st',
      'violated: error Prod/Record has its address as st in privatelink.blob.core.windows.net, but the service is looked up as st-secondary in privatelink.blob.core.windows.net',
    ],
  ])('an endpoint to %s of an account with a record for %s: %s', (part, name, expected) => {
    const stack = newStack();
    const account = add(stack, 'azurerm_storage_account', 'Account', { name: 'st' });
    const private_service_connection = to(account.ref(), part);
    const endpoint = add(stack, 'azurerm_private_endpoint', 'Endpoint', {
      private_service_connection,
      location: 'centralus',
    });
    const records = [endpoint.ref('private_service_connection[0].private_ip_address')];
    const zone_name = `privatelink.${part.replace('_secondary', '')}.core.windows.net`;
    add(stack, 'azurerm_private_dns_a_record', 'Record', { zone_name, resource_group_name: 'rg', name, records });
    expect(verdict(privateEndpointDnsZoneGroup, stack)).toBe(expected);
  });

  test('takes a record for a zone group', () => {
    const stack = newStack();
    const private_service_connection = to(SERVICE_ID, 'signalr');
    const endpoint = add(stack, 'azurerm_private_endpoint', 'Endpoint', { private_service_connection });
    const records = [endpoint.ref('private_service_connection[0].private_ip_address')];
    const zone = { zone_name: SIGNALR, resource_group_name: 'rg' };
    const record = add(stack, 'azurerm_private_dns_a_record', 'Record', { ...zone, name: 'SIGR-old', records });
    add(stack, 'azurerm_private_dns_a_record', 'Other', { records: '${var.records}' });
    expect(verdict(privateEndpointDnsZoneGroup, stack)).toBe(
      'compliant: an azurerm_private_dns_a_record has its address',
    );
    record.addOverride('name', '${var.name}');
    expect(verdict(privateEndpointDnsZoneGroup, stack)).toBe('unknown: the zone or name of a record is not known');
    record.addOverride('name', 'other');
    expect(verdict(privateEndpointDnsZoneGroup, stack)).toContain(
      `violated: error Prod/Record has its address as other in ${SIGNALR}, but the service is looked up as sigr-old in`,
    );
  });
});

describe('ids under which others ask for the same', () => {
  const SIGNALR = 'b0e86710-7fb7-4a6c-a064-32e9b829509e';
  const SITES = 'b318f84a-b872-429b-ac6d-a01b96814452';
  const BLOB = '75973700-529f-4de2-b794-fb9b6781b6b0';
  const policiesOf = (rule: string, connection: Attributes) =>
    SecurityBaseline.evaluate(newEndpoint(connection)).findings.find((finding) => finding.rule === rule)!.controlsByKind
      .policies;

  test.each<[string, Attributes, string[]]>([
    ['a service', to(SERVICE_ID, 'signalr'), [SIGNALR]],
    ['an app', to(FUNCTION_APP_ID, 'sites'), [SITES]],
    ['a slot, which the policy for apps leaves out', to(FUNCTION_APP_ID, 'sites-staging'), []],
    ['a vault', to(VAULT_ID, 'vault'), ['ac673a9a-f77d-4846-b2d8-a57f8e1c01d4']],
    ['blobs', to(STORAGE_ID, 'blob'), [BLOB]],
    ['blobs in other letters', to(STORAGE_ID, 'Blob'), [BLOB]],
    ['the copy of blobs', to(STORAGE_ID, 'blob_secondary'), ['d847d34b-9337-4e2d-99a5-767e5ac9c582']],
    ['files', to(STORAGE_ID, 'file'), ['6df98d03-368a-4438-8730-a93c4d7693d6']],
    ['queues', to(STORAGE_ID, 'queue'), ['bcff79fb-2b0d-47c9-97e5-3023479b00d1']],
    ['tables', to(STORAGE_ID, 'table'), ['028bbd88-e9b5-461f-9424-a1b63a7bee1a']],
    ['another service', to('/subscriptions/0/resourceGroups/rg/providers/Microsoft.Sql/servers/sql', 'sqlServer'), []],
  ])('PE4 of %s', (_, connection, expected) => {
    expect(policiesOf('PE4', connection)).toEqual(expected);
  });

  test('PE4 of any part of an account, where only Terraform knows which', () => {
    const policies = policiesOf('PE4', to(STORAGE_ID, '${var.part}'));
    expect(policies).toHaveLength(11);
    expect(policies).not.toContain(SIGNALR);
  });

  test('PE4 of what only Terraform knows', () => {
    expect(policiesOf('PE4', to('${var.target}', 'signalr'))).toEqual(expect.arrayContaining([SIGNALR, SITES, BLOB]));
  });

  test.each<[string, Attributes, string[]]>([
    ['a service', to(SERVICE_ID, 'signalr'), ['2393d2cf-a342-44cd-a2e2-fe0188fd1234']],
    ['a vault', to(VAULT_ID, 'vault'), []],
  ])('PE3 of %s', (_, connection, expected) => {
    expect(policiesOf('PE3', connection)).toEqual(expected);
  });
});
