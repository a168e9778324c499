import { ConnectivityReport, Origin } from '../../src/connectivity';
import { RequestType } from '../../src/signalr';
import { bodies, newExample, synthesized } from '../support/examples';

const json = synthesized('landing-zone')['landing-zone'];

describe('landing-zone', () => {
  test('defines nothing that the platform team keeps', () => {
    expect(Object.keys(json.resource!).sort()).toEqual([
      'azurerm_linux_web_app',
      'azurerm_monitor_diagnostic_setting',
      'azurerm_private_endpoint',
      'azurerm_role_assignment',
      'azurerm_service_plan',
      'azurerm_signalr_service',
      'azurerm_signalr_service_network_acl',
      'azurerm_user_assigned_identity',
    ]);
  });

  test('puts app and endpoint into the existing subnets', () => {
    const [app] = bodies(json, 'azurerm_linux_web_app');
    const [endpoint] = bodies(json, 'azurerm_private_endpoint');
    expect(app.virtual_network_subnet_id).toMatch(/^\$\{data\.azurerm_subnet\.IntegrationSubnet_/);
    expect(endpoint.subnet_id).toMatch(/^\$\{data\.azurerm_subnet\.PrivateEndpointSubnet_/);
    expect(Object.values(json.data!.azurerm_subnet).map(({ name }) => name)).toEqual(['snet-apps', 'snet-endpoints']);
  });

  test('leaves the record of the endpoint to the policy, before and after the policy has attached its zone', () => {
    const [endpoint] = bodies(json, 'azurerm_private_endpoint');
    expect(endpoint.private_dns_zone_group).toBeUndefined();
    expect(endpoint.lifecycle).toEqual({ ignore_changes: ['private_dns_zone_group'] });
  });

  test('sends all logs to the workspace of another subscription', () => {
    const [workspace] = Object.values(json.data!.azurerm_log_analytics_workspace);
    expect(workspace).toMatchObject({ name: 'log-platform', provider: 'azurerm.management' });
    bodies(json, 'azurerm_monitor_diagnostic_setting').forEach((setting) =>
      expect(setting.log_analytics_workspace_id).toMatch(/^\$\{data\.azurerm_log_analytics_workspace\.Workspace_/),
    );
  });

  test('claims of the app only what the tree shows, and refuses servers on the internet', () => {
    const app = newExample('landing-zone');
    const report = ConnectivityReport.of(app);
    const service = app.node.findChild('landing-zone').node.findChild('Chat').node.findChild('SignalR');
    report.expectDenied(Origin.internet(), service, RequestType.SERVER_CONNECTION);
    expect(report.data.paths.find(({ code }) => code === 'dns/unknown')).toMatchObject({
      origin: 'landing-zone/IntegrationSubnet/Resource',
      verdict: 'unknown',
    });
  });
});
