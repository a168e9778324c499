import { Severity } from '../../../severity';
import { runtimeOnly } from '../../judgement';
import { Rule, RuleVerdict } from '../../rule';

const OUTSIDE_OF_NETWORKS = /^(F1|D1|SHARED|Y1)$/i;
const BASIC = /^B\d$/i;

export const appPlanSku: Rule = {
  id: 'APP13',
  name: 'AppPlanSku',
  severity: Severity.ERROR,
  types: ['azurerm_service_plan'],
  controls: {
    benchmark: ['NS-2'],
    policies: ['546fe8d2-368d-4029-a418-6af48a7f61e5'],
    psRule: ['AZR-000072'],
    checkov: ['CKV_AZURE_211'],
  },
  summary: 'Plans have a size that can join networks and is meant for production.',
  explanation:
    'Apps on Free, Shared and Consumption plans can call out through no subnet. Basic plans have no slots and do not scale by themselves.',
  link: 'https://learn.microsoft.com/azure/app-service/overview-hosting-plans',
  fix: 'Set sku_name to a Standard or Premium size, such as P0v3; in this library PlanSku.P0V3, which is the default of AppHost.',
  evaluate(plan) {
    const value = plan.at('sku_name');
    if (value.isUnknown) return RuleVerdict.unknown(runtimeOnly('sku_name'));
    if (OUTSIDE_OF_NETWORKS.test(value.text)) {
      return RuleVerdict.violated({ message: `sku_name is ${value.text}, whose apps cannot join a network` });
    }
    if (BASIC.test(value.text)) {
      const message = `sku_name is ${value.text}, a Basic size, which is not meant for production`;
      return RuleVerdict.violated({ message, severity: Severity.WARNING });
    }
    return RuleVerdict.compliant(`sku_name is ${value.text}`);
  },
};
