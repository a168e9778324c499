import { Certainty } from '../../core/internal/certainty';
import { ModelResource } from '../../model/model-resource';
import { TerraformModel } from '../../model/terraform-model';
import { APPS_AND_SLOTS } from '../apps/app-types';
import { Referrers } from '../referrers';

const LOGGED = ['azurerm_signalr_service', 'azurerm_key_vault', ...APPS_AND_SLOTS];
const SINKS = [
  'log_analytics_workspace_id',
  'storage_account_id',
  'eventhub_authorization_rule_id',
  'partner_solution_id',
];

/** The diagnostic settings of resources. */
export function logSettings(model: TerraformModel): Referrers {
  return new Referrers(
    model.resources('azurerm_monitor_diagnostic_setting'),
    (setting) => {
      const { resource } = setting.at('target_resource_id');
      return resource && !LOGGED.includes(resource.type)
        ? undefined
        : model.target(setting.at('target_resource_id'), ...LOGGED);
    },
    (path) => `whose logs ${path} sends`,
  );
}

/**
 * Reports whether a setting sends logs to a destination.
 *
 * @param wanted names of categories and of groups of them of which one must be sent; any, where none is named
 */
export function sendsLogs(setting: ModelResource, wanted: readonly string[]): Certainty {
  if (SINKS.every((sink) => setting.at(sink).isAbsent)) return Certainty.NO;
  const logs = setting.blocks('enabled_log');
  if (!logs) return Certainty.MAYBE;
  const names = logs.map((log) => (log.at('category').isAbsent ? log.at('category_group') : log.at('category')));
  return Certainty.any(
    names.map(({ isUnknown, knownText }) => Certainty.of(isUnknown ? undefined : isWanted(knownText))),
  );

  function isWanted(name: string | undefined): boolean {
    const isAsked = (each: string) => each.toLowerCase() === name?.toLowerCase();
    return name !== undefined && (wanted.length === 0 || wanted.some(isAsked));
  }
}
