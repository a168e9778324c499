import { Severity } from '../../../severity';
import { runtimeOnly } from '../../judgement';
import { Rule, RuleVerdict } from '../../rule';

const ATTRIBUTE = 'private_endpoint_network_policies';

export const privateEndpointPoliciesEnabled: Rule = {
  id: 'NET5',
  name: 'PrivateEndpointPoliciesEnabled',
  severity: Severity.WARNING,
  types: ['azurerm_subnet'],
  controls: { benchmark: ['NS-1'] },
  summary: 'Security groups rule the traffic to private endpoints.',
  explanation:
    'A subnet ignores its security group for private endpoints unless its policies are on, so everything in the network reaches them.',
  link: 'https://learn.microsoft.com/azure/private-link/disable-private-endpoint-network-policy',
  fix: `Set ${ATTRIBUTE} of azurerm_subnet to Enabled or NetworkSecurityGroupEnabled; in this library network.Subnet does so for a subnet without delegation.`,
  evaluate(subnet, { topology }) {
    const endpoints = topology.endpointsBySubnet;
    if (endpoints.to(subnet.path).length === 0) {
      const doubt = endpoints.doubtOf(subnet.path);
      return doubt ? RuleVerdict.unknown(doubt) : RuleVerdict.notApplicable('no private endpoint is in the subnet');
    }
    const value = subnet.at(ATTRIBUTE);
    if (value.isUnknown) return RuleVerdict.unknown(runtimeOnly(ATTRIBUTE));
    if (value.is('Enabled') || value.is('NetworkSecurityGroupEnabled')) {
      return RuleVerdict.compliant(`${ATTRIBUTE} is ${value.text}`);
    }
    const message = value.isAbsent ? `${ATTRIBUTE} is not set, which means Disabled` : `${ATTRIBUTE} is ${value.text}`;
    return RuleVerdict.violated({ message });
  },
};
