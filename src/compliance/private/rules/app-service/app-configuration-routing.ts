import { APPS_AND_SLOTS, FLEX_APP, LEGACY_SITES } from '../../../../topology/apps/app-types';
import { configurationTraffic } from '../../../../topology/apps/configuration-routing';
import { Severity } from '../../../severity';
import { Judgement } from '../../judgement';
import { Rule, RuleVerdict } from '../../rule';

export const appConfigurationRouting: Rule = {
  id: 'APP16',
  name: 'AppConfigurationRouting',
  severity: Severity.WARNING,
  types: APPS_AND_SLOTS.filter((type) => type !== FLEX_APP && !LEGACY_SITES.includes(type)),
  controls: {
    benchmark: ['NS-1'],
    policies: [
      '801543d1-1953-4a90-b8b0-8cf6d41473a5',
      '5e57f5ad-995a-485b-9f42-4748935ee5d9',
      '5747353b-1ca9-42c1-a4dd-b874b894f3d4',
      'f380edf5-de79-4862-bd57-ee407d8bd8b6',
    ],
  },
  summary: 'App Service fetches image, content share and backups of an app through its subnet.',
  explanation:
    'Route All applies to what the code sends. App Service pulls the image, mounts the content share and writes backups over the internet, unless a setting routes each through the subnet. The rule requires it for what the app has, the policies for all three.',
  link: 'https://learn.microsoft.com/azure/app-service/configure-vnet-integration-routing#configure-configuration-routing',
  fix: 'Set vnet_image_pull_enabled, or virtual_network_image_pull_enabled of a Windows web app, virtual_network_backup_restore_enabled, and the app setting WEBSITE_CONTENTOVERVNET to 1, or vnet_content_share_enabled of a Logic App; in this library on the resource of the app.',
  evaluate(app, { topology }) {
    const { integrations } = topology;
    const subnet = integrations.subnetOf(app.path);
    if (!subnet) return RuleVerdict.notApplicable('it calls out through no subnet');
    if (integrations.isInEnvironment(app.path).isYes) {
      return RuleVerdict.notApplicable('it runs in an App Service Environment, in a network');
    }
    const judgement = new Judgement();
    for (const { kind, title, isThere, isRouted, by } of configurationTraffic(app)) {
      if (isThere.isNo || isRouted.isYes) continue;
      const isCertain = isThere.isYes && isRouted.isNo && !subnet.isUnknown;
      if (isCertain) judgement.violates({ id: kind, message: `${title} uses the internet, since ${by} is not on` });
      else judgement.cannotTell(`which way ${title} uses is only known when Terraform runs`);
    }
    return judgement.verdict('its image, content share and backups go through the subnet, where it has them');
  },
};
