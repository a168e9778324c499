import { ApplicationInsights } from '@cdktf/provider-azurerm/lib/application-insights';
import { LogAnalyticsWorkspace } from '@cdktf/provider-azurerm/lib/log-analytics-workspace';
import { Fn, IResolvable, Lazy, Op } from 'cdktf';
import { writeForAzurerm5 } from '../../engine/azurerm-major';

/** A flag as the bindings take it. */
type Flag = boolean | IResolvable | undefined;

/** Writes the flags that azurerm 5 turned round, also those that are set on the resource later. */
export function writeInsightsFlags(insights: ApplicationInsights): void {
  writeForAzurerm5(
    insights,
    ['local_authentication_disabled', 'disable_ip_masking', 'daily_data_cap_notifications_disabled'],
    {
      local_authentication_enabled: lazy(() => opposite(insights.localAuthenticationDisabledInput)),
      ip_masking_enabled: lazy(() => opposite(insights.disableIpMaskingInput)),
      daily_data_cap_notifications_enabled: lazy(() => opposite(insights.dailyDataCapNotificationsDisabledInput)),
    },
  );
}

/** Writes the flags for which azurerm 5 has several values; this library leaves both to Azure, which is open. */
export function writeAccessTypes(workspace: LogAnalyticsWorkspace): void {
  writeForAzurerm5(workspace, ['internet_ingestion_enabled', 'internet_query_enabled'], {
    internet_ingestion_access_type: lazy(() => accessType(workspace.internetIngestionEnabledInput)),
    internet_query_access_type: lazy(() => accessType(workspace.internetQueryEnabledInput)),
  });
}

function lazy(produce: () => unknown): IResolvable {
  return Lazy.anyValue({ produce });
}

function opposite(flag: Flag): Flag {
  if (typeof flag === 'object') return Op.not(flag);
  return flag === undefined ? undefined : !flag;
}

function accessType(flag: Flag): unknown {
  if (flag === undefined) return undefined;
  if (typeof flag === 'object') return Fn.conditional(flag, 'Enabled', 'Disabled');
  return flag ? 'Enabled' : 'Disabled';
}
