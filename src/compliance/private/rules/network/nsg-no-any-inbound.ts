import { Certainty } from '../../../../core/internal/certainty';
import { ModelResource } from '../../../../model/model-resource';
import { everybodyIn } from '../../../../topology/network/internet';
import { holdPorts, isRule, listOf, stops } from '../../../../topology/network/security-rules';
import { Block } from '../../../../topology/values';
import { ComplianceStatus } from '../../../compliance-status';
import { Severity } from '../../../severity';
import { Judgement } from '../../judgement';
import { Rule, RuleVerdict } from '../../rule';
import { RuleContext } from '../../rule-context';

/** Those that Microsoft Defender for Cloud guards: https://learn.microsoft.com/azure/defender-for-cloud/just-in-time-access-overview */
const MANAGEMENT_PORTS = ['22', '3389', '5985', '5986'];
const WITHOUT_PORTS = /^(icmp|ah|esp)$/i;
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
  differs: {
    'AZR-000137':
      'Fails the source * alone, whatever other rules and the subnet do; this rule finds all sources that include the internet, and passes what an earlier rule denies and what gateways accept.',
    CKV_AZURE_9:
      'Reads port 3389 and each rule alone, and does not count 0.0.0.0/0, ::/0 or AzureCloud as the internet; this rule reads all ports, and passes what an earlier rule denies and what gateways accept.',
    CKV_AZURE_10: 'Reads port 22, and otherwise differs as CKV_AZURE_9 does.',
    CKV_AZURE_77: 'Reads UDP, and in a group the first rule only, and otherwise differs as CKV_AZURE_9 does.',
    CKV_AZURE_160: 'Reads port 80, which is a warning here, and otherwise differs as CKV_AZURE_9 does.',
  },
  summary:
    'No rule allows the whole internet into a subnet, except to the gateways in it: an error for all ports and those of management, a warning for others.',
  explanation:
    'A rule for any source, for Azure as a whole or for more than a /8 of public addresses is open to the internet as soon as something in the subnet gets a public address, and to all peered networks at once. Application Gateway, API Management and Bastion need such a rule, for the ports on which they listen.',
  link: 'https://learn.microsoft.com/azure/virtual-network/network-security-groups-overview',
  fix: 'Set source_address_prefix of the rule to the range or service tag that calls; in this library RuleAddress.cidr or RuleAddress.serviceTag.',
  evaluate(resource, context) {
    const rules = resource.type === SEPARATE_RULE ? [resource] : resource.blocks('security_rule');
    if (!rules) return RuleVerdict.unknown('the rules are only known when Terraform runs');
    const judgement = new Judgement();
    const forGateways = rules.filter((rule) => judge(judgement, rule, resource, context));
    const verdict = judgement.verdict('no rule in it allows the whole internet');
    if (forGateways.length === 0 || verdict.status !== ComplianceStatus.COMPLIANT) return verdict;
    return RuleVerdict.notApplicable(
      `the internet calls ${gatewaysBehind(resource, context).join(', ')} in its subnet`,
    );
  },
};

/** Judges one rule; whether it allows the internet to call gateways, which need that. */
function judge(judgement: Judgement, rule: Block, resource: ModelResource, context: RuleContext): boolean {
  const name = rule.at('name').text;
  const allowsInbound = isRule(rule, 'Inbound', 'Allow');
  if (allowsInbound.isNo) return false;
  const sources = listOf(rule, 'source_address_prefix');
  const internet = sources && everybodyIn(sources);
  if (sources && !internet) return false;
  const isStopped = internet ? stoppedBefore(rule, resource, context) : Certainty.NO;
  if (isStopped.isYes) return false;
  const isForGateway = internet ? takenByGateways(rule, resource, context) : Certainty.NO;
  if (isForGateway.isYes) return true;
  if (!internet || allowsInbound.isMaybe) {
    judgement.cannotTell(`which sources the rule ${name} allows is only known when Terraform runs`);
  } else if (isForGateway.isMaybe) {
    judgement.cannotTell(
      `whether a gateway accepts what the rule ${name} allows is only known when Terraform runs: ${isForGateway.because}`,
    );
  } else if (isStopped.isMaybe) {
    judgement.cannotTell(
      `whether a rule before ${name} denies what it allows is not known: ${isStopped.because} decides`,
    );
  } else {
    judgePorts(judgement, rule, internet);
  }
  return false;
}

function judgePorts(judgement: Judgement, rule: Block, internet: string): void {
  const name = rule.at('name').text;
  const protocol = rule.at('protocol');
  const ports = listOf(rule, 'destination_port_range');
  if (!ports || protocol.isUnknown) {
    const open = protocol.isUnknown ? 'the protocol' : 'which ports';
    judgement.cannotTell(`${open} the rule ${name} opens to ${internet} is only known when Terraform runs`);
    return;
  }
  const hasManagement =
    ports.length === 0 || MANAGEMENT_PORTS.some((port) => ports.some((range) => holdPorts([range], port)));
  const isError = hasManagement && !WITHOUT_PORTS.test(protocol.text);
  const what = isError ? '' : ` to ${protocol.text || 'all protocols'} ${ports.join(', ')}`;
  const message = `the rule ${name} allows traffic from ${internet}${what}`;
  judgement.violates({ id: `Rule::${name}`, message, severity: isError ? undefined : Severity.WARNING });
}

/** Reports whether another rule of the group stops first what a rule lets in from the internet. */
function stoppedBefore(rule: Block, resource: ModelResource, { topology }: RuleContext): Certainty {
  const group = topology.securityGroups.ownerOf(resource);
  const others = (group && topology.securityGroups.membersOf(group)) ?? [];
  return Certainty.any(
    others.map(({ body, path, isPlaced }) => {
      const isMember = isPlaced ? Certainty.YES : Certainty.maybe(`where ${path} belongs`);
      return Certainty.all([stops(body, rule), isMember]);
    }),
  );
}

/** Reports whether all that a rule lets in to the subnets of its group comes to gateways there. */
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
