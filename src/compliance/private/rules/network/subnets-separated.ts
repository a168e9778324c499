import { judgeEachSubnet, SUBNETS_AND_NETWORKS } from './each-subnet';
import { ModelResource } from '../../../../model/model-resource';
import { FLEX_APP } from '../../../../topology/apps/app-types';
import { DefinedSubnet } from '../../../../topology/network/inline-subnets';
import { delegationsOf } from '../../../../topology/network/subnets';
import { Block } from '../../../../topology/values';
import { Severity } from '../../../severity';
import { Judgement } from '../../judgement';
import { Rule, RuleVerdict } from '../../rule';
import { RuleContext } from '../../rule-context';

export const subnetsSeparated: Rule = {
  id: 'NET4',
  name: 'SubnetsSeparated',
  severity: Severity.ERROR,
  types: SUBNETS_AND_NETWORKS,
  controls: { benchmark: ['NS-1'] },
  summary: 'Private endpoints and apps have subnets of their own, and each plan has its own.',
  explanation:
    'Azure creates no private endpoints in a delegated subnet, and rules for one kind of traffic are wrong for the other. Plans in one subnet compete for its addresses.',
  link: 'https://learn.microsoft.com/azure/app-service/overview-vnet-integration#subnet-requirements',
  fix: 'Give azurerm_private_endpoint and the apps of each azurerm_service_plan different values of subnet_id and virtual_network_subnet_id; in this library AppNetwork.define defines both subnets.',
  evaluate: (resource, context) => judgeEachSubnet(resource, context, (subnet) => judge(subnet, context)),
};

function judge({ target, body }: DefinedSubnet, context: RuleContext): RuleVerdict {
  const { integrations, endpointsBySubnet } = context.topology;
  const { apps, doubt = endpointsBySubnet.doubtOf(target.key ?? '') } = integrations.appsIn(target);
  const [endpoint] = endpointsBySubnet.to(target.key);
  const judgement = new Judgement();
  if (endpoint) judgeEndpoints(judgement, body, endpoint, apps);
  judgePlans(judgement, apps, context);
  if (doubt) {
    judgement.cannotTell(doubt);
  } else if (!endpoint && apps.length === 0) {
    return RuleVerdict.notApplicable('neither apps nor private endpoints are in the subnet');
  }
  return judgement.verdict(endpoint ? 'it holds private endpoints alone' : 'it holds the apps of one plan alone');
}

function judgeEndpoints(
  judgement: Judgement,
  subnet: Block,
  endpoint: ModelResource,
  [app]: readonly ModelResource[],
): void {
  const delegations = delegationsOf(subnet);
  if (app) {
    const message = `both the private endpoint ${endpoint.path} and the app ${app.path} use the subnet`;
    judgement.violates({ id: 'Integrated', message });
  } else if (!delegations) {
    judgement.cannotTell('the delegation is only known when Terraform runs');
  } else if (delegations.length > 0) {
    const message = `the private endpoint ${endpoint.path} is in a subnet that is delegated to ${delegations.join(', ')}`;
    judgement.violates({ id: 'Delegated', message });
  }
}

/** Every app on Flex Consumption has a plan of its own, so plans show nothing there. */
function judgePlans(judgement: Judgement, apps: readonly ModelResource[], context: RuleContext): void {
  const plans = apps.filter(({ type }) => type !== FLEX_APP).map((app) => context.topology.apps.planOf(app).key);
  const known = [...new Set(plans.filter((plan) => plan !== undefined))];
  if (known.length > 1) {
    const message = `the apps of ${known.length} plans share the subnet: ${known.join(', ')}`;
    // App Service lets several plans join one subnet, which is then a matter of addresses.
    judgement.violates({ id: 'Plans', message, severity: Severity.WARNING });
  } else if (plans.length > 1 && plans.includes(undefined)) {
    judgement.cannotTell('the plan of an app is only known when Terraform runs');
  }
}
