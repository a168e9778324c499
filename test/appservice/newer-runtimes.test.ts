import { WindowsWebApp as WindowsWebAppResource } from '@cdktf/provider-azurerm/lib/windows-web-app';
import { TerraformStack } from 'cdktf';
import { AppHost, FunctionHost, SecureServerlessSignalR, SecureSignalRApp } from '../../src';
import { Runtime } from '../../src/appservice';
import {
  AppKind,
  FLEX_FUNCTION_APP,
  LINUX_FUNCTION_APP,
  LINUX_WEB_APP,
  WINDOWS_FUNCTION_APP,
  WINDOWS_WEB_APP,
} from '../../src/appservice/internal/app-kind';
import { allowsRelease } from '../../src/core/internal/version-range';
import { messageOf, newStack, problemsOf, synth } from '../support/synth';

const VERSION = 'terraform.required_providers.azurerm.version';
const FIX = (since: string) =>
  `the construct context azurermVersion: "~> ${since}", or an older version of the language`;

type Context = Readonly<Record<string, unknown>>;

const OLDEST: Context = { azurermVersion: '4.55.0' };

function webApp(runtime: Runtime, context?: Context): TerraformStack {
  const stack = newStack('Prod', context);
  new SecureSignalRApp(stack, 'Chat', { location: 'centralus', host: AppHost.linuxWebApp({ runtime }) });
  return stack;
}

function functionApp(host: FunctionHost, context?: Context): TerraformStack {
  const stack = newStack('Prod', context);
  new SecureServerlessSignalR(stack, 'Chat', { location: 'centralus', host });
  return stack;
}

describe('A language version that azurerm 4.55 does not take', () => {
  test.each<[Runtime, readonly AppKind[]]>([
    [Runtime.node('24'), [LINUX_WEB_APP, LINUX_FUNCTION_APP, WINDOWS_FUNCTION_APP, FLEX_FUNCTION_APP]],
    [Runtime.node('24-lts'), [LINUX_WEB_APP]],
    [Runtime.python('3.14'), [LINUX_WEB_APP, LINUX_FUNCTION_APP, FLEX_FUNCTION_APP]],
    [Runtime.java('25'), [LINUX_WEB_APP, WINDOWS_WEB_APP, LINUX_FUNCTION_APP, WINDOWS_FUNCTION_APP, FLEX_FUNCTION_APP]],
    [
      Runtime.dotnet('10.0'),
      [LINUX_WEB_APP, WINDOWS_WEB_APP, LINUX_FUNCTION_APP, WINDOWS_FUNCTION_APP, FLEX_FUNCTION_APP],
    ],
    [Runtime.powershell('7.6'), [WINDOWS_FUNCTION_APP, FLEX_FUNCTION_APP]],
  ])('is taken: %#', (runtime, kinds) => {
    expect(kinds.flatMap((kind) => runtime._problems(newStack(), kind))).toEqual([]);
  });

  test('needs azurerm 5 on a Windows web app', () => {
    const node = Runtime.node('24');
    expect(node._problems(newStack('Prod', { azurermMajor: 5 }), WINDOWS_WEB_APP)).toEqual([]);
    expect(node._problems(newStack(), WINDOWS_WEB_APP).map(({ message }) => message)).toEqual([
      'Node.js "24" given for a Windows web app, which azurerm supports from 5.0 on; set the construct context "azurermMajor" to 5, or use one of 14, 16, 18, 20, 22',
    ]);
  });

  test('fails where the stack requires an older release', () => {
    expect(problemsOf(webApp(Runtime.node('24'), OLDEST))).toEqual([
      `[appservice/runtime-version] Prod/Chat/WebApp/Resource has node_version "24-lts", which azurerm supports from 4.58 on, but its stack requires azurerm 4.55.0; use ${FIX('4.58')}`,
    ]);
    expect(problemsOf(functionApp(FunctionHost.linux({ runtime: Runtime.python('3.14') }), OLDEST))).toEqual([
      `[appservice/runtime-version] Prod/Chat/FunctionApp/Resource has python_version "3.14", which azurerm supports from 4.59 on, but its stack requires azurerm 4.55.0; use ${FIX('4.59')}`,
      `[appservice/runtime-version] Prod/Chat/NegotiationApp/Resource has python_version "3.14", which azurerm supports from 4.59 on, but its stack requires azurerm 4.55.0; use ${FIX('4.59')}`,
    ]);
    expect(problemsOf(functionApp(FunctionHost.windows({ runtime: Runtime.java('25') }), OLDEST))).toEqual([
      `[appservice/runtime-version] Prod/Chat/FunctionApp/Resource has java_version "25", which azurerm supports from 4.62 on, but its stack requires azurerm 4.55.0; use ${FIX('4.62')}`,
      `[appservice/runtime-version] Prod/Chat/NegotiationApp/Resource has java_version "25", which azurerm supports from 4.62 on, but its stack requires azurerm 4.55.0; use ${FIX('4.62')}`,
    ]);
  });

  test.each([['~> 4.58'], ['>= 4.55, < 5.0'], ['4.81.0']])('is taken where the stack requires %s', (version) => {
    const stack = webApp(Runtime.node('24'));
    stack.addOverride(VERSION, version);
    expect(JSON.stringify(synth(stack))).toContain('24-lts');
  });

  test('is taken with azurerm 5, and on a Flex Consumption plan whatever azurerm is', () => {
    const azurerm5 = webApp(Runtime.java('25'), { azurermMajor: 5 });
    expect(JSON.stringify(synth(azurerm5))).toContain('"java_version":"25"');
    const flex = functionApp(FunctionHost.flexConsumption({ runtime: Runtime.node('24') }));
    expect(JSON.stringify(synth(flex))).toContain('"runtime_version"');
  });

  test('is taken by default, since the required range has room for the release', () => {
    expect(JSON.stringify(synth(webApp(Runtime.node('24'))))).toContain('24-lts');
  });

  test('fails in resources that are written by hand too', () => {
    const stack = webApp(Runtime.node('22'), OLDEST);
    new WindowsWebAppResource(stack, 'Old', {
      name: 'old',
      location: 'centralus',
      resourceGroupName: 'rg',
      servicePlanId: 'plan',
      siteConfig: { applicationStack: { currentStack: 'node', nodeVersion: '~24' } },
    });
    expect(problemsOf(stack)).toEqual([
      '[appservice/runtime-version] Prod/Old has node_version "~24", which azurerm supports from 5.0 on, but its stack requires azurerm 4.55.0; use the construct context azurermMajor: 5, or an older version of the language',
    ]);
  });
});

describe('A language version that is newer than this library', () => {
  const context = { appServiceRuntimes: ['Node.js 26', 'java 29'] };

  test('is taken as the construct context lists it', () => {
    expect(JSON.stringify(synth(webApp(Runtime.node('26'), context)))).toContain('26-lts');
    expect(Runtime.java('29')._problems(newStack('Prod', context), LINUX_FUNCTION_APP)).toEqual([]);
  });

  test('is refused otherwise', () => {
    expect(messageOf(() => webApp(Runtime.node('28'), context))).toBe(
      'Prod/Chat/WebApp: [appservice/runtime-version] Node.js "28" given for a Linux web app; use one of 12, 14, 16, 18, 20, 22, 24, or list a newer one in the construct context "appServiceRuntimes" as "Node.js 28"',
    );
  });
});

test.each<[string, string, boolean]>([
  ['4.55.0', '4.55', true],
  ['= 4.55.0', '4.58', false],
  ['~> 4.55', '4.58', true],
  ['~> 4.55.0', '4.58', false],
  ['~> 4.60.0', '4.58', true],
  ['>= 4.55', '4.58', true],
  ['>= 4.55.0, < 4.58.0', '4.58', false],
  ['>= 4.55.0, < 4.58.1', '4.58', true],
  ['<= 4.57.0', '4.58', false],
  ['!= 4.58.0', '4.58', true],
  ['~> 5.2', '4.58', true],
  ['~> 4.62', '5.0', false],
  ['5.0.0-beta1', '5.0', true],
  ['~> 4', '5.0', true],
  ['>= 4.55, latest', '4.58', true],
  ['latest', '5.0', true],
])('The constraint %s leaves room for %s: %s', (constraint, release, expected) => {
  expect(allowsRelease(constraint, release)).toBe(expected);
});
