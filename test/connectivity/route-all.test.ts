import { FunctionAppFlexConsumption } from '@cdktf/provider-azurerm/lib/function-app-flex-consumption';
import { LinuxFunctionApp } from '@cdktf/provider-azurerm/lib/linux-function-app';
import { LinuxFunctionAppSlot } from '@cdktf/provider-azurerm/lib/linux-function-app-slot';
import { LinuxWebAppSlot } from '@cdktf/provider-azurerm/lib/linux-web-app-slot';
import { WindowsFunctionApp } from '@cdktf/provider-azurerm/lib/windows-function-app';
import { WindowsWebApp } from '@cdktf/provider-azurerm/lib/windows-web-app';
import { TerraformResource, TerraformVariable } from 'cdktf';
import { addInbound, addNetwork, answerOf, pathOf, peer } from '../support/answers';
import { newPlainChat } from '../support/plain-chat';

const SITE = {
  location: 'centralus',
  resourceGroupName: 'rg',
  servicePlanId: '/subscriptions/0/resourceGroups/rg/providers/Microsoft.Web/serverFarms/plan',
};
const ALLOWED = 'allowed nac/allowed';
const OUTSIDE = 'denied network/not-routed';

/** The plain architecture in a network with a range of 24 bits, such as `11.0.0`. */
function newChatIn(range: string) {
  const chat = newPlainChat();
  chat.network.addressSpace = [`${range}.0/24`];
  chat.appSubnet.addressPrefixes = [`${range}.0/26`];
  chat.endpointSubnet.addressPrefixes = [`${range}.64/27`];
  return chat;
}

const setRouteAll = (app: TerraformResource, value: unknown) =>
  app.addOverride('site_config.vnet_route_all_enabled', value);

/** Private ranges go into the network in any case. */
const RFC_1918 = ['10.0.0', '10.255.255', '172.16.0', '172.31.255', '192.168.0', '192.168.255'];
const OTHERS = ['11.0.0', '9.255.255', '100.64.0', '172.15.255', '172.32.0', '192.167.0', '192.169.0', '198.18.0'];

describe('an app without Route All', () => {
  describe.each([
    ['false', false],
    ['left out', undefined],
  ])('(%s)', (_, value) => {
    test.each(RFC_1918)('reaches an endpoint in %s', (range) => {
      const { app, service } = newChatIn(range);
      setRouteAll(app, value);
      expect(answerOf(app, service)).toBe(ALLOWED);
    });

    test.each(OTHERS)('does not reach an endpoint in %s', (range) => {
      const { app, service } = newChatIn(range);
      setRouteAll(app, value);
      expect(answerOf(app, service)).toBe(OUTSIDE);
    });
  });

  test('does not reach an endpoint with a static address outside of RFC 1918', () => {
    const { app, service, endpoint, endpointSubnet, network } = newChatIn('10.0.0');
    network.addressSpace = ['10.0.0.0/24', '100.64.0.0/24'];
    endpointSubnet.addressPrefixes = ['10.0.0.64/27', '100.64.0.0/27'];
    endpoint!.putIpConfiguration([{ name: 'static', privateIpAddress: '100.64.0.4' }]);
    setRouteAll(app, false);
    expect(answerOf(app, service)).toBe(OUTSIDE);
    endpoint!.putIpConfiguration([{ name: 'static', privateIpAddress: '10.0.0.68' }]);
    expect(answerOf(app, service)).toBe(ALLOWED);
    endpoint!.resetIpConfiguration();
    expect(pathOf(app, service).verdict).toBe('unknown');
  });

  test('names the switch', () => {
    const { app, service } = newChatIn('100.64.0');
    setRouteAll(app, false);
    expect(pathOf(app, service).reason).toContain('vnet_route_all_enabled');
  });

  test('may not reach a DNS server outside of RFC 1918 either: Azure does not document it', () => {
    const { stack, app, service, network, link } = newPlainChat();
    const hub = addNetwork(stack, 'Hub', '100.64.1.0/24');
    addInbound(stack, hub.network, hub.subnet, '100.64.1.4');
    peer(stack, network, hub.network);
    link!.virtualNetworkId = hub.network.id;
    network.dnsServers = ['100.64.1.4'];
    expect(answerOf(app, service)).toBe(ALLOWED);
    setRouteAll(app, false);
    const { verdict, reason } = pathOf(app, service);
    expect(verdict).toBe('unknown');
    expect(reason).toContain('vnet_route_all_enabled');
  });

  test.each<[string, (stack: ReturnType<typeof newPlainChat>) => TerraformResource]>([
    [
      'Windows web app',
      ({ stack, appSubnet }) =>
        new WindowsWebApp(stack, 'Site', {
          ...SITE,
          name: 'site',
          siteConfig: {},
          virtualNetworkSubnetId: appSubnet.id,
        }),
    ],
    [
      'Linux function app',
      ({ stack, appSubnet }) =>
        new LinuxFunctionApp(stack, 'Site', {
          ...SITE,
          name: 'site',
          siteConfig: {},
          virtualNetworkSubnetId: appSubnet.id,
        }),
    ],
    [
      'Windows function app',
      ({ stack, appSubnet }) =>
        new WindowsFunctionApp(stack, 'Site', {
          ...SITE,
          name: 'site',
          siteConfig: {},
          virtualNetworkSubnetId: appSubnet.id,
        }),
    ],
    [
      'slot of a web app',
      ({ stack, app, appSubnet }) =>
        new LinuxWebAppSlot(stack, 'Site', {
          name: 'site',
          appServiceId: app.id,
          siteConfig: {},
          virtualNetworkSubnetId: appSubnet.id,
        }),
    ],
    [
      'slot of a function app',
      ({ stack, appSubnet }) =>
        new LinuxFunctionAppSlot(stack, 'Site', {
          name: 'site',
          functionAppId: new LinuxFunctionApp(stack, 'Functions', { ...SITE, name: 'func', siteConfig: {} }).id,
          siteConfig: {},
          virtualNetworkSubnetId: appSubnet.id,
        }),
    ],
  ])('may be a %s', (_, define) => {
    const chat = newChatIn('100.64.0');
    const site = define(chat);
    expect(answerOf(site, chat.service)).toBe(OUTSIDE);
    setRouteAll(site, true);
    expect(answerOf(site, chat.service)).toBe(ALLOWED);
  });
});

describe('an app with Route All', () => {
  test.each([...RFC_1918, ...OTHERS])('reaches an endpoint in %s', (range) => {
    const { app, service } = newChatIn(range);
    expect(answerOf(app, service)).toBe(ALLOWED);
  });

  test('only Terraform knows of is not proven to reach an endpoint outside of RFC 1918', () => {
    const { stack, app, service } = newChatIn('100.64.0');
    const routeAll = new TerraformVariable(stack, 'route_all', { type: 'bool' });
    setRouteAll(app, routeAll.value);
    const { verdict, reason } = pathOf(app, service);
    expect(verdict).toBe('unknown');
    expect(reason).toContain('var.route_all');
  });

  test('only Terraform knows of reaches an endpoint in a private range', () => {
    const { stack, app, service } = newChatIn('10.0.0');
    setRouteAll(app, new TerraformVariable(stack, 'route_all', { type: 'bool' }).value);
    expect(answerOf(app, service)).toBe(ALLOWED);
  });
});

test('a Flex Consumption app sends everything through its subnet', () => {
  const chat = newChatIn('100.64.0');
  const app = new FunctionAppFlexConsumption(chat.stack, 'Flex', {
    ...SITE,
    name: 'flex',
    runtimeName: 'node',
    runtimeVersion: '22',
    storageContainerType: 'blobContainer',
    storageContainerEndpoint: 'https://st.blob.core.windows.net/c',
    storageAuthenticationType: 'SystemAssignedIdentity',
    siteConfig: {},
    virtualNetworkSubnetId: chat.appSubnet.id,
  });
  expect(answerOf(app, chat.service)).toBe(ALLOWED);
});
