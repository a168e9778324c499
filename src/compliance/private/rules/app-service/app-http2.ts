import { APPS_AND_SLOTS } from '../../../../topology/apps/app-types';
import { Severity } from '../../../severity';
import { judgeFlag } from '../../judgement';
import { Rule } from '../../rule';

export const appHttp2: Rule = {
  id: 'APP17',
  name: 'AppHttp2',
  severity: Severity.INFO,
  types: APPS_AND_SLOTS,
  controls: {
    benchmark: ['PV-2'],
    policies: [
      '8c122334-9d20-4eb8-89ea-ac9a705b74ae',
      'e2c1c086-2d84-4019-bff3-c44ccd95113c',
      '4dcfb8b5-05cd-4090-a931-2ec29057e1fc',
      'fa98f1b1-1f56-4179-9faf-93ad82f3458f',
    ],
    psRule: ['AZR-000078'],
    checkov: ['CKV_AZURE_18', 'CKV_AZURE_67'],
  },
  summary: 'Apps answer over HTTP/2.',
  explanation: 'Clients that support it send many requests over one connection; other clients fall back to HTTP/1.1.',
  link: 'https://learn.microsoft.com/azure/app-service/configure-common#configure-general-settings',
  fix: 'Set site_config.http2_enabled to true; the apps of this library do by default.',
  evaluate: (app) => judgeFlag(app, { attribute: 'site_config.http2_enabled', wanted: true, byDefault: false }),
};
