import { AppProps } from '../app-props';
import { WebAppProps } from '../web-app-props';

/** The attributes that apps of all kinds share, in azurerm's form. */
export function commonAttributes(props: AppProps) {
  const { servicePlan, identity, appSettings = {} } = props;
  return {
    name: props.name,
    location: servicePlan.location,
    resourceGroupName: props.resourceGroup.resourceGroupName,
    servicePlanId: servicePlan.servicePlanId,
    // Apps of an App Service Environment are in its subnet without joining it.
    virtualNetworkSubnetId: servicePlan.environment ? undefined : props.integrationSubnet.subnetId,
    httpsOnly: true,
    publicNetworkAccessEnabled: props.accessRestrictions?.publicNetworkAccess ?? true,
    webdeployPublishBasicAuthenticationEnabled: false,
    identity: { type: 'UserAssigned', identityIds: [identity.identityId] },
    appSettings: Object.keys(appSettings).length > 0 ? { ...appSettings } : undefined,
    stickySettings: stickyNames(props.stickySettings, props.stickyConnectionStrings),
    tags: props.tags,
    provider: props.provider,
  };
}

/** Lists the settings that stay with their slot; azurerm rejects an empty list. */
export function stickyNames(settings: readonly string[] = [], connectionStrings: readonly string[] = []) {
  if (settings.length + connectionStrings.length === 0) return undefined;
  return {
    ...(settings.length > 0 && { appSettingNames: [...settings] }),
    ...(connectionStrings.length > 0 && { connectionStringNames: [...connectionStrings] }),
  };
}

/** The attributes that apps on Linux and Windows share, unlike Flex Consumption. */
export function appAttributes(props: AppProps) {
  return {
    ...commonAttributes(props),
    ftpPublishBasicAuthenticationEnabled: false,
    // Without it Azure resolves Key Vault references with a system-assigned identity, which the app has not:
    // https://learn.microsoft.com/azure/app-service/app-service-key-vault-references
    keyVaultReferenceIdentityId: props.identity.identityId,
  };
}

/**
 * Reports whether App Service pulls images over the network; azurerm asks for it in an App Service Environment,
 * whatever the app is.
 *
 * @see https://github.com/hashicorp/terraform-provider-azurerm/blob/v4.55.0/internal/services/appservice/linux_function_app_resource.go
 */
export function pullsOverNetwork({ runtime, servicePlan }: AppProps): boolean {
  return (runtime?.isContainer ?? false) || servicePlan.environment !== undefined;
}

/** Further attributes that web apps on Linux and Windows share. */
export function webAppAttributes(props: WebAppProps) {
  return { ...appAttributes(props), ...webSiteAttributes(props) };
}

/** Further attributes of web apps and their slots, in addition to those of all apps. */
export function webSiteAttributes(props: WebAppProps) {
  return { clientAffinityEnabled: props.clientAffinity, logs: props.logs?._render() };
}

/** The members of `site_config` that apps of all kinds share. */
export function commonSiteConfig(props: AppProps) {
  return {
    vnetRouteAllEnabled: props.servicePlan.environment ? undefined : true,
    http2Enabled: props.http2 ?? true,
    minimumTlsVersion: '1.2',
    scmMinimumTlsVersion: '1.2',
    healthCheckPath: props.healthCheck?.path,
    healthCheckEvictionTimeInMin: props.healthCheck?.evictionTimeInMinutes,
    cors: props.cors?._render(),
    websocketsEnabled: props.webSockets,
    appCommandLine: props.startupCommand,
    loadBalancingMode: props.loadBalancingMode,
    ...props.accessRestrictions?._render(),
  };
}

/** The members of `site_config` that web apps on Linux and Windows share. */
export function siteConfig(props: WebAppProps) {
  return {
    ...commonSiteConfig(props),
    alwaysOn: props.alwaysOn ?? props.servicePlan.sku?.canStayLoaded ?? true,
    websocketsEnabled: props.webSockets ?? true,
    use32BitWorker: false,
    ftpsState: 'Disabled',
  };
}
