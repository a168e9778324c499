import { judgeEachSubnet, SUBNETS_AND_NETWORKS } from './each-subnet';
import { DefinedSubnet } from '../../../../topology/network/inline-subnets';
import { Severity } from '../../../severity';
import { runtimeOnly } from '../../judgement';
import { Rule, RuleVerdict } from '../../rule';
import { RuleContext } from '../../rule-context';

const ATTRIBUTE = 'private_endpoint_network_policies';

export const privateEndpointPoliciesEnabled: Rule = {
  id: 'NET5',
  name: 'PrivateEndpointPoliciesEnabled',
  severity: Severity.WARNING,
  types: SUBNETS_AND_NETWORKS,
  controls: { benchmark: ['NS-1'] },
  summary: 'Security groups apply to the traffic to private endpoints.',
  explanation:
    'A subnet ignores its security group for private endpoints unless its policies are on, so everything in the network reaches them.',
  link: 'https://learn.microsoft.com/azure/private-link/disable-private-endpoint-network-policy',
  fix: `Set ${ATTRIBUTE} of azurerm_subnet or of a subnet block to Enabled or NetworkSecurityGroupEnabled; in this library network.Subnet does so for a subnet without delegation.`,
  evaluate: (resource, context) => judgeEachSubnet(resource, context, (subnet) => judge(subnet, context)),
};

function judge({ target, body }: DefinedSubnet, { topology }: RuleContext): RuleVerdict {
  const endpoints = topology.endpointsBySubnet;
  if (endpoints.to(target.key).length === 0) {
    const doubt = endpoints.doubtOf(target.key ?? '');
    return doubt ? RuleVerdict.unknown(doubt) : RuleVerdict.notApplicable('no private endpoint is in the subnet');
  }
  const value = body.at(ATTRIBUTE);
  if (value.isUnknown) return RuleVerdict.unknown(runtimeOnly(ATTRIBUTE));
  if (value.is('Enabled') || value.is('NetworkSecurityGroupEnabled')) {
    return RuleVerdict.compliant(`${ATTRIBUTE} is ${value.text}`);
  }
  const message = value.isAbsent ? `${ATTRIBUTE} is not set, which means Disabled` : `${ATTRIBUTE} is ${value.text}`;
  return RuleVerdict.violated({ message });
}
