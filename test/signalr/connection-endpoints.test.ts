import { TerraformStack, TerraformVariable } from 'cdktf';
import { ConnectionSettings, ISignalRService, SignalRService } from '../../src/signalr';
import { setUpLinuxFunctions } from '../support/function-app';
import { SERVICE_ID } from '../support/ids';
import { messageOf, resources } from '../support/synth';
import { setUpLinux } from '../support/web-app';

function serviceIn({ stack }: { readonly stack: TerraformStack }): ISignalRService {
  const known = { serviceId: SERVICE_ID, hostname: 'chat.service.signalr.net' };
  return SignalRService.fromSignalRServiceAttributes(stack, 'chat', known);
}

describe('the addresses of a connection', () => {
  test('stand where the bindings of Azure Functions read them', () => {
    const setting = setUpLinuxFunctions();
    const app = setting.define();
    serviceIn(setting).connectNegotiator(app, {
      connectivityCheck: false,
      clientEndpoint: 'https://chat.example.com',
      serverEndpoint: 'https://hub.example.com:8443/',
      settings: ConnectionSettings.functions('Chat'),
    });
    expect(resources(setting.stack, 'azurerm_linux_function_app')[0].app_settings).toMatchObject({
      Chat__clientEndpoint: 'https://chat.example.com',
      Chat__serverEndpoint: 'https://hub.example.com:8443/',
    });
  });

  test.each([
    ['chat.example.com', 'chat.example.com'],
    ['http://chat.example.com', 'http://chat.example.com'],
    ['https://', 'https://'],
    ['https://chat_example.com', 'https://chat_example.com'],
    ['https://chat.example.com;AccessKey=abc', 'https://chat.example.com;...'],
    ['https://user:word@chat.example.com', 'https://...@chat.example.com'],
    ['https://chat.example.com?code=1', 'https://chat.example.com?...'],
    ['', ''],
  ])('are refused as "%s"', (address, shown) => {
    const setting = setUpLinux();
    const app = setting.define();
    const service = serviceIn(setting);
    expect(messageOf(() => service.connectServer(app, { clientEndpoint: address }))).toBe(
      `Prod/chat: [signalr/connection-endpoint] clientEndpoint "${shown}" is not the address of a host; use https and a host name, such as https://chat.example.com`,
    );
    expect(messageOf(() => service.connectServer(app, { serverEndpoint: address }))).toContain(
      `[signalr/connection-endpoint] serverEndpoint "${shown}" is not the address of a host`,
    );
  });

  test('stay where the same settings are named in another letter case', () => {
    const setting = setUpLinuxFunctions();
    const app = setting.define();
    const service = serviceIn(setting);
    const options = { connectivityCheck: false, serverEndpoint: 'https://hub.example.com' };
    service.connectNegotiator(app, { ...options, settings: ConnectionSettings.functions('Chat') });
    service.connectNegotiator(app, { connectivityCheck: false, settings: ConnectionSettings.functions('CHAT') });
    expect(resources(setting.stack, 'azurerm_linux_function_app')[0].app_settings).toMatchObject({
      CHAT__serverEndpoint: 'https://hub.example.com',
    });
  });

  test('may be known to Terraform alone', () => {
    const setting = setUpLinux();
    const clientEndpoint = new TerraformVariable(setting.stack, 'endpoint', {}).stringValue;
    const options = { clientEndpoint, connectivityCheck: false };
    expect(() => serviceIn(setting).connectServer(setting.define(), options)).not.toThrow();
  });
});
