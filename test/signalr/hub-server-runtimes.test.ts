import { ContainerImage, PlanSku, Runtime } from '../../src/appservice';
import { Cors, ServiceMode, SignalRService } from '../../src/signalr';
import { warnings } from '../support/synth';
import { setUpLinux } from '../support/web-app';

const options = { connectivityCheck: false };

/** An app of a runtime, and a service in a mode. */
function setUp(runtime?: Runtime, serviceMode = ServiceMode.DEFAULT) {
  const { stack, resourceGroup, define } = setUpLinux(PlanSku.P0V3);
  const cors = Cors.allowAnyOrigin();
  const service = new SignalRService(stack, 'SignalR', { name: 'sigr', resourceGroup, cors, serviceMode });
  return { stack, service, app: define(runtime && { runtime }) };
}

describe('a hub server', () => {
  test.each([
    ['Node.js', Runtime.node('24')],
    ['Python', Runtime.python('3.13')],
    ['Java', Runtime.java('21')],
    ['PHP', Runtime.php('8.4')],
  ])('that runs %s is reported, because the server SDK is for .NET', (language, runtime) => {
    const { stack, service, app } = setUp(runtime);
    service.connectServer(app, options);
    service.connectServer(app, options);
    expect(warnings(stack)).toEqual([
      `[signalr/no-server-sdk] Prod/App is to be a hub server and runs ${language}, but the server SDK of Azure SignalR Service is for .NET alone; use connectNegotiator(...) or connectRestSender(...) and ServiceMode.SERVERLESS, or host the hubs in a .NET app`,
    ]);
  });

  test('is reported in a slot, by the runtime of the slot', () => {
    const { stack, service, app } = setUp();
    service.connectServer(app, options);
    service.connectServer(app.addSlot('Green', { name: 'green', runtime: Runtime.node('24') }), options);
    expect(warnings(stack)).toEqual([
      expect.stringContaining('[signalr/no-server-sdk] Prod/App/Green is to be a hub server and runs Node.js'),
    ]);
  });

  test.each([
    ['.NET by default', undefined],
    ['.NET', Runtime.dotnet('10.0')],
    ['whatever is in a container', Runtime.container(ContainerImage.of('contoso.azurecr.io', 'chat', '1.4.2'))],
  ])('is not reported where it runs %s', (_, runtime) => {
    const { stack, service, app } = setUp(runtime);
    service.connectServer(app, options);
    expect(warnings(stack)).toEqual([]);
  });
});

test('a negotiator or a REST sender runs what it likes', () => {
  const { stack, service, app } = setUp(Runtime.node('24'), ServiceMode.SERVERLESS);
  service.connectNegotiator(app, options);
  service.connectRestSender(app, options);
  expect(warnings(stack)).toEqual([]);
});
