import { PrivateDnsZone } from '../../src/dns';
import { ApplicationSecurityGroup, Subnet } from '../../src/network';
import {
  DnsIntegration,
  EndpointApproval,
  PrivateEndpoint,
  PrivateEndpointOptions,
  PrivateLinkConnection,
  PrivateLinkSubresource,
  PrivateLinkTarget,
} from '../../src/privatelink';
import { armId, KEY_VAULT_ID, NETWORK_ID, SUBNET_ID } from '../support/ids';
import { newNetwork } from '../support/network';
import { schemaViolations } from '../support/provider-schema';
import { messageOf, only, readable, resources, synth } from '../support/synth';

const VAULT = PrivateLinkConnection.resource(KEY_VAULT_ID, PrivateLinkSubresource.VAULT, 'v.vault.azure.net');
const ENDPOINT = 'azurerm_private_endpoint';

function setUp(connection: PrivateLinkConnection = VAULT) {
  const { stack, resourceGroup, endpointSubnet, virtualNetwork } = newNetwork();
  const target = PrivateLinkTarget.fromConnection(stack, 'Target', connection);
  const define = (options: Partial<PrivateEndpointOptions> = {}) =>
    new PrivateEndpoint(stack, 'Endpoint', {
      name: 'pep-test',
      resourceGroup,
      target,
      subnet: endpointSubnet,
      ...options,
    });
  return { stack, resourceGroup, virtualNetwork, endpointSubnet, define };
}

describe('DnsIntegration', () => {
  test('newZone is the default: a zone of the right name, linked to the network of the endpoint', () => {
    const { stack, define } = setUp();
    expect(define().dns?.privateDnsZone?.zoneName).toBe('privatelink.vaultcore.azure.net');
    expect(resources(stack, 'azurerm_private_dns_zone').map(({ name }) => name)).toContain(
      'privatelink.vaultcore.azure.net',
    );
    const link = resources(stack, 'azurerm_private_dns_zone_virtual_network_link').find(
      ({ name }) => name === 'link-pep-test',
    );
    expect(link).toMatchObject({ virtual_network_id: '${azurerm_virtual_network.Network.id}' });
    expect(only(stack, ENDPOINT)).toMatchObject({
      private_dns_zone_group: { private_dns_zone_ids: ['${azurerm_private_dns_zone.Endpoint_PrivateDnsZone.id}'] },
      depends_on: ['azurerm_private_dns_zone_virtual_network_link.Endpoint_PrivateDnsZone_VirtualNetworkLink'],
    });
    expect(schemaViolations(synth(stack))).toEqual([]);
  });

  test('managedByPolicy has no zone group, and ignores the one that the policy adds', () => {
    const { stack, define } = setUp();
    define({ dns: DnsIntegration.managedByPolicy() });
    const endpoint = only(stack, ENDPOINT);
    expect(endpoint.private_dns_zone_group).toBeUndefined();
    expect(endpoint.lifecycle).toEqual({ ignore_changes: ['private_dns_zone_group'] });
    expect(resources(stack, 'azurerm_private_dns_zone')).toHaveLength(1);
  });

  test('recordsOnly touches no zone, and tells the records to create', () => {
    const { stack, define } = setUp();
    const endpoint = define({ dns: DnsIntegration.recordsOnly() });
    expect(only(stack, ENDPOINT).private_dns_zone_group).toBeUndefined();
    expect(only(stack, ENDPOINT).lifecycle).toBeUndefined();
    expect(endpoint.dnsRecords).toHaveLength(1);
  });

  test('the records name each host in the private link zone, with the address of the endpoint', () => {
    const { stack, define } = setUp();
    const [record] = define().dnsRecords;
    stack.addOverride('output.record.value', record);
    expect((readable(stack).output!.record as any).value).toEqual({
      name: 'v.privatelink.vaultcore.azure.net',
      type: 'A',
      address: '${azurerm_private_endpoint.Endpoint.private_service_connection[0].private_ip_address}',
    });
  });

  test('customServers records the endpoint in a zone that no network of the stack is linked to', () => {
    const other = setUp();
    const zoneName = 'privatelink.vaultcore.azure.net';
    const unlinked = new PrivateDnsZone(other.stack, 'VaultZone', { zoneName, resourceGroup: other.resourceGroup });
    other.define({ dns: DnsIntegration.customServers(unlinked) });
    expect(only(other.stack, ENDPOINT).private_dns_zone_group.private_dns_zone_ids).toEqual([
      '${azurerm_private_dns_zone.VaultZone.id}',
    ]);
  });
});

describe('EndpointApproval', () => {
  test('manual asks the owner of the target', () => {
    const { stack, define } = setUp();
    define({ approval: EndpointApproval.manual('chat needs it') });
    expect(only(stack, ENDPOINT).private_service_connection).toMatchObject({
      is_manual_connection: true,
      request_message: 'chat needs it',
    });
  });

  test.each([
    ['', 'no request message given for manual approval; use 1 to 140 characters'],
    ['x'.repeat(141), 'a request message of 141 characters given for manual approval; use 1 to 140 characters'],
  ])('fails for the message "%s"', (text, message) => {
    expect(messageOf(() => setUp().define({ approval: EndpointApproval.manual(text) }))).toBe(
      `Prod/Endpoint: [privatelink/request-message] ${message}`,
    );
  });
});

describe('PrivateEndpoint options', () => {
  test('take a fixed address with the member of the target, and a name for the network interface', () => {
    const { stack, define } = setUp();
    define({ staticIpAddress: '10.0.0.36', networkInterfaceName: 'nic-test' });
    expect(only(stack, ENDPOINT)).toMatchObject({
      custom_network_interface_name: 'nic-test',
      ip_configuration: [
        { name: 'static', private_ip_address: '10.0.0.36', subresource_name: 'vault', member_name: 'default' },
      ],
    });
    expect(schemaViolations(synth(stack))).toEqual([]);
  });

  test.each([
    ['10.0.1.4', '10.0.1.4 is outside 10.0.0.32/27 of subnet Prod/Network/Endpoints; use an address inside'],
    [
      '10.0.0.35',
      '10.0.0.35 is among the first four addresses or the last of 10.0.0.32/27, which Azure reserves; use another address',
    ],
    [
      '10.0.0.63',
      '10.0.0.63 is among the first four addresses or the last of 10.0.0.32/27, which Azure reserves; use another address',
    ],
    ['10.0.0.300', '"10.0.0.300" is not an IPv4 address; use one such as 10.0.0.4'],
  ])('refuse the fixed address %s', (staticIpAddress, message) => {
    expect(messageOf(() => setUp().define({ staticIpAddress }))).toBe(
      `Prod/Endpoint: [privatelink/static-ip] ${message}`,
    );
  });

  test.each(['10.0.0.36', '10.0.0.62'])('take the first and last free address %s', (staticIpAddress) => {
    const { stack, define } = setUp();
    define({ staticIpAddress });
    expect(only(stack, ENDPOINT).ip_configuration[0].private_ip_address).toBe(staticIpAddress);
  });

  test('do not judge an address in a subnet whose range is not known', () => {
    const { stack, define } = setUp();
    const subnet = Subnet.fromSubnetAttributes(stack, 'Existing', {
      subnetId: SUBNET_ID,
      virtualNetworkId: NETWORK_ID,
    });
    define({ subnet, staticIpAddress: '10.0.0.1', dns: DnsIntegration.recordsOnly() });
    expect(only(stack, ENDPOINT).ip_configuration[0].private_ip_address).toBe('10.0.0.1');
  });

  test('join application security groups, and lock the endpoint after all of it', () => {
    const { stack, resourceGroup, define } = setUp();
    const group = new ApplicationSecurityGroup(stack, 'Callers', { name: 'asg-test', resourceGroup });
    define({ applicationSecurityGroups: [group], lock: true });
    expect(only(stack, 'azurerm_private_endpoint_application_security_group_association')).toEqual({
      private_endpoint_id: '${azurerm_private_endpoint.Endpoint.id}',
      application_security_group_id: expect.stringMatching(/^\$\{azurerm_application_security_group\./),
    });
    expect(only(stack, 'azurerm_management_lock')).toEqual({
      name: 'no-deletion',
      scope: '${azurerm_private_endpoint.Endpoint.id}',
      lock_level: 'CanNotDelete',
      depends_on: [
        'azurerm_private_endpoint_application_security_group_association.Endpoint_ApplicationSecurityGroup0',
      ],
    });
    expect(schemaViolations(synth(stack))).toEqual([]);
  });

  test('lead to a Private Link service by its alias', () => {
    const alias = 'pls.0b0b0b0b-1111-2222-3333-444444444444.centralus.azure.privatelinkservice';
    const { stack, define } = setUp(PrivateLinkConnection.alias(alias));
    const endpoint = define({ approval: EndpointApproval.manual('please'), dns: DnsIntegration.recordsOnly() });
    expect(only(stack, ENDPOINT).private_service_connection).toEqual({
      name: 'pep-test',
      private_connection_resource_alias: alias,
      is_manual_connection: true,
      request_message: 'please',
    });
    expect(endpoint.dnsRecords).toEqual([]);
  });

  test.each(['', 'pls', 'pls.1234.centralus.azure.privatelinkservice'])('refuse the alias "%s"', (alias) => {
    expect(messageOf(() => setUp(PrivateLinkConnection.alias(alias)).define())).toBe(
      `Prod/Endpoint: [privatelink/alias] "${alias}" is not the alias of a Private Link service; use one such as NAME.GUID.REGION.azure.privatelinkservice`,
    );
  });

  test('refuse a target that is told wrongly, and tell all of it', () => {
    const slot = PrivateLinkSubresource.slot('-');
    const connection = PrivateLinkConnection.resource('/subscriptions/0', slot, 'https://app', 'a.net', 'a"b');
    expect(messageOf(() => setUp(connection).define())).toBe(
      [
        'Prod/Endpoint: [privatelink/hostname] "https://app" is not a host name; use one without scheme, port and path, such as NAME.vault.azure.net',
        'Prod/Endpoint: [privatelink/hostname] "a"b" is not a host name; use one without scheme, port and path, such as NAME.vault.azure.net',
        'Prod/Endpoint: [privatelink/target-id] "/subscriptions/0" is not the id of a resource; use one such as /subscriptions/ID/resourceGroups/NAME/providers/NAMESPACE/TYPE/NAME',
        'Prod/Endpoint: [privatelink/slot] "-" is not the name of a slot; use 2 to 59 letters, digits or inner dashes',
      ].join('\n'),
    );
  });

  test.each([
    [PrivateLinkSubresource.SITES, 'sites', 'privatelink.azurewebsites.net'],
    [PrivateLinkSubresource.slot('staging'), 'sites-staging', 'privatelink.azurewebsites.net'],
    [PrivateLinkSubresource.BLOB, 'blob', 'privatelink.blob.core.windows.net'],
    [PrivateLinkSubresource.FILE, 'file', 'privatelink.file.core.windows.net'],
    [PrivateLinkSubresource.QUEUE, 'queue', 'privatelink.queue.core.windows.net'],
    [PrivateLinkSubresource.TABLE, 'table', 'privatelink.table.core.windows.net'],
  ])('lead to %# by name and zone', (subresource, name, zoneName) => {
    const { stack, define } = setUp(
      PrivateLinkConnection.resource(armId('Microsoft.Some/targets', 'target'), subresource),
    );
    const endpoint = define();
    expect(only(stack, ENDPOINT).private_service_connection.subresource_names).toEqual([name]);
    expect(endpoint.dns?.privateDnsZone?.zoneName).toBe(zoneName);
  });
});
