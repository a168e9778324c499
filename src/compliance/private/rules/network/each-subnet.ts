import { ModelResource } from '../../../../model/model-resource';
import { DefinedSubnet } from '../../../../topology/network/inline-subnets';
import { ComplianceStatus } from '../../../compliance-status';
import { Judgement } from '../../judgement';
import { Finding, RuleVerdict } from '../../rule';
import { RuleContext } from '../../rule-context';

const NETWORK = 'azurerm_virtual_network';

/** Types that define subnets: a resource of their own, or a network with blocks. */
export const SUBNETS_AND_NETWORKS = ['azurerm_subnet', NETWORK];

/** Judges a subnet, or each of those that are blocks of a network. */
export function judgeEachSubnet(
  resource: ModelResource,
  { topology }: RuleContext,
  judge: (subnet: DefinedSubnet) => RuleVerdict,
): RuleVerdict {
  const subnets = topology.subnets.definedBy(resource);
  if (!subnets) return RuleVerdict.unknown('the subnets are only known when Terraform runs');
  if (resource.type !== NETWORK) return judge(subnets[0]);
  if (subnets.length === 0) return RuleVerdict.notApplicable('its subnets are resources of their own');
  return together(subnets.map((subnet) => ({ name: subnet.body.at('name').text, verdict: judge(subnet) })));
}

interface Named {
  readonly name: string;
  readonly verdict: RuleVerdict;
}

function together(judged: readonly Named[]): RuleVerdict {
  const { NOT_APPLICABLE, UNKNOWN, COMPLIANT } = ComplianceStatus;
  const reasonsOf = (status: ComplianceStatus) =>
    judged.filter(({ verdict }) => verdict.status === status).map(({ name, verdict }) => `${name}: ${verdict.reason}`);
  if (judged.every(({ verdict }) => verdict.status === NOT_APPLICABLE)) {
    return RuleVerdict.notApplicable(reasonsOf(NOT_APPLICABLE).join('; '));
  }
  return new Judgement()
    .violates(...judged.flatMap(({ name, verdict }) => verdict.findings.map((finding) => inSubnet(name, finding))))
    .cannotTell(...reasonsOf(UNKNOWN))
    .verdict(reasonsOf(COMPLIANT).join('; '));
}

function inSubnet(name: string, { id, message, severity }: Finding): Finding {
  return {
    id: ['Subnet', name, ...(id === undefined ? [] : [id])].join('::'),
    message: `${name}: ${message}`,
    severity,
  };
}
