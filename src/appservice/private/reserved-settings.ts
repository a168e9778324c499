import { LOST_NAME } from '../../core/internal/lost-name';
import { connectionKey, settingKey } from '../../core/internal/setting-keys';
import { Problem } from '../../core/internal/violations';
import { FLEX_FUNCTION_APP } from '../internal/app-kind';

const CODE = 'appservice/reserved-setting';

/** Settings that azurerm rejects, because properties of the app set them. */
const OF_APPS = new Set([
  'DOCKER_REGISTRY_SERVER_URL',
  'DOCKER_REGISTRY_SERVER_USERNAME',
  'DOCKER_REGISTRY_SERVER_PASSWORD',
  'DIAGNOSTICS_AZUREBLOBCONTAINERSASURL',
  'DIAGNOSTICS_AZUREBLOBRETENTIONINDAYS',
  'WEBSITE_HTTPLOGGING_CONTAINER_URL',
  'WEBSITE_HTTPLOGGING_RETENTION_DAYS',
  'WEBSITE_VNET_ROUTE_ALL',
  'WEBSITE_HEALTHCHECK_MAXPINGFAILURES',
  'SPRING.DATASOURCE.PASSWORD',
  'SPRING.DATASOURCE.URL',
  'SPRING.DATASOURCE.USERNAME',
]);

/** Settings that azurerm writes for properties of a function app, and takes out of what it reads. */
const OF_FUNCTION_APPS = new Set([
  'AZUREWEBJOBSSTORAGE',
  'AZUREWEBJOBSDASHBOARD',
  'FUNCTIONS_EXTENSION_VERSION',
  'FUNCTIONS_WORKER_RUNTIME',
  'WEBSITE_NODE_DEFAULT_VERSION',
  'APPINSIGHTS_INSTRUMENTATIONKEY',
  'APPLICATIONINSIGHTS_CONNECTION_STRING',
  'APPLICATIONINSIGHTS_AUTHENTICATION_STRING',
  'WEBSITE_RUN_FROM_PACKAGE_BLOB_MI_RESOURCE_ID',
]);

/**
 * @see https://learn.microsoft.com/azure/azure-functions/functions-app-settings#website_contentazurefileconnectionstring
 */
const OF_CONTENT_SHARE = new Set([
  'WEBSITE_CONTENTAZUREFILECONNECTIONSTRING',
  'WEBSITE_CONTENTSHARE',
  'WEBSITE_CONTENTOVERVNET',
  'WEBSITE_SKIP_CONTENTSHARE_VALIDATION',
]);

/** @see https://learn.microsoft.com/azure/azure-functions/functions-app-settings#flex-consumption-plan-deprecations */
const NOT_FLEX = new Set([
  'ENABLE_ORYX_BUILD',
  'FUNCTIONS_MAX_HTTP_CONCURRENCY',
  'FUNCTIONS_WORKER_DYNAMIC_CONCURRENCY_ENABLED',
  'FUNCTIONS_WORKER_PROCESS_COUNT',
  'FUNCTIONS_WORKER_RUNTIME_VERSION',
  'SCM_DO_BUILD_DURING_DEPLOYMENT',
  'WEBSITE_DNS_SERVER',
  'WEBSITE_MAX_DYNAMIC_APPLICATION_SCALE_OUT',
  'WEBSITE_RUN_FROM_PACKAGE',
]);

/** Explains why a setting is to be left out of an app of a type, however its name is spelled. */
export function reservedSettingProblems(resourceType: string, name: string): Problem[] {
  if (name === LOST_NAME) {
    return [{ code: CODE, message: `cdktf drops the app setting ${name}; use another name` }];
  }
  if (OF_APPS.has(settingKey(name))) {
    const message = `azurerm rejects the app setting ${name}; use the property of the app that sets it`;
    return [{ code: CODE, message }];
  }
  return /_function_app/.test(resourceType) ? ofFunctionApp(resourceType, name) : [];
}

/** Settings that fight with properties of a function app; azurerm does not reject them. */
function ofFunctionApp(resourceType: string, name: string): Problem[] {
  const key = connectionKey(name);
  if (OF_FUNCTION_APPS.has(key.split('__')[0])) {
    const message = `the app setting ${name} is set by properties of the function app; leave it out`;
    return [{ code: CODE, message }];
  }
  if (resourceType === FLEX_FUNCTION_APP.resourceType && NOT_FLEX.has(key)) {
    return [{ code: CODE, message: `Flex Consumption does not accept the app setting ${name}; leave it out` }];
  }
  if (!OF_CONTENT_SHARE.has(key)) return [];
  const message = `the app setting ${name} is for a content share, which needs account keys; leave it out`;
  return [{ code: 'appservice/content-share', message }];
}
