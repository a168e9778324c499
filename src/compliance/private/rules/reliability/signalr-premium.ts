import { Severity } from '../../../severity';
import { runtimeOnly } from '../../judgement';
import { Rule, RuleVerdict } from '../../rule';

export const signalrPremium: Rule = {
  id: 'REL1',
  name: 'SignalRPremium',
  severity: Severity.INFO,
  types: ['azurerm_signalr_service'],
  controls: {},
  summary: 'A SignalR service survives the loss of a zone.',
  explanation:
    'Azure spreads only Premium services over zones, and only they can have replicas in other regions. They cost more, so you decide.',
  link: 'https://learn.microsoft.com/azure/reliability/reliability-signalr',
  fix: 'Set sku.name of azurerm_signalr_service to Premium_P1 or Premium_P2; in this library Sku.premium.',
  evaluate(service) {
    const sku = service.at('sku.name');
    if (sku.isUnknown) return RuleVerdict.unknown(runtimeOnly('sku.name'));
    return sku.text.startsWith('Premium_')
      ? RuleVerdict.compliant(`sku.name is ${sku.text}`)
      : RuleVerdict.violated({ message: `sku.name is ${sku.text}, which is not spread over zones` });
  },
};
