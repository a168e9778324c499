import { ConnectivityReport, Origin } from '../../src/connectivity';
import { RequestType } from '../../src/signalr';
import { newPlainChat } from '../support/plain-chat';

const { SERVER_CONNECTION, REST_API, CLIENT_CONNECTION } = RequestType;
const ELSEWHERE = 'https://hub.example.com';

describe('an app whose setting names another address to call the service by', () => {
  test.each<[string, (hostname: string) => Record<string, string>]>([
    [
      'a connection string',
      (hostname) => ({
        Azure__SignalR__ConnectionString: `Endpoint=https://${hostname};AuthType=azure.msi;serverendpoint=${ELSEWHERE};`,
      }),
    ],
    [
      'settings of the bindings',
      (hostname) => ({
        AzureSignalRConnectionString__serviceUri: `https://${hostname}`,
        azuresignalrconnectionstring__SERVERENDPOINT: ELSEWHERE,
      }),
    ],
    [
      'settings of the bindings with colons',
      (hostname) => ({ 'Chat:SignalR:serviceUri': `https://${hostname}`, 'Chat:SignalR:serverEndpoint': ELSEWHERE }),
    ],
  ])('is not proven to reach it, by %s', (_, settings) => {
    const { stack, app, service } = newPlainChat();
    app.appSettings = settings(service.hostname);
    const report = ConnectivityReport.of(stack);
    for (const type of [SERVER_CONNECTION, REST_API]) {
      const { verdict, code, reason } = report.path(Origin.of(app), service, type);
      expect([verdict, code, reason]).toEqual([
        'unknown',
        'connectivity/server-endpoint',
        `${app.node.path} calls ${ELSEWHERE} in place of the service, as its setting says`,
      ]);
    }
    expect(report.path(Origin.of(app), service, CLIENT_CONNECTION).code).not.toBe('connectivity/server-endpoint');
  });

  test.each<[string, (hostname: string) => string]>([
    ['clients', () => `ClientEndpoint=${ELSEWHERE}`],
    ['itself', (hostname) => `ServerEndpoint=https://${hostname}`],
    ['nothing', () => 'ServerEndpoint='],
  ])('reaches it where the address is for %s', (_, address) => {
    const { stack, app, service } = newPlainChat();
    app.appSettings = {
      Azure__SignalR__ConnectionString: `Endpoint=https://${service.hostname};AuthType=azure.msi;${address(service.hostname)}`,
    };
    expect(ConnectivityReport.of(stack).path(Origin.of(app), service, SERVER_CONNECTION).verdict).toBe('allowed');
  });
});
