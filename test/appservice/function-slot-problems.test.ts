import { Fn } from 'cdktf';
import {
  FunctionAppSlotOptions,
  FunctionScaling,
  LinuxFunctionApp,
  LinuxFunctionAppSlot,
  OsType,
  PlanSku,
  Runtime,
  ServicePlan,
  WindowsFunctionAppSlot,
} from '../../src/appservice';
import { StorageAccount } from '../../src/storage';
import { setUpFlex, setUpLinuxFunctions as setUp, setUpWindowsFunctions } from '../support/function-app';
import { PLAN_ID } from '../support/ids';
import { messageOf, problemsOf } from '../support/synth';

const HINT =
  'use another storage account, names that differ in their first 32 characters, or ids in the app settings AzureFunctionsWebHost__hostId';

describe('slots of function apps', () => {
  function existingPlan(sku: PlanSku, osType: OsType = OsType.LINUX) {
    const { stack, define } = setUp();
    const attributes = { servicePlanId: PLAN_ID, location: 'centralus', osType, sku };
    return { define, servicePlan: ServicePlan.fromServicePlanAttributes(stack, 'Other', attributes) };
  }

  test('refuse everything that is wrong at once', () => {
    const { define, servicePlan } = existingPlan(PlanSku.of('WS1'), OsType.WINDOWS);
    const message = messageOf(() =>
      define().addSlot('Green', {
        name: 'Production',
        servicePlan,
        runtime: Runtime.php('8.4'),
        packageUrl: 'http://example.com/app.zip',
        scaling: FunctionScaling.elastic(0),
        appSettings: { WEBSITE_CONTENTSHARE: 'share' },
        tags: { '': 'x' },
      }),
    );
    expect(message).toBe(
      [
        'Prod/App/Green: [appservice/slot-name] "Production" is not a slot name; use 2 to 19 letters, digits or inner dashes, other than production, which is the app itself',
        'Prod/App/Green: [appservice/os-mismatch] a Linux app cannot run on the Windows plan Prod/Other; use a Linux plan',
        'Prod/App/Green: [network/integration-subnet-size] subnet Prod/Network/Functions is a /27; apps of 2 plans need /26 or wider',
        'Prod/App/Green: [appservice/runtime-version] a Linux function app does not run PHP; use one of .NET, Node.js, Python, Java, PowerShell, containers',
        'Prod/App/Green: [appservice/content-share] the app setting WEBSITE_CONTENTSHARE is for a content share, which needs account keys; leave it out',
        'Prod/App/Green: [core/tags] a tag name is empty; give the tag a name or remove it',
        'Prod/App/Green: [appservice/plan-for-workflows] WS1 plans are for workflows only; use PlanSku.P0V3 or another size for function apps',
        'Prod/App/Green: [appservice/package-url] packageUrl is not an https address without a query; use one such as https://NAME.blob.core.windows.net/packages/app.zip',
        'Prod/App/Green: [appservice/function-scaling] 0 instances at most given; use a whole number from 1 to 100',
      ].join('\n'),
    );
  });

  test.each(['S1', 'P0v3'])('are taken on a plan of size %s', (size) => {
    expect(() => setUp(PlanSku.of(size)).define().addSlot('Green', { name: 'green' })).not.toThrow();
  });

  test('are refused on a Basic plan', () => {
    expect(messageOf(() => setUp(PlanSku.B1).define().addSlot('Green', { name: 'green' }))).toBe(
      "Prod/App/Green: [appservice/slot-on-basic] apps on B1 plans cannot have slots; use PlanSku.of('S1'), PlanSku.P0V3 or larger",
    );
  });

  test('are refused on a Flex Consumption plan', () => {
    const { define, servicePlan } = existingPlan(PlanSku.FC1);
    expect(messageOf(() => define().addSlot('Green', { name: 'green', servicePlan }))).toBe(
      [
        'Prod/App/Green: [appservice/slot-on-basic] apps on FC1 plans cannot have slots; use PlanSku.EP1 or PlanSku.P0V3',
        'Prod/App/Green: [network/integration-subnet-size] subnet Prod/Network/Functions is a /27; apps of 2 plans need /26 or wider',
      ].join('\n'),
    );
  });

  test('refuse a Flex Consumption function app', () => {
    const { stack, define } = setUpFlex();
    const app = define();
    expect(messageOf(() => new LinuxFunctionAppSlot(stack, 'Slot', { app, name: 'green' }))).toBe(
      [
        'Prod/Slot: [appservice/slot-of-other-kind] a slot of a Linux function app given to Prod/App, which is an azurerm_function_app_flex_consumption; use a Linux function app',
        'Prod/Slot: [appservice/slot-on-basic] apps on FC1 plans cannot have slots; use PlanSku.EP1 or PlanSku.P0V3',
        'Prod/Slot: [network/integration-subnet-delegation] subnet Prod/Network/Functions is delegated to Microsoft.App/environments; delegate it to Microsoft.Web/serverFarms',
      ].join('\n'),
    );
  });

  test('refuse a function app of another system', () => {
    const { stack, define } = setUpWindowsFunctions();
    const app = define();
    expect(messageOf(() => new LinuxFunctionAppSlot(stack, 'Slot', { app, name: 'green' })).split('\n')[0]).toBe(
      'Prod/Slot: [appservice/slot-of-other-kind] a slot of a Linux function app given to Prod/App, which is an azurerm_windows_function_app; use addSlot(...) of the app',
    );
    expect(() => new WindowsFunctionAppSlot(stack, 'Right', { app, name: 'blue' })).not.toThrow();
  });

  test('refuse a second slot of the name', () => {
    const { stack, define } = setUp();
    const app = define();
    app.addSlot('Green', { name: 'green' });
    app.addSlot('Twin', { name: 'GREEN' });
    expect(problemsOf(stack)).toEqual([
      '[appservice/name-conflict] Prod/App/Green/Resource and Prod/App/Twin/Resource are apps or slots with the host name "func-test-GREEN", which is unique in all of Azure; give one of them another name',
    ]);
  });
});

describe('ids of hosts in one storage account', () => {
  const long = 'a'.repeat(31);

  function addGreen(name: string, options: Partial<FunctionAppSlotOptions> = {}) {
    setUp()
      .define({ name })
      .addSlot('Green', { name: 'green', ...options });
  }

  test.each([31, 32, 40])('are refused where an app with a name of %i characters has a slot', (length) => {
    expect(messageOf(() => addGreen('A'.repeat(length)))).toBe(
      `Prod/App/Green: [appservice/host-id] "${'a'.repeat(Math.min(length, 32))}" is already the id of the host of Prod/App in the same storage; ${HINT}`,
    );
  });

  test('are taken where the name of the app leaves room for a letter of the slot', () => {
    expect(() => addGreen('a'.repeat(30))).not.toThrow();
  });

  test('are taken where the slot has an id or a storage account of its own', () => {
    const { stack, resourceGroup, define } = setUp();
    const app = define({ name: long });
    const storage = new StorageAccount(stack, 'Own', { name: 'stown', resourceGroup });
    expect(() => app.addSlot('Blue', { name: 'blue', storage })).not.toThrow();
    const settings = { azurefunctionswebhost__hostid: 'of-green' };
    expect(() => app.addSlot('Green', { name: 'green', appSettings: settings })).not.toThrow();
  });

  test('are refused where two are given the same one', () => {
    const { define } = setUp();
    const appSettings = { AzureFunctionsWebHost__hostId: 'chat' };
    expect(messageOf(() => define({ appSettings }).addSlot('Green', { name: 'green', appSettings }))).toBe(
      `Prod/App/Green: [appservice/host-id] "chat" is already the id of the host of Prod/App in the same storage; ${HINT}`,
    );
  });

  test('may be spelled with a colon on Windows', () => {
    const appSettings = { 'AzureFunctionsWebHost:HostId': 'chat' };
    const { define } = setUpWindowsFunctions();
    expect(messageOf(() => define({ appSettings }).addSlot('Green', { name: 'green', appSettings }))).toContain(
      '[appservice/host-id] "chat" is already the id of the host of Prod/App',
    );
  });

  test('are refused where two apps have names that differ late', () => {
    const { stack, props, define } = setUp();
    define({ name: `${long}-one` });
    expect(messageOf(() => new LinuxFunctionApp(stack, 'Two', { ...props, name: `${long}-two` }))).toBe(
      `Prod/Two: [appservice/host-id] "${long}" is already the id of the host of Prod/App in the same storage; ${HINT}`,
    );
  });

  test('are not judged where they are only known when Terraform runs', () => {
    const appSettings = { AzureFunctionsWebHost__hostId: Fn.lower('CHAT') };
    expect(() => setUp().define({ appSettings }).addSlot('Green', { name: 'green', appSettings })).not.toThrow();
    expect(() => addGreen(Fn.lower('CHAT'))).not.toThrow();
  });
});
