import { AppHost, FunctionHost, Negotiation, SecureServerlessSignalR, SecureSignalRApp } from '../../src';
import {
  AppCode,
  ContainerImage,
  FlexConsumptionFunctionAppProps,
  FunctionAppProps,
  OsType,
  PlanSku,
  Runtime,
} from '../../src/appservice';
import { setUpFlex, setUpLinuxFunctions, setUpWindowsFunctions } from '../support/function-app';
import { deadPaths } from '../support/ignored-paths';
import { schemaViolations } from '../support/provider-schema';
import { messageOf, newStack, only, resources, synth, warnings } from '../support/synth';
import { setUpLinux, setUpWindows } from '../support/web-app';

const code = AppCode.byPipeline();
const runtime = Runtime.container(ContainerImage.of('crcontoso.azurecr.io', 'chat/hub', '1.4.2'));
const PACKAGE = [
  'app_settings["WEBSITE_RUN_FROM_PACKAGE"]',
  'app_settings["SCM_DO_BUILD_DURING_DEPLOYMENT"]',
  'app_settings["ENABLE_ORYX_BUILD"]',
];
const IMAGE = ['site_config[0].application_stack[0].docker_image_name'];
const FUNCTION_IMAGE = ['image_name', 'image_tag'].map(
  (name) => `site_config[0].application_stack[0].docker[0].${name}`,
);
const KINDS = [
  ['a Linux web app', () => setUpLinux(PlanSku.P0V3), 'azurerm_linux_web_app', {}, PACKAGE],
  ['a container', () => setUpLinux(PlanSku.P0V3), 'azurerm_linux_web_app', { runtime }, IMAGE],
  ['a Windows web app', () => setUpWindows(), 'azurerm_windows_web_app', {}, PACKAGE],
  ['a Windows container', () => setUpWindows(OsType.WINDOWS_CONTAINER), 'azurerm_windows_web_app', { runtime }, IMAGE],
  ['a Linux function app', () => setUpLinuxFunctions(), 'azurerm_linux_function_app', {}, PACKAGE],
  ['a function container', () => setUpLinuxFunctions(), 'azurerm_linux_function_app', { runtime }, FUNCTION_IMAGE],
  ['a Windows function app', () => setUpWindowsFunctions(), 'azurerm_windows_function_app', {}, PACKAGE],
] as const;

function ignoredBy(body: any): string[] {
  return body.lifecycle?.ignore_changes ?? [];
}

describe.each(KINDS)('Code by a pipeline of %s', (_, setUp, type, change, paths) => {
  test('is ignored in app and slot, by paths that azurerm has', () => {
    const { stack, define } = setUp();
    const app = define({ ...change, code });
    app.addSlot('Green', { name: 'green' });
    expect(ignoredBy(only(stack, type))).toEqual(paths);
    const { lifecycle } = only(stack, `${type}_slot`);
    expect(lifecycle.ignore_changes).toEqual(paths);
    if (type === 'azurerm_linux_web_app') expect(lifecycle.replace_triggered_by).toEqual([`${type}.App.id`]);
    expect(deadPaths(type, paths)).toEqual([]);
    expect(deadPaths(`${type}_slot`, paths)).toEqual([]);
    expect(schemaViolations(synth(stack))).toEqual([]);
    expect(warnings(stack).filter((warning) => warning.includes('lost-lifecycle'))).toEqual([]);
  });

  test('is ignored by none unless it is said', () => {
    const { stack, define } = setUp();
    define(change);
    expect(only(stack, type).lifecycle).toBeUndefined();
  });
});

describe('Code by a pipeline', () => {
  test('of Flex Consumption has no setting to ignore', () => {
    const { stack, define } = setUpFlex();
    define({ code } as Partial<FlexConsumptionFunctionAppProps>);
    expect(only(stack, 'azurerm_function_app_flex_consumption').lifecycle).toBeUndefined();
  });

  test('is read with the identity of a function app, also on an elastic plan, where the pipeline sets the address', () => {
    const { stack, define } = setUpLinuxFunctions(PlanSku.EP1);
    define({ code });
    const { app_settings: settings } = only(stack, 'azurerm_linux_function_app');
    expect(settings.WEBSITE_RUN_FROM_PACKAGE_BLOB_MI_RESOURCE_ID).toContain('userAssignedIdentities/identity');
    expect(settings).not.toHaveProperty('WEBSITE_RUN_FROM_PACKAGE');
  });

  test('begins with the setting that Terraform is given', () => {
    const { stack, define } = setUpLinux();
    define({ code, appSettings: { WEBSITE_RUN_FROM_PACKAGE: '1' } });
    const { app_settings: settings, lifecycle } = only(stack, 'azurerm_linux_web_app');
    expect(settings.WEBSITE_RUN_FROM_PACKAGE).toBe('1');
    expect(lifecycle.ignore_changes).toEqual(PACKAGE);
  });

  test('keeps out a package of Terraform', () => {
    const given: Partial<FunctionAppProps> = {
      code,
      packageUrl: 'https://stfunc.blob.core.windows.net/packages/a.zip',
    };
    expect(messageOf(() => setUpLinuxFunctions().define(given))).toBe(
      'Prod/App: [appservice/package-url] packageUrl is given, but AppCode.byPipeline() leaves it to the pipeline; leave one of them out',
    );
  });

  test('is missed where the lifecycle is replaced, apart from what else is', () => {
    const { stack, define } = setUpLinux(PlanSku.P0V3);
    const slot = define({ code }).addSlot('Green', { name: 'green' });
    slot.resource.lifecycle = { preventDestroy: true };
    synth(stack);
    expect(warnings(stack).filter((warning) => warning.includes('lost-lifecycle'))).toEqual([
      expect.stringMatching(
        /lost replaceTriggeredBy of azurerm_linux_web_app\.App_\w+\.id, without which the slot of a replaced app is not created again;/,
      ),
      expect.stringContaining(
        `lost ignoreChanges of ${PACKAGE.join(', ')}, so each apply would take back what the pipeline deployed;`,
      ),
    ]);
  });

  test('is an option of the hosts of both architectures', () => {
    const web = newStack();
    new SecureSignalRApp(web, 'Chat', { location: 'centralus', host: AppHost.linuxWebApp({ runtime, code }) });
    expect(ignoredBy(only(web, 'azurerm_linux_web_app'))).toEqual(IMAGE);
    const functions = newStack();
    new SecureServerlessSignalR(functions, 'Chat', {
      location: 'centralus',
      host: FunctionHost.windows({ code }),
      negotiation: Negotiation.ownApp({ code }),
    });
    const apps = resources(functions, 'azurerm_windows_function_app');
    expect(apps.map((app) => ignoredBy(app))).toEqual([PACKAGE, PACKAGE]);
  });
});
