import { ContainerStack } from '../../examples/container/main';
import { ConnectivityReport } from '../../src/connectivity';
import { bodies, newExample, synthesized } from '../support/examples';
import { graphOf, reachable } from '../support/graph';

const json = synthesized('container').container;
const REGISTRY = '${data.azurerm_container_registry.Registry_';

describe('container', () => {
  test('pulls its image with its identity, through its subnet', () => {
    const [app] = bodies(json, 'azurerm_linux_web_app');
    expect(app).toMatchObject({
      vnet_image_pull_enabled: true,
      site_config: {
        container_registry_use_managed_identity: true,
        application_stack: {
          docker_image_name: 'chat/hub:1.4.2',
          docker_registry_url: expect.stringContaining(REGISTRY),
        },
      },
    });
    expect(JSON.stringify(app)).not.toMatch(/docker_registry_(username|password)|admin_/);
    const [pull] = bodies(json, 'azurerm_role_assignment').filter(({ scope }) => scope.startsWith(REGISTRY));
    expect(pull.role_definition_id).toContain('7f951dda-4ed3-4680-a7ca-43fe172d538d');
  });

  test('finds the registry in the network', () => {
    const endpoints = bodies(json, 'azurerm_private_endpoint');
    const [registry] = endpoints.filter(({ name }) => name === 'pep-registry-chat-prod-centralus');
    expect(registry.private_service_connection).toMatchObject({
      private_connection_resource_id: expect.stringContaining(REGISTRY),
      subresource_names: ['registry'],
    });
    expect(bodies(json, 'azurerm_private_dns_zone').map(({ name }) => name)).toContain('privatelink.azurecr.io');
    expect(bodies(json, 'azurerm_private_dns_zone_virtual_network_link')).toHaveLength(2);
  });

  test('starts when roles, list and both endpoints are there', () => {
    const graph = graphOf(json);
    const [app] = [...graph.keys()].filter((name) => name.startsWith('azurerm_linux_web_app.'));
    const awaited = [...reachable(graph, app)].map((name) => name.split('.')[0]);
    const count = (type: string) => awaited.filter((each) => each === type).length;
    expect(count('azurerm_signalr_service_network_acl')).toBe(1);
    expect(count('azurerm_private_endpoint')).toBe(2);
    expect(count('azurerm_private_dns_zone_virtual_network_link')).toBe(2);
    expect(count('azurerm_role_assignment')).toBe(2);
  });

  test('reaches the service through its private endpoint', () => {
    const stack = newExample('container').node.findChild('container') as ContainerStack;
    const chat = stack.node.findChild('Chat');
    const report = ConnectivityReport.of(stack);
    expect(() => report.expectPrivate(chat.node.findChild('WebApp'), chat.node.findChild('SignalR'))).not.toThrow();
  });
});
