import { TerraformStack } from 'cdktf';
import { IResourceGroup, ResourceGroup } from '../../src/core';
import { LogDestination } from '../../src/observability';
import { DnsIntegration } from '../../src/privatelink';
import { AccessRules, Cors, NetworkAccess, RequestType, SignalRService, SignalRServiceProps } from '../../src/signalr';
import { Host } from '../support/host';
import { newHub, providers } from '../support/hub';
import { SERVICE_ID } from '../support/ids';
import { newNetwork } from '../support/network';
import { schemaViolations } from '../support/provider-schema';
import { newStack, only, synth } from '../support/synth';

function newService(stack: TerraformStack, resourceGroup: IResourceGroup, props: Partial<SignalRServiceProps>) {
  return new SignalRService(stack, 'SignalR', { name: 'sigr', resourceGroup, cors: Cors.allowAnyOrigin(), ...props });
}

describe('SignalRService with a provider', () => {
  test('lives in its subscription with all that it defines', () => {
    const stack = newStack();
    const provider = newHub(stack);
    const resourceGroup = ResourceGroup.fromLookup(stack, 'Group', { name: 'rg-hub', provider });
    const publicNetwork = AccessRules.allow(RequestType.SERVER_CONNECTION, RequestType.REST_API);
    const networkAccess = NetworkAccess.custom({ publicNetwork });
    const service = newService(stack, resourceGroup, { networkAccess, provider });
    service.sendLogsTo(LogDestination.newWorkspace());
    service.connectServer(new Host(stack, 'Host'));
    expect(Object.entries(providers(stack))).toEqual([
      ['azurerm_log_analytics_workspace.SignalR_LogWorkspace', 'azurerm.hub'],
      ['azurerm_monitor_diagnostic_setting.SignalR_DiagnosticSetting', 'azurerm.hub'],
      [expect.stringContaining('azurerm_role_assignment.SignalR_AppServer-Identity-'), 'azurerm.hub'],
      ['azurerm_signalr_service.SignalR', 'azurerm.hub'],
      ['azurerm_signalr_service_network_acl.SignalR_NetworkAcl', 'azurerm.hub'],
      ['azurerm_resource_group.Group', 'azurerm.hub'],
    ]);
    expect(schemaViolations(synth(stack))).toEqual([]);
  });

  test('leaves its private endpoints to the provider of their network', () => {
    const { stack, resourceGroup, endpointSubnet: subnet, zone } = newNetwork();
    const dns = DnsIntegration.zone(zone);
    const service = newService(stack, resourceGroup, { provider: newHub(stack) });
    service.addPrivateEndpoint('Endpoint', { name: 'pep', resourceGroup, subnet, dns });
    expect(only(stack, 'azurerm_private_endpoint').provider).toBeUndefined();
  });

  test('grants roles on an existing service through it', () => {
    const stack = newStack();
    const attributes = { serviceId: SERVICE_ID, hostname: 'chat.service.signalr.net' };
    const service = SignalRService.fromSignalRServiceAttributes(stack, 'SignalR', {
      ...attributes,
      provider: newHub(stack),
    });
    service.grantAppServer(new Host(stack, 'Host').identity);
    expect(only(stack, 'azurerm_role_assignment').provider).toBe('azurerm.hub');
  });
});
