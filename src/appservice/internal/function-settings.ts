import { AppKind, FLEX_FUNCTION_APP } from './app-kind';
import { AzureCloud } from '../../core';
import { keyOf } from '../../core/internal/registry';
import { settingKey } from '../../core/internal/setting-keys';
import { isKnown, Problem, withCode } from '../../core/internal/violations';
import { StorageService } from '../../storage';
import { FunctionAppOptions, FunctionAppProps } from '../function-app-props';
import { PlanSku } from '../plan-sku';
import { hostIdSettings } from '../private/host-id';
import { webTelemetrySettings } from '../private/telemetry';

const HOST_STORAGE = 'AzureWebJobsStorage';
const RUN_FROM_PACKAGE = 'WEBSITE_RUN_FROM_PACKAGE';
const ACCOUNT_NAME = `${HOST_STORAGE}__accountName`;
const PACKAGE_IDENTITY = `${RUN_FROM_PACKAGE}_BLOB_MI_RESOURCE_ID`;

/**
 * Explains why a Flex Consumption function app has no settings from Key Vaults: azurerm 4 cannot set the identity that
 * fetches them, and the system-assigned one, which Azure would take, does not exist.
 *
 * @see https://github.com/hashicorp/terraform-provider-azurerm/pull/31439
 */
export function flexSecretProblems(names: readonly string[], what: string = 'app setting'): Problem[] {
  return names.map((name) => ({
    code: 'appservice/flex-secret',
    message: `azurerm has no attribute for the identity with which a Flex Consumption function app fetches the ${what} ${name}; let the code of the app fetch the secret, or use LinuxFunctionApp`,
  }));
}

/**
 * Settings with which the host signs in to its storage. azurerm adds the name of the account on Linux and Windows.
 *
 * @see https://learn.microsoft.com/azure/azure-functions/functions-reference#connecting-to-host-storage-with-an-identity
 */
export function hostStorageSettings({ identity, storage, servicePlan }: FunctionAppProps): Record<string, string> {
  return {
    [`${HOST_STORAGE}__credential`]: 'managedidentity',
    [`${HOST_STORAGE}__clientId`]: identity.clientId,
    // From the name alone the host makes addresses in the public cloud.
    ...(AzureCloud.ofLocation(servicePlan.location) === AzureCloud.PUBLIC
      ? {}
      : {
          [`${HOST_STORAGE}__blobServiceUri`]: storage.endpointOf(StorageService.BLOB),
          [`${HOST_STORAGE}__queueServiceUri`]: storage.endpointOf(StorageService.QUEUE),
          [`${HOST_STORAGE}__tableServiceUri`]: storage.endpointOf(StorageService.TABLE),
        }),
  };
}

/**
 * The same for Flex Consumption, where azurerm 4 does not add the name, but a connection string without a key. The host
 * would take that first, so it is emptied, and azurerm shows that as a change in every plan.
 *
 * @see https://github.com/hashicorp/terraform-provider-azurerm/issues/29149
 */
export function flexStorageSettings(props: FunctionAppProps): Record<string, string> {
  return {
    [HOST_STORAGE]: '',
    [ACCOUNT_NAME]: props.storage.storageAccountName,
    ...hostStorageSettings(props),
  };
}

/**
 * Settings of an app that runs from a package, which it reads with its identity, also where a pipeline sets the
 * address.
 */
export function packageSettings(props: FunctionAppProps): Record<string, string> {
  const { packageUrl, code, runtime, identity } = props;
  const isPipelines = code !== undefined && !runtime?.isContainer;
  if (packageUrl === undefined && !isPipelines) return {};
  return {
    ...(packageUrl === undefined ? {} : { [RUN_FROM_PACKAGE]: packageUrl }),
    [PACKAGE_IDENTITY]: identity.identityId,
  };
}

/**
 * Names of the settings that belong to a slot's own storage, identity or telemetry, and would break the host of the app
 * if they came there with the code. Ids of hosts belong to where they are anyway.
 *
 * @see https://learn.microsoft.com/azure/azure-functions/functions-deployment-slots#swap-operations
 */
export function slotBoundSettings(app: FunctionAppProps, slot: FunctionAppProps): string[] {
  const hasOwnIdentity = keyOf(slot.identity.identityId) !== keyOf(app.identity.identityId);
  const hasOwnStorage = keyOf(slot.storage.storageAccountId) !== keyOf(app.storage.storageAccountId);
  const hasOwnTelemetry = slot.applicationInsights !== app.applicationInsights;
  return [
    ...(hasOwnStorage || hasOwnIdentity ? [ACCOUNT_NAME, ...Object.keys(hostStorageSettings(slot))] : []),
    ...(hasOwnTelemetry || hasOwnIdentity ? Object.keys(webTelemetrySettings(slot)) : []),
    ...(hasOwnIdentity && PACKAGE_IDENTITY in packageSettings(slot) ? [PACKAGE_IDENTITY] : []),
    ...hostIdSettings(app),
    ...hostIdSettings(slot),
  ];
}

/** Problems with the package, without which some plans have no place for code. */
export function packageProblems(kind: AppKind, sku: PlanSku | undefined, options: FunctionAppOptions): Problem[] {
  const { packageUrl, runtime, appSettings, secretSettings, code } = options;
  if (packageUrl === undefined) {
    if (!sku?.isElastic || runtime?.isContainer || code) return [];
    // https://learn.microsoft.com/azure/azure-functions/storage-considerations#create-an-app-without-azure-files
    const message = `${sku.name} plans keep code in a file share, which needs account keys; give packageUrl, or use PlanSku.FC1 or PlanSku.P0V3`;
    return [{ code: 'appservice/content-share', message }];
  }
  const messages: string[] = [];
  if (kind === FLEX_FUNCTION_APP) {
    messages.push('a Flex Consumption function app gets its code from deploymentContainer; leave packageUrl out');
  }
  if (runtime?.isContainer) messages.push('a container has its code in its image; leave packageUrl out');
  if (code) {
    messages.push('packageUrl is given, but AppCode.byPipeline() leaves it to the pipeline; leave one of them out');
  }
  const given = Object.keys({ ...appSettings, ...secretSettings });
  if (given.some((name) => settingKey(name) === RUN_FROM_PACKAGE)) {
    messages.push(`packageUrl and the app setting ${RUN_FROM_PACKAGE} are given; leave one of them out`);
  }
  // The address is not repeated, because it may hold a signature.
  if (isKnown(packageUrl) && !/^https:\/\/[^\s?]+$/.test(packageUrl)) {
    messages.push(
      'packageUrl is not an https address without a query; use one such as https://NAME.blob.core.windows.net/packages/app.zip',
    );
  }
  return withCode('appservice/package-url', messages);
}
