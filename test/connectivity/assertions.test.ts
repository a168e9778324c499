import { Testing } from 'cdktf';
import { ConnectivityReport, Origin } from '../../src/connectivity';
import { DnsIntegration } from '../../src/privatelink';
import { NetworkAccess, RequestType, SignalRService } from '../../src/signalr';
import { newApp } from '../support/app';
import { newPlainChat } from '../support/plain-chat';
import { messageOf, newStack } from '../support/synth';

const { CLIENT_CONNECTION, SERVER_CONNECTION } = RequestType;

describe('on an architecture that is private', () => {
  const { stack, chat } = newApp();
  const report = ConnectivityReport.of(stack);

  test('expectations hold', () => {
    report.expectDenied(Origin.internet(), chat.signalr, SERVER_CONNECTION);
    report.expectAllowed(Origin.internet(), chat.signalr, CLIENT_CONNECTION);
    report.expectAllowed(Origin.of(chat.webApp), chat.signalr, SERVER_CONNECTION);
    report.expectDenied(Origin.of(chat.integrationSubnet), chat.signalr, CLIENT_CONNECTION);
    report.expectAllowed(Origin.of(chat.privateEndpoint), chat.signalr.resource, SERVER_CONNECTION);
    report.expectPrivate(chat.webApp, chat.signalr);
  });

  test('others throw with the reason', () => {
    expect(messageOf(() => report.expectAllowed(Origin.internet(), chat.signalr, SERVER_CONNECTION))).toBe(
      'Prod: [connectivity/not-allowed] ServerConnection from internet to Prod/Chat/SignalR/Resource is denied, not allowed: no rule of the public network names ServerConnection, and the default action denies it (Prod/Chat/SignalR/NetworkAcl) [nac/denied]',
    );
    expect(messageOf(() => report.expectDenied(Origin.of(chat.webApp), chat.signalr, SERVER_CONNECTION))).toBe(
      'Prod: [connectivity/not-denied] ServerConnection from Prod/Chat/WebApp to Prod/Chat/SignalR/Resource is allowed, not denied: the rules of the private endpoint allow ServerConnection (Prod/Chat/SignalR/NetworkAcl) [nac/allowed]',
    );
  });

  test('and so do places and services that the report does not have', () => {
    expect(messageOf(() => report.path(Origin.of(chat.resourceGroup), chat.signalr, SERVER_CONNECTION))).toBe(
      'Prod: [connectivity/not-in-report] the report has no place Prod/Chat/ResourceGroup; it has internet, Prod/Chat/VirtualNetwork/IntegrationSubnet/Resource, Prod/Chat/SignalR/PrivateEndpoint/Resource',
    );
    expect(messageOf(() => report.expectPrivate(chat.webApp, chat.resourceGroup))).toBe(
      'Prod: [connectivity/not-in-report] the report has no SignalR service Prod/Chat/ResourceGroup; it has Prod/Chat/SignalR/Resource',
    );
  });

  test('what merely holds places or services is none of them', () => {
    const code = '[connectivity/not-in-report]';
    for (const holder of [chat, chat.signalr, chat.virtualNetwork!, stack]) {
      expect(messageOf(() => report.expectPrivate(holder, chat.signalr))).toContain(`${code} the report has no place `);
    }
    expect(messageOf(() => report.expectPrivate(chat.webApp, chat))).toContain(`${code} the report has no SignalR `);
  });
});

describe('expectPrivate', () => {
  const refused = (options: Parameters<typeof newPlainChat>[0]) => {
    const { stack, app, service } = newPlainChat(options);
    return messageOf(() => ConnectivityReport.of(stack).expectPrivate(app, service));
  };

  test('throws where the name resolves to the public address, whatever is let in there', () => {
    expect(refused({ hasLink: false })).toContain(
      'Prod: [connectivity/not-private] Prod/App does not reach Prod/Service through a private endpoint alone: ',
    );
    expect(refused({ hasLink: false })).toMatch(/\[dns\/not-linked\]$/);
    expect(refused({ lists: null, hasLink: false })).toMatch(/\[dns\/not-linked\]$/);
  });

  test.each([[{}], [{ lists: null }]])('throws where the app is in no network: %j', (lists) => {
    expect(refused({ hasIntegration: false, ...lists })).toBe(
      'Prod: [connectivity/not-private] Prod/App does not reach Prod/Service through a private endpoint alone: Prod/App has no subnet to call out through, so public DNS answers [network/no-subnet]',
    );
  });

  test('throws where the endpoint lets nothing in', () => {
    expect(refused({ isListed: false })).toBe(
      'Prod: [connectivity/not-private] Prod/App does not reach Prod/Service through a private endpoint alone: no rule of the private endpoint names ServerConnection, and the default action denies it (Prod/Acl) [nac/denied]',
    );
  });

  test('throws where it is not known', () => {
    const privateEndpoint = '${var.lists}' as unknown as [];
    expect(refused({ lists: { privateEndpoint } })).toMatch(/only known when Terraform runs \[nac\/unknown\]$/);
  });
});

describe('an origin', () => {
  test('is found by the id of what is outside of the configuration', () => {
    const { stack, app, service } = newPlainChat();
    const id = '/subscriptions/0/resourceGroups/RG/providers/Microsoft.Network/virtualNetworks/other/subnets/apps';
    app.virtualNetworkSubnetId = id;
    expect(ConnectivityReport.of(stack).path(Origin.id(id), service, SERVER_CONNECTION).origin).toBe(id.toLowerCase());
  });

  test('of an app is that of the app, not of its slots', () => {
    const { stack, chat } = newApp();
    const slot = chat.linuxWebApp!.addSlot('Slot', { name: 'green', alwaysOn: true } as any);
    const report = ConnectivityReport.of(stack);
    expect(report.path(Origin.of(chat.webApp), chat.signalr, SERVER_CONNECTION).origin).toBe(
      report.path(Origin.of(slot), chat.signalr, SERVER_CONNECTION).origin,
    );
  });
});

describe('a report', () => {
  test('of a stack tells of its services, and of existing ones that the tree refers to', () => {
    const app = Testing.app();
    const [one, two] = [newStack('One', undefined, app), newStack('Two', undefined, app)];
    newApp({}, one);
    const { chat } = newApp({}, two);
    const existing = SignalRService.fromSignalRServiceAttributes(two, 'Existing', {
      serviceId: '/subscriptions/0/resourceGroups/rg/providers/Microsoft.SignalRService/signalR/Chat',
      hostname: 'chat.service.signalr.net',
    });
    const keys = (scope: any) => ConnectivityReport.of(scope).data.services.map(({ id }) => id);
    expect(keys(one)).toEqual(['One/Chat/SignalR/Resource']);
    expect(keys(app)).toEqual(['One/Chat/SignalR/Resource', 'Two/Chat/SignalR/Resource']);
    existing.addPrivateEndpoint('Endpoint', {
      name: 'pep-existing',
      resourceGroup: chat.resourceGroup,
      subnet: chat.privateEndpointSubnet,
      dns: DnsIntegration.zone(chat.privateDnsZone!),
    });
    const report = ConnectivityReport.of(two);
    expect(report.data.services.map(({ name }) => name)).toEqual([expect.stringMatching(/^sigr-/), 'chat']);
    expect(report.path(Origin.internet(), existing, CLIENT_CONNECTION)).toMatchObject({
      verdict: 'unknown',
      code: 'nac/unknown',
    });
  });

  test('is the same for every form of the same tree, byte by byte', () => {
    const render = () => {
      const report = ConnectivityReport.of(newApp({ networkAccess: NetworkAccess.privateOnly() }).stack);
      return [report.toJson(), report.toMarkdown(), report.toMermaid(), report.toGraphviz(), report.toHtml()];
    };
    const [first, second] = [render(), render()];
    expect(first).toEqual(second);
    expect(first.map((text) => text.length > 500)).toEqual([true, true, true, true, true]);
    expect(JSON.parse(first[0]).paths).toHaveLength(12);
  });
});
