import { isEverybody, isRule, listOf } from '../../../../topology/network/security-rules';
import { Block } from '../../../../topology/values';
import { Severity } from '../../../severity';
import { Judgement } from '../../judgement';
import { Rule, RuleVerdict } from '../../rule';

const SEPARATE_RULE = 'azurerm_network_security_rule';

export const nsgNoAnyInbound: Rule = {
  id: 'NET6',
  name: 'NsgNoAnyInbound',
  severity: Severity.ERROR,
  types: ['azurerm_network_security_group', SEPARATE_RULE],
  controls: {
    benchmark: ['NS-1', 'NS-2'],
    psRule: ['AZR-000137'],
    checkov: ['CKV_AZURE_9', 'CKV_AZURE_10', 'CKV_AZURE_77', 'CKV_AZURE_160'],
  },
  summary: 'No rule lets the whole internet into a subnet.',
  explanation:
    'A rule for any source is open to the internet as soon as something in the subnet gets a public address, and to all peered networks at once.',
  link: 'https://learn.microsoft.com/azure/virtual-network/network-security-groups-overview',
  fix: 'Set source_address_prefix of the rule to the range or service tag that calls; in this library RuleAddress.cidr or RuleAddress.serviceTag.',
  evaluate(resource) {
    const rules = resource.type === SEPARATE_RULE ? [resource] : resource.blocks('security_rule');
    if (!rules) return RuleVerdict.unknown('the rules are only known when Terraform runs');
    const judgement = new Judgement();
    rules.forEach((rule) => judge(judgement, rule));
    return judgement.verdict('no rule in it lets everybody in');
  },
};

function judge(judgement: Judgement, rule: Block): void {
  const name = rule.at('name').text;
  const allowsInbound = isRule(rule, 'Inbound', 'Allow');
  if (allowsInbound === false) return;
  const sources = listOf(rule, 'source_address_prefix');
  const everybody = sources?.find(isEverybody);
  if (!sources || (everybody && allowsInbound === undefined)) {
    judgement.cannotTell(`whom the rule ${name} lets in is only known when Terraform runs`);
  } else if (everybody) {
    judgement.violates({ id: `Rule::${name}`, message: `the rule ${name} lets in traffic from ${everybody}` });
  }
}
