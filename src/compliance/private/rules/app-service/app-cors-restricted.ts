import { APPS_AND_SLOTS } from '../../../../topology/apps/app-types';
import { Severity } from '../../../severity';
import { Judgement, runtimeOnly } from '../../judgement';
import { judgeOrigins } from '../../origins';
import { Rule, RuleVerdict } from '../../rule';

const ATTRIBUTE = 'site_config.cors.allowed_origins';

export const appCorsRestricted: Rule = {
  id: 'APP12',
  name: 'AppCorsRestricted',
  severity: Severity.ERROR,
  types: APPS_AND_SLOTS,
  controls: {
    benchmark: ['PV-2'],
    policies: [
      '5744710e-cc2f-4ee8-8809-3b11e89f4bc9',
      '0820b7b9-23aa-4725-a1ce-ae4558f718e5',
      'cae7c12e-764b-4c87-841a-fdc6675d196f',
      'a1a22235-dd10-4062-bd55-7d62778f41b0',
    ],
    checkov: ['CKV_AZURE_57', 'CKV_AZURE_62'],
  },
  differs: {
    CKV_AZURE_57:
      'Fails the origin * where it is the only one; this rule also finds it among others, and origins that do not come over https.',
    CKV_AZURE_62:
      'Fails the origin * where it is the only one; this rule also finds it among others, and origins that do not come over https.',
  },
  summary: 'Only named https origins call an app from web pages.',
  explanation:
    'If any origin is allowed, every web page that a user opens can call the app, negotiation for SignalR included. A page that came over http may have been changed on the way.',
  link: 'https://learn.microsoft.com/azure/app-service/app-service-web-tutorial-rest-api#enable-cors',
  fix: `Name origins such as https://contoso.com in ${ATTRIBUTE}; in this library AppCors.allowOrigins.`,
  evaluate(app) {
    const { elements } = app.at(ATTRIBUTE);
    if (!elements) return RuleVerdict.unknown(runtimeOnly(ATTRIBUTE, app.at(ATTRIBUTE).decidedBy));
    const judgement = new Judgement();
    judgeOrigins(judgement, elements);
    const isOpen = elements.length > 0;
    return judgement.verdict(
      isOpen ? 'cors names origins that come over https' : 'it accepts no calls from other origins',
    );
  },
};
