import { APPS_AND_SLOTS, hasOldNames } from '../../../../topology/apps/app-types';
import { Severity } from '../../../severity';
import { Judgement, runtimeOnly } from '../../judgement';
import { Rule } from '../../rule';

const SITES: readonly [string, string][] = [
  ['App', 'site_config.minimum_tls_version'],
  ['Scm', 'site_config.scm_minimum_tls_version'],
];
/** Azure applies 1.2 to those that have no attribute for the deployment site. */
const OLD_SITES: readonly [string, string][] = [
  ['App', 'site_config.min_tls_version'],
  ['Scm', 'site_config.scm_min_tls_version'],
];

const OUTDATED = ['1.0', '1.1'];

export const appMinTls12: Rule = {
  id: 'APP4',
  name: 'AppMinTls12',
  severity: Severity.ERROR,
  types: APPS_AND_SLOTS,
  controls: {
    benchmark: ['DP-3', 'NS-8'],
    policies: [
      'f0e6e85b-9b9f-4a4b-b67b-f730d42f1b0b',
      'f9d614c5-c173-4d56-95a7-b4437057d193',
      '4ee5b817-627a-435a-8932-116193268172',
      'deb528de-8f89-4101-881c-595899253102',
    ],
    psRule: ['AZR-000073'],
    checkov: ['CKV_AZURE_15', 'CKV_AZURE_145', 'CKV_AZURE_154'],
  },
  differs: {
    'AZR-000073': 'Reads the app alone; this rule also reads its deployment site.',
    CKV_AZURE_15: 'Reads the app alone; this rule also reads its deployment site.',
    CKV_AZURE_145: 'Reads the app alone; this rule also reads its deployment site.',
    CKV_AZURE_154: 'Reads the app alone; this rule also reads its deployment site.',
  },
  summary: 'Apps and their deployment sites accept TLS 1.2 or newer only.',
  explanation: 'Attackers can break older versions of TLS, and force clients to fall back to them.',
  link: 'https://learn.microsoft.com/azure/app-service/overview-tls',
  fix: 'Set site_config.minimum_tls_version and scm_minimum_tls_version to 1.2 or 1.3, or leave them out; the apps of this library always do.',
  evaluate(app) {
    const judgement = new Judgement();
    for (const [id, attribute] of hasOldNames(app.type) ? OLD_SITES : SITES) {
      const value = app.at(attribute);
      if (value.isUnknown) judgement.cannotTell(runtimeOnly(attribute));
      else if (OUTDATED.includes(value.text)) judgement.violates({ id, message: `${attribute} is ${value.text}` });
    }
    return judgement.verdict('it accepts TLS 1.2 or newer only');
  },
};
