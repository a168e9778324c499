import { delegationsOf, isReservedName } from '../../../../topology/network/subnets';
import { Severity } from '../../../severity';
import { judgeFlag } from '../../judgement';
import { Rule, RuleVerdict } from '../../rule';

export const subnetNoDefaultOutbound: Rule = {
  id: 'NET8',
  name: 'SubnetNoDefaultOutbound',
  severity: Severity.WARNING,
  types: ['azurerm_subnet'],
  controls: { benchmark: ['NS-1'], psRule: ['AZR-000447'] },
  summary: 'Subnets have no default way out to the internet.',
  explanation:
    'Azure gives machines a public address to call out with where nobody asked for one; nobody owns it, and it changes.',
  link: 'https://learn.microsoft.com/azure/virtual-network/ip-services/default-outbound-access',
  fix: 'Set default_outbound_access_enabled of azurerm_subnet to false; in this library network.Subnet does so for a subnet without delegation.',
  evaluate(subnet) {
    if (isReservedName(subnet.name)) return RuleVerdict.notApplicable(`Azure rules the traffic of ${subnet.name}`);
    const delegations = delegationsOf(subnet);
    if (!delegations) return RuleVerdict.unknown('the delegation is only known when Terraform runs');
    if (delegations.length > 0) {
      return RuleVerdict.notApplicable(`${delegations.join(', ')} decides how the delegated subnet calls out`);
    }
    return judgeFlag(subnet, { attribute: 'default_outbound_access_enabled', wanted: false, byDefault: true });
  },
};
