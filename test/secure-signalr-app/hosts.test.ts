import { TerraformStack } from 'cdktf';
import { AppHost, AppNetwork, appservice, core, dns, network, privatelink, SecureSignalRAppProps } from '../../src';
import { newApp } from '../support/app';
import { graphOf } from '../support/graph';
import { schemaViolations } from '../support/provider-schema';
import { messageOf, newStack, only, readable, resources, synth } from '../support/synth';
import { newIdentity } from '../support/web-app';

const { ContainerImage, ExistingApp, PlanSku, Runtime } = appservice;
const GROUP = '/subscriptions/0/resourceGroups/rg-old/providers';
const NETWORK_ID = `${GROUP}/Microsoft.Network/virtualNetworks/vnet-old`;

/** A stack with an app that others own, and its network. */
function setUpExisting(virtualNetworkId: string = NETWORK_ID) {
  const stack = newStack();
  const virtualNetwork = network.VirtualNetwork.fromVirtualNetworkAttributes(stack, 'Network', {
    virtualNetworkId: NETWORK_ID,
    virtualNetworkName: 'vnet-old',
    resourceGroupName: 'rg-old',
    location: 'centralus',
  });
  const subnet = (name: string) =>
    network.Subnet.fromSubnetAttributes(stack, name, {
      subnetId: `${NETWORK_ID}/subnets/${name}`,
      virtualNetworkId: NETWORK_ID,
    });
  const app = ExistingApp.fromAppAttributes(stack, 'OldApp', {
    appId: `${GROUP}/Microsoft.Web/sites/app-old`,
    defaultHostname: 'app-old.azurewebsites.net',
    identity: newIdentity(stack),
    virtualNetworkId,
  });
  const existing = AppNetwork.existing({
    virtualNetwork,
    integrationSubnet: subnet('apps'),
    privateEndpointSubnet: subnet('endpoints'),
  });
  return { stack, app, existing };
}

/** How many resources of each type a stack has. */
function counts(stack: TerraformStack): Record<string, number> {
  const types = Object.entries(synth(stack).resource!);
  return Object.fromEntries(types.map(([type, byId]) => [type, Object.keys(byId).length]));
}

describe('AppHost.linuxWebApp', () => {
  test('is the default, and the app is given with all that it can do', () => {
    const { chat } = newApp();
    expect(chat.linuxWebApp).toBeInstanceOf(appservice.LinuxWebApp);
    expect(chat.webApp).toBe(chat.linuxWebApp);
    expect(chat.windowsWebApp).toBeUndefined();
    expect(chat.webAppDiagnosticSetting).toBeDefined();
  });
});

describe('AppHost.windowsWebApp', () => {
  test('changes nothing but app and plan', () => {
    const { stack } = newApp();
    const { stack: other, chat } = newApp({ host: AppHost.windowsWebApp() });
    const { azurerm_linux_web_app: linux, ...rest } = readable(stack).resource!;
    const { azurerm_windows_web_app: windows, ...otherRest } = readable(other).resource!;
    const toWindows = (text: string) =>
      text
        .replace(/azurerm_linux_web_app/g, 'azurerm_windows_web_app')
        .replace('"os_type":"Linux"', '"os_type":"Windows"');
    expect(otherRest).toEqual(JSON.parse(toWindows(JSON.stringify(rest))));
    const [app] = Object.values(windows);
    const [linuxApp] = Object.values(linux);
    expect(Object.keys(windows)).toEqual(['Chat_WebApp']);
    expect(app).toMatchObject({ app_settings: linuxApp.app_settings, depends_on: linuxApp.depends_on });
    expect(schemaViolations(synth(other))).toEqual([]);
    expect(chat.webApp).toBe(chat.windowsWebApp);
    expect(chat.linuxWebApp).toBeUndefined();
    expect(chat.webAppDiagnosticSetting).toBeDefined();
  });

  test('runs a container on a plan for containers', () => {
    const runtime = Runtime.container(ContainerImage.of('registry.azurecr.io', 'chat', '1'));
    const { stack } = newApp({ host: AppHost.windowsWebApp({ runtime, planSku: PlanSku.P1V3 }) });
    expect(only(stack, 'azurerm_service_plan')).toMatchObject({ os_type: 'WindowsContainer', sku_name: 'P1v3' });
    expect(schemaViolations(synth(stack))).toEqual([]);
  });

  test('refuses with all other violations what Windows does not run', () => {
    const host = AppHost.windowsWebApp({ runtime: Runtime.python('3.13'), planSku: PlanSku.of('F1') });
    const props: Partial<SecureSignalRAppProps> = { host, tags: { '': 'x' } };
    expect(messageOf(() => newApp(props))).toBe(
      [
        'Prod/Chat: [core/tags] a tag name is empty; give the tag a name or remove it',
        'Prod/Chat/WebApp: [appservice/plan-without-vnet] apps on F1 plans cannot be integrated with a subnet; use PlanSku.B1 or larger, outside an App Service Environment',
        'Prod/Chat/WebApp: [appservice/runtime-version] a Windows web app does not run Python; use one of .NET, Node.js, Java, PHP, containers',
      ].join('\n'),
    );
  });
});

describe('AppHost.existing', () => {
  test('defines no app, plan, identity or network, and lets the app find the service as a new one would', () => {
    const { stack, app, existing } = setUpExisting();
    const { chat } = newApp({ host: AppHost.existing(app), network: existing }, stack);
    expect(counts(stack)).toEqual({
      azurerm_log_analytics_workspace: 1,
      azurerm_monitor_diagnostic_setting: 1,
      azurerm_private_dns_zone: 1,
      azurerm_private_dns_zone_virtual_network_link: 1,
      azurerm_private_endpoint: 1,
      azurerm_resource_group: 1,
      azurerm_role_assignment: 1,
      azurerm_signalr_service: 1,
      azurerm_signalr_service_network_acl: 1,
    });
    expect(only(stack, 'azurerm_role_assignment').principal_id).toBe('00000000-0000-0000-0000-00000000b1ec');
    expect(only(stack, 'azurerm_private_dns_zone_virtual_network_link').virtual_network_id).toBe(NETWORK_ID);
    expect(only(stack, 'azurerm_signalr_service').cors).toEqual([
      { allowed_origins: ['https://app-old.azurewebsites.net'] },
    ]);
    expect(chat.webApp).toBe(app);
    expect(chat.identity).toBe(app.identity);
    expect([chat.servicePlan, chat.linuxWebApp, chat.windowsWebApp, chat.webAppDiagnosticSetting]).toEqual(
      Array(4).fill(undefined),
    );
    expect(schemaViolations(synth(stack))).toEqual([]);
  });

  test('tells which settings the owner of the app applies', () => {
    const { stack, app, existing } = setUpExisting();
    const { chat } = newApp({ host: AppHost.existing(app), network: existing }, stack);
    expect(app.requiredAppSettings).toEqual({
      Azure__SignalR__ConnectionString: `Endpoint=https://${chat.signalr.hostname};AuthType=azure.msi;ClientId=00000000-0000-0000-0000-00000000c11e;Version=1.0;`,
    });
    expect(graphOf(readable(stack)).get('azurerm_signalr_service.Chat_SignalR')).toEqual(
      new Set(['azurerm_resource_group.Chat_ResourceGroup']),
    );
  });

  test('refuses a new network, with all other violations', () => {
    const { stack, app } = setUpExisting();
    const props = { host: AppHost.existing(app), tags: { '': 'x' } };
    expect(messageOf(() => newApp(props, stack))).toBe(
      [
        'Prod/Chat: [core/tags] a tag name is empty; give the tag a name or remove it',
        'Prod/Chat/VirtualNetwork: [appservice/existing-app-network] the existing app Prod/OldApp calls out through its own network, so it would not reach the service from a new one; give its network with AppNetwork.existing(...)',
      ].join('\n'),
    );
  });

  test('is not judged in another network, whose links and DNS servers others may keep', () => {
    const { stack, app, existing } = setUpExisting(`${NETWORK_ID}-2`);
    newApp({ host: AppHost.existing(app), network: existing }, stack);
    expect(() => synth(stack)).not.toThrow();
  });

  test('takes a zone that the network of the app is linked to', () => {
    const { stack, app, existing } = setUpExisting(`${NETWORK_ID}-2`);
    const resourceGroup = new core.ResourceGroup(stack, 'Group', { name: 'rg-dns', location: 'centralus' });
    const zone = new dns.PrivateDnsZone(stack, 'Zone', { zoneName: 'privatelink.service.signalr.net', resourceGroup });
    const virtualNetwork = network.VirtualNetwork.fromVirtualNetworkAttributes(stack, 'Second', {
      virtualNetworkId: `${NETWORK_ID}-2`,
      virtualNetworkName: 'vnet-old-2',
      resourceGroupName: 'rg-old',
      location: 'centralus',
    });
    zone.addVirtualNetworkLink('Link', { name: 'link-second', virtualNetwork });
    newApp({ host: AppHost.existing(app), network: existing, dns: privatelink.DnsIntegration.zone(zone) }, stack);
    expect(resources(stack, 'azurerm_private_dns_zone_virtual_network_link')).toHaveLength(2);
    expect(schemaViolations(synth(stack))).toEqual([]);
  });
});
