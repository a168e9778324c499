import { LinuxWebApp, PlanSku } from '../../src/appservice';
import { DnsIntegration } from '../../src/privatelink';
import { ConnectionSettings, Cors, SignalRService } from '../../src/signalr';
import { graphOf, reachable } from '../support/graph';
import { schemaViolations } from '../support/provider-schema';
import { messageOf, readable, resources, synth } from '../support/synth';
import { newIdentity, setUpLinux } from '../support/web-app';

const APP = 'azurerm_linux_web_app';
const SLOT = 'azurerm_linux_web_app_slot';

/** Two services with private endpoints, and an app with a slot that has an identity of its own. */
function setUp() {
  const { stack, resourceGroup, endpointSubnet: subnet, zone, props, define } = setUpLinux(PlanSku.P0V3);
  const dns = DnsIntegration.zone(zone);
  const [east, west] = ['east', 'west'].map((name) => {
    const cors = Cors.allowOrigins('https://www.example.com');
    const service = new SignalRService(stack, name, { name: `sigr-${name}`, resourceGroup, cors });
    service.addPrivateEndpoint('PrivateEndpoint', { name: `pep-${name}`, resourceGroup, subnet, dns });
    return service;
  });
  const blue = define();
  const green = blue.addSlot('Green', { name: 'green', identity: newIdentity(stack, 'GreenIdentity') });
  return { stack, east, west, blue, green, props };
}

/** Which hosts know which service by which setting, as `HOST SETTING SERVICE`. */
function connections(stack: ReturnType<typeof setUp>['stack']): string[] {
  return [APP, SLOT].flatMap((type) =>
    resources(stack, type).flatMap(({ name, app_settings = {} }) =>
      Object.entries<string>(app_settings)
        .filter(([setting]) => setting !== 'Azure__SignalR__ApplicationName')
        .map(([setting, value]) => `${name} ${setting} ${/azurerm_signalr_service\.(\w+)\./.exec(value)![1]}`),
    ),
  );
}

describe('apps and slots as hub servers', () => {
  test('share one service or have several, each with its own role', () => {
    const { stack, east, west, blue, green, props } = setUp();
    const second = new LinuxWebApp(stack, 'Second', { ...props, name: 'app-second' });
    east.connectServer(blue);
    east.connectServer(second);
    east.connectServer(green, { settings: ConnectionSettings.aspNetCoreEndpoint('east') });
    west.connectServer(green, { settings: ConnectionSettings.aspNetCoreEndpoint('west') });
    expect(connections(stack)).toEqual([
      'app-test Azure__SignalR__ConnectionString east',
      'app-second Azure__SignalR__ConnectionString east',
      'green Azure__SignalR__ConnectionString__east__primary east',
      'green Azure__SignalR__ConnectionString__west__primary west',
    ]);
    expect(resources(stack, 'azurerm_role_assignment').map(({ scope }) => scope)).toEqual([
      '${azurerm_signalr_service.east.id}',
      '${azurerm_signalr_service.east.id}',
      '${azurerm_signalr_service.west.id}',
    ]);
    expect(schemaViolations(synth(stack))).toEqual([]);
  });

  test('wait for what they need, and never in a circle', () => {
    const { stack, east, west, blue, green } = setUp();
    [blue, green].forEach((host) => {
      east.connectServer(host, { settings: ConnectionSettings.aspNetCoreEndpoint('east') });
      west.connectServer(host, { settings: ConnectionSettings.aspNetCoreEndpoint('west') });
    });
    east.addAllowedOrigins(blue.origin, green.origin);
    const graph = graphOf(readable(stack));
    const awaited = [...graph.get(`${SLOT}.App_Green`)!].filter((name) => name.startsWith('azurerm_role_assignment'));
    expect(awaited.map((name) => name.replace(/-\w+$/, ''))).toEqual([
      'azurerm_role_assignment.east_AppServer-GreenIdentity',
      'azurerm_role_assignment.west_AppServer-GreenIdentity',
    ]);
    [...graph.keys()].forEach((name) => expect(reachable(graph, name)).not.toContain(name));
  });

  test('refuse a second service in one setting, app and slot each for itself', () => {
    const { east, west, blue, green } = setUp();
    east.connectServer(blue);
    west.connectServer(green);
    expect(messageOf(() => east.connectServer(green))).toBe(
      'Prod/east: [signalr/second-service] Prod/App/Green finds Prod/west in the app setting Azure__SignalR__ConnectionString already, which this service would replace; use ConnectionSettings.aspNetCoreEndpoint(name)',
    );
  });
});
