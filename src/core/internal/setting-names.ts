import { isExpression } from './expressions';
import { isKnown } from './violations';

/** Apps that run on Linux, by azurerm's type of the app or slot. */
const LINUX = /^azurerm_(linux_|function_app_flex_)/;

/** Whatever is neither letter, digit, period nor underscore. */
const NOT_ON_LINUX = /[^\p{L}\p{N}._]/gu;

/**
 * Fault of a text as the name of an app setting, as a sentence about the setting; nothing where only Terraform knows
 * the name.
 *
 * Azure accepts letters, digits, periods and underscores in the names of Linux apps, and answers 400 to others. Windows
 * apps take nearly everything; but a setting becomes an environment variable, and Windows has none with an equals sign.
 *
 * @see https://learn.microsoft.com/azure/app-service/configure-common#configure-app-settings
 * @see https://github.com/Azure/azure-functions-host/issues/11908
 * @see https://learn.microsoft.com/windows/win32/procthread/environment-variables
 */
export function settingNameFault(resourceType: string, name: string): string | undefined {
  if (!isKnown(name) || isExpression(name)) return undefined;
  if (name.trim() === '') return 'has no name; name it or remove it';
  if (!LINUX.test(resourceType)) {
    if (!name.includes('=')) return undefined;
    return `contains "=", which no environment variable accepts; use ${name.replaceAll('=', '_')}`;
  }
  const refused = [...new Set(name.match(NOT_ON_LINUX) ?? [])];
  if (refused.length === 0) return undefined;
  // .NET reads two underscores as the colon that separates sections.
  const instead = name.trim().replaceAll(':', '__').replace(NOT_ON_LINUX, '_');
  const characters = refused.map((each) => `"${each}"`).join(' and ');
  return `contains ${characters}, which Azure rejects in names on Linux; use ${instead}`;
}
