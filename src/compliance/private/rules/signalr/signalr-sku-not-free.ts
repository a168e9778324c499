import { Severity } from '../../../severity';
import { Rule, RuleVerdict } from '../../rule';

/** The service is not of the Free tier. */
export const signalRSkuNotFree: Rule = {
  id: 'SIG1',
  name: 'SignalRSkuNotFree',
  severity: Severity.ERROR,
  types: ['azurerm_signalr_service'],
  controls: {
    benchmark: ['NS-2'],
    policies: ['464a1620-21b5-448d-8ce6-d4ac6d1bc49a'],
    psRule: ['AZR-000182'],
    checkov: ['CKV_AZURE_196'],
  },
  summary: 'The SignalR service is of the Standard or Premium tier.',
  explanation:
    'The Free tier does not support private endpoints, cannot disable public network access, and has no service level agreement.',
  link: 'https://learn.microsoft.com/azure/azure-signalr/howto-private-endpoints',
  fix: 'Set sku.name to Standard_S1 or one of Premium; in this library Sku.standard(...) or Sku.premium(...).',
  evaluate: (service) => {
    const name = service.at('sku.name');
    if (name.is('Free_F1')) return RuleVerdict.violated({ message: 'sku.name is Free_F1' });
    if (name.knownText === undefined) return RuleVerdict.unknown('sku.name is not known');
    return RuleVerdict.compliant(`sku.name is ${name.knownText}`);
  },
};
