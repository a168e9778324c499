import { appAuthentication } from './app-authentication';
import { appBasicAuthDisabled } from './app-basic-auth-disabled';
import { appConfigurationRouting } from './app-configuration-routing';
import { appCorsRestricted } from './app-cors-restricted';
import { appDnsServer } from './app-dns-server';
import { appFtpsState } from './app-ftps-state';
import { appHttp2 } from './app-http2';
import { appHttpsOnly } from './app-https-only';
import { appManagedIdentity } from './app-managed-identity';
import { appMinTls12 } from './app-min-tls12';
import { appNoSignalRKeys } from './app-no-signalr-keys';
import { appNotBypassed } from './app-not-bypassed';
import { appPlanSku } from './app-plan-sku';
import { appPublicAccess } from './app-public-access';
import { appRemoteDebuggingOff } from './app-remote-debugging-off';
import { appSignalRIdentityConnection } from './app-signalr-identity-connection';
import { appStorageByIdentity } from './app-storage-by-identity';
import { appVnetIntegration } from './app-vnet-integration';
import { appVnetRouteAll } from './app-vnet-route-all';
import { slotSettingsSticky } from './slot-settings-sticky';
import { Rule } from '../../rule';

/** Rules on apps and their plans, in the order of their ids. */
export const APP_SERVICE_RULES: readonly Rule[] = [
  appVnetIntegration,
  appVnetRouteAll,
  appHttpsOnly,
  appMinTls12,
  appFtpsState,
  appBasicAuthDisabled,
  appManagedIdentity,
  appNoSignalRKeys,
  appSignalRIdentityConnection,
  appRemoteDebuggingOff,
  appPublicAccess,
  appCorsRestricted,
  appPlanSku,
  appDnsServer,
  appStorageByIdentity,
  appConfigurationRouting,
  appHttp2,
  appAuthentication,
  appNotBypassed,
  slotSettingsSticky,
];
