import {
  AppLogLevel,
  AppLogs,
  LinuxWebApp,
  LinuxWebAppSlot,
  OsType,
  PlanSku,
  Runtime,
  ServicePlan,
  WindowsWebAppSlot,
} from '../../src/appservice';
import { PLAN_ID } from '../support/ids';
import { messageOf, only, problemsOf } from '../support/synth';
import { setUpLinux, setUpWindows } from '../support/web-app';

const setUp = () => setUpLinux(PlanSku.P0V3);

describe('slots', () => {
  test('refuse everything that is wrong at once', () => {
    const { stack, define } = setUp();
    const app = define();
    const message = messageOf(() =>
      app.addSlot('Green', {
        name: 'Production',
        servicePlan: ServicePlan.fromServicePlanAttributes(stack, 'Basic', {
          servicePlanId: PLAN_ID,
          location: 'eastus',
          osType: OsType.WINDOWS,
          sku: PlanSku.B1,
        }),
        runtime: Runtime.python('2.7'),
        appSettings: { KEY: 'AccessKey=abc' },
        logs: AppLogs.fileSystem(AppLogLevel.WARNING, -1),
        tags: { '': 'x' },
      }),
    );
    expect(message).toBe(
      [
        'Prod/App/Green: [appservice/slot-name] "Production" is not a slot name; use 2 to 19 letters, digits or inner dashes, other than production, which is the app itself',
        "Prod/App/Green: [appservice/slot-on-basic] apps on B1 plans cannot have slots; use PlanSku.of('S1'), PlanSku.P0V3 or larger",
        'Prod/App/Green: [appservice/location] the app is in centralus, but plan Prod/Basic of its slot is in eastus; use one region',
        'Prod/App/Green: [appservice/os-mismatch] a Linux app cannot run on the Windows plan Prod/Basic; use a Linux plan',
        'Prod/App/Green: [appservice/location] plan and app are in eastus, but subnet Prod/Network/Apps is in centralus; use one region',
        'Prod/App/Green: [network/integration-subnet-size] subnet Prod/Network/Apps is a /27; apps of 2 plans need /26 or wider',
        'Prod/App/Green: [appservice/runtime-version] Python "2.7" given for a Linux web app; use one of 3.7, 3.8, 3.9, 3.10, 3.11, 3.12, 3.13, 3.14, or list a newer one in the construct context "appServiceRuntimes" as "Python 2.7"',
        "Prod/App/Green: [appservice/secret-setting] the value of app setting KEY looks like a connection string with a key; sign in with the app's identity, refer to a Key Vault secret with secretSettings, or say in notSecret why it is no secret",
        'Prod/App/Green: [core/tags] a tag name is empty; give the tag a name or remove it',
        'Prod/App/Green: [appservice/logs] -1 days of logs given; use a whole number of days, or 0 to keep logs permanently',
      ].join('\n'),
    );
  });

  test.each(['a', '-green', 'green-', 'gr_een', 'x'.repeat(20), ''])('refuse the name "%s"', (name) => {
    expect(messageOf(() => setUp().define().addSlot('Slot', { name }))).toBe(
      `Prod/App/Slot: [appservice/slot-name] "${name}" is not a slot name; use 2 to 19 letters, digits or inner dashes, other than production, which is the app itself`,
    );
  });

  test.each(['ab', 'Green-2', 'x'.repeat(19), 'production2'])('take the name "%s"', (name) => {
    expect(() => setUp().define().addSlot('Slot', { name })).not.toThrow();
  });

  test.each([
    [41, 'ab'],
    [40, 'x'.repeat(19)],
  ])('refuse a host name that Azure would cut: an app name of %i characters and the slot %s', (length, slot) => {
    const name = 'a'.repeat(length);
    expect(messageOf(() => setUp().define({ name }).addSlot('Slot', { name: slot }))).toBe(
      `Prod/App/Slot: [appservice/slot-hostname] "${name}-${slot}" is too long for a host name, and Azure would cut the name; use an app name of at most 40 characters, and at most 58 for app and slot together`,
    );
  });

  test('take the longest host name that Azure does not cut', () => {
    const app = setUp().define({ name: 'a'.repeat(40) });
    expect(() => app.addSlot('Slot', { name: 'x'.repeat(18) })).not.toThrow();
  });

  test('refuse a second slot of the name, in any letter case', () => {
    const { stack, define } = setUp();
    const app = define();
    app.addSlot('Green', { name: 'green' });
    app.addSlot('Twin', { name: 'GREEN' });
    expect(problemsOf(stack)).toEqual([
      '[appservice/name-conflict] Prod/App/Green/Resource and Prod/App/Twin/Resource are apps or slots with the host name "app-test-GREEN", which is unique in all of Azure; give one of them another name',
    ]);
  });

  test('refuse a host name that is the one of an app, to which Azure would add random characters', () => {
    const { stack, props, define } = setUp();
    new LinuxWebApp(stack, 'Other', { ...props, name: 'app-test-green' });
    define().addSlot('Green', { name: 'green' });
    expect(problemsOf(stack)).toEqual([
      '[appservice/name-conflict] Prod/Other/Resource and Prod/App/Green/Resource are apps or slots with the host name "app-test-green", which is unique in all of Azure; give one of them another name',
    ]);
  });

  test('refuse an app on a Basic plan, once', () => {
    const app = setUpLinux(PlanSku.B1).define();
    expect(messageOf(() => app.addSlot('Green', { name: 'green' }))).toBe(
      "Prod/App/Green: [appservice/slot-on-basic] apps on B1 plans cannot have slots; use PlanSku.of('S1'), PlanSku.P0V3 or larger",
    );
  });

  test('do not judge a plan of which nothing is known', () => {
    const { stack, define } = setUp();
    const attributes = { servicePlanId: PLAN_ID, location: 'centralus' };
    const app = define({ servicePlan: ServicePlan.fromServicePlanAttributes(stack, 'Existing', attributes) });
    expect(() => app.addSlot('Green', { name: 'green' })).not.toThrow();
  });

  test('refuse an app of another kind', () => {
    const { stack, define } = setUpWindows();
    const app = define();
    expect(messageOf(() => new LinuxWebAppSlot(stack, 'Slot', { app, name: 'green' })).split('\n')[0]).toBe(
      'Prod/Slot: [appservice/slot-of-other-kind] a slot of a Linux web app given to Prod/App, which is an azurerm_windows_web_app; use addSlot(...) of the app',
    );
    expect(() => new WindowsWebAppSlot(stack, 'Right', { app, name: 'blue' })).not.toThrow();
  });
});

describe('AppBase.addStickySetting', () => {
  test('joins the sticky settings of the properties, each name once, and leaves the given list alone', () => {
    const { stack, define } = setUp();
    const stickySettings = ['A'];
    const app = define({ stickySettings });
    app.addStickySetting('B');
    app.addStickySetting('A');
    expect(only(stack, 'azurerm_linux_web_app').sticky_settings).toEqual({ app_setting_names: ['A', 'B'] });
    expect(stickySettings).toEqual(['A']);
  });

  test('fails without a name', () => {
    expect(messageOf(() => setUp().define().addStickySetting(''))).toBe(
      'Prod/App: [appservice/sticky-setting] sticky setting "" has no name; name it or remove it',
    );
  });
});
