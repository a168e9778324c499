import { OsType } from '../os-type';

/** Languages and containers. */
export type Language = '.NET' | 'Node.js' | 'Python' | 'Java' | 'PHP' | 'PowerShell' | 'container';

/**
 * Common parts of apps of one resource type of azurerm.
 *
 * Versions are those that azurerm 4.81 accepts, in the form that is the same for all kinds: `22` rather than `22-lts`
 * or `~22`, `10.0` rather than `v10.0`, `8` rather than `1.8`.
 *
 * @see https://github.com/hashicorp/terraform-provider-azurerm/tree/v4.81.0/internal/services/appservice/helpers
 */
export interface AppKind {
  /** As messages name it. */
  readonly name: string;
  /** Type of azurerm's resource. */
  readonly resourceType: string;
  /** Operating system of the workers that run code; containers on Windows need workers of their own. */
  readonly osType: OsType;
  /** Service that the app's subnet is delegated to. */
  readonly delegation: string;
  /** Versions by language, separated by blanks. */
  readonly versions: Partial<Record<Language, string>>;
  /** Further versions that azurerm 5.2 accepts, and azurerm 4 does not. */
  readonly azurerm5?: Partial<Record<Language, string>>;
  readonly runsContainers: boolean;
  /** Names of the servers that Java apps may have. */
  readonly javaServers: readonly string[];
}

const WORKERS = 'Microsoft.Web/serverFarms';
const JAVA = '8 11 17 21 25';
const POWERSHELL = '7 7.2 7.4';
const PYTHON = '3.7 3.8 3.9 3.10 3.11 3.12 3.13 3.14';

export const LINUX_WEB_APP: AppKind = {
  name: 'Linux web app',
  resourceType: 'azurerm_linux_web_app',
  osType: OsType.LINUX,
  delegation: WORKERS,
  versions: {
    '.NET': '3.1 5.0 6.0 7.0 8.0 9.0 10.0',
    'Node.js': '12 14 16 18 20 22 24',
    Python: PYTHON,
    Java: JAVA,
    PHP: '7.4 8.0 8.1 8.2 8.3 8.4',
  },
  runsContainers: true,
  javaServers: ['JAVA', 'TOMCAT', 'JBOSSEAP'],
};

export const WINDOWS_WEB_APP: AppKind = {
  name: 'Windows web app',
  resourceType: 'azurerm_windows_web_app',
  osType: OsType.WINDOWS,
  delegation: WORKERS,
  versions: {
    '.NET': '3.5 4.8 5.0 6.0 7.0 8.0 9.0 10.0',
    'Node.js': '14 16 18 20 22',
    Java: JAVA,
    PHP: '7.1 7.4',
  },
  azurerm5: { 'Node.js': '24' },
  runsContainers: true,
  javaServers: ['JAVA', 'TOMCAT'],
};

/** Function apps run .NET in its own process, which .NET Core 3.1 cannot. */
export const LINUX_FUNCTION_APP: AppKind = {
  name: 'Linux function app',
  resourceType: 'azurerm_linux_function_app',
  osType: OsType.LINUX,
  delegation: WORKERS,
  versions: {
    '.NET': '6.0 7.0 8.0 9.0 10.0',
    'Node.js': '12 14 16 18 20 22 24',
    Python: PYTHON,
    Java: JAVA,
    PowerShell: POWERSHELL,
  },
  runsContainers: true,
  javaServers: ['JAVA'],
};

export const WINDOWS_FUNCTION_APP: AppKind = {
  name: 'Windows function app',
  resourceType: 'azurerm_windows_function_app',
  osType: OsType.WINDOWS,
  delegation: WORKERS,
  versions: {
    '.NET': '4.8 6.0 7.0 8.0 9.0 10.0',
    'Node.js': '12 14 16 18 20 22 24',
    Java: JAVA,
    PowerShell: `${POWERSHELL} 7.6`,
  },
  runsContainers: false,
  javaServers: ['JAVA'],
};

/**
 * azurerm does not judge these versions; the list is Azure's, read on 2026-11-30 with what is in preview.
 *
 * @see https://learn.microsoft.com/azure/azure-functions/flex-consumption-plan#supported-language-stack-versions
 * @see https://learn.microsoft.com/azure/azure-functions/supported-languages
 * @see https://github.com/Azure/azure-functions-host/issues/12029
 */
export const FLEX_FUNCTION_APP: AppKind = {
  name: 'Flex Consumption function app',
  resourceType: 'azurerm_function_app_flex_consumption',
  osType: OsType.LINUX,
  delegation: 'Microsoft.App/environments',
  versions: {
    '.NET': '8.0 9.0 10.0',
    'Node.js': '20 22 24',
    Python: '3.10 3.11 3.12 3.13 3.14',
    Java: '11 17 21 25',
    PowerShell: '7.4 7.6',
  },
  runsContainers: false,
  javaServers: ['JAVA'],
};
