import { TerraformStack } from 'cdktf';
import { ExistingApp, LinuxWebAppSlot, PlanSku } from '../../src/appservice';
import { IResourceGroup } from '../../src/core';
import { ManagedIdentity } from '../../src/identity';
import { ConnectionSettings, Cors, ServiceMode, SignalRService } from '../../src/signalr';
import { setUpLinuxFunctions } from '../support/function-app';
import { schemaViolations } from '../support/provider-schema';
import { Place, placeOf, swapped } from '../support/swap';
import { only, readable, synth, warnings } from '../support/synth';
import { setUpLinux } from '../support/web-app';

const NAME = 'Azure__SignalR__ConnectionString';
const options = { connectivityCheck: false };

/** An identity with a client id of its own. */
const newOwn = (stack: TerraformStack, resourceGroup: IResourceGroup) =>
  new ManagedIdentity(stack, 'Own', { name: 'id-own', resourceGroup });

/** Two services, an app and what adds a slot. */
function setUp() {
  const setting = setUpLinux(PlanSku.P0V3);
  const { stack, resourceGroup } = setting;
  const [east, west] = ['east', 'west'].map(
    (id) => new SignalRService(stack, id, { name: `sigr-${id}`, resourceGroup, cors: Cors.allowAnyOrigin() }),
  );
  return { stack, east, west, app: setting.define(), own: newOwn(stack, resourceGroup) };
}

/** App settings of app and slot before and after a swap. */
function settingsAround(stack: ReturnType<typeof setUp>['stack']) {
  expect(schemaViolations(synth(stack))).toEqual([]);
  const { azurerm_linux_web_app: apps, azurerm_linux_web_app_slot: slots } = readable(stack).resource as any;
  const [[app], [slot]] = [Object.values<any>(apps), Object.values<any>(slots)];
  const settingsOf = ([ofApp, ofSlot]: Place[]) => ({ app: ofApp.settings, slot: ofSlot.settings });
  return {
    sticky: app.sticky_settings,
    before: settingsOf([app, slot].map(placeOf)),
    after: settingsOf(swapped(app, slot)),
  };
}

describe('a swap', () => {
  test('leaves the service of a slot with the slot, in whatever order the two are connected', () => {
    const first = setUp();
    const slot = first.app.addSlot('Green', { name: 'green' });
    first.west.connectServer(slot, options);
    first.east.connectServer(first.app, options);
    const { sticky, before, after } = settingsAround(first.stack);
    expect(sticky).toEqual({ app_setting_names: [NAME] });
    expect(after).toEqual(before);
    expect(after.app[NAME]).toContain('azurerm_signalr_service.east.');
    expect(after.slot[NAME]).toContain('azurerm_signalr_service.west.');
  });

  test('leaves the identity of a slot with the slot', () => {
    const { stack, east, app, own } = setUp();
    east.connectServer(app, options);
    const slot = app.addSlot('Green', { name: 'green', identity: own });
    east.connectServer(slot, options);
    const { before, after } = settingsAround(stack);
    expect(after.app[NAME]).toBe(before.app[NAME]);
    expect(after.slot[NAME]).toBe(before.slot[NAME]);
  });

  test('takes no service from an app whose slot has none', () => {
    const { stack, east, app } = setUp();
    app.addSlot('Green', { name: 'green', appSettings: { MODE: 'green' } });
    east.connectServer(app, options);
    const { sticky, after } = settingsAround(stack);
    expect(sticky).toEqual({ app_setting_names: [NAME] });
    expect(Object.keys(after.app)).toEqual([NAME, 'MODE']);
    expect(after.slot).toEqual({});
  });

  test('leaves each of several services where it is', () => {
    const { stack, east, west, app, own } = setUp();
    const slot = app.addSlot('Green', { name: 'green', identity: own });
    [app, slot].forEach((host) => {
      east.connectServer(host, { ...options, settings: ConnectionSettings.aspNetCoreEndpoint('east') });
      west.connectServer(host, { ...options, settings: ConnectionSettings.aspNetCoreEndpoint('west') });
    });
    const { sticky, before, after } = settingsAround(stack);
    expect(sticky.app_setting_names).toEqual(
      expect.arrayContaining([`${NAME}__east__primary`, `${NAME}__west__primary`]),
    );
    expect(after).toEqual(before);
  });

  test('keeps what else is sticky, and connection strings of others', () => {
    const { stack, east, app } = setUp();
    app.resource.putStickySettings({ appSettingNames: ['MODE'], connectionStringNames: ['Database'] });
    app.addStickySetting('MODE');
    app.addSlot('Green', { name: 'green' });
    east.connectServer(app, options);
    expect(settingsAround(stack).sticky).toEqual({
      app_setting_names: ['MODE', NAME],
      connection_string_names: ['Database'],
    });
  });

  test('forgets slots that are removed', () => {
    const { stack, east, west, app } = setUp();
    const slot = new LinuxWebAppSlot(stack, 'Green', { app, name: 'green' });
    west.connectServer(slot, options);
    stack.node.tryRemoveChild('Green');
    east.connectServer(app, options);
    expect(only(stack, 'azurerm_linux_web_app').sticky_settings).toBeUndefined();
  });

  test('leaves what negotiating functions read where it is', () => {
    const { stack, resourceGroup, define } = setUpLinuxFunctions();
    const service = new SignalRService(stack, 'SignalR', {
      name: 'sigr',
      resourceGroup,
      cors: Cors.allowAnyOrigin(),
      serviceMode: ServiceMode.SERVERLESS,
    });
    const app = define();
    const slot = app.addSlot('Green', { name: 'green', identity: newOwn(stack, resourceGroup) });
    [app, slot].forEach((host) => service.connectNegotiator(host, options));
    expect(only(stack, 'azurerm_linux_function_app').sticky_settings.app_setting_names).toEqual([
      'AzureWebJobsStorage__accountName',
      'AzureWebJobsStorage__credential',
      'AzureWebJobsStorage__clientId',
      'AzureSignalRConnectionString__clientId',
    ]);
  });
});

describe('an existing app and its slot', () => {
  test('are what their owner must make settings sticky for', () => {
    const { stack, east, west } = setUp();
    const appId = '/subscriptions/0/resourceGroups/rg/providers/Microsoft.Web/sites/app';
    const existing = (id: string, host: string) =>
      ExistingApp.fromAppAttributes(stack, id, {
        appId,
        defaultHostname: `${host}.azurewebsites.net`,
        identity: ManagedIdentity.fromLookup(stack, `${id}Identity`, { name: id, resourceGroupName: 'rg' }),
      });
    const [production, staging] = [existing('Production', 'app'), existing('Staging', 'app-staging')];
    east.connectServer(production, options);
    west.connectServer(staging, options);
    synth(stack);
    expect(warnings(stack).filter((each) => each.includes('appservice/slot-settings'))).toEqual([
      expect.stringContaining(
        `[appservice/slot-settings] Prod/Production and Prod/Staging are one app with its slot, and a swap would give each the service or identity of the other; let the owner of the app make these app settings sticky: ${NAME}`,
      ),
    ]);
  });
});
