import { TerraformVariable } from 'cdktf';
import { LinuxWebApp, PlanSku } from '../../src/appservice';
import { ConnectionSettings, Cors, ServiceMode, SignalRService } from '../../src/signalr';
import { setUpLinuxFunctions } from '../support/function-app';
import { schemaViolations } from '../support/provider-schema';
import { messageOf, only, readable, resources, synth, warnings } from '../support/synth';
import { setUpLinux, setUpWindows } from '../support/web-app';

const NAME = 'Azure__SignalR__ApplicationName';
const CONNECTION = 'Azure__SignalR__ConnectionString';
const CONNECTED = 'Endpoint=https://${azurerm_signalr_service.east.hostname};';
const options = { connectivityCheck: false };

type Setting = Pick<ReturnType<typeof setUpLinux>, 'stack' | 'resourceGroup'>;

function serviceIn({ stack, resourceGroup }: Setting, id = 'east') {
  return new SignalRService(stack, id, { name: `sigr-${id}`, resourceGroup, cors: Cors.allowAnyOrigin() });
}

/** Two services and an app. */
function setUp() {
  const setting = setUpLinux(PlanSku.P0V3);
  return { ...setting, east: serviceIn(setting), west: serviceIn(setting, 'west'), app: setting.define() };
}

/** The application name of each app and slot, and what is sticky. */
function hubsOf({ stack }: Setting) {
  const { resource } = readable(stack) as any;
  expect(schemaViolations(synth(stack))).toEqual([]);
  const [app] = Object.values<any>(resource.azurerm_linux_web_app);
  const slots = Object.values<any>(resource.azurerm_linux_web_app_slot ?? {});
  const names = slots.map(({ name, app_settings }) => [name, app_settings?.[NAME]]);
  return {
    app: app.app_settings?.[NAME],
    slots: Object.fromEntries(names),
    sticky: app.sticky_settings?.app_setting_names,
  };
}

describe('hubs of an app and a slot on one service', () => {
  test('have names of their own, which stay where they are', () => {
    const setting = setUp();
    const green = setting.app.addSlot('Green', { name: 'green-2' });
    [setting.app, green].forEach((host) => setting.east.connectServer(host, options));
    expect(only(setting.stack, 'azurerm_linux_web_app')).toMatchObject({
      app_settings: { [CONNECTION]: expect.stringContaining(CONNECTED) },
      sticky_settings: { app_setting_names: [NAME] },
    });
    expect(only(setting.stack, 'azurerm_linux_web_app_slot').app_settings).toEqual({
      [CONNECTION]: expect.stringContaining(CONNECTED),
      [NAME]: 'slot_green_2',
    });
    expect(hubsOf(setting)).toEqual({ app: undefined, slots: { 'green-2': 'slot_green_2' }, sticky: [NAME] });
  });

  test('have them in whatever order the two are connected, with one of several services too', () => {
    const setting = setUp();
    const green = setting.app.addSlot('Green', { name: 'green' });
    const settings = (name: string) => ({ ...options, settings: ConnectionSettings.aspNetCoreEndpoint(name) });
    setting.east.connectServer(green, settings('east'));
    setting.west.connectServer(green, settings('west'));
    setting.east.connectServer(setting.app, settings('east'));
    expect(hubsOf(setting)).toEqual({
      app: undefined,
      slots: { green: 'slot_green' },
      sticky: [`${CONNECTION}__west__primary`, NAME],
    });
  });

  test('have none where the slot has a service of its own', () => {
    const setting = setUp();
    const green = setting.app.addSlot('Green', { name: 'green' });
    setting.east.connectServer(setting.app, options);
    setting.west.connectServer(green, options);
    expect(hubsOf(setting)).toEqual({ app: undefined, slots: { green: undefined }, sticky: [CONNECTION] });
  });

  test('are apart for two slots on a service that the app does not call', () => {
    const setting = setUp();
    const [green, red] = ['green', 'red'].map((name) => setting.app.addSlot(name, { name }));
    [green, red].forEach((host) => setting.east.connectServer(host, options));
    expect(hubsOf(setting).slots).toEqual({ green: 'slot_green', red: 'slot_red' });
  });

  test('begin with the name that the app has, so that slots of two apps are apart', () => {
    const setting = setUp();
    setting.east.connectServer(setting.app, { ...options, applicationName: 'chat' });
    const green = setting.app.addSlot('Green', { name: 'green' });
    setting.east.connectServer(green, options);
    expect(hubsOf(setting)).toEqual({ app: 'chat', slots: { green: 'chat_slot_green' }, sticky: [NAME] });
  });

  test('begin with it also where the app is connected after the slot, or shares its hubs later', () => {
    const setting = setUp();
    const [green, red, blue] = ['green', 'red', 'blue'].map((name) => setting.app.addSlot(name, { name }));
    [green, red].forEach((host) => setting.east.connectServer(host, options));
    setting.east.connectServer(blue, { ...options, applicationName: 'slot_blue' });
    setting.east.connectServer(setting.app, { ...options, applicationName: 'chat' });
    expect(hubsOf(setting).slots).toEqual({ green: 'chat_slot_green', red: 'chat_slot_red', blue: 'slot_blue' });
    setting.east.connectServer(red, { ...options, sharesHubs: true });
    expect(hubsOf(setting).slots).toEqual({ green: 'chat_slot_green', red: 'chat', blue: 'slot_blue' });
  });

  test('have them where app and slot are connected to one existing service that is given twice', () => {
    const setting = setUp();
    const serviceId = '/subscriptions/0/resourceGroups/rg/providers/Microsoft.SignalRService/signalR/sigr';
    const [first, second] = ['First', 'Second'].map((id) =>
      SignalRService.fromSignalRServiceAttributes(setting.stack, id, {
        serviceId,
        hostname: 'sigr.service.signalr.net',
      }),
    );
    first.connectServer(setting.app, options);
    second.connectServer(setting.app.addSlot('Green', { name: 'green' }), options);
    expect(hubsOf(setting)).toEqual({ app: undefined, slots: { green: 'slot_green' }, sticky: [NAME] });
  });

  test('have the name of the slot where only Terraform knows it', () => {
    const setting = setUp();
    const name = new TerraformVariable(setting.stack, 'slot', { type: 'string' }).stringValue;
    const green = setting.app.addSlot('Green', { name });
    [setting.app, green].forEach((host) => setting.east.connectServer(host, options));
    expect(Object.values(hubsOf(setting).slots)).toEqual(['slot_${replace(var.slot, "-", "_")}']);
  });

  test('keep a name that is given, by an option or a setting', () => {
    const setting = setUp();
    const green = setting.app.addSlot('Green', { name: 'green' });
    const red = setting.app.addSlot('Red', { name: 'red', appSettings: { [NAME]: 'scarlet' } });
    setting.east.connectServer(setting.app, options);
    setting.east.connectServer(green, { ...options, applicationName: 'verdant' });
    setting.east.connectServer(red, options);
    expect(hubsOf(setting).slots).toEqual({ green: 'verdant', red: 'scarlet' });
    green.addAppSetting(NAME, 'emerald');
    expect(hubsOf(setting).slots).toEqual({ green: 'emerald', red: 'scarlet' });
  });

  test('are shared on purpose', () => {
    const setting = setUp();
    const green = setting.app.addSlot('Green', { name: 'green' });
    setting.east.connectServer(setting.app, options);
    setting.east.connectServer(green, { ...options, sharesHubs: true });
    expect(hubsOf(setting)).toEqual({ app: undefined, slots: { green: undefined }, sticky: undefined });
  });

  test('are shared on purpose with an app that has a name', () => {
    const setting = setUp();
    const green = setting.app.addSlot('Green', { name: 'green' });
    setting.east.connectServer(setting.app, { ...options, applicationName: 'chat' });
    setting.east.connectServer(green, { ...options, sharesHubs: true });
    expect(hubsOf(setting)).toEqual({ app: 'chat', slots: { green: 'chat' }, sticky: undefined });
  });

  test('keep the spelling of a setting that is given', () => {
    const setting = setUpWindows();
    const east = serviceIn(setting);
    const app = setting.define();
    const green = app.addSlot('Green', { name: 'green', appSettings: { 'Azure:SignalR:ApplicationName': 'green' } });
    [app, green].forEach((host) => east.connectServer(host, options));
    expect(only(setting.stack, 'azurerm_windows_web_app').sticky_settings).toEqual({
      app_setting_names: ['Azure:SignalR:ApplicationName'],
    });
  });

  test('of other apps have the name that the connection gives', () => {
    const setting = setUp();
    const admin = new LinuxWebApp(setting.stack, 'Admin', { ...setting.props, name: 'app-admin' });
    setting.east.connectServer(admin, { ...options, applicationName: 'admin' });
    const [{ app_settings }] = resources(setting.stack, 'azurerm_linux_web_app').filter(
      ({ name }) => name === 'app-admin',
    );
    expect(app_settings[NAME]).toBe('admin');
  });
});

describe('an application name', () => {
  test.each(['', '1st', 'my-chat', 'a b', 'a.b'])('is refused as "%s"', (applicationName) => {
    const { east, app } = setUp();
    expect(messageOf(() => east.connectServer(app, { applicationName }))).toBe(
      `Prod/east: [signalr/application-name] applicationName "${applicationName}" is invalid; use letters, digits and underscores, beginning with a letter`,
    );
  });

  test('is refused for the bindings of Azure Functions, which read none', () => {
    const { east, app } = setUp();
    expect(messageOf(() => east.connectNegotiator(app, { applicationName: 'chat' }))).toBe(
      'Prod/east: [signalr/application-name] the bindings of Azure Functions read no application name; leave applicationName out, or use ConnectionSettings.aspNetCore()',
    );
  });

  test('is refused beside another spelling of its setting', () => {
    const setting = setUpWindows();
    const app = setting.define({ appSettings: { azure__signalr__applicationname: 'chat' } });
    expect(messageOf(() => serviceIn(setting).connectServer(app, { applicationName: 'chat' }))).toContain(
      '[appservice/setting-conflict] app setting Azure__SignalR__ApplicationName is set as azure__signalr__applicationname already',
    );
  });
});

describe('functions in a slot on the service of their app', () => {
  function warned(slotOptions = {}) {
    const { stack, resourceGroup, define } = setUpLinuxFunctions();
    const serviceMode = ServiceMode.SERVERLESS;
    const cors = Cors.allowAnyOrigin();
    const service = new SignalRService(stack, 'SignalR', { name: 'sigr', resourceGroup, cors, serviceMode });
    const app = define();
    const green = app.addSlot('Green', { name: 'green' });
    service.connectNegotiator(green, { ...options, ...slotOptions });
    service.connectNegotiator(app, options);
    expect(only(stack, 'azurerm_linux_function_app_slot').app_settings).not.toHaveProperty(NAME);
    return warnings(stack).filter((each) => each.startsWith('[signalr'));
  }

  test('are reported, because the bindings have no application name', () => {
    expect(warned()).toEqual([
      '[signalr/shared-hubs] the slot Prod/App/Green shares its hubs and clients with the other hosts of its app, because the bindings of Azure Functions read no application name; connect the slot to a service of its own, or set sharesHubs to true',
    ]);
  });

  test('are not where they share hubs on purpose', () => {
    expect(warned({ sharesHubs: true })).toEqual([]);
  });
});
