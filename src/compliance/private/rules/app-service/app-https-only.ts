import { APPS_AND_SLOTS } from '../../../../topology/apps/app-types';
import { Severity } from '../../../severity';
import { addFlag, judgeFlag, Judgement } from '../../judgement';
import { Rule } from '../../rule';

const POLICIES = [
  'a4af4a39-4135-47fb-b175-47fbdf85311d',
  '6d555dd1-86f2-4f1c-8ed7-5abae7c6cbab',
  '0f98368e-36bc-4716-8ac2-8f8067203b63',
  'a096cbd0-4693-432f-9374-682f485f23f3',
  'ae1b9a8c-dfce-4605-bd91-69213b4a26fc',
  '5e5dbe3f-2702-4ffc-8b1e-0cae008a5c71',
];
const HTTPS_ONLY = { attribute: 'https_only', wanted: true, byDefault: false };
const REQUIRE_HTTPS = { attribute: 'auth_settings_v2.require_https', wanted: true, byDefault: true };

export const appHttpsOnly: Rule = {
  id: 'APP3',
  name: 'AppHttpsOnly',
  severity: Severity.ERROR,
  types: APPS_AND_SLOTS,
  controls: {
    benchmark: ['DP-3'],
    policies: POLICIES,
    psRule: ['AZR-000084'],
    checkov: ['CKV_AZURE_14', 'CKV_AZURE_70', 'CKV_AZURE_153'],
  },
  differs: Object.fromEntries(
    POLICIES.map((id) => [id, 'Does not read authentication, which may let sessions begin over plain HTTP.']),
  ),
  summary: 'Apps answer over HTTPS only.',
  explanation:
    'Over plain HTTP anyone on the way can read and change what is sent, access tokens for SignalR included.',
  link: 'https://learn.microsoft.com/azure/app-service/configure-ssl-bindings#enforce-https',
  fix: `Set https_only to true, as the apps of this library always do, and leave ${REQUIRE_HTTPS.attribute} at true.`,
  evaluate(app) {
    const judgement = new Judgement();
    addFlag(judgement, app, HTTPS_ONLY);
    addFlag(judgement, app, REQUIRE_HTTPS, { id: 'Authentication', severity: Severity.WARNING });
    return judgement.verdict('https_only is true');
  },
  // https://github.com/Azure/azure-policy, WebApp_AuditHTTP_Audit.json: it knows nothing of authentication.
  evaluatePolicy: (app) => judgeFlag(app, HTTPS_ONLY),
};
