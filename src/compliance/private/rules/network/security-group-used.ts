import { Severity } from '../../../severity';
import { Rule, RuleVerdict } from '../../rule';

/** Types that name security groups in templates of their machines, of which there is no fact. */
const SCALE_SETS = ['linux_', 'windows_', 'orchestrated_'].map((kind) => `azurerm_${kind}virtual_machine_scale_set`);

export const securityGroupUsed: Rule = {
  id: 'NET10',
  name: 'SecurityGroupUsed',
  severity: Severity.INFO,
  types: ['azurerm_network_security_group'],
  controls: { benchmark: ['NS-1'], psRule: ['AZR-000140'] },
  summary: 'A security group is associated with a subnet or a network interface.',
  explanation: 'A group without an association looks like protection, but has no effect.',
  link: 'https://learn.microsoft.com/azure/virtual-network/network-security-group-how-it-works',
  fix: 'Add azurerm_subnet_network_security_group_association, or remove the group; in this library networkSecurityGroup of network.SubnetProps.',
  evaluate(group, { model, topology: { securityGroups, groupsOfInterfaces } }) {
    const { subnets, doubt } = securityGroups.subnetsOf(group);
    const isUsed = subnets.length > 0 || groupsOfInterfaces.to(group.path).length > 0;
    if (isUsed) return RuleVerdict.compliant('it is associated');
    const open = doubt ?? groupsOfInterfaces.doubtOf(group.path);
    if (open !== undefined) return RuleVerdict.unknown(open);
    const [scaleSet] = model.resources(...SCALE_SETS);
    return scaleSet
      ? RuleVerdict.unknown(`whether the machines of ${scaleSet.path} have the group is not read`)
      : RuleVerdict.violated({ message: 'no subnet and no network interface has the group' });
  },
};
