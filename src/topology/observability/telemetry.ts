import { Certainty } from '../../core/internal/certainty';
import { ModelResource } from '../../model/model-resource';
import { isOn, Switch, switchOf } from '../values';

/** Types that accept telemetry and logs, and answer queries of them. */
export const TELEMETRY = ['azurerm_application_insights', 'azurerm_log_analytics_workspace'];

/** Flag of azurerm 4 that azurerm 5 replaces with its opposite. A workspace has both in azurerm 4. */
const KEYS = 'local_authentication_enabled';
const FORMER_KEYS = 'local_authentication_disabled';

/** Reports whether a caller with a key may send telemetry. */
export function takesKeys(resource: ModelResource): Switch {
  const [value, former] = [resource.at(KEYS), resource.at(FORMER_KEYS)];
  return value.isAbsent && !former.isAbsent
    ? { attribute: FORMER_KEYS, value: former, isOn: isOn(former, false).not }
    : { attribute: KEYS, value, isOn: isOn(value, true) };
}

/**
 * Reports whether the internet reaches what is for ingestion or for queries. Private link scopes do not decide: their
 * access modes are for the networks that are connected to them.
 *
 * @see https://learn.microsoft.com/azure/azure-monitor/logs/private-link-configure
 */
export function isOnInternet(resource: ModelResource, what: 'ingestion' | 'query'): Switch {
  const found = switchOf(resource, `internet_${what}_enabled`, `internet_${what}_access_type`);
  // What a network security perimeter lets in, azurerm does not read.
  return found.value.is('SecuredByPerimeter') ? { ...found, isOn: Certainty.MAYBE } : found;
}
