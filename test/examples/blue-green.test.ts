import { synthesized } from '../support/examples';

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
});
