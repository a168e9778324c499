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

/** Every app of App Service. */
export const APPS = [...WEB_APPS, ...FUNCTION_APPS, FLEX_APP];

/** Every slot of one. */
export const SLOTS = [...WEB_APP_SLOTS, ...FUNCTION_APP_SLOTS];
