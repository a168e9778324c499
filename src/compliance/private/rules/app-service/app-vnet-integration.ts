import { Severity } from '../../../severity';
import { integrations } from '../../relations/integrations';
import { APPS, isIsolated } from '../../relations/web-apps';
import { Rule, RuleVerdict } from '../../rule';

export const appVnetIntegration: Rule = {
  id: 'APP1',
  name: 'AppVnetIntegration',
  severity: Severity.ERROR,
  types: APPS,
  controls: { benchmark: ['NS-1'], policies: ['72d04c29-f87d-4575-9731-419ff16a2757'] },
  summary: 'Apps call out through a subnet.',
  explanation:
    'An app outside of the network cannot reach private endpoints: its server connections to SignalR cross the internet, or fail.',
  link: 'https://learn.microsoft.com/azure/app-service/overview-vnet-integration',
  fix: 'Set virtual_network_subnet_id; in this library integrationSubnet of the app.',
  evaluate(app, context) {
    if (isIsolated(app, context)) {
      return RuleVerdict.notApplicable('it runs in an App Service Environment, in a network');
    }
    const integration = context.derive(integrations);
    const ids = integration.subnetIdsOf(app);
    if (ids.some((id) => id.knownText !== undefined || id.resource)) {
      return RuleVerdict.compliant('it calls out through a subnet');
    }
    if (ids.length > 0) return RuleVerdict.unknown('its subnet is only known when Terraform runs');
    if (integration.haveUnknownApps) {
      return RuleVerdict.unknown('which app a network integration belongs to is only known when Terraform runs');
    }
    return RuleVerdict.violated({
      message: 'virtual_network_subnet_id is not set, so the app calls out over the internet',
    });
  },
};
