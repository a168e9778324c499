import { judgeEachSubnet, SUBNETS_AND_NETWORKS } from './each-subnet';
import { Ipv4Cidr } from '../../../../core/internal/ipv4-cidr';
import { DefinedSubnet } from '../../../../topology/network/inline-subnets';
import { Block } from '../../../../topology/values';
import { Severity } from '../../../severity';
import { Rule, RuleVerdict } from '../../rule';
import { RuleContext } from '../../rule-context';

const NARROWEST = 28;
const RECOMMENDED = 26;

export const integrationSubnetSize: Rule = {
  id: 'NET3',
  name: 'IntegrationSubnetSize',
  severity: Severity.ERROR,
  types: SUBNETS_AND_NETWORKS,
  controls: { benchmark: ['NS-1'] },
  summary: `The subnet through which apps call out is at least a /${RECOMMENDED}.`,
  explanation:
    'Each instance uses an address, twice as many while the plan scales, and Azure reserves five.The size cannot be changed while apps are in the subnet.',
  link: 'https://learn.microsoft.com/azure/app-service/overview-vnet-integration#subnet-requirements',
  fix: `Set address_prefixes of azurerm_subnet or of a subnet block to a /${RECOMMENDED} or wider; in this library integrationPrefixLength of AppNetwork.define, or AddressRange.prefixLength.`,
  evaluate: (resource, context) => judgeEachSubnet(resource, context, (subnet) => judge(subnet, context)),
};

function judge({ target, body }: DefinedSubnet, { topology }: RuleContext): RuleVerdict {
  const { apps, doubt } = topology.integrations.appsIn(target);
  if (apps.length === 0) {
    return doubt ? RuleVerdict.unknown(doubt) : RuleVerdict.notApplicable('no app calls out through the subnet');
  }
  const length = prefixLengthOf(body);
  if (length === undefined) return RuleVerdict.unknown('the range of the subnet is only known when Terraform runs');
  if (length <= RECOMMENDED) return RuleVerdict.compliant(`it is a /${length}`);
  const id = `Prefix::/${length}`;
  if (length > NARROWEST) {
    const message = `the subnet is a /${length}, and App Service needs a /${NARROWEST} or wider`;
    return RuleVerdict.violated({ id, message });
  }
  const message = `the subnet is a /${length}, which leaves little room to scale; Azure recommends a /${RECOMMENDED}`;
  return RuleVerdict.violated({ id, message, severity: Severity.WARNING });
}

/** Prefix length of the widest IPv4 range. */
function prefixLengthOf(subnet: Block): number | undefined {
  const prefixes = subnet.at('address_prefixes').elements ?? [];
  const ranges = prefixes.map(({ knownText }) => Ipv4Cidr.parse(knownText ?? ''));
  const lengths = ranges.flatMap((range) => (typeof range === 'string' ? [] : range.prefixLength));
  return lengths.length > 0 ? Math.min(...lengths) : undefined;
}
