import { TerraformResource, TerraformStack } from 'cdktf';
import { LinuxWebApp, PlanSku } from '../../../../src/appservice';
import { SecurityBaseline } from '../../../../src/compliance';
import { ConnectOptions, Cors, SignalRService } from '../../../../src/signalr';
import { findingsOf } from '../../../support/answers';
import { add } from '../../../support/plain-azurerm';
import { newPlainChat } from '../../../support/plain-chat';
import { setUpLinux } from '../../../support/web-app';

const CONNECTION = { Azure__SignalR__ConnectionString: 'Endpoint=https://chat.service.signalr.net;AuthType=azure.msi' };
const NAME = 'Azure__SignalR__ApplicationName';
const APP = 'azurerm_linux_web_app';
const SLOT = 'azurerm_linux_web_app_slot';
const OF_APP = { app_service_id: '${azurerm_linux_web_app.App.id}' };

/** What the rule says of the service of a plain chat, in lines. */
function said(define: (stack: TerraformStack) => unknown, settings: Record<string, string> = {}): string[] {
  const { stack, service, app } = newPlainChat();
  app.appSettings = { ...CONNECTION, ...settings };
  define(stack);
  return findingsOf('SIG11', service).map(({ status, severity, id, reason }) =>
    [status, ...(status === 'violated' ? [severity, id] : []), reason.replace(/\.$/, '')].join(' | '),
  );
}

const host =
  (type: string, id: string, settings: object, rest: object = {}) =>
  (stack: TerraformStack) =>
    add(stack, type, id, { ...rest, app_settings: { ...CONNECTION, ...settings } });

const none = 'not applicable | no two hub servers call it';
const sharesWith = (who: string, severity: string, partner: string, why: string) =>
  `violated | ${severity} | Hubs::${who} | ${who} shares hubs and clients with ${partner}: ${why}`;

describe('hub servers of one service', () => {
  test.each<[string, (stack: TerraformStack) => unknown, Record<string, string>, string[]]>([
    ['one alone', () => undefined, {}, [none]],
    [
      'a slot of the same app without a name',
      host(SLOT, 'Green', {}, OF_APP),
      {},
      [sharesWith('Prod/Green', 'warning', 'Prod/App, which is of the same app', 'neither has an application name')],
    ],
    [
      'a slot with the name of its app, in another spelling of the setting',
      host(SLOT, 'Green', { 'azure:signalr:applicationname': 'chat' }, OF_APP),
      { [NAME]: 'chat' },
      [
        sharesWith(
          'Prod/Green',
          'warning',
          'Prod/App, which is of the same app',
          'both have the application name chat',
        ),
      ],
    ],
    [
      'a slot with a name of its own',
      host(SLOT, 'Green', { [NAME]: 'green' }, OF_APP),
      {},
      ['compliant | each has an application name of its own'],
    ],
    [
      'an app without a name, which may share on purpose',
      host(APP, 'Admin', {}),
      {},
      [sharesWith('Prod/Admin', 'info', 'Prod/App', 'neither has an application name')],
    ],
    [
      'an app with a name of its own',
      host(APP, 'Admin', { [NAME]: 'admin' }),
      {},
      ['compliant | each has an application name of its own'],
    ],
    [
      'a slot of an app elsewhere',
      host(SLOT, 'Green', {}, { app_service_id: '/subscriptions/0/x' }),
      {},
      [sharesWith('Prod/Green', 'info', 'Prod/App', 'neither has an application name')],
    ],
    [
      'an app with a name that a variable decides',
      host(APP, 'Admin', { [NAME]: '${var.name}' }),
      {},
      ['unknown | the application name of Prod/Admin is var.name, which is only known when Terraform runs'],
    ],
    [
      'an app with the same name in another letter case, which the server SDK does not tell apart',
      host(APP, 'Admin', { [NAME]: 'Chat' }),
      { [NAME]: 'chat' },
      [sharesWith('Prod/Admin', 'info', 'Prod/App', 'both have the application name Chat')],
    ],
    [
      'an app of which a variable decides how many there are',
      (stack) => {
        (stack.node.findChild('App') as TerraformResource).addOverride('for_each', '${var.regions}');
      },
      {},
      ['unknown | how many instances Prod/App has is only known when Terraform runs: for_each is var.regions'],
    ],
    [
      'an app that calls it as a secondary service',
      (stack) =>
        add(stack, APP, 'West', {
          app_settings: {
            Azure__SignalR__ConnectionString__east__secondary: CONNECTION.Azure__SignalR__ConnectionString,
          },
        }),
      {},
      [none],
    ],
    [
      'an app that calls its REST API',
      (stack) =>
        add(stack, APP, 'Jobs', {
          app_settings: { AzureSignalRConnectionString__serviceUri: 'https://chat.service.signalr.net' },
        }),
      {},
      [none],
    ],
    [
      'an app whose settings are not known',
      (stack) => add(stack, APP, 'Admin', { app_settings: '${var.settings}' }),
      {},
      ['unknown | which hubs there are in Prod/Admin is not known'],
    ],
    [
      'a container app that names it',
      (stack) =>
        add(stack, 'azurerm_container_app', 'Fleet', {
          template: [{ container: [{ env: [{ name: 'X', value: 'https://chat.service.signalr.net' }] }] }],
        }),
      {},
      ['unknown | which hubs there are in Prod/Fleet is not known'],
    ],
  ])('%s', (_, define, settings, expected) => {
    expect(said(define, settings)).toEqual(expected);
  });
});

describe('hosts of this library', () => {
  /** What the rule says of a service with an app, and another host. */
  function findings(
    connectTo: (app: LinuxWebApp, define: (id: string) => LinuxWebApp) => [LinuxWebApp, ConnectOptions],
  ) {
    const { stack, resourceGroup, props } = setUpLinux(PlanSku.P0V3);
    const service = new SignalRService(stack, 'SignalR', { name: 'sigr', resourceGroup, cors: Cors.allowAnyOrigin() });
    const define = (id: string) => new LinuxWebApp(stack, id, { ...props, name: `app-${id.toLowerCase()}` });
    const app = define('Chat');
    service.connectServer(app, { connectivityCheck: false });
    const [other, options] = connectTo(app, define);
    service.connectServer(other, { connectivityCheck: false, ...options });
    return SecurityBaseline.evaluate(stack)
      .findings.filter(({ rule }) => rule === 'SIG11')
      .map(({ status, acknowledgement }) => [status, acknowledgement?.reason]);
  }

  test('are apart by default', () => {
    const slot = (app: LinuxWebApp) => app.addSlot('Green', { name: 'green' }) as unknown as LinuxWebApp;
    expect(findings((_, define) => [define('Admin'), {}])).toEqual([['compliant', undefined]]);
    expect(findings((app) => [slot(app), {}])).toEqual([['compliant', undefined]]);
  });

  test('that share hubs by the word of their user need no other acknowledgement', () => {
    const sharesHubs = { sharesHubs: true };
    const slot = (app: LinuxWebApp) => app.addSlot('Green', { name: 'green' }) as unknown as LinuxWebApp;
    expect(findings((_, define) => [define('Worker'), sharesHubs])).toEqual([
      ['acknowledged', 'sharesHubs is true for the connection of Prod/Worker'],
    ]);
    expect(findings((app) => [slot(app), sharesHubs])).toEqual([
      ['acknowledged', 'sharesHubs is true for the connection of Prod/Chat/Green'],
    ]);
  });
});
