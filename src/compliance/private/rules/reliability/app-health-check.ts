import { LEGACY_WEB_APPS, WEB_APP_SLOTS, WEB_APPS } from '../../../../topology/apps/app-types';
import { Severity } from '../../../severity';
import { addFlag, Judgement, runtimeOnly } from '../../judgement';
import { Rule } from '../../rule';

const PATH = 'site_config.health_check_path';

export const appHealthCheck: Rule = {
  id: 'REL3',
  name: 'AppHealthCheck',
  severity: Severity.WARNING,
  types: [...WEB_APPS, ...WEB_APP_SLOTS, ...LEGACY_WEB_APPS],
  controls: { psRule: ['AZR-000077', 'AZR-000079', 'AZR-000080'], checkov: ['CKV_AZURE_213', 'CKV_AZURE_214'] },
  differs: {
    CKV_AZURE_213: 'Passes any path; this rule also finds /, which loads the whole page.',
  },
  summary: 'Web apps stay loaded, and have a health check.',
  explanation:
    'An app that is unloaded closes its server connections, and clients have no server. Without a health check App Service still sends requests to a broken instance.',
  link: 'https://learn.microsoft.com/azure/app-service/monitor-instances-health-check',
  fix: 'Set site_config.always_on to true, or leave it out where that is the default of azurerm, and set health_check_path to a page of its own; in this library alwaysOn and healthCheck of the app.',
  evaluate(app) {
    const judgement = new Judgement();
    const byDefault = !LEGACY_WEB_APPS.includes(app.type);
    addFlag(judgement, app, { attribute: 'site_config.always_on', wanted: true, byDefault }, { id: 'AlwaysOn' });
    const path = app.at(PATH);
    // Only the author of the app can write such a page, so there is no default to hold anybody to.
    const finding = { id: 'HealthCheck', severity: Severity.INFO };
    if (path.isUnknown) judgement.cannotTell(runtimeOnly(PATH));
    else if (path.text === '') judgement.violates({ ...finding, message: `${PATH} is not set` });
    else if (path.is('/')) judgement.violates({ ...finding, message: `${PATH} is /, which loads the whole page` });
    return judgement.verdict('it stays loaded, and has a health check');
  },
};
