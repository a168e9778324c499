import { ModelResource } from '../../../../model/model-resource';
import { AccessRestrictions, RestrictionBlock } from '../../../../topology/apps/access-restrictions';
import { APPS_AND_SLOTS, hasOldNames } from '../../../../topology/apps/app-types';
import { isOn, publicAccess } from '../../../../topology/values';
import { ComplianceStatus } from '../../../compliance-status';
import { SecurityProfile } from '../../../security-profile';
import { Severity } from '../../../severity';
import { Judgement, judgeOff, runtimeOnly } from '../../judgement';
import { Rule, RuleVerdict } from '../../rule';

const ACCESS = 'public_network_access_enabled';
const FOLLOWS = 'site_config.scm_use_main_ip_restriction';

export const appPublicAccess: Rule = {
  id: 'APP11',
  name: 'AppPublicAccess',
  severity: Severity.ERROR,
  types: APPS_AND_SLOTS,
  profile: SecurityProfile.ISOLATED,
  controls: {
    benchmark: ['NS-2'],
    policies: [
      '1b5ef780-c53c-4a64-87f3-bb9c8c8094ba',
      '969ac98b-88a8-449f-883c-2e9adb123127',
      '2374605e-3e0b-492b-9046-229af202562c',
      'cd794351-e536-40f4-9750-503a463d8cad',
      '701a595d-38fb-4a66-ae6d-fb3735217622',
      '11c82d0c-db9f-4d7b-97c5-f3f9aa957da2',
    ],
    checkov: ['CKV_AZURE_221', 'CKV_AZURE_222'],
  },
  differs: {
    '1b5ef780-c53c-4a64-87f3-bb9c8c8094ba':
      'Counts public_network_access_enabled alone, as do the other policies and Checkov; the rule also accepts access restrictions that allow no caller on the internet.',
    CKV_AZURE_221:
      'Fails an app in every profile, and whatever its access restrictions are; this rule requires it in the isolated profile only, and accepts restrictions that allow no caller on the internet.',
    CKV_AZURE_222:
      'Fails an app in every profile, and whatever its access restrictions are; this rule requires it in the isolated profile only, and accepts restrictions that allow no caller on the internet.',
  },
  summary: 'In the isolated profile apps and their deployment sites cannot be called over the internet.',
  explanation:
    'In a system without internet access, an app that is reachable over the internet exposes everything that it can reach.',
  link: 'https://learn.microsoft.com/azure/app-service/overview-access-restrictions',
  fix: `Set ${ACCESS} to false and add a private endpoint; in this library AccessRestrictions.privateEndpointOnly(). The rule, but no policy, also accepts Deny as both default actions of site_config, with rules for private ranges and subnets only.`,
  evaluate(app) {
    const byFlag = judgeAccess(app);
    if (byFlag.status === ComplianceStatus.COMPLIANT) return byFlag;
    const judgement = new Judgement();
    judgeSite(judgement, app, 'App', 'ip_restriction');
    const follows = isOn(app.at(FOLLOWS), false);
    if (follows.isMaybe) judgement.cannotTell(runtimeOnly(FOLLOWS));
    else if (follows.isNo) judgeSite(judgement, app, 'Scm', 'scm_ip_restriction');
    const verdict = judgement.verdict('access restrictions deny callers on the internet');
    return byFlag.status === ComplianceStatus.UNKNOWN && verdict.findings.length > 0 ? byFlag : verdict;
  },
  // Access restrictions do not count: https://github.com/Azure/azure-policy, WebApp_PublicNetworkAccess_Audit.json.
  evaluatePolicy: judgeAccess,
};

function judgeAccess(app: ModelResource): RuleVerdict {
  return judgeOff(publicAccess(app));
}

function judgeSite(judgement: Judgement, app: ModelResource, id: string, block: RestrictionBlock): void {
  const restrictions = new AccessRestrictions(app, block);
  const { defaultAction } = restrictions;
  const callers = restrictions.callersOnInternet;
  if (!callers || callers.others.isMaybe) {
    judgement.cannotTell(runtimeOnly(defaultAction, callers?.others.because));
  } else if (callers.others.isYes) {
    // Types without the attribute refuse others as soon as they have a rule.
    const isImplicit = hasOldNames(app.type) && app.at(defaultAction).isAbsent;
    const message = isImplicit
      ? `site_config has no ${block}, so every caller is allowed`
      : `${ACCESS} is not false, and ${defaultAction} is not Deny`;
    judgement.violates({ id, message });
  } else if (callers.known.length > 0) {
    const known = [...new Set(callers.known)].join(', ');
    judgement.violates({ id, message: `${block} in site_config allows ${known} from the internet` });
  }
  for (const doubt of callers?.doubts ?? []) {
    judgement.cannotTell(`which callers ${block} in site_config allows is not known, since ${doubt} decides`);
  }
}
