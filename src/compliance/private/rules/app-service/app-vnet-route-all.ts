import { Certainty } from '../../../../core/internal/certainty';
import { APPS_AND_SLOTS } from '../../../../topology/apps/app-types';
import { Severity } from '../../../severity';
import { judgeFlag, onlyWhere } from '../../judgement';
import { Rule, RuleVerdict } from '../../rule';

const ROUTED = { attribute: 'site_config.vnet_route_all_enabled', wanted: true, byDefault: false };

export const appVnetRouteAll: Rule = {
  id: 'APP2',
  name: 'AppVnetRouteAll',
  severity: Severity.WARNING,
  types: APPS_AND_SLOTS,
  controls: { benchmark: ['NS-1'], policies: ['a691eacb-474d-47e4-b287-b4813ca44222'] },
  summary: 'Everything that an app sends goes through its subnet.',
  explanation:
    'Without it only traffic to private addresses takes the subnet; security groups, routes and firewalls see nothing of the rest.',
  link: 'https://learn.microsoft.com/azure/app-service/overview-vnet-integration',
  fix: 'Set site_config.vnet_route_all_enabled to true; the apps of this library always do.',
  evaluate(app, { topology }) {
    const subnet = topology.integrations.subnetOf(app.path);
    if (!subnet) return RuleVerdict.notApplicable('it calls out through no subnet');
    const hasSubnet = subnet.isUnknown ? Certainty.MAYBE : Certainty.YES;
    return onlyWhere(hasSubnet, 'its subnet is only known when Terraform runs', judgeFlag(app, ROUTED));
  },
  // It does not ask for a subnet.
  evaluatePolicy: (app) => judgeFlag(app, ROUTED),
};
