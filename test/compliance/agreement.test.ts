import { AppServiceSlotVirtualNetworkSwiftConnection } from '@cdktf/provider-azurerm/lib/app-service-slot-virtual-network-swift-connection';
import { AppServiceVirtualNetworkSwiftConnection } from '@cdktf/provider-azurerm/lib/app-service-virtual-network-swift-connection';
import { LinuxFunctionApp } from '@cdktf/provider-azurerm/lib/linux-function-app';
import { LinuxFunctionAppSlot } from '@cdktf/provider-azurerm/lib/linux-function-app-slot';
import { LinuxWebApp } from '@cdktf/provider-azurerm/lib/linux-web-app';
import { LinuxWebAppSlot } from '@cdktf/provider-azurerm/lib/linux-web-app-slot';
import { LogicAppStandard } from '@cdktf/provider-azurerm/lib/logic-app-standard';
import { PrivateDnsARecord } from '@cdktf/provider-azurerm/lib/private-dns-a-record';
import { WindowsFunctionApp } from '@cdktf/provider-azurerm/lib/windows-function-app';
import { WindowsFunctionAppSlot } from '@cdktf/provider-azurerm/lib/windows-function-app-slot';
import { WindowsWebApp } from '@cdktf/provider-azurerm/lib/windows-web-app';
import { WindowsWebAppSlot } from '@cdktf/provider-azurerm/lib/windows-web-app-slot';
import { TerraformResource } from 'cdktf';
import { ConnectivityReport } from '../../src/connectivity';
import { addNetwork, answerOf, BY_NAME, statusesOf } from '../support/answers';
import { newPlainChat, PlainChatOptions } from '../support/plain-chat';

const PLACE = { location: 'centralus', resourceGroupName: 'rg' };
const SITE = {
  ...PLACE,
  servicePlanId: '/subscriptions/0/resourceGroups/rg/providers/Microsoft.Web/serverFarms/plan',
  siteConfig: { vnetRouteAllEnabled: true },
};

type Chat = ReturnType<typeof newPlainChat>;

/** The plain architecture with a second network, to which the zone is not linked. */
function newChatWithOtherNetwork(options: PlainChatOptions = {}) {
  const chat = newPlainChat(options);
  return { ...chat, ...addNetwork(chat.stack, 'Other', '10.9.0.0/24') };
}

const connect = (app: TerraformResource, subnetId: string, slotName?: string) => {
  const appServiceId = (app as LinuxWebApp).id;
  return slotName === undefined
    ? new AppServiceVirtualNetworkSwiftConnection(app.cdktfStack, 'Swift', { appServiceId, subnetId })
    : new AppServiceSlotVirtualNetworkSwiftConnection(app.cdktfStack, 'Swift', { appServiceId, subnetId, slotName });
};

describe('an app in a network without a link to the zone', () => {
  test.each<[string, (setting: string) => Record<string, string>]>([
    [
      'by reference',
      (hostname) => ({ Azure__SignalR__ConnectionString: `Endpoint=https://${hostname};AuthType=azure.msi` }),
    ],
    ['by its host name', () => ({ Azure__SignalR__ConnectionString: BY_NAME })],
    [
      'by its host name in capital letters',
      () => ({ Azure__SignalR__ConnectionString: BY_NAME.replace('chat.service', 'CHAT.Service') }),
    ],
    [
      'as the address of an identity-based connection',
      () => ({ AzureSignalRConnectionString__serviceUri: 'https://chat.service.signalr.net' }),
    ],
  ])('that names the service %s is reported by the path and by DNS2', (_, settings) => {
    for (const isInline of [true, false]) {
      const { app, service, zone, subnet } = newChatWithOtherNetwork({ hasIntegration: false });
      app.appSettings = settings(service.hostname);
      if (isInline) app.virtualNetworkSubnetId = subnet.id;
      else connect(app, subnet.id);
      expect({ isInline, path: answerOf(app, service), rule: statusesOf('DNS2', zone) }).toEqual({
        isInline,
        path: 'denied dns/not-linked',
        rule: ['violated'],
      });
    }
  });

  test.each([
    ['function app', (chat: Chat) => new LinuxFunctionApp(chat.stack, 'Site', { ...SITE, name: 'site' })],
    ['Windows web app', (chat: Chat) => new WindowsWebApp(chat.stack, 'Site', { ...SITE, name: 'site' })],
    ['Windows function app', (chat: Chat) => new WindowsFunctionApp(chat.stack, 'Site', { ...SITE, name: 'site' })],
  ])('may be a %s with a connection of its own', (_, define) => {
    const chat = newChatWithOtherNetwork();
    const site = define(chat);
    site.appSettings = { Azure__SignalR__ConnectionString: BY_NAME };
    connect(site, chat.subnet.id);
    expect([answerOf(site, chat.service), statusesOf('DNS2', chat.zone)]).toEqual([
      'denied dns/not-linked',
      ['violated'],
    ]);
  });

  test.each(['staging', 'STAGING'])('may be a slot that the connection calls %s', (slotName) => {
    const chat = newChatWithOtherNetwork();
    const { app, stack, subnet } = chat;
    const appSettings = { Azure__SignalR__ConnectionString: BY_NAME };
    const siteConfig = { vnetRouteAllEnabled: true };
    const slot = new LinuxWebAppSlot(stack, 'Slot', { name: 'staging', appServiceId: app.id, siteConfig, appSettings });
    connect(app, subnet.id, slotName);
    expect([answerOf(slot, chat.service), statusesOf('DNS2', chat.zone)]).toEqual([
      'denied dns/not-linked',
      ['violated'],
    ]);
  });
});

describe('a zone with an A record and no zone group', () => {
  /** The endpoint has a static address, and a record in place of its zone group. */
  function newRecord(options: PlainChatOptions, record: { name?: string; zoneName?: string; address?: string } = {}) {
    const chat = newPlainChat(options);
    chat.endpoint!.resetPrivateDnsZoneGroup();
    chat.endpoint!.putIpConfiguration([{ name: 'static', privateIpAddress: '10.0.0.68' }]);
    new PrivateDnsARecord(chat.stack, 'Record', {
      name: record.name ?? 'chat',
      zoneName: record.zoneName ?? chat.zone.name,
      resourceGroupName: 'rg',
      ttl: 300,
      records: [record.address ?? chat.endpoint!.privateServiceConnection.privateIpAddress],
    });
    return chat;
  }

  test.each([
    ['the address that the endpoint exports', undefined],
    ['the static address of the endpoint', '10.0.0.68'],
  ])('of %s is used, and needs a link', (_, address) => {
    const linked = newRecord({}, { address });
    expect([answerOf(linked.app, linked.service), statusesOf('DNS2', linked.zone)]).toEqual([
      'allowed nac/allowed',
      ['compliant'],
    ]);
    const { app, service, zone } = newRecord({ hasLink: false }, { address });
    expect([answerOf(app, service), statusesOf('DNS2', zone)]).toEqual(['denied dns/not-linked', ['violated']]);
  });

  test('of the name of the service records the endpoint', () => {
    expect(statusesOf('PE4', newRecord({}).endpoint!)).toEqual(['compliant']);
  });

  test.each([
    ['another zone', { zoneName: 'privatelink.azurewebsites.net' }],
    ['another name', { name: 'other' }],
    ['another address', { address: '10.0.0.99' }],
  ])('does not record the endpoint where it is of %s', (_, record) => {
    expect(statusesOf('PE4', newRecord({}, record).endpoint!)).toEqual(['violated']);
  });
});

/** The service in Serverless mode, with the upstream. */
function newUpstream(urlTemplate: string) {
  const chat = newPlainChat();
  chat.service.serviceMode = 'Serverless';
  chat.service.putUpstreamEndpoint([{ urlTemplate, hubPattern: ['*'], eventPattern: ['*'], categoryPattern: ['*'] }]);
  return chat;
}

function upstreamOf({ stack, service }: Chat) {
  const path = ConnectivityReport.of(stack).data.paths.find(({ requestType }) => requestType === 'Upstream');
  return { path: path && `${path.verdict} ${path.code}`, rule: statusesOf('SPL1', service) };
}

const CLOSED = { path: 'denied signalr/upstream-unreachable', rule: ['violated'] };

describe('an upstream that is closed, and to which no link leads', () => {
  const slot = { ...SITE, name: 'staging', publicNetworkAccessEnabled: false };
  test.each<[string, (chat: Chat) => unknown]>([
    [
      'Linux function app',
      ({ stack }) =>
        new LinuxFunctionAppSlot(stack, 'Slot', {
          ...slot,
          functionAppId: new LinuxFunctionApp(stack, 'Site', { ...SITE, name: 'func' }).id,
        }),
    ],
    [
      'Windows function app',
      ({ stack }) =>
        new WindowsFunctionAppSlot(stack, 'Slot', {
          ...slot,
          functionAppId: new WindowsFunctionApp(stack, 'Site', { ...SITE, name: 'func' }).id,
        }),
    ],
    [
      'Linux web app',
      ({ stack }) =>
        new LinuxWebAppSlot(stack, 'Slot', {
          ...slot,
          appServiceId: new LinuxWebApp(stack, 'Site', { ...SITE, name: 'func' }).id,
        }),
    ],
    [
      'Windows web app',
      ({ stack }) =>
        new WindowsWebAppSlot(stack, 'Slot', {
          ...slot,
          appServiceId: new WindowsWebApp(stack, 'Site', { ...SITE, name: 'func' }).id,
        }),
    ],
  ])('may be a slot of a %s', (_, define) => {
    for (const host of ['func-staging', 'FUNC-Staging']) {
      const chat = newUpstream(`https://${host}.azurewebsites.net/api`);
      define(chat);
      expect(upstreamOf(chat)).toEqual(CLOSED);
    }
  });

  test('may be a Logic App (Standard)', () => {
    const define = (chat: Chat) =>
      new LogicAppStandard(chat.stack, 'Logic', {
        ...PLACE,
        name: 'logic',
        appServicePlanId: SITE.servicePlanId,
        storageAccountName: 'st',
        storageAccountAccessKey: '${var.key}',
        publicNetworkAccess: 'Disabled',
      });
    const chat = newUpstream('https://logic.azurewebsites.net/api');
    define(chat);
    expect(upstreamOf(chat)).toEqual(CLOSED);
    const byReference = newUpstream('');
    const hostname = define(byReference).defaultHostname;
    byReference.service.putUpstreamEndpoint([
      { urlTemplate: `https://${hostname}/api`, hubPattern: ['*'], eventPattern: ['*'], categoryPattern: ['*'] },
    ]);
    expect(upstreamOf(byReference)).toEqual(CLOSED);
  });
});

describe('a slot that joins the subnet by a connection of its own', () => {
  test.each(['staging', 'Staging', 'STAGING'])('is in the subnet where the connection calls it %s', (slotName) => {
    const { stack, app, service, appSubnet } = newPlainChat();
    const siteConfig = { vnetRouteAllEnabled: true };
    const slot = new LinuxWebAppSlot(stack, 'Slot', { name: 'staging', appServiceId: app.id, siteConfig });
    connect(app, appSubnet.id, slotName);
    expect([answerOf(slot, service), statusesOf('APP1', slot)]).toEqual(['allowed nac/allowed', ['compliant']]);
  });
});

describe('an app whose settings name DNS servers', () => {
  const PUBLIC_DNS = '8.8.8.8';

  test.each([
    ['WEBSITE_DNS_SERVER', 'WEBSITE_DNS_SERVER'],
    ['small letters', 'website_dns_server'],
    ['mixed letters', 'Website_Dns_Server'],
    ['the second server', 'WEBSITE_DNS_ALT_SERVER'],
    ['the second server in small letters', 'website_dns_alt_server'],
  ])('by %s is not proven to find the endpoint', (_, name) => {
    const { app, service } = newPlainChat();
    app.appSettings = { [name]: PUBLIC_DNS };
    expect([answerOf(app, service), statusesOf('APP14', app)]).toEqual(['unknown dns/custom-servers', ['violated']]);
  });

  test.each(['WEBSITE_DNS_SERVER', 'website_dns_server', 'WEBSITE_DNS_ALT_SERVER'])(
    'finds it where %s is the DNS of Azure',
    (name) => {
      const { app, service } = newPlainChat();
      app.appSettings = { [name]: '168.63.129.16' };
      expect([answerOf(app, service), statusesOf('APP14', app)]).toEqual(['allowed nac/allowed', ['compliant']]);
    },
  );

  test('may be a slot or a function app', () => {
    const chat = newPlainChat();
    const { stack, app, service, appSubnet } = chat;
    const options = { siteConfig: { vnetRouteAllEnabled: true }, appSettings: { website_dns_server: PUBLIC_DNS } };
    const virtualNetworkSubnetId = appSubnet.id;
    const sites = [
      new LinuxWebAppSlot(stack, 'Slot', { ...options, name: 'staging', appServiceId: app.id, virtualNetworkSubnetId }),
      new LinuxFunctionApp(stack, 'Functions', { ...SITE, ...options, name: 'func', virtualNetworkSubnetId }),
    ];
    sites.forEach((site) => expect(answerOf(site, service)).toBe('unknown dns/custom-servers'));
    expect(answerOf(app, service)).toBe('allowed nac/allowed');
  });
});
