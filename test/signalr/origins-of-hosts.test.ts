import { HostnameDns } from '../../src/appservice';
import { Cors, ISignalRService, SignalRService } from '../../src/signalr';
import { existingService } from '../support/domain';
import { only, synth } from '../support/synth';
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
