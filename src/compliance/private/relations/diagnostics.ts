import { ModelResource } from '../../../model/model-resource';
import { TerraformModel } from '../../../model/terraform-model';
import { RuleVerdict } from '../rule';
import { RuleContext } from '../rule-context';
import { Referrers } from './referrers';
import { APPS } from './web-apps';

const LOGGED = ['azurerm_signalr_service', 'azurerm_key_vault', ...APPS];

const SINKS = [
  'log_analytics_workspace_id',
  'storage_account_id',
  'eventhub_authorization_rule_id',
  'partner_solution_id',
];

function diagnosticSettings(model: TerraformModel): Referrers {
  return Referrers.by('target_resource_id', model.resources('azurerm_monitor_diagnostic_setting'), model, LOGGED);
}

/**
 * The verdict on a resource by the settings that send its logs.
 *
 * @param wanted names of categories and of groups of them of which one must be sent; any, where none is named
 */
export function judgeLogs(resource: ModelResource, context: RuleContext, wanted: readonly string[] = []): RuleVerdict {
  const index = context.derive(diagnosticSettings);
  const settings = index.of(resource);
  const answers = settings.map((setting) => sends(setting, wanted));
  const sending = settings[answers.indexOf(true)];
  if (sending) return RuleVerdict.compliant(`${sending.path} sends its logs`);
  if (answers.includes(undefined)) {
    return RuleVerdict.unknown('what its diagnostic setting sends is only known when Terraform runs');
  }
  if (index.hasUnknown) {
    return RuleVerdict.unknown('whose logs a diagnostic setting sends is only known when Terraform runs');
  }
  const message = settings[0]
    ? `${settings[0].path} sends none of its logs${wanted.length > 0 ? ` ${wanted.join(', ')}` : ''} to a destination`
    : 'no diagnostic setting sends its logs';
  return RuleVerdict.violated({ message });
}

/** Whether a setting sends such logs; `undefined` where that is not known. */
function sends(setting: ModelResource, wanted: readonly string[]): boolean | undefined {
  if (SINKS.every((sink) => setting.at(sink).isAbsent)) return false;
  const logs = setting.blocks('enabled_log');
  if (!logs) return undefined;
  const names = logs.map((log) => (log.at('category').isAbsent ? log.at('category_group') : log.at('category')));
  const isWanted = (name: string | undefined) =>
    name !== undefined && (wanted.length === 0 || wanted.some((each) => each.toLowerCase() === name.toLowerCase()));
  if (names.some(({ knownText }) => isWanted(knownText))) return true;
  return names.some(({ isUnknown }) => isUnknown) ? undefined : false;
}
