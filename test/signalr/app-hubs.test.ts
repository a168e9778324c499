import { LinuxWebApp, PlanSku } from '../../src/appservice';
import { ConnectionSettings, ConnectOptions, Cors, ServiceEndpointType, SignalRService } from '../../src/signalr';
import { setUpLinuxFunctions } from '../support/function-app';
import { schemaViolations } from '../support/provider-schema';
import { readable, synth, warnings } from '../support/synth';
import { setUpLinux } from '../support/web-app';

const NAME = 'Azure__SignalR__ApplicationName';
const options = { connectivityCheck: false };

/** A service and what defines apps. */
function setUp() {
  const { stack, resourceGroup, props } = setUpLinux(PlanSku.P0V3);
  const [east, west] = ['east', 'west'].map(
    (id) => new SignalRService(stack, id, { name: `sigr-${id}`, resourceGroup, cors: Cors.allowAnyOrigin() }),
  );
  const define = (id: string, appSettings?: Record<string, string>, name: string = `app-${id.toLowerCase()}`) =>
    new LinuxWebApp(stack, id, { ...props, appSettings, name });
  return { stack, resourceGroup, east, west, define };
}

/** The application name of each app and slot by its Azure name, and what is sticky. */
function hubsOf({ stack }: Pick<ReturnType<typeof setUp>, 'stack'>) {
  expect(schemaViolations(synth(stack))).toEqual([]);
  const { azurerm_linux_web_app: apps, azurerm_linux_web_app_slot: slots = {} } = readable(stack).resource as any;
  const all = [...Object.values<any>(apps), ...Object.values<any>(slots)];
  return Object.fromEntries(all.map(({ name, app_settings }) => [name, app_settings?.[NAME]]));
}

const ofHubs = ({ stack }: Pick<ReturnType<typeof setUp>, 'stack'>) =>
  warnings(stack).filter((each) => each.startsWith('[signalr/own-hubs'));

describe('hubs of several apps on one service', () => {
  test('are apart by default, and synth says so', () => {
    const setting = setUp();
    [setting.define('Chat'), setting.define('Admin')].forEach((app) => setting.east.connectServer(app, options));
    expect(hubsOf(setting)).toEqual({ 'app-chat': undefined, 'app-admin': 'app_Prod_Admin' });
    expect(ofHubs(setting)).toEqual([
      '[signalr/own-hubs] Prod/Admin is a hub server of the same service as Prod/Chat and has hubs of its own, by the application name app_Prod_Admin; set applicationName to choose the name, or sharesHubs to true where both are to serve the same clients',
    ]);
  });

  test('are apart where paths differ in case or in punctuation alone, which names of hubs do not show', () => {
    const setting = setUp();
    ['Chat', 'Team-A', 'Team_A', 'team.a'].forEach((id, index) =>
      setting.east.connectServer(setting.define(id, undefined, `app-${index}`), options),
    );
    const names = Object.values<string | undefined>(hubsOf(setting)).map((name = '') => name.toLowerCase());
    expect(new Set(names).size).toBe(4);
    expect(names).toContain('app_prod_team_a');
    expect(names.filter((name) => /^(app_prod_team_a(_[0-9a-f]{6})?)?$/.test(name))).toHaveLength(4);
  });

  test('keep the names that are given, and are apart by them', () => {
    const setting = setUp();
    const [chat, admin, jobs] = ['Chat', 'Admin', 'Jobs'].map((id) => setting.define(id));
    const spare = setting.define('Spare', { [NAME]: 'spare' });
    setting.east.connectServer(chat, { ...options, applicationName: 'chat' });
    setting.east.connectServer(admin, options);
    setting.east.connectServer(spare, options);
    setting.east.connectServer(jobs, { ...options, applicationName: 'jobs' });
    expect(hubsOf(setting)).toEqual({
      'app-chat': 'chat',
      'app-admin': undefined,
      'app-jobs': 'jobs',
      'app-spare': 'spare',
    });
    expect(ofHubs(setting)).toEqual([]);
  });

  test.each<[string, string | undefined]>([
    ['without a name', undefined],
    ['with a name', 'chat'],
  ])('are shared on purpose with an app %s', (_, applicationName) => {
    const setting = setUp();
    setting.east.connectServer(setting.define('Chat'), { ...options, applicationName });
    setting.east.connectServer(setting.define('Worker'), { ...options, sharesHubs: true });
    expect(hubsOf(setting)).toEqual({ 'app-chat': applicationName, 'app-worker': applicationName });
    expect(ofHubs(setting)).toEqual([]);
  });

  test('are apart on purpose, without a warning', () => {
    const setting = setUp();
    setting.east.connectServer(setting.define('Chat'), options);
    setting.east.connectServer(setting.define('Admin'), { ...options, sharesHubs: false });
    expect(hubsOf(setting)).toEqual({ 'app-chat': undefined, 'app-admin': 'app_Prod_Admin' });
    expect(ofHubs(setting)).toEqual([]);
  });

  test('are shared over a secondary service, which serves clients while the primary one is down', () => {
    const setting = setUp();
    const [chat, west] = ['Chat', 'West'].map((id) => setting.define(id));
    const connect = (service: SignalRService, app: LinuxWebApp, type: ServiceEndpointType) =>
      service.connectServer(app, {
        ...options,
        settings: ConnectionSettings.aspNetCoreEndpoint(service.node.id, type),
      });
    connect(setting.east, chat, ServiceEndpointType.PRIMARY);
    connect(setting.west, west, ServiceEndpointType.PRIMARY);
    connect(setting.east, west, ServiceEndpointType.SECONDARY);
    connect(setting.west, chat, ServiceEndpointType.SECONDARY);
    expect(hubsOf(setting)).toEqual({ 'app-chat': undefined, 'app-west': undefined });
    expect(ofHubs(setting)).toEqual([]);
  });

  test('are apart where the same service is a primary one as well', () => {
    const setting = setUp();
    const [chat, admin] = ['Chat', 'Admin'].map((id) => setting.define(id));
    setting.east.connectServer(chat, options);
    setting.east.connectServer(admin, { ...options, sharesHubs: undefined });
    const settings = ConnectionSettings.aspNetCoreEndpoint('spare', ServiceEndpointType.SECONDARY);
    setting.east.connectServer(admin, { ...options, settings });
    expect(hubsOf(setting)).toEqual({ 'app-chat': undefined, 'app-admin': 'app_Prod_Admin' });
  });

  test('are apart for the slots of both apps, also where an app itself is not connected', () => {
    const setting = setUp();
    const [chat, admin, jobs] = ['Chat', 'Admin', 'Jobs'].map((id) => setting.define(id));
    const slot = (app: LinuxWebApp) => app.addSlot('Next', { name: `next-${app.node.id.toLowerCase()}` });
    [chat, slot(chat), slot(admin), admin, slot(jobs)].forEach((host) => setting.east.connectServer(host, options));
    expect(hubsOf(setting)).toEqual({
      'app-chat': undefined,
      'app-admin': 'app_Prod_Admin',
      'app-jobs': undefined,
      'next-chat': 'slot_next_chat',
      'next-admin': 'app_Prod_Admin_slot_next_admin',
      'next-jobs': 'app_Prod_Jobs_slot_next_jobs',
    });
  });

  test('count no app that negotiates or sends, that was removed, or that calls another service', () => {
    const setting = setUp();
    const [sender, gone, far, admin] = ['Sender', 'Gone', 'Far', 'Admin'].map((id) => setting.define(id));
    const settings = ConnectionSettings.aspNetCore();
    setting.east.connectRestSender(sender, { ...options, settings });
    setting.east.connectServer(gone, options);
    setting.stack.node.tryRemoveChild('Gone');
    setting.west.connectServer(far, options);
    setting.east.connectServer(admin, options);
    expect(hubsOf(setting)).toEqual({ 'app-sender': undefined, 'app-far': undefined, 'app-admin': undefined });
  });

  test('are named in every order in which slot and app are connected', () => {
    const setting = setUp();
    const [chat, admin] = ['Chat', 'Admin'].map((id) => setting.define(id));
    const next = admin.addSlot('Next', { name: 'next' });
    const connect = (host: Parameters<SignalRService['connectServer']>[0], given: ConnectOptions = {}) =>
      setting.east.connectServer(host, { ...options, ...given });
    connect(chat);
    connect(next);
    expect(hubsOf(setting)).toMatchObject({ next: 'app_Prod_Admin_slot_next' });
    connect(admin, { applicationName: 'admin' });
    connect(next);
    expect(hubsOf(setting)).toEqual({ 'app-chat': undefined, 'app-admin': 'admin', next: 'admin_slot_next' });
  });

  test('are those of functions alone where the bindings read no name', () => {
    const { stack, resourceGroup, define } = setUpLinuxFunctions();
    const service = new SignalRService(stack, 'SignalR', { name: 'sigr', resourceGroup, cors: Cors.allowAnyOrigin() });
    service.connectNegotiator(define(), options);
    expect(ofHubs({ stack })).toEqual([]);
  });
});
