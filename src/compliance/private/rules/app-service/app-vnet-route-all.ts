import { Certainty } from '../../../../core/internal/certainty';
import { ModelResource } from '../../../../model/model-resource';
import { APPS_AND_SLOTS, hasOldNames } from '../../../../topology/apps/app-types';
import { settingNamed } from '../../../../topology/apps/settings';
import { Severity } from '../../../severity';
import { judgeFlag, onlyWhere, runtimeOnly } from '../../judgement';
import { Rule, RuleVerdict } from '../../rule';

const ROUTED = { attribute: 'site_config.vnet_route_all_enabled', wanted: true, byDefault: false };
const SETTING = 'WEBSITE_VNET_ROUTE_ALL';

export const appVnetRouteAll: Rule = {
  id: 'APP2',
  name: 'AppVnetRouteAll',
  severity: Severity.WARNING,
  types: APPS_AND_SLOTS,
  controls: {
    benchmark: ['NS-1'],
    policies: [
      'a691eacb-474d-47e4-b287-b4813ca44222',
      '32a913ec-5ed7-4b31-a5b0-198450d8fb13',
      'f5c0bfb3-acea-47b1-b477-b0edcdf6edc1',
      '75c42c42-dfb3-453d-8fd5-9f978e1b1106',
    ],
  },
  differs: {
    'a691eacb-474d-47e4-b287-b4813ca44222':
      'Also fails an app without a subnet, as the policies for function apps and slots do; the rule leaves that to APP1.',
  },
  summary: 'All outbound traffic of an app goes through its subnet.',
  explanation:
    'Without it only traffic to private addresses goes through the subnet; security groups, routes and firewalls do not see the rest.',
  link: 'https://learn.microsoft.com/azure/app-service/overview-vnet-integration',
  fix: 'Set site_config.vnet_route_all_enabled to true; the apps of this library always do.',
  evaluate(app, { topology: { integrations } }) {
    if (integrations.isInEnvironment(app.path).isYes) {
      return RuleVerdict.notApplicable('it runs in an App Service Environment, in a network');
    }
    const subnet = integrations.subnetOf(app.path);
    if (!subnet) return RuleVerdict.notApplicable('it calls out through no subnet');
    const hasSubnet = subnet.isUnknown ? Certainty.MAYBE : Certainty.YES;
    return onlyWhere(hasSubnet, 'its subnet is only known when Terraform runs', judgeRoutes(app));
  },
  // It does not ask for a subnet.
  evaluatePolicy: (app) => judgeFlag(app, ROUTED),
};

/** azurerm reads a setting in place of the attribute where a legacy type leaves that out. */
function judgeRoutes(app: ModelResource): RuleVerdict {
  const [setting] = settingNamed(app, SETTING);
  if (!setting || !hasOldNames(app.type) || !app.at(ROUTED.attribute).isAbsent) return judgeFlag(app, ROUTED);
  if (setting.isUnknown) return RuleVerdict.unknown(runtimeOnly(`the app setting ${SETTING}`, setting.decidedBy));
  const reason = `the app setting ${SETTING} is ${setting.text}`;
  return setting.is('1') ? RuleVerdict.compliant(reason) : RuleVerdict.violated({ message: reason });
}
