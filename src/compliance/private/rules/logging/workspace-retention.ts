import { Severity } from '../../../severity';
import { runtimeOnly } from '../../judgement';
import { Rule, RuleVerdict } from '../../rule';

const DAYS = 'retention_in_days';
const WANTED = 90;

export const workspaceRetention: Rule = {
  id: 'LOG8',
  name: 'WorkspaceRetention',
  severity: Severity.INFO,
  types: ['azurerm_log_analytics_workspace'],
  controls: { benchmark: ['LT-6'] },
  summary: `A workspace keeps logs for at least ${WANTED} days.`,
  explanation:
    'Teams often notice an attack after weeks. Azure keeps logs for 30 days by default; more costs. The rule does not read plans of single tables.',
  link: 'https://learn.microsoft.com/azure/azure-monitor/logs/data-retention-configure',
  fix: `Set ${DAYS} of azurerm_log_analytics_workspace to ${WANTED} or more; in this library retentionInDays of LogWorkspace.`,
  evaluate(workspace) {
    const days = workspace.at(DAYS);
    if (days.isUnknown) return RuleVerdict.unknown(runtimeOnly(DAYS, days.decidedBy));
    if (days.isAbsent) return RuleVerdict.violated({ message: `${DAYS} is not set, which means 30` });
    return Number(days.known) >= WANTED
      ? RuleVerdict.compliant(`${DAYS} is ${days.text}`)
      : RuleVerdict.violated({ message: `${DAYS} is ${days.text}` });
  },
};
