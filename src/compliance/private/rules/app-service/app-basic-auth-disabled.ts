import { FLEX_APP, APPS_AND_SLOTS, LEGACY_SITES, LOGIC_APP } from '../../../../topology/apps/app-types';
import { Severity } from '../../../severity';
import { addFlag, Judgement } from '../../judgement';
import { Rule, RuleVerdict } from '../../rule';

const FTP = 'ftp_publish_basic_authentication_enabled';
const SCM = 'webdeploy_publish_basic_authentication_enabled';
const SCM_OF_LOGIC_APP = 'scm_publish_basic_authentication_enabled';

export const appBasicAuthDisabled: Rule = {
  id: 'APP6',
  name: 'AppBasicAuthDisabled',
  severity: Severity.ERROR,
  types: APPS_AND_SLOTS,
  controls: {
    benchmark: ['IM-1'],
    policies: [
      '871b205b-57cf-4e1e-a234-492616998bf7',
      'aede300b-d67f-480a-ae26-4b3dfb1a1fdc',
      'ec71c0bc-6a45-4b1f-9587-80dc83e6898c',
      '847ef871-e2fe-4e6e-907e-4adbf71de5cf',
    ],
  },
  summary: 'Code is deployed with Microsoft Entra identities, not with passwords.',
  explanation:
    'Publishing passwords never expire and have no second factor, and a person who has one runs code as the identity of the app.',
  link: 'https://learn.microsoft.com/azure/app-service/configure-basic-auth-disable',
  fix: `Set ${FTP} and ${SCM}, or ${SCM_OF_LOGIC_APP}, to false; legacy types do not have these attributes; the apps of this library always set them.`,
  evaluate(app) {
    if (LEGACY_SITES.includes(app.type)) {
      return RuleVerdict.violated({
        message: `${app.type} cannot turn off publishing passwords, which are on by default`,
      });
    }
    const judgement = new Judgement();
    // Flex Consumption has no deployment over FTP.
    if (app.type !== FLEX_APP) {
      addFlag(judgement, app, { attribute: FTP, wanted: false, byDefault: true }, { id: 'Ftp' });
    }
    const attribute = app.type === LOGIC_APP ? SCM_OF_LOGIC_APP : SCM;
    addFlag(judgement, app, { attribute, wanted: false, byDefault: true }, { id: 'Scm' });
    return judgement.verdict('it accepts no publishing passwords');
  },
};
