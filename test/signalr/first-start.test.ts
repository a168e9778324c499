import { TerraformStack } from 'cdktf';
import { AppHost, FunctionHost, Negotiation, SecureServerlessSignalR } from '../../src';
import { ContainerImage, PlanSku, Runtime } from '../../src/appservice';
import { DnsIntegration } from '../../src/privatelink';
import { ConnectionSettings, SignalRService } from '../../src/signalr';
import { newApp } from '../support/app';
import { graphOf, reachable } from '../support/graph';
import { schemaViolations } from '../support/provider-schema';
import { newStack, readable, synth } from '../support/synth';

const IMAGE = Runtime.container(ContainerImage.of('contoso.azurecr.io', 'chat/hub', '1.4.2'));
const PACKAGE = 'WEBSITE_RUN_FROM_PACKAGE';
const URL = 'https://stpackages.blob.core.windows.net/packages/app.zip';
const APP = /^azurerm_(linux|windows)_(web|function)_app(_slot)?\./;
const WAY = [
  'azurerm_private_dns_zone_virtual_network_link',
  'azurerm_private_endpoint',
  'azurerm_signalr_service_network_acl',
];

/** What of the private way the apps of a stack wait for, directly or not, by the name of the app. */
function awaited(stack: TerraformStack): Record<string, string[]> {
  expect(schemaViolations(synth(stack))).toEqual([]);
  const graph = graphOf(readable(stack));
  const apps = [...graph.keys()].filter((name) => APP.test(name));
  const typesFrom = (app: string) => new Set([...reachable(graph, app)].map((name) => name.split('.')[0]));
  return Object.fromEntries(apps.map((app) => [app, WAY.filter((type) => typesFrom(app).has(type))]));
}

/** What an app states in `depends_on` of the changes of services. */
function stated(stack: TerraformStack, type: string, id: string): string[] {
  const { depends_on = [] } = (readable(stack).resource as any)[type][id];
  return depends_on.filter((name: string) => /^azurerm_(private_endpoint|signalr_)/.test(name));
}

const hosted = (host: AppHost, stack = newStack()) => newApp({ host }, stack);

describe('The first start of an app', () => {
  test('waits for zone link, endpoint and access list where it has a container', () => {
    const { stack } = hosted(AppHost.linuxWebApp({ runtime: IMAGE }));
    expect(awaited(stack)).toEqual({ 'azurerm_linux_web_app.Chat_WebApp': WAY });
    // The list refers to the endpoint, which waits for the link.
    expect(stated(stack, 'azurerm_linux_web_app', 'Chat_WebApp')).toEqual([
      'azurerm_signalr_service_network_acl.Chat_SignalR_NetworkAcl',
    ]);
  });

  test('waits with azurerm 5 too', () => {
    const { stack } = hosted(AppHost.linuxWebApp({ runtime: IMAGE }), newStack('Prod', { azurermMajor: 5 }));
    expect(schemaViolations(synth(stack), 5)).toEqual([]);
    expect(stated(stack, 'azurerm_linux_web_app', 'Chat_WebApp')).toHaveLength(1);
  });

  test.each([
    ['a package at an address', { appSettings: { [PACKAGE]: URL } }, WAY],
    ['a package in another spelling', { appSettings: { website_run_from_package: URL } }, WAY],
    ['a package that is deployed afterwards', { appSettings: { [PACKAGE]: '1' } }, []],
    ['a package that is turned off', { appSettings: { [PACKAGE]: '0' } }, []],
    ['nothing yet', {}, []],
  ])('with %s', (_, options, way) => {
    expect(awaited(hosted(AppHost.linuxWebApp(options)).stack)).toEqual({ 'azurerm_linux_web_app.Chat_WebApp': way });
    const { stack } = hosted(AppHost.windowsWebApp(options));
    expect(awaited(stack)).toEqual({ 'azurerm_windows_web_app.Chat_WebApp': way });
  });

  test('waits once a later setting names the package', () => {
    const { stack, chat } = newApp();
    chat.linuxWebApp!.addAppSetting(PACKAGE, '1');
    expect(stated(stack, 'azurerm_linux_web_app', 'Chat_WebApp')).toEqual([]);
    chat.linuxWebApp!.addAppSetting(PACKAGE, URL);
    expect(stated(stack, 'azurerm_linux_web_app', 'Chat_WebApp')).toEqual([
      'azurerm_signalr_service_network_acl.Chat_SignalR_NetworkAcl',
    ]);
  });

  test('waits in slots, and in further apps, that are connected', () => {
    const { stack, chat } = hosted(AppHost.linuxWebApp({ planSku: PlanSku.P0V3 }));
    const green = chat.linuxWebApp!.addSlot('Green', { name: 'green', runtime: IMAGE });
    const blue = chat.linuxWebApp!.addSlot('Blue', { name: 'blue' });
    const alone = chat.linuxWebApp!.addSlot('Alone', { name: 'alone', runtime: IMAGE });
    [green, blue].forEach((slot) => chat.signalr.connectServer(slot));
    expect(stated(stack, 'azurerm_linux_web_app_slot', 'Chat_WebApp_Green')).toHaveLength(1);
    expect(stated(stack, 'azurerm_linux_web_app_slot', 'Chat_WebApp_Blue')).toEqual([]);
    expect(alone.node.id).toBe('Alone');
    expect(stated(stack, 'azurerm_linux_web_app_slot', 'Chat_WebApp_Alone')).toEqual([]);
  });

  test.each([
    ['a container', FunctionHost.linux({ planSku: PlanSku.EP1, runtime: IMAGE }), WAY],
    ['a package', FunctionHost.linux({ planSku: PlanSku.EP1, packageUrl: URL }), WAY],
    ['code that is deployed afterwards', FunctionHost.linux(), []],
  ])('of a function app with %s', (_, host, way) => {
    const stack = newStack();
    const negotiation = way.length > 0 ? Negotiation.ownApp({ packageUrl: URL }) : undefined;
    new SecureServerlessSignalR(stack, 'Chat', { location: 'centralus', host, negotiation });
    // The links of other zones and the endpoints of the vault are not of the service.
    for (const app of ['FunctionApp', 'NegotiationApp']) {
      const list = awaited(stack)[`azurerm_linux_function_app.Chat_${app}`].at(-1);
      expect(list === 'azurerm_signalr_service_network_acl').toBe(way.length > 0);
    }
  });

  test('waits for endpoints of an existing service, whose list is elsewhere, also for later ones', () => {
    const { stack, chat } = hosted(AppHost.linuxWebApp({ runtime: IMAGE }));
    const other = SignalRService.fromSignalRServiceAttributes(stack, 'Other', {
      serviceId: '/subscriptions/0/resourceGroups/rg/providers/Microsoft.SignalRService/signalR/other',
      hostname: 'other.service.signalr.net',
      location: 'centralus',
    });
    const settings = ConnectionSettings.aspNetCoreEndpoint('other');
    other.connectServer(chat.linuxWebApp!, { settings, connectivityCheck: false });
    other.addPrivateEndpoint('Endpoint', {
      name: 'pep-other',
      resourceGroup: chat.resourceGroup,
      subnet: chat.privateEndpointSubnet,
      dns: DnsIntegration.zone(chat.privateDnsZone!),
    });
    expect(stated(stack, 'azurerm_linux_web_app', 'Chat_WebApp')).toEqual([
      'azurerm_signalr_service_network_acl.Chat_SignalR_NetworkAcl',
      'azurerm_private_endpoint.Other_Endpoint',
    ]);
  });
});
