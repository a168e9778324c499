import { judgeEachSubnet, SUBNETS_AND_NETWORKS } from './each-subnet';
import { delegationsOf, isReservedName } from '../../../../topology/network/subnets';
import { Block } from '../../../../topology/values';
import { Severity } from '../../../severity';
import { judgeFlag } from '../../judgement';
import { Rule, RuleVerdict } from '../../rule';

export const subnetNoDefaultOutbound: Rule = {
  id: 'NET8',
  name: 'SubnetNoDefaultOutbound',
  severity: Severity.WARNING,
  types: SUBNETS_AND_NETWORKS,
  controls: { benchmark: ['NS-1'], policies: ['7bca8353-aa3b-429b-904a-9229c4385837'], psRule: ['AZR-000447'] },
  summary: 'Subnets have no default way out to the internet.',
  explanation:
    'By default Azure gives machines a public address for outbound calls that you do not own and that changes.',
  link: 'https://learn.microsoft.com/azure/virtual-network/ip-services/default-outbound-access',
  fix: 'Set default_outbound_access_enabled of azurerm_subnet or of a subnet block to false; in this library network.Subnet does so for a subnet without delegation.',
  evaluate: (resource, context) => judgeEachSubnet(resource, context, ({ body }) => judge(body)),
};

function judge(subnet: Block): RuleVerdict {
  const name = subnet.at('name').knownText;
  if (isReservedName(name)) return RuleVerdict.notApplicable(`Azure controls the traffic of ${name}`);
  const delegations = delegationsOf(subnet);
  if (!delegations) return RuleVerdict.unknown('the delegation is only known when Terraform runs');
  if (delegations.length > 0) {
    return RuleVerdict.notApplicable(`${delegations.join(', ')} decides how the delegated subnet calls out`);
  }
  return judgeFlag(subnet, { attribute: 'default_outbound_access_enabled', wanted: false, byDefault: true });
}
