import { OsType } from '../os-type';

/** What apps of one resource type of azurerm have in common. */
export interface AppKind {
  /** As messages name it. */
  readonly name: string;
  /** Operating system of the workers that run code; containers on Windows need workers of their own. */
  readonly osType: OsType;
  /** Service that the app's subnet is delegated to. */
  readonly delegation: string;
}

const WORKERS = 'Microsoft.Web/serverFarms';

export const LINUX_WEB_APP: AppKind = { name: 'Linux web app', osType: OsType.LINUX, delegation: WORKERS };
export const WINDOWS_WEB_APP: AppKind = { name: 'Windows web app', osType: OsType.WINDOWS, delegation: WORKERS };
export const LINUX_FUNCTION_APP: AppKind = { name: 'Linux function app', osType: OsType.LINUX, delegation: WORKERS };
export const WINDOWS_FUNCTION_APP: AppKind = {
  name: 'Windows function app',
  osType: OsType.WINDOWS,
  delegation: WORKERS,
};

/** https://learn.microsoft.com/azure/azure-functions/flex-consumption-plan#considerations */
export const FLEX_FUNCTION_APP: AppKind = {
  name: 'Flex Consumption function app',
  osType: OsType.LINUX,
  delegation: 'Microsoft.App/environments',
};
