import { ModelResource } from '../../../../model/model-resource';
import { Target } from '../../../../model/target';
import { delegationsOf, isReservedName } from '../../../../topology/network/subnets';
import { Block, isGiven } from '../../../../topology/values';
import { Severity } from '../../../severity';
import { Judgement, runtimeOnly } from '../../judgement';
import { Rule, RuleVerdict } from '../../rule';

const NETWORK = 'azurerm_virtual_network';
const DEDICATED_HSM = 'Microsoft.HardwareSecurityModules/dedicatedHSMs';

export const subnetHasNsg: Rule = {
  id: 'NET1',
  name: 'SubnetHasNsg',
  severity: Severity.ERROR,
  types: ['azurerm_subnet', NETWORK],
  controls: {
    benchmark: ['NS-1'],
    policies: ['e71308d3-144b-4262-b144-efdc3cc90517'],
    psRule: ['AZR-000263'],
    checkov: ['CKV2_AZURE_31'],
  },
  summary: 'Each subnet has a network security group.',
  explanation:
    'Without a security group everything in the network, and in the networks that it is peered with, reaches what lies in the subnet.',
  link: 'https://learn.microsoft.com/azure/virtual-network/network-security-groups-overview',
  fix: 'Define azurerm_subnet_network_security_group_association, or network_security_group_id_wo from azurerm 5 on; in this library networkSecurityGroup of network.SubnetProps.',
  evaluate(subnet, context) {
    if (subnet.type === NETWORK) return judgeInlineSubnets(subnet);
    if (isReservedName(subnet.name)) return RuleVerdict.notApplicable(`Azure rules the traffic of ${subnet.name}`);
    if (delegationsOf(subnet)?.includes(DEDICATED_HSM)) {
      return RuleVerdict.notApplicable('subnets of dedicated HSMs take no security group');
    }
    const attached = context.topology.securityGroups.isAttached(Target.resource(subnet));
    if (attached.isYes) return RuleVerdict.compliant('it has a security group');
    if (attached.isMaybe) return RuleVerdict.unknown(attached.because!);
    if (subnet.at('name').isUnknown) return RuleVerdict.unknown(openName('the subnet', subnet));
    return RuleVerdict.violated({ message: 'no security group is associated with the subnet' });
  },
};

/** Subnets can also be blocks of their network. */
function judgeInlineSubnets(network: ModelResource): RuleVerdict {
  const subnets = network.blocks('subnet');
  if (subnets?.length === 0) return RuleVerdict.notApplicable('its subnets are resources of their own');
  if (!subnets) return RuleVerdict.unknown('the subnets are only known when Terraform runs');
  const judgement = new Judgement();
  for (const subnet of subnets) {
    const name = subnet.at('name');
    const group = isGiven(subnet.at('security_group'));
    if (isReservedName(name.text) || group.isYes) continue;
    if (group.isMaybe) judgement.cannotTell(runtimeOnly('subnet.security_group', group.because));
    else if (name.isUnknown) judgement.cannotTell(openName('a subnet', subnet));
    else judgement.violates({ id: `Subnet::${name.text}`, message: `the subnet ${name.text} has no security group` });
  }
  return judgement.verdict('each of its subnets has a security group');
}

/** Some names are of subnets that take no security group. */
function openName(which: string, subnet: Block): string {
  return runtimeOnly(`the name of ${which}`, subnet.at('name').decidedBy);
}
