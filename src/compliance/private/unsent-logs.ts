import { TerraformStack } from 'cdktf';
import { IConstruct } from 'constructs';
import { ImpliedEntry } from './acknowledgement-book';
import { referenceOf } from '../../core/internal/expressions';
import { unsentLogsOf } from '../../core/internal/unsent-logs';
import { resolved } from '../../engine/resolved';
import { APPS_AND_SLOTS } from '../../topology/apps/app-types';

/** The rules that ask for the logs of a resource, by its type. */
const RULES = new Map<string, string>([
  ['azurerm_signalr_service', 'LOG1'],
  ...APPS_AND_SLOTS.map((type): [string, string] => [type, 'LOG4']),
  ['azurerm_key_vault', 'KV6'],
]);

/** Acceptances of users who declare that the configuration sends the logs of a resource nowhere. */
export function unsentLogEntries(tree: IConstruct): ImpliedEntry[] {
  return unsentLogsOf(tree).flatMap(({ setting, targetResourceId, reason }) => {
    const target = referenceOf(String(resolved(setting, targetResourceId)));
    const rule = target && RULES.get(target.resource.split('.')[0]);
    if (rule === undefined) return [];
    const stack = TerraformStack.of(setting).node.path;
    const { path } = setting.node;
    return {
      scope: setting,
      path,
      name: path,
      isImplied: true,
      acknowledgement: { rule, reason },
      covers: ({ place }) => place.stack === stack && place.address === target!.resource,
    };
  });
}
