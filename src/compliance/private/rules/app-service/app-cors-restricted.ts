import { APPS_AND_SLOTS } from '../../../../topology/apps/app-types';
import { Severity } from '../../../severity';
import { Rule, RuleVerdict } from '../../rule';

const ATTRIBUTE = 'site_config.cors.allowed_origins';

export const appCorsRestricted: Rule = {
  id: 'APP12',
  name: 'AppCorsRestricted',
  severity: Severity.ERROR,
  types: APPS_AND_SLOTS,
  controls: {
    benchmark: ['PV-2'],
    policies: ['5744710e-cc2f-4ee8-8809-3b11e89f4bc9', '0820b7b9-23aa-4725-a1ce-ae4558f718e5'],
    checkov: ['CKV_AZURE_57'],
  },
  summary: 'Only named origins call an app from web pages.',
  explanation:
    'With any origin allowed, every web page that a user opens calls the app, negotiation for SignalR included.',
  link: 'https://learn.microsoft.com/azure/app-service/app-service-web-tutorial-rest-api#enable-cors',
  fix: `Name the origins in ${ATTRIBUTE}; in this library AppCors.allowOrigins.`,
  evaluate(app) {
    const value = app.at(ATTRIBUTE);
    const { elements } = value;
    if (elements?.some((origin) => origin.is('*'))) {
      return RuleVerdict.violated({ message: `${ATTRIBUTE} lets every web page call the app` });
    }
    if (!elements || elements.some(({ isUnknown, text }) => isUnknown && /^\$\{[^{}]*\}$/.test(text))) {
      return RuleVerdict.unknown(`an origin in ${ATTRIBUTE} is only known when Terraform runs`);
    }
    return RuleVerdict.compliant(elements.length > 0 ? 'it names origins' : 'it takes no calls from other origins');
  },
};
