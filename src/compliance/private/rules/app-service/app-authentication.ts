import { APPS_AND_SLOTS, LOGIC_APP } from '../../../../topology/apps/app-types';
import { authenticationOf } from '../../../../topology/apps/authentication';
import { Severity } from '../../../severity';
import { Rule, RuleVerdict } from '../../rule';

export const appAuthentication: Rule = {
  id: 'APP18',
  name: 'AppAuthentication',
  severity: Severity.INFO,
  types: APPS_AND_SLOTS.filter((type) => type !== LOGIC_APP),
  controls: {
    benchmark: ['IM-1'],
    policies: ['95bccee9-a7f8-4bec-9ee9-62c3473701fc', 'c75248c1-ea1d-4a9c-8fc9-29a6aabd5da8'],
    checkov: ['CKV_AZURE_13', 'CKV_AZURE_56'],
  },
  summary: 'App Service authenticates the callers of an app.',
  explanation:
    'Without it the code alone decides who negotiates a connection to SignalR, and a forgotten check allows every caller. Code that checks tokens itself does not need it.',
  link: 'https://learn.microsoft.com/azure/app-service/overview-authentication-authorization',
  fix: 'Set auth_enabled of auth_settings_v2 to true, or enabled of auth_settings for a legacy type; in this library authentication: Authentication.entraId(...) of the app or of its host.',
  evaluate(app, { model }) {
    const { isOn, gap } = authenticationOf(app, model);
    if (isOn.isMaybe) {
      return RuleVerdict.unknown(`whether App Service requires a token is not known, since ${isOn.because} decides`);
    }
    return isOn.isYes
      ? RuleVerdict.compliant('App Service checks the tokens of its callers')
      : RuleVerdict.violated({ message: `App Service requires no token of its callers, since ${gap}` });
  },
};
