import { commonSiteConfig, appAttributes } from './site-config';
import { FunctionAppProps } from '../function-app-props';

/** The attributes that function apps on Linux and Windows share. */
export function functionAppAttributes(props: FunctionAppProps) {
  return { ...appAttributes(props), ...functionSiteAttributes(props) };
}

/** Further attributes of these function apps and their slots, in addition to those of all apps. */
export function functionSiteAttributes(props: FunctionAppProps) {
  return {
    functionsExtensionVersion: '~4',
    storageAccountName: props.storage.storageAccountName,
    storageUsesManagedIdentity: true,
    // Version 1 of the host alone reads the setting that azurerm would write.
    builtinLoggingEnabled: false,
  };
}

/** The members of `site_config` that function apps on Linux and Windows share. */
export function functionSiteConfig(props: FunctionAppProps) {
  const { servicePlan, alwaysOn, applicationInsights, scaling } = props;
  return {
    ...commonSiteConfig(props),
    alwaysOn: servicePlan.sku?.canStayLoaded === false ? undefined : (alwaysOn ?? true),
    use32BitWorker: false,
    ftpsState: 'Disabled',
    applicationInsightsConnectionString: applicationInsights?.connectionString,
    ...(servicePlan.sku?.isElastic ? NETWORK_TRIGGERS : {}),
    ...scaling?._renderElastic(),
  };
}

/**
 * Lets Azure scale an app on an elastic plan by what is in its network, which only the host of the app can see. azurerm
 * wants an instance that is kept warm for it, and sends none by default.
 *
 * @see https://learn.microsoft.com/azure/azure-functions/functions-networking-options#elastic-premium-plan-with-virtual-network-triggers
 */
const NETWORK_TRIGGERS = { runtimeScaleMonitoringEnabled: true, preWarmedInstanceCount: 1 };
