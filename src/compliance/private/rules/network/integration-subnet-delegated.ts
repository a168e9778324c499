import { judgeEachSubnet, SUBNETS_AND_NETWORKS } from './each-subnet';
import { ModelResource } from '../../../../model/model-resource';
import { FLEX_APP } from '../../../../topology/apps/app-types';
import { DefinedSubnet } from '../../../../topology/network/inline-subnets';
import { delegationsOf } from '../../../../topology/network/subnets';
import { Severity } from '../../../severity';
import { Rule, RuleVerdict } from '../../rule';
import { RuleContext } from '../../rule-context';

const WEB = 'Microsoft.Web/serverFarms';
const FLEX = 'Microsoft.App/environments';

export const integrationSubnetDelegated: Rule = {
  id: 'NET2',
  name: 'IntegrationSubnetDelegated',
  severity: Severity.ERROR,
  types: SUBNETS_AND_NETWORKS,
  controls: { benchmark: ['NS-1'] },
  summary: `The subnet through which apps call out is delegated to ${WEB}, or to ${FLEX} for Flex Consumption.`,
  explanation:
    'Without the delegation App Service cannot integrate apps with the subnet; it also excludes resources of other services.',
  link: 'https://learn.microsoft.com/azure/app-service/overview-vnet-integration#subnet-requirements',
  fix: 'Set delegation.service_delegation.name of azurerm_subnet or of a subnet block; in this library SubnetDelegation.WEB_SERVER_FARMS or APP_ENVIRONMENTS.',
  evaluate: (resource, context) => judgeEachSubnet(resource, context, (subnet) => judge(subnet, context)),
};

function judge({ target, body }: DefinedSubnet, { topology }: RuleContext): RuleVerdict {
  const { apps, doubt } = topology.integrations.appsIn(target);
  if (apps.length === 0) {
    return doubt ? RuleVerdict.unknown(doubt) : RuleVerdict.notApplicable('no app calls out through the subnet');
  }
  const delegations = delegationsOf(body);
  if (!delegations) return RuleVerdict.unknown('the delegation is only known when Terraform runs');
  const app = apps.find((each) => !delegations.includes(delegationFor(each)));
  if (!app) return RuleVerdict.compliant(`it is delegated to ${delegations.join(', ')}`);
  const given = delegations.length > 0 ? `it is delegated to ${delegations.join(', ')}` : 'it is not delegated';
  return RuleVerdict.violated({ message: `${app.path} needs a delegation to ${delegationFor(app)}, but ${given}` });
}

function delegationFor({ type }: ModelResource): string {
  return type === FLEX_APP ? FLEX : WEB;
}
