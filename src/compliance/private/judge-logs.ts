import { RuleVerdict } from './rule';
import { RuleContext } from './rule-context';
import { ModelResource } from '../../model/model-resource';
import { sendsLogs } from '../../topology/observability/log-settings';

/**
 * The verdict on a resource by the settings that send its logs.
 *
 * @param wanted names of categories and of groups of them of which one must be sent; any, where none is named
 */
export function judgeLogs(
  { path }: ModelResource,
  { topology }: RuleContext,
  wanted: readonly string[] = [],
): RuleVerdict {
  const settings = topology.logSettings.to(path);
  const answers = settings.map((setting) => sendsLogs(setting, wanted));
  const sending = settings.find((_, index) => answers[index].isYes);
  if (sending) return RuleVerdict.compliant(`${sending.path} sends its logs`);
  if (answers.some(({ isMaybe }) => isMaybe)) {
    return RuleVerdict.unknown('what its diagnostic setting sends is only known when Terraform runs');
  }
  const doubt = topology.logSettings.doubtOf(path);
  if (doubt) return RuleVerdict.unknown(doubt);
  const message = settings[0]
    ? `${settings[0].path} sends ${wanted.length > 0 ? `none of these logs to a destination: ${wanted.join(', ')}` : 'no logs to a destination'}`
    : 'no diagnostic setting sends its logs';
  return RuleVerdict.violated({ message });
}
