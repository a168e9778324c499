import { APPS_AND_SLOTS } from '../../../../topology/apps/app-types';
import { Severity } from '../../../severity';
import { judgeFlag } from '../../judgement';
import { Rule } from '../../rule';

export const appRemoteDebuggingOff: Rule = {
  id: 'APP10',
  name: 'AppRemoteDebuggingOff',
  severity: Severity.ERROR,
  types: APPS_AND_SLOTS,
  controls: {
    benchmark: ['PV-2'],
    policies: [
      'cb510bfd-1cba-4d9f-a230-cb0976f4bb71',
      '0e60b895-3786-45da-8377-9c6b4b6ac5f9',
      'a08ae1ab-8d1d-422b-a123-df82b307ba61',
      '89691ef9-8c50-49a8-8950-9c7fba41699e',
    ],
    psRule: ['AZR-000074'],
    checkov: ['CKV_AZURE_72', 'CKV_AZURE_155'],
  },
  summary: 'Remote debugging is off.',
  explanation: 'A debugger that is left on opens ports to the app, and a person who attaches reads its memory.',
  link: 'https://learn.microsoft.com/azure/app-service/overview-security',
  fix: 'Leave site_config.remote_debugging_enabled out; the apps of this library never set it.',
  evaluate: (app) =>
    judgeFlag(app, { attribute: 'site_config.remote_debugging_enabled', wanted: false, byDefault: false }),
};
