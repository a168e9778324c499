import { newApp } from '../support/app';
import { graphOf, reachable } from '../support/graph';
import { readable } from '../support/synth';

describe('order of deployment', () => {
  const { stack } = newApp();
  const json = readable(stack);
  const graph = graphOf(json);
  const APP = 'azurerm_linux_web_app.Chat_WebApp';
  const ENDPOINT = 'azurerm_private_endpoint.Chat_SignalR_PrivateEndpoint';

  test('states exactly the edges that references do not give', () => {
    const stated = Object.entries(json.resource!).flatMap(([type, byId]) =>
      Object.entries(byId).flatMap(([id, { depends_on = [] }]) =>
        depends_on.map((prerequisite: string) => `${type}.${id} after ${prerequisite}`),
      ),
    );
    expect(stated).toEqual([
      `${APP} after azurerm_subnet_network_security_group_association.Chat_VirtualNetwork_IntegrationSubnet_NetworkSecurityGroupAssociation`,
      expect.stringMatching(
        /^azurerm_linux_web_app\.Chat_WebApp after azurerm_role_assignment\.Chat_SignalR_AppServer-/,
      ),
      `${ENDPOINT} after azurerm_subnet_network_security_group_association.Chat_VirtualNetwork_PrivateEndpointSubnet_NetworkSecurityGroupAssociation`,
      `${ENDPOINT} after azurerm_private_dns_zone_virtual_network_link.Chat_PrivateDnsZone_VirtualNetworkLink`,
    ]);
  });

  test('creates service, endpoint and access control list one after another', () => {
    const acl = 'azurerm_signalr_service_network_acl.Chat_SignalR_NetworkAcl';
    expect(reachable(graph, acl)).toContain(ENDPOINT);
    expect(reachable(graph, ENDPOINT)).toContain('azurerm_signalr_service.Chat_SignalR');
  });

  test('does not make the web app wait for endpoint, zone, access control list or logs', () => {
    const awaited = [...reachable(graph, APP)].map((name) => name.split('.')[0]);
    expect([...new Set(awaited)].sort()).toEqual([
      'azurerm_network_security_group',
      'azurerm_resource_group',
      'azurerm_role_assignment',
      'azurerm_service_plan',
      'azurerm_signalr_service',
      'azurerm_subnet',
      'azurerm_subnet_network_security_group_association',
      'azurerm_user_assigned_identity',
      'azurerm_virtual_network',
    ]);
  });

  test('makes nothing wait for security rules, which no azurerm lock or Azure rule asks for', () => {
    const waiting = [...graph].filter(([, awaited]) =>
      [...awaited].some((name) => name.startsWith('azurerm_network_security_rule')),
    );
    expect(waiting).toEqual([]);
  });
});
