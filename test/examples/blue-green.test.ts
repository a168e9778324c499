import { ConnectivityReport } from '../../src/connectivity';
import { newExample, synthesized } from '../support/examples';

describe('blue-green', () => {
  const json = synthesized('blue-green')['blue-green'];
  const [admin, blue] = Object.values(json.resource!.azurerm_linux_web_app);
  const [green] = Object.values(json.resource!.azurerm_linux_web_app_slot);

  test('has one service and one plan, with one role for all three servers', () => {
    ['azurerm_signalr_service', 'azurerm_service_plan', 'azurerm_role_assignment'].forEach((type) =>
      expect(Object.keys(json.resource![type])).toHaveLength(1),
    );
    const connections = [blue, green, admin].map((each) => each.app_settings.Azure__SignalR__ConnectionString);
    expect(new Set(connections).size).toBe(1);
    expect(admin.service_plan_id).toBe(blue.service_plan_id);
  });

  test('keeps the hubs of the three apart, also after a swap', () => {
    const names = [blue, green, admin].map((each) => each.app_settings.Azure__SignalR__ApplicationName);
    expect(names).toEqual(['blue', 'green', 'admin']);
    expect(blue.sticky_settings).toEqual({ app_setting_names: ['Azure__SignalR__ApplicationName'] });
  });

  test('lets the pages of all three in', () => {
    const [service] = Object.values(json.resource!.azurerm_signalr_service);
    expect(service.cors[0].allowed_origins).toEqual([
      `https://${blue.name}.azurewebsites.net`,
      `https://${blue.name}-green.azurewebsites.net`,
      'https://app-chat-admin-prod-centralus.azurewebsites.net',
    ]);
  });

  test('lets the three join the subnet one after the other, with one identity', () => {
    const three = [blue, green, admin];
    expect(new Set(three.map((each) => each.virtual_network_subnet_id)).size).toBe(1);
    expect(new Set(three.map((each) => each.identity.identity_ids.join())).size).toBe(1);
    const awaited = [green, admin].map((each) => each.depends_on.join());
    expect(awaited[0]).toMatch(/azurerm_linux_web_app\.Chat_WebApp_/);
    expect(awaited[1]).toMatch(/azurerm_linux_web_app_slot\.Chat_WebApp_Green_/);
    [blue, green].forEach((each) => expect(each.site_config.health_check_path).toBe('/healthz'));
  });

  test('sends the logs of the three to the workspace of the chat', () => {
    const settings = Object.values(json.resource!.azurerm_monitor_diagnostic_setting);
    expect(settings).toHaveLength(4);
    expect(new Set(settings.map((each) => each.log_analytics_workspace_id)).size).toBe(1);
  });

  test('reports the three in one row, with servers and REST calls through the endpoint', () => {
    const { origins, paths } = ConnectivityReport.of(newExample('blue-green')).data;
    const [row, ...others] = origins.filter(({ hosts }) => hosts.length > 0);
    expect([row.hosts.length, others]).toEqual([3, []]);
    const allowed = paths.filter(({ origin, verdict }) => origin === row.id && verdict.toString() === 'allowed');
    expect(allowed.map(({ requestType }) => requestType).sort()).toEqual(['RESTAPI', 'ServerConnection']);
    allowed.forEach(({ via }) => expect(via).toBe('blue-green/Chat/SignalR/PrivateEndpoint/Resource'));
  });
});
