import { SubnetDelegation, AddressRange } from '../../src/network';
import { LogDestination } from '../../src/observability';
import { DnsIntegration, PrivateEndpointOptions } from '../../src/privatelink';
import { Approval, SignalRServiceSettings } from '../../src/signalr';
import { StorageAccount } from '../../src/storage';
import { KeyVault } from '../../src/vault';
import { functionApp, newService } from '../support/links';
import { newNetwork } from '../support/network';
import { messageOf, newGroup, only, resources } from '../support/synth';

/** A service with an endpoint that the test names. */
function newEndpoint(names: Partial<PrivateEndpointOptions>) {
  const { stack, resourceGroup, endpointSubnet: subnet } = newNetwork();
  const vault = new KeyVault(stack, 'Vault', { name: 'kv-test', resourceGroup });
  vault.addPrivateEndpoint('Endpoint', { name: 'pep-test', resourceGroup, subnet, ...names });
  return stack;
}

describe('the parts of a private endpoint', () => {
  test('are named by default as they were', () => {
    const stack = newEndpoint({ staticIpAddress: '10.0.0.40', lock: true });
    expect(only(stack, 'azurerm_private_endpoint')).toMatchObject({
      private_service_connection: { name: 'pep-test' },
      ip_configuration: [{ name: 'static' }],
      private_dns_zone_group: { name: 'default' },
    });
    expect(only(stack, 'azurerm_management_lock').name).toBe('no-deletion');
    const links = resources(stack, 'azurerm_private_dns_zone_virtual_network_link');
    expect(links.map(({ name }) => name)).toEqual(['link-pep-test', 'link-test']);
  });

  test('take names of their own', () => {
    const stack = newEndpoint({
      staticIpAddress: '10.0.0.40',
      connectionName: 'psc-test',
      ipConfigurationName: 'ipconfig1',
      networkInterfaceName: 'nic-test',
      dnsZoneGroupName: 'vault',
      virtualNetworkLinkName: 'vnet-to-zone',
      lock: true,
      lockName: 'keep',
    });
    expect(only(stack, 'azurerm_private_endpoint')).toMatchObject({
      custom_network_interface_name: 'nic-test',
      private_service_connection: { name: 'psc-test' },
      ip_configuration: [{ name: 'ipconfig1' }],
      private_dns_zone_group: { name: 'vault' },
    });
    expect(only(stack, 'azurerm_management_lock').name).toBe('keep');
    const links = resources(stack, 'azurerm_private_dns_zone_virtual_network_link');
    expect(links.map(({ name }) => name)).toContain('vnet-to-zone');
  });

  test('are refused together with names that Azure rejects', () => {
    const bad = { connectionName: '-', ipConfigurationName: ' ', dnsZoneGroupName: 'a/b', virtualNetworkLinkName: '' };
    const message = messageOf(() => newEndpoint({ ...bad, lockName: 'x.', dns: DnsIntegration.recordsOnly() }));
    expect(message.split('\n').map((line) => line.split(';')[0])).toEqual([
      'Prod/Vault/Endpoint: [privatelink/name] "-" is not a private link connection name',
      'Prod/Vault/Endpoint: [privatelink/name] " " is not an IP configuration name',
      'Prod/Vault/Endpoint: [privatelink/name] "a/b" is not a DNS zone group name',
      'Prod/Vault/Endpoint: [privatelink/name] "" is not a link name',
      'Prod/Vault/Endpoint: [lock/name] "x." is not the name of a lock',
    ]);
  });
});

test('a delegation takes a name, and refuses one that Azure rejects', () => {
  const { stack, virtualNetwork } = newNetwork();
  const addSubnet = (id: string, delegationName: string) =>
    virtualNetwork.addSubnet(id, {
      name: id,
      addressRange: AddressRange.prefixLength(28),
      delegation: SubnetDelegation.WEB_SERVER_FARMS,
      delegationName,
    });
  addSubnet('Own', 'web');
  addSubnet('OfService', 'Microsoft.Web/serverFarms');
  const delegations = resources(stack, 'azurerm_subnet').map(({ delegation }) => delegation?.[0].name);
  expect(delegations).toEqual(['delegation', undefined, 'Microsoft.Web/serverFarms', 'web']);
  expect(() => addSubnet('Bad', '/')).toThrow(
    '[network/delegation] "/" is not a delegation name; use 1 to 80 letters, digits, dashes, underscores, periods or slashes, beginning with a letter or digit',
  );
});

describe('where logs are sent', () => {
  test('the diagnostic setting and the workspace take names', () => {
    const { stack, service } = newService();
    service.sendLogsTo(LogDestination.newWorkspace({ name: 'log-of-team' }), { name: 'to-team' });
    expect(only(stack, 'azurerm_monitor_diagnostic_setting').name).toBe('to-team');
    expect(only(stack, 'azurerm_log_analytics_workspace').name).toBe('log-of-team');
  });

  test('names that Azure rejects are refused together', () => {
    const { service } = newService();
    expect(() => service.sendLogsTo(LogDestination.newWorkspace({ name: 'x' }), { name: '<>' })).toThrow(
      /SignalR\/DiagnosticSetting: \[logs\/setting-name\][^\n]*\n.*SignalR\/LogWorkspace: \[logs\/workspace-name\]/,
    );
  });
});

describe('a lock', () => {
  const define = {
    service: (settings: SignalRServiceSettings) => newService(settings).stack,
    vault: (lock: SignalRServiceSettings) => {
      const { stack, resourceGroup } = newGroup();
      new KeyVault(stack, 'Vault', { name: 'kv-test', resourceGroup, ...lock });
      return stack;
    },
    storage: (lock: SignalRServiceSettings) => {
      const { stack, resourceGroup } = newGroup();
      new StorageAccount(stack, 'Storage', { name: 'sttest', resourceGroup, ...lock });
      return stack;
    },
  };

  test.each(Object.entries(define))('of a %s takes a name', (_, defineWith) => {
    expect(only(defineWith({ lock: true, lockName: 'keep' }), 'azurerm_management_lock').name).toBe('keep');
    expect(only(defineWith({ lockName: 'keep' }), 'azurerm_management_lock').name).toBe('keep');
    expect(resources(defineWith({ lock: false, lockName: 'keep' }), 'azurerm_management_lock')).toEqual([]);
    expect(only(defineWith({ lock: true }), 'azurerm_management_lock').name).toBe('no-deletion');
    expect(() => defineWith({ lock: true, lockName: 'a?' })).toThrow('[lock/name] "a?" is not the name of a lock');
  });
});

describe('the request message of a shared private link', () => {
  const linkWith = (approval?: Approval) => {
    const { stack, service } = newService();
    return service.addSharedPrivateLink('Link', { target: functionApp(stack), approval });
  };

  test('is what the owner is asked, and by what the command finds the connection', () => {
    const link = linkWith(Approval.manual('please approve'));
    expect(link.resource.requestMessageInput).toBe('please approve');
    expect(link.approvalCommand).toContain("description=='please approve'");
    expect(linkWith(Approval.manual()).requestMessage).toMatch(/^Approve link Link of /);
  });

  test.each(['', ' ', 'x'.repeat(141), "it's", 'a "b"', '$(rm)', '`rm`', 'wow!', 'a\\b', 'a\nb'])(
    '%j is refused',
    (text) => {
      expect(() => linkWith(Approval.manual(text))).toThrow('[sharedlink/request-message]');
    },
  );
});
