import { Certainty } from '../../../../core/internal/certainty';
import { ModelResource } from '../../../../model/model-resource';
import { isEverybody } from '../../../../topology/network/internet';
import { isRule, listOf } from '../../../../topology/network/security-rules';
import { Block } from '../../../../topology/values';
import { ComplianceStatus } from '../../../compliance-status';
import { Severity } from '../../../severity';
import { Judgement } from '../../judgement';
import { Rule, RuleVerdict } from '../../rule';
import { RuleContext } from '../../rule-context';

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
  summary: 'No rule lets the whole internet into a subnet, except to the gateways in it.',
  explanation:
    'A rule for any source is open to the internet as soon as something in the subnet gets a public address, and to all peered networks at once. Application Gateway, API Management and Bastion need such a rule, for the ports on which they listen.',
  link: 'https://learn.microsoft.com/azure/virtual-network/network-security-groups-overview',
  fix: 'Set source_address_prefix of the rule to the range or service tag that calls; in this library RuleAddress.cidr or RuleAddress.serviceTag.',
  evaluate(resource, context) {
    const rules = resource.type === SEPARATE_RULE ? [resource] : resource.blocks('security_rule');
    if (!rules) return RuleVerdict.unknown('the rules are only known when Terraform runs');
    const judgement = new Judgement();
    const forGateways = rules.filter((rule) => judge(judgement, rule, resource, context));
    const verdict = judgement.verdict('no rule in it lets everybody in');
    if (forGateways.length === 0 || verdict.status !== ComplianceStatus.COMPLIANT) return verdict;
    return RuleVerdict.notApplicable(
      `the internet calls ${gatewaysBehind(resource, context).join(', ')} in its subnet`,
    );
  },
};

/** Judges one rule; whether it lets everybody in to gateways, which have to take them. */
function judge(judgement: Judgement, rule: Block, resource: ModelResource, context: RuleContext): boolean {
  const name = rule.at('name').text;
  const allowsInbound = isRule(rule, 'Inbound', 'Allow');
  if (allowsInbound.isNo) return false;
  const sources = listOf(rule, 'source_address_prefix');
  const everybody = sources?.find(isEverybody);
  if (sources && !everybody) return false;
  const isForGateway = everybody ? takenByGateways(rule, resource, context) : Certainty.NO;
  if (isForGateway.isYes) return true;
  if (!everybody || allowsInbound.isMaybe) {
    judgement.cannotTell(`whom the rule ${name} lets in is only known when Terraform runs`);
  } else if (isForGateway.isMaybe) {
    judgement.cannotTell(
      `whether a gateway takes what the rule ${name} lets in is only known when Terraform runs: ${isForGateway.because}`,
    );
  } else {
    judgement.violates({ id: `Rule::${name}`, message: `the rule ${name} lets in traffic from ${everybody}` });
  }
  return false;
}

/** Whether all that a rule lets in to the subnets of its group comes to gateways there. */
function takenByGateways(rule: Block, resource: ModelResource, context: RuleContext): Certainty {
  const { securityGroups, groupsOfInterfaces, gateways } = context.topology;
  const group = securityGroups.ownerOf(resource);
  const ranges = listOf(rule, 'destination_port_range');
  if (!group || groupsOfInterfaces.to(group.path).length > 0) return Certainty.NO;
  const { subnets, doubt } = securityGroups.subnetsOf(group);
  if (subnets.length === 0) return Certainty.NO;
  if (!ranges) return Certainty.maybe('the ports of the rule');
  const taken = subnets.map((subnet) => gateways.take(subnet, ranges));
  return Certainty.all([...taken, ...(doubt ? [Certainty.maybe(doubt)] : [])]);
}

function gatewaysBehind(resource: ModelResource, context: RuleContext): string[] {
  const { securityGroups, gateways } = context.topology;
  const { subnets } = securityGroups.subnetsOf(securityGroups.ownerOf(resource)!);
  return subnets.flatMap((subnet) => gateways.in(subnet).map(({ path }) => path));
}
