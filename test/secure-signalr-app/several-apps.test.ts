import { AppHost, appservice, signalr } from '../../src';
import { newApp } from '../support/app';
import { graphOf, reachable } from '../support/graph';
import { schemaViolations } from '../support/provider-schema';
import { newStack, only, readable, resources, synth } from '../support/synth';
import { newIdentity } from '../support/web-app';

const { ConnectionSettings, ServiceEndpointType, SignalRService } = signalr;
const APP = 'azurerm_linux_web_app';
const SLOT = 'azurerm_linux_web_app_slot';
const CONNECTION =
  'Endpoint=https://${azurerm_signalr_service.Chat_SignalR.hostname};AuthType=azure.msi;ClientId=${azurerm_user_assigned_identity.Chat_Identity.client_id};Version=1.0;';

/** A chat, and a second app on its service, plan and subnet. */
function setUpSecondApp(change: Partial<appservice.WebAppProps> = {}, stack = newStack()) {
  const { chat } = newApp({}, stack);
  const admin = new appservice.LinuxWebApp(stack, 'Admin', {
    name: 'app-admin',
    resourceGroup: chat.resourceGroup,
    servicePlan: chat.servicePlan!,
    identity: chat.identity,
    integrationSubnet: chat.integrationSubnet,
    ...change,
  });
  chat.signalr.connectServer(admin);
  return { stack, chat, admin };
}

describe('several apps on one service', () => {
  test('share its role by sharing the identity, and join the subnet one after the other', () => {
    const { stack } = setUpSecondApp();
    const json = readable(stack);
    const [role] = Object.keys(json.resource!.azurerm_role_assignment);
    const { Chat_WebApp: chat, Admin: admin } = json.resource![APP];
    expect(Object.keys(json.resource!.azurerm_role_assignment)).toHaveLength(1);
    expect(chat.app_settings).toEqual({ Azure__SignalR__ConnectionString: CONNECTION });
    expect(admin.app_settings).toEqual({
      Azure__SignalR__ConnectionString: CONNECTION,
      Azure__SignalR__ApplicationName: 'app_Prod_Admin',
    });
    expect(admin.depends_on).toEqual([
      expect.stringContaining('azurerm_subnet_network_security_group_association.'),
      `${APP}.Chat_WebApp`,
      `azurerm_role_assignment.${role}`,
    ]);
    expect(schemaViolations(synth(stack))).toEqual([]);
  });

  test('have roles of their own with identities of their own', () => {
    const stack = newStack();
    const identity = newIdentity(stack, 'AdminIdentity');
    const { admin } = setUpSecondApp({ identity }, stack);
    expect(resources(stack, 'azurerm_role_assignment').map(({ principal_id }) => principal_id)).toEqual([
      '647b662f-a484-4226-85af-61a7db30c264',
      '${azurerm_user_assigned_identity.Chat_Identity.principal_id}',
    ]);
    expect(admin.identity).toBe(identity);
  });

  test('serve pages that the service lets in, without waiting for each other in a circle', () => {
    const { stack, chat, admin } = setUpSecondApp();
    chat.signalr.addAllowedOrigins(admin.origin);
    expect(only(stack, 'azurerm_signalr_service').cors[0].allowed_origins).toEqual([
      expect.stringMatching(/^https:\/\/app-chat-centralus-[0-9a-f]{6}\.azurewebsites\.net$/),
      'https://app-admin.azurewebsites.net',
    ]);
    const graph = graphOf(readable(stack));
    [...graph.keys()].forEach((name) => expect(reachable(graph, name)).not.toContain(name));
  });
});

describe('several services for one app', () => {
  test('are told apart by the names of their settings, and found in one zone', () => {
    const { stack, chat } = newApp();
    const west = new SignalRService(stack, 'West', {
      name: 'sigr-west',
      resourceGroup: chat.resourceGroup,
      location: 'westus',
      cors: signalr.Cors.allowOrigins('https://www.example.com'),
    });
    west.addPrivateEndpoint('PrivateEndpoint', {
      name: 'pep-west',
      resourceGroup: chat.resourceGroup,
      subnet: chat.privateEndpointSubnet,
      location: 'centralus',
      dns: chat.privateEndpoint.dns,
    });
    west.connectServer(chat.webApp, {
      settings: ConnectionSettings.aspNetCoreEndpoint('west', ServiceEndpointType.SECONDARY),
    });
    expect(only(stack, APP)).toMatchObject({
      app_settings: {
        Azure__SignalR__ConnectionString: CONNECTION,
        Azure__SignalR__ConnectionString__west__secondary: CONNECTION.replace('Chat_SignalR', 'West'),
      },
      depends_on: [
        expect.stringContaining('azurerm_subnet_network_security_group_association.'),
        expect.stringContaining('azurerm_role_assignment.Chat_SignalR_AppServer-'),
        expect.stringContaining('azurerm_role_assignment.West_AppServer-'),
      ],
    });
    const zones = resources(stack, 'azurerm_private_endpoint').map((body) => body.private_dns_zone_group);
    expect(zones[0]).toEqual(zones[1]);
    expect(schemaViolations(synth(stack))).toEqual([]);
  });
});

describe('blue and green', () => {
  test('are app and slot on one service, each with its own hubs', () => {
    const { stack, chat } = newApp();
    const green = chat.linuxWebApp!.addSlot('Green', { name: 'green' });
    chat.signalr.connectServer(green);
    chat.signalr.addAllowedOrigins(green.origin);
    chat.webApp.addAppSetting('Azure__SignalR__ApplicationName', 'blue');
    green.addAppSetting('Azure__SignalR__ApplicationName', 'green');
    expect(only(stack, SLOT)).toMatchObject({
      app_service_id: '${azurerm_linux_web_app.Chat_WebApp.id}',
      app_settings: { Azure__SignalR__ConnectionString: CONNECTION, Azure__SignalR__ApplicationName: 'green' },
    });
    expect(only(stack, APP)).toMatchObject({
      app_settings: { Azure__SignalR__ConnectionString: CONNECTION, Azure__SignalR__ApplicationName: 'blue' },
      sticky_settings: { app_setting_names: ['Azure__SignalR__ApplicationName'] },
    });
    expect(resources(stack, 'azurerm_role_assignment')).toHaveLength(1);
    const graph = graphOf(readable(stack));
    [...graph.keys()].forEach((name) => expect(reachable(graph, name)).not.toContain(name));
    expect(schemaViolations(synth(stack))).toEqual([]);
  });

  test('work on Windows too', () => {
    const { stack, chat } = newApp({ host: AppHost.windowsWebApp() });
    chat.signalr.connectServer(chat.windowsWebApp!.addSlot('Green', { name: 'green' }));
    expect(only(stack, 'azurerm_windows_web_app_slot').app_settings).toEqual({
      Azure__SignalR__ConnectionString: CONNECTION,
      Azure__SignalR__ApplicationName: 'slot_green',
    });
    expect(schemaViolations(synth(stack))).toEqual([]);
  });
});
