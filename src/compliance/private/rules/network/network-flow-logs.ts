import { Certainty } from '../../../../core/internal/certainty';
import { isOn } from '../../../../topology/values';
import { Severity } from '../../../severity';
import { runtimeOnly } from '../../judgement';
import { Rule, RuleVerdict } from '../../rule';

export const networkFlowLogs: Rule = {
  id: 'NET9',
  name: 'NetworkFlowLogs',
  severity: Severity.INFO,
  types: ['azurerm_virtual_network'],
  controls: { benchmark: ['LT-4'], policies: ['4c3c6c5f-0d47-4402-99b8-aa543dd8bcee'] },
  summary: 'A flow log records the flows of a network.',
  explanation:
    'Flow logs show who called whom after an attack. They cost by volume, and often a platform team manages the Network Watcher of a region, so the finding is advice.',
  link: 'https://learn.microsoft.com/azure/network-watcher/vnet-flow-logs-overview',
  fix: 'Add azurerm_network_watcher_flow_log with target_resource_id of the network; this library leaves flow logs to the platform.',
  evaluate(network, { topology: { flowLogs } }) {
    const logs = flowLogs.to(network.path);
    const recording = logs.map((log) => isOn(log.at('enabled'), true));
    const isRecorded = Certainty.any(recording);
    if (isRecorded.isYes) return RuleVerdict.compliant(`${logs[recording.indexOf(isRecorded)].path} records its flows`);
    if (isRecorded.isMaybe) return RuleVerdict.unknown(runtimeOnly('enabled of its flow log', isRecorded.because));
    const doubt = flowLogs.doubtOf(network.path);
    if (doubt !== undefined) return RuleVerdict.unknown(doubt);
    const message = logs[0] ? `enabled of ${logs[0].path} is false` : 'no flow log records the flows of the network';
    return RuleVerdict.violated({ message });
  },
};
