import { SecureServerlessSignalR, SecureSignalRApp } from '../../src';
import { HostnameDns, PlanSku } from '../../src/appservice';
import { FunctionHost } from '../../src/architectures/function-host';
import { Cors, ISignalRService, SignalRService } from '../../src/signalr';
import { existingService } from '../support/domain';
import { newStack, only, synth } from '../support/synth';
import { setUpLinux } from '../support/web-app';

const TYPE = 'azurerm_signalr_service';
const dns = HostnameDns.existing();

function setUp(cors = Cors.allowOrigins('https://given.example')) {
  const { stack, resourceGroup, define } = setUpLinux();
  const service = new SignalRService(stack, 'SignalR', { name: 'sigr', resourceGroup, cors });
  const origins = () => only(stack, TYPE).cors[0].allowed_origins;
  return { stack, service, app: define(), origins };
}

const connections: [
  string,
  (service: ISignalRService, app: Parameters<ISignalRService['connectServer']>[0]) => void,
][] = [
  ['hub server', (service, app) => service.connectServer(app, { connectivityCheck: false })],
  ['negotiator', (service, app) => service.connectNegotiator(app, { connectivityCheck: false })],
];

describe.each(connections)('the pages of a %s under host names of its own', (_, connect) => {
  test('may talk to the service, whichever comes first', () => {
    const { service, app, origins } = setUp();
    app.addCustomHostname('Www', { hostname: 'WWW.example.com', dns });
    connect(service, app);
    connect(service, app);
    app.addCustomHostname('Chat', { hostname: 'chat.example.com', dns });
    expect(origins()).toEqual(['https://given.example', 'https://www.example.com', 'https://chat.example.com']);
  });

  test('are not let in by a host name that was removed', () => {
    const { service, app, origins } = setUp();
    app.addCustomHostname('Www', { hostname: 'www.example.com', dns });
    app.node.tryRemoveChild('Www');
    connect(service, app);
    expect(origins()).toEqual(['https://given.example']);
  });

  test('are among all pages already', () => {
    const { service, app, origins } = setUp(Cors.allowAnyOrigin());
    connect(service, app);
    app.addCustomHostname('Www', { hostname: 'www.example.com', dns });
    expect(origins()).toEqual(['*']);
  });
});

test('a service of others, and one that the app only sends to, stay as they are', () => {
  const { stack, service, app, origins } = setUp();
  existingService(stack, 'Existing', 'sigr-old').connectServer(app, { connectivityCheck: false });
  service.connectRestSender(app, { connectivityCheck: false });
  app.addCustomHostname('Www', { hostname: 'www.example.com', dns });
  expect(origins()).toEqual(['https://given.example']);
  expect(() => synth(stack)).not.toThrow();
});

describe('in an architecture', () => {
  const www = { hostname: 'www.example.com', dns };

  test('pages of the web app under its own host name may talk to the service', () => {
    const stack = newStack();
    const chat = new SecureSignalRApp(stack, 'Chat', { location: 'centralus' });
    chat.linuxWebApp!.addCustomHostname('Www', www);
    expect(only(stack, TYPE).cors[0].allowed_origins).toEqual([chat.linuxWebApp!.origin, 'https://www.example.com']);
  });

  test('so do those of the function app', () => {
    const stack = newStack();
    const chat = new SecureServerlessSignalR(stack, 'Chat', {
      location: 'centralus',
      host: FunctionHost.linux({ planSku: PlanSku.P0V3 }),
    });
    chat.functionApp.addCustomHostname('Www', www);
    expect(only(stack, TYPE).cors[0].allowed_origins).toContain('https://www.example.com');
  });
});
