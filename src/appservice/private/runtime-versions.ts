import {
  AppKind,
  FLEX_FUNCTION_APP,
  LINUX_FUNCTION_APP,
  LINUX_WEB_APP,
  WINDOWS_FUNCTION_APP,
  WINDOWS_WEB_APP,
} from './app-kind';

/** Languages and containers, as messages name them. */
export type Language = '.NET' | 'Node.js' | 'Python' | 'Java' | 'PHP' | 'PowerShell' | 'container';

type Versions = Partial<Record<Language, string>>;

const JAVA = '8 11 17 21';
const POWERSHELL = '7 7.2 7.4';
const PYTHON = '3.7 3.8 3.9 3.10 3.11 3.12 3.13';

/**
 * Versions that azurerm 4.55 accepts, in the form that is the same for all kinds: `22` rather than `22-lts` or `~22`,
 * `10.0` rather than `v10.0`, `8` rather than `1.8`. Function apps run .NET in its own process, which .NET Core 3.1
 * cannot. azurerm does not judge Flex Consumption; its list is Azure's.
 *
 * @see https://github.com/hashicorp/terraform-provider-azurerm/tree/v4.55.0/internal/services/appservice/helpers
 * @see https://learn.microsoft.com/azure/azure-functions/flex-consumption-plan#supported-language-stack-versions
 */
const VERSIONS = new Map<AppKind, Versions>([
  [
    LINUX_WEB_APP,
    {
      '.NET': '3.1 5.0 6.0 7.0 8.0 9.0 10.0',
      'Node.js': '12 14 16 18 20 22',
      Python: PYTHON,
      Java: JAVA,
      PHP: '7.4 8.0 8.1 8.2 8.3 8.4',
    },
  ],
  [
    WINDOWS_WEB_APP,
    {
      '.NET': '3.5 4.8 5.0 6.0 7.0 8.0 9.0 10.0',
      'Node.js': '14 16 18 20 22',
      Java: JAVA,
      PHP: '7.1 7.4',
    },
  ],
  [
    LINUX_FUNCTION_APP,
    {
      '.NET': '6.0 7.0 8.0 9.0 10.0',
      'Node.js': '12 14 16 18 20 22',
      Python: PYTHON,
      Java: JAVA,
      PowerShell: POWERSHELL,
    },
  ],
  [
    WINDOWS_FUNCTION_APP,
    {
      '.NET': '4.8 6.0 7.0 8.0 9.0 10.0',
      'Node.js': '12 14 16 18 20 22',
      Java: JAVA,
      PowerShell: POWERSHELL,
    },
  ],
  [
    FLEX_FUNCTION_APP,
    {
      '.NET': '8.0 9.0 10.0',
      'Node.js': '20 22',
      Python: '3.10 3.11 3.12 3.13',
      Java: '11 17 21',
      PowerShell: '7.4',
    },
  ],
]);

const CONTAINER_HOSTS = [LINUX_WEB_APP, WINDOWS_WEB_APP, LINUX_FUNCTION_APP];

/** The versions of a language that apps of a kind run; none where they do not run it. */
export function versionsFor(kind: AppKind, language: Language): string[] {
  return VERSIONS.get(kind)?.[language]?.split(' ') ?? [];
}

/** What apps of a kind run. */
export function languagesOf(kind: AppKind): string[] {
  return [...Object.keys(VERSIONS.get(kind) ?? {}), ...(runsContainers(kind) ? ['containers'] : [])];
}

export function runsContainers(kind: AppKind): boolean {
  return CONTAINER_HOSTS.includes(kind);
}
