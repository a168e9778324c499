import { FunctionAppFlexConsumption } from '@cdktf/provider-azurerm/lib/function-app-flex-consumption';
import { LinuxFunctionApp } from '@cdktf/provider-azurerm/lib/linux-function-app';
import { WindowsFunctionApp } from '@cdktf/provider-azurerm/lib/windows-function-app';
import { Fn } from 'cdktf';
import { ContainerImage, JavaServer, OsType, Runtime } from '../../src/appservice';
import {
  AppKind,
  FLEX_FUNCTION_APP,
  LINUX_FUNCTION_APP,
  LINUX_WEB_APP,
  WINDOWS_FUNCTION_APP,
  WINDOWS_WEB_APP,
} from '../../src/appservice/internal/app-kind';
import {
  flexRuntime,
  linuxFunctionStack,
  linuxWebStack,
  windowsFunctionStack,
  windowsWebStack,
} from '../../src/appservice/private/application-stacks';
import { CLIENT_ID } from '../support/ids';
import { schemaViolations } from '../support/provider-schema';
import { messageOf, newStack, only, synth } from '../support/synth';
import { setUpLinux, setUpWindows } from '../support/web-app';

const image = ContainerImage.of('contoso.azurecr.io', 'chat/hub', '1.4.2');
const container = Runtime.container(image);
const problems = (runtime: Runtime, kind: AppKind) => runtime._problems(newStack(), kind).map(({ message }) => message);

describe('Runtime of a Linux web app', () => {
  test.each([
    [Runtime.dotnet('8.0'), { dotnet_version: '8.0' }],
    [Runtime.node('22'), { node_version: '22-lts' }],
    [Runtime.node('22-lts'), { node_version: '22-lts' }],
    [Runtime.python('3.13'), { python_version: '3.13' }],
    [Runtime.php('8.4'), { php_version: '8.4' }],
    [Runtime.java('21'), { java_version: '21', java_server: 'JAVA', java_server_version: '21' }],
    [
      Runtime.java('17', JavaServer.tomcat('10.1')),
      { java_version: '17', java_server: 'TOMCAT', java_server_version: '10.1' },
    ],
    [
      Runtime.java('17', JavaServer.jboss('8')),
      { java_version: '17', java_server: 'JBOSSEAP', java_server_version: '8' },
    ],
    [container, { docker_image_name: 'chat/hub:1.4.2', docker_registry_url: 'https://contoso.azurecr.io' }],
    [Runtime.node(Fn.lower('node')), { node_version: '${lower("node")}' }],
  ])('%#', (runtime, expected) => {
    const { stack, define } = setUpLinux();
    define({ runtime });
    expect(only(stack, 'azurerm_linux_web_app').site_config.application_stack).toEqual(expected);
    expect(schemaViolations(synth(stack))).toEqual([]);
  });

  test('pulls an image with its identity and through its subnet', () => {
    const { stack, define } = setUpLinux();
    define({ runtime: container });
    const app = only(stack, 'azurerm_linux_web_app');
    expect(app.vnet_image_pull_enabled).toBe(true);
    expect(app.site_config).toMatchObject({
      container_registry_use_managed_identity: true,
      container_registry_managed_identity_client_id: CLIENT_ID,
    });
    expect(JSON.stringify(app)).not.toMatch(/docker_registry_(username|password)/);
  });

  test('fails for a version that azurerm does not take', () => {
    expect(messageOf(() => setUpLinux().define({ runtime: Runtime.node('21') }))).toBe(
      'Prod/App: [appservice/runtime-version] Node.js "21" given for a Linux web app; use one of 12, 14, 16, 18, 20, 22, 24, or list a newer one in the construct context "appServiceRuntimes" as "Node.js 21"',
    );
  });
});

describe('Runtime of a Windows web app', () => {
  test.each([
    [Runtime.dotnet('10.0'), { current_stack: 'dotnet', dotnet_version: 'v10.0' }],
    [Runtime.dotnet('4.8'), { current_stack: 'dotnet', dotnet_version: 'v4.0' }],
    [Runtime.dotnet('3.5'), { current_stack: 'dotnet', dotnet_version: 'v2.0' }],
    [Runtime.node('22'), { current_stack: 'node', node_version: '~22' }],
    [Runtime.php('7.4'), { current_stack: 'php', php_version: '7.4' }],
    [Runtime.java('8'), { current_stack: 'java', java_version: '1.8', java_embedded_server_enabled: true }],
    [
      Runtime.java('21', JavaServer.tomcat('10.1')),
      { current_stack: 'java', java_version: '21', tomcat_version: '10.1' },
    ],
    [Runtime.dotnet(Fn.lower('dotnet')), { current_stack: 'dotnet', dotnet_version: '${lower("dotnet")}' }],
  ])('%#', (runtime, expected) => {
    const { stack, define } = setUpWindows();
    define({ runtime });
    expect(only(stack, 'azurerm_windows_web_app').site_config.application_stack).toEqual(expected);
    expect(schemaViolations(synth(stack))).toEqual([]);
  });

  test('pulls an image with its identity and through its subnet, on a plan for containers', () => {
    const { stack, define } = setUpWindows(OsType.WINDOWS_CONTAINER);
    define({ runtime: container });
    const app = only(stack, 'azurerm_windows_web_app');
    expect(app.virtual_network_image_pull_enabled).toBe(true);
    expect(app.site_config).toMatchObject({
      application_stack: { docker_image_name: 'chat/hub:1.4.2', docker_registry_url: 'https://contoso.azurecr.io' },
      container_registry_use_managed_identity: true,
      container_registry_managed_identity_client_id: CLIENT_ID,
    });
    expect(schemaViolations(synth(stack))).toEqual([]);
  });

  test('fails for a container on a plan without containers, and for code on a plan with them', () => {
    expect(messageOf(() => setUpWindows().define({ runtime: container }))).toBe(
      'Prod/App: [appservice/os-mismatch] a WindowsContainer app cannot run on the Windows plan Prod/Plan; use a WindowsContainer plan',
    );
    expect(messageOf(() => setUpWindows(OsType.WINDOWS_CONTAINER).define())).toBe(
      'Prod/App: [appservice/os-mismatch] a Windows app cannot run on the WindowsContainer plan Prod/Plan; use a Windows plan',
    );
  });

  test('fails for a language that Windows does not run', () => {
    expect(messageOf(() => setUpWindows().define({ runtime: Runtime.python('3.13') }))).toBe(
      'Prod/App: [appservice/runtime-version] a Windows web app does not run Python; use one of .NET, Node.js, Java, PHP, containers',
    );
  });
});

const FUNCTION_APP = {
  name: 'func',
  location: 'centralus',
  resourceGroupName: 'rg',
  servicePlanId: 'plan',
  storageAccountName: 'storage',
  storageUsesManagedIdentity: true,
};

describe('Runtime of a Linux function app', () => {
  test.each([
    [Runtime.dotnet('8.0'), { dotnet_version: '8.0', use_dotnet_isolated_runtime: true }],
    [Runtime.node('22'), { node_version: '22' }],
    [Runtime.python('3.12'), { python_version: '3.12' }],
    [Runtime.java('8'), { java_version: '8' }],
    [Runtime.powershell('7.4'), { powershell_core_version: '7.4' }],
    [
      container,
      { docker: [{ registry_url: 'https://contoso.azurecr.io', image_name: 'chat/hub', image_tag: '1.4.2' }] },
    ],
  ])('%#', (runtime, expected) => {
    const stack = newStack();
    const applicationStack = linuxFunctionStack(runtime);
    new LinuxFunctionApp(stack, 'App', { ...FUNCTION_APP, siteConfig: { applicationStack } });
    expect(only(stack, 'azurerm_linux_function_app').site_config.application_stack).toEqual(expected);
    expect(schemaViolations(synth(stack))).toEqual([]);
    expect(problems(runtime, LINUX_FUNCTION_APP)).toEqual([]);
  });
});

describe('Runtime of a Windows function app', () => {
  test.each([
    [Runtime.dotnet('4.8'), { dotnet_version: 'v4.0', use_dotnet_isolated_runtime: true }],
    [Runtime.dotnet('9.0'), { dotnet_version: 'v9.0', use_dotnet_isolated_runtime: true }],
    [Runtime.node('20'), { node_version: '~20' }],
    [Runtime.java('8'), { java_version: '1.8' }],
    [Runtime.powershell('7.2'), { powershell_core_version: '7.2' }],
  ])('%#', (runtime, expected) => {
    const stack = newStack();
    const applicationStack = windowsFunctionStack(runtime);
    new WindowsFunctionApp(stack, 'App', { ...FUNCTION_APP, siteConfig: { applicationStack } });
    expect(only(stack, 'azurerm_windows_function_app').site_config.application_stack).toEqual(expected);
    expect(schemaViolations(synth(stack))).toEqual([]);
    expect(problems(runtime, WINDOWS_FUNCTION_APP)).toEqual([]);
  });

  test('is no container', () => {
    expect(problems(container, WINDOWS_FUNCTION_APP)).toEqual([
      'a Windows function app does not run containers; use one of .NET, Node.js, Java, PowerShell',
    ]);
  });
});

describe('Runtime of a Flex Consumption function app', () => {
  test.each([
    [Runtime.dotnet('10.0'), 'dotnet-isolated', '10.0'],
    [Runtime.node('22'), 'node', '22'],
    [Runtime.python('3.13'), 'python', '3.13'],
    [Runtime.java('21'), 'java', '21'],
    [Runtime.powershell('7.4'), 'powershell', '7.4'],
  ])('%#', (runtime, name, version) => {
    const stack = newStack();
    new FunctionAppFlexConsumption(stack, 'App', {
      name: 'func',
      location: 'centralus',
      resourceGroupName: 'rg',
      servicePlanId: 'plan',
      storageContainerType: 'blobContainer',
      storageContainerEndpoint: 'endpoint',
      storageAuthenticationType: 'UserAssignedIdentity',
      siteConfig: {},
      ...flexRuntime(runtime),
    });
    expect(only(stack, 'azurerm_function_app_flex_consumption')).toMatchObject({
      runtime_name: name,
      runtime_version: version,
    });
    expect(schemaViolations(synth(stack))).toEqual([]);
    expect(problems(runtime, FLEX_FUNCTION_APP)).toEqual([]);
  });
});

describe('Runtime', () => {
  test.each<[string, Runtime, AppKind, string]>([
    [
      'PowerShell',
      Runtime.powershell('7.4'),
      LINUX_WEB_APP,
      'a Linux web app does not run PowerShell; use one of .NET, Node.js, Python, Java, PHP, containers',
    ],
    [
      'PHP',
      Runtime.php('8.4'),
      LINUX_FUNCTION_APP,
      'a Linux function app does not run PHP; use one of .NET, Node.js, Python, Java, PowerShell, containers',
    ],
    [
      'a new PHP',
      Runtime.php('8.4'),
      WINDOWS_WEB_APP,
      'PHP "8.4" given for a Windows web app; use one of 7.1, 7.4, or list a newer one in the construct context "appServiceRuntimes" as "PHP 8.4"',
    ],
    [
      '.NET 3.1',
      Runtime.dotnet('3.1'),
      LINUX_FUNCTION_APP,
      '.NET "3.1" given for a Linux function app; use one of 6.0, 7.0, 8.0, 9.0, 10.0, or list a newer one in the construct context "appServiceRuntimes" as ".NET 3.1"',
    ],
    [
      '.NET Framework',
      Runtime.dotnet('4.8'),
      LINUX_WEB_APP,
      '.NET "4.8" given for a Linux web app; use one of 3.1, 5.0, 6.0, 7.0, 8.0, 9.0, 10.0, or list a newer one in the construct context "appServiceRuntimes" as ".NET 4.8"',
    ],
    [
      'an old Node.js',
      Runtime.node('18'),
      FLEX_FUNCTION_APP,
      'Node.js "18" given for a Flex Consumption function app; use one of 20, 22, 24, or list a newer one in the construct context "appServiceRuntimes" as "Node.js 18"',
    ],
    [
      'an old Python',
      Runtime.python('2.7'),
      LINUX_WEB_APP,
      'Python "2.7" given for a Linux web app; use one of 3.7, 3.8, 3.9, 3.10, 3.11, 3.12, 3.13, 3.14, or list a newer one in the construct context "appServiceRuntimes" as "Python 2.7"',
    ],
    [
      'Java 9',
      Runtime.java('9'),
      WINDOWS_FUNCTION_APP,
      'Java "9" given for a Windows function app; use one of 8, 11, 17, 21, 25, or list a newer one in the construct context "appServiceRuntimes" as "Java 9"',
    ],
    [
      'JBoss',
      Runtime.java('17', JavaServer.jboss('8')),
      WINDOWS_WEB_APP,
      'JBOSSEAP given for a Windows web app; use one of JAVA, TOMCAT',
    ],
    [
      'Tomcat',
      Runtime.java('17', JavaServer.tomcat('10.1')),
      LINUX_FUNCTION_APP,
      'TOMCAT given for a Linux function app; use one of JAVA',
    ],
    [
      'a server version',
      Runtime.java('17', JavaServer.tomcat('latest')),
      LINUX_WEB_APP,
      'TOMCAT "latest" is not a version; use one such as 10.1, from az webapp list-runtimes',
    ],
  ])('is refused: %s', (_case, runtime, kind, message) => {
    expect(runtime._problems(newStack(), kind)).toEqual([{ code: 'appservice/runtime-version', message }]);
  });

  test('tells what it is', () => {
    expect([container.language, container.version, container.isContainer]).toEqual(['container', '1.4.2', true]);
    const node = Runtime.node('22-lts');
    expect([node.language, node.version, node.isContainer]).toEqual(['Node.js', '22', false]);
  });

  test.each([
    [LINUX_WEB_APP, linuxWebStack],
    [WINDOWS_WEB_APP, windowsWebStack],
    [LINUX_FUNCTION_APP, linuxFunctionStack],
    [WINDOWS_FUNCTION_APP, windowsFunctionStack],
    [FLEX_FUNCTION_APP, flexRuntime],
  ])('that $name takes is rendered with its version', (kind, render) => {
    const all = ['8', '11', '20', '22', '8.0', '10.0', '3.13', '7.4', '8.4'].flatMap((version) => [
      Runtime.dotnet(version),
      Runtime.node(version),
      Runtime.python(version),
      Runtime.java(version),
      Runtime.php(version),
      Runtime.powershell(version),
    ]);
    const taken = all.filter((runtime) => problems(runtime, kind).length === 0);
    expect(taken.length).toBeGreaterThan(5);
    taken.forEach((runtime) => expect(JSON.stringify(render(runtime))).toContain(runtime.version));
  });
});

describe('ContainerImage', () => {
  test('is refused where a registry would refuse it', () => {
    const bad = Runtime.container(ContainerImage.of('https://contoso.azurecr.io', 'Chat Hub', ':latest'));
    expect(messageOf(() => setUpLinux().define({ runtime: bad }))).toBe(
      [
        'Prod/App: [appservice/container-image] "https://contoso.azurecr.io" is not the host of a registry; use one such as contoso.azurecr.io',
        'Prod/App: [appservice/container-image] "Chat Hub" is not the name of an image; use one such as chat/hub, in lower case',
        'Prod/App: [appservice/container-image] ":latest" is not a tag; use one such as 1.4.2',
      ].join('\n'),
    );
  });

  test.each([
    ['localhost.test:5000', 'hub', 'latest'],
    ['contoso.azurecr.io', 'team/chat-hub_2', '1.0.0-rc.1'],
    [Fn.lower('registry'), Fn.lower('name'), Fn.lower('tag')],
  ])('takes %s %s %s', (registry, repository, tag) => {
    expect(ContainerImage.of(registry, repository, tag)._problems()).toEqual([]);
  });
});
