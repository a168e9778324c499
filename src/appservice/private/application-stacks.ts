import { LinuxFunctionAppSiteConfigApplicationStack } from '@cdktf/provider-azurerm/lib/linux-function-app';
import { LinuxWebAppSiteConfigApplicationStack } from '@cdktf/provider-azurerm/lib/linux-web-app';
import { WindowsFunctionAppSiteConfigApplicationStack } from '@cdktf/provider-azurerm/lib/windows-function-app';
import { WindowsWebAppSiteConfigApplicationStack } from '@cdktf/provider-azurerm/lib/windows-web-app';
import { isKnown } from '../../core/internal/violations';
import { ContainerImage } from '../container-image';
import { Runtime } from '../runtime';

/** .NET Framework goes by the version of its runtime. */
const FRAMEWORK_RUNTIMES = new Map([
  ['3.5', 'v2.0'],
  ['4.8', 'v4.0'],
]);

/** The `application_stack` block of a Linux web app. */
export function linuxWebStack(runtime: Runtime): LinuxWebAppSiteConfigApplicationStack {
  const { version, _server: server } = runtime;
  switch (runtime.language) {
    case '.NET':
      return { dotnetVersion: version };
    case 'Node.js':
      return { nodeVersion: spelled(version, `${version}-lts`) };
    case 'Python':
      return { pythonVersion: version };
    case 'Java':
      return { javaVersion: version, javaServer: server.name, javaServerVersion: server.version ?? version };
    case 'PHP':
      return { phpVersion: version };
    default:
      return dockerImage(runtime._image!);
  }
}

/** The `application_stack` block of a Windows web app. */
export function windowsWebStack(runtime: Runtime): WindowsWebAppSiteConfigApplicationStack {
  const { version, _server: server } = runtime;
  switch (runtime.language) {
    case '.NET':
      return { currentStack: 'dotnet', dotnetVersion: windowsDotnet(version) };
    case 'Node.js':
      return { currentStack: 'node', nodeVersion: spelled(version, `~${version}`) };
    case 'Java':
      return {
        currentStack: 'java',
        javaVersion: windowsJava(version),
        javaEmbeddedServerEnabled: server.version ? undefined : true,
        tomcatVersion: server.version,
      };
    case 'PHP':
      return { currentStack: 'php', phpVersion: version };
    default:
      return dockerImage(runtime._image!);
  }
}

/** The `application_stack` block of a Linux function app. */
export function linuxFunctionStack(runtime: Runtime): LinuxFunctionAppSiteConfigApplicationStack {
  const { version } = runtime;
  switch (runtime.language) {
    case '.NET':
      return { dotnetVersion: version, useDotnetIsolatedRuntime: true };
    case 'Node.js':
      return { nodeVersion: version };
    case 'Python':
      return { pythonVersion: version };
    case 'Java':
      return { javaVersion: version };
    case 'PowerShell':
      return { powershellCoreVersion: version };
    default:
      return { docker: [dockerBlock(runtime._image!)] };
  }
}

/** The `application_stack` block of a Windows function app. */
export function windowsFunctionStack(runtime: Runtime): WindowsFunctionAppSiteConfigApplicationStack {
  const { version } = runtime;
  switch (runtime.language) {
    case '.NET':
      return { dotnetVersion: windowsDotnet(version), useDotnetIsolatedRuntime: true };
    case 'Node.js':
      return { nodeVersion: spelled(version, `~${version}`) };
    case 'Java':
      return { javaVersion: windowsJava(version) };
    default:
      return { powershellCoreVersion: version };
  }
}

/** Names of the languages of a Flex Consumption function app. */
const FLEX_NAMES: Record<string, string> = {
  '.NET': 'dotnet-isolated',
  'Node.js': 'node',
  Python: 'python',
  Java: 'java',
  PowerShell: 'powershell',
};

/** The runtime of a Flex Consumption function app, which has no `application_stack` block. */
export function flexRuntime(runtime: Runtime): { runtimeName: string; runtimeVersion: string } {
  return { runtimeName: FLEX_NAMES[runtime.language], runtimeVersion: runtime.version };
}

/**
 * The pull of a container's image with the app's identity: the `site_config` of all kinds but Windows function apps.
 */
export function imagePull(runtime: Runtime, clientId: string) {
  if (!runtime.isContainer) return {};
  return { containerRegistryUseManagedIdentity: true, containerRegistryManagedIdentityClientId: clientId };
}

function dockerImage({ repository, tag, _registryUrl: dockerRegistryUrl }: ContainerImage) {
  return { dockerImageName: `${repository}:${tag}`, dockerRegistryUrl };
}

function dockerBlock({ repository: imageName, tag: imageTag, _registryUrl: registryUrl }: ContainerImage) {
  return { registryUrl, imageName, imageTag };
}

function windowsDotnet(version: string): string {
  return spelled(version, FRAMEWORK_RUNTIMES.get(version) ?? `v${version}`);
}

function windowsJava(version: string): string {
  return version === '8' ? '1.8' : version;
}

/** A version that is only known when Terraform runs is left as it is. */
function spelled(version: string, spelling: string): string {
  return isKnown(version) ? spelling : version;
}
