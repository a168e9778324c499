import { TerraformOutput } from 'cdktf';
import { DnsIntegration, PrivateEndpoint } from '../../src/privatelink';
import { SignalRService } from '../../src/signalr';
import { Host } from '../support/host';
import { newHub, providers } from '../support/hub';
import { CLIENT_ID } from '../support/ids';
import { newNetwork } from '../support/network';
import { schemaViolations } from '../support/provider-schema';
import { dataSources, newStack, only, readable, synth } from '../support/synth';

describe('SignalRService.fromLookup', () => {
  const lookup = { name: 'sigr-shared', resourceGroupName: 'rg-shared' };

  test('reads the service that grants, connection strings and private endpoints refer to', () => {
    const { stack, resourceGroup, endpointSubnet: subnet, zone } = newNetwork();
    const dns = DnsIntegration.zone(zone);
    const service = SignalRService.fromLookup(stack, 'Shared', lookup);
    const host = new Host(stack, 'Host');
    service.connectServer(host);
    new PrivateEndpoint(stack, 'Endpoint', { name: 'pep', resourceGroup, subnet, dns, target: service });
    new TerraformOutput(stack, 'setting', { value: host.settings.Azure__SignalR__ConnectionString });
    new TerraformOutput(stack, 'location', { value: service.location });
    expect(dataSources(stack, 'azurerm_signalr_service')).toEqual([
      { name: 'sigr-shared', resource_group_name: 'rg-shared' },
    ]);
    expect(only(stack, 'azurerm_role_assignment').scope).toBe('${data.azurerm_signalr_service.Shared.id}');
    expect(only(stack, 'azurerm_private_endpoint').private_service_connection.private_connection_resource_id).toBe(
      '${data.azurerm_signalr_service.Shared.id}',
    );
    expect(readable(stack).output).toMatchObject({
      setting: {
        value: `Endpoint=https://\${data.azurerm_signalr_service.Shared.hostname};AuthType=azure.msi;ClientId=${CLIENT_ID};Version=1.0;`,
      },
      location: { value: '${data.azurerm_signalr_service.Shared.location}' },
    });
    expect(schemaViolations(synth(stack))).toEqual([]);
  });

  test('defines no resource, reads through its provider and grants roles through it', () => {
    const stack = newStack();
    const service = SignalRService.fromLookup(stack, 'Shared', { ...lookup, provider: newHub(stack) });
    expect(synth(stack).resource).toBeUndefined();
    service.grantAppServer(new Host(stack, 'Host').identity);
    expect(Object.values(providers(stack))).toEqual(['azurerm.hub', 'azurerm.hub']);
  });
});
