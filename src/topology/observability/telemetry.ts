import { Certainty } from '../../core/internal/certainty';
import { ModelResource } from '../../model/model-resource';
import { isOn, Value } from '../values';

/** What takes in telemetry and logs, and answers queries of them. */
export const TELEMETRY = ['azurerm_application_insights', 'azurerm_log_analytics_workspace'];

/** What azurerm 4 turns off by a flag that azurerm 5 turned round. A workspace has both in azurerm 4. */
const KEYS = 'local_authentication_enabled';
const FORMER_KEYS = 'local_authentication_disabled';

/** A switch, and the attribute that decides. */
export interface Switch {
  readonly attribute: string;
  readonly value: Value;
  readonly isOn: Certainty;
}

/** Whether whoever has a key may send telemetry. */
export function takesKeys(resource: ModelResource): Switch {
  const [value, former] = [resource.at(KEYS), resource.at(FORMER_KEYS)];
  return value.isAbsent && !former.isAbsent
    ? { attribute: FORMER_KEYS, value: former, isOn: isOn(former, false).not }
    : { attribute: KEYS, value, isOn: isOn(value, true) };
}

/**
 * Whether the internet reaches what is for ingestion or for queries. Private link scopes do not decide: their access modes
 * are for the networks that are connected to them.
 *
 * @see https://learn.microsoft.com/azure/azure-monitor/logs/private-link-configure
 */
export function isOnInternet(resource: ModelResource, what: 'ingestion' | 'query'): Switch {
  const [attribute, type] = [`internet_${what}_enabled`, `internet_${what}_access_type`];
  const words = resource.at(type);
  if (words.isAbsent) {
    const value = resource.at(attribute);
    return { attribute, value, isOn: isOn(value, true) };
  }
  // What a network security perimeter lets in, azurerm does not read.
  const isOpen = words.isUnknown || words.is('SecuredByPerimeter') ? undefined : !words.is('Disabled');
  return { attribute: type, value: words, isOn: Certainty.of(isOpen, words.decidedBy) };
}
