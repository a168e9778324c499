/** Web apps. */
export const WEB_APPS = ['azurerm_linux_web_app', 'azurerm_windows_web_app'];

/** Slots of web apps. */
export const WEB_APP_SLOTS = ['azurerm_linux_web_app_slot', 'azurerm_windows_web_app_slot'];

/** Function apps, but those on Flex Consumption. */
export const FUNCTION_APPS = ['azurerm_linux_function_app', 'azurerm_windows_function_app'];

/** Slots of function apps. */
export const FUNCTION_APP_SLOTS = ['azurerm_linux_function_app_slot', 'azurerm_windows_function_app_slot'];

/** Function apps on Flex Consumption, which have fewer attributes than others, and no slots. */
export const FLEX_APP = 'azurerm_function_app_flex_consumption';

/** Every app of App Service that rules and policies judge. */
export const APPS = [...WEB_APPS, ...FUNCTION_APPS, FLEX_APP];

/** Every slot of one. */
export const SLOTS = [...WEB_APP_SLOTS, ...FUNCTION_APP_SLOTS];

/** All of these on plans that others share, apps and slots. */
export const SITES = [...WEB_APPS, ...FUNCTION_APPS, ...SLOTS];

/** Web apps and their slots from before azurerm 3. */
export const LEGACY_WEB_APPS = ['azurerm_app_service', 'azurerm_app_service_slot'];

/** Workflows, whose attributes have the names of the legacy types. */
export const LOGIC_APP = 'azurerm_logic_app_standard';

const LEGACY_APPS = ['azurerm_app_service', 'azurerm_function_app'];
const LEGACY_SLOTS = ['azurerm_app_service_slot', 'azurerm_function_app_slot'];

/**
 * Types from before azurerm 3 distinguished Linux and Windows. azurerm 4 documents them no more, and still has them;
 * states keep them.
 */
export const LEGACY_SITES = [...LEGACY_APPS, ...LEGACY_SLOTS];

/** Everything that runs functions, workflows included. */
export const FUNCTIONS = [
  ...FUNCTION_APPS,
  ...FUNCTION_APP_SLOTS,
  FLEX_APP,
  LOGIC_APP,
  'azurerm_function_app',
  'azurerm_function_app_slot',
];

/** Every app and slot that rules judge. */
export const APPS_AND_SLOTS = [...SITES, FLEX_APP, LOGIC_APP, ...LEGACY_SITES];

/** Types that Azure calls sites. */
export const AZURE_SITES = [...APPS, LOGIC_APP, ...LEGACY_APPS];

/** Types that Azure calls slots of sites. */
export const AZURE_SLOTS = [...SLOTS, ...LEGACY_SLOTS];

/** Reports whether the attributes of an app have the names that azurerm 2 gave them. */
export function hasOldNames(type: string): boolean {
  return type === LOGIC_APP || LEGACY_SITES.includes(type);
}
