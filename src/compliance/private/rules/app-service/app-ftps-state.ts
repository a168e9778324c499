import { FLEX_APP, APPS_AND_SLOTS, hasOldNames } from '../../../../topology/apps/app-types';
import { Severity } from '../../../severity';
import { runtimeOnly } from '../../judgement';
import { Rule, RuleVerdict } from '../../rule';

const ATTRIBUTE = 'site_config.ftps_state';

export const appFtpsState: Rule = {
  id: 'APP5',
  name: 'AppFtpsState',
  severity: Severity.ERROR,
  types: APPS_AND_SLOTS.filter((type) => type !== FLEX_APP),
  controls: {
    benchmark: ['DP-3'],
    policies: [
      '4d24b6d4-5e53-4a4f-a7f4-618fa573ee4b',
      '399b2637-a50f-4f95-96f8-3a145476eb15',
      'c285a320-8830-4665-9cc7-bbd05fc7c5c0',
      'e1a09430-221d-4d4c-a337-1edb5a1fa9bb',
    ],
    psRule: ['AZR-000081'],
    checkov: ['CKV_AZURE_78'],
  },
  differs: {
    CKV_AZURE_78: 'Fails an app without the attribute; azurerm then sends Disabled, except for legacy types.',
  },
  summary: 'Files are not deployed over plain FTP.',
  explanation: 'FTP sends the password and the code of the app in plain text.',
  link: 'https://learn.microsoft.com/azure/app-service/deploy-ftp#enforce-ftps',
  fix: `Set ${ATTRIBUTE} to Disabled or FtpsOnly. Left out it means Disabled, except for legacy types, but Checkov then fails the app; the apps of this library set Disabled.`,
  evaluate(app) {
    const value = app.at(ATTRIBUTE);
    if (value.isUnknown) return RuleVerdict.unknown(runtimeOnly(ATTRIBUTE));
    if (value.isAbsent && hasOldNames(app.type)) {
      return RuleVerdict.violated({ message: `${ATTRIBUTE} is not set, which means AllAllowed for ${app.type}` });
    }
    return value.is('AllAllowed')
      ? RuleVerdict.violated({ message: `${ATTRIBUTE} is AllAllowed` })
      : RuleVerdict.compliant(`${ATTRIBUTE} is ${value.isAbsent ? 'Disabled by default' : value.text}`);
  },
};
