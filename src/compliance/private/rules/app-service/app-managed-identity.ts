import { APPS_AND_SLOTS } from '../../../../topology/apps/app-types';
import { Severity } from '../../../severity';
import { Rule, RuleVerdict } from '../../rule';

export const appManagedIdentity: Rule = {
  id: 'APP7',
  name: 'AppManagedIdentity',
  severity: Severity.ERROR,
  types: APPS_AND_SLOTS,
  controls: {
    benchmark: ['IM-3'],
    policies: [
      '2b9ad585-36bc-4615-b300-fd4435808332',
      '0da106f2-4ca3-48e8-bc85-c638fe6aea8f',
      '4a15c15f-90d5-4a1f-8b63-2903944963fd',
    ],
    psRule: ['AZR-000082'],
    checkov: ['CKV_AZURE_16', 'CKV_AZURE_71'],
  },
  summary: 'Apps have a managed identity.',
  explanation: 'Without an identity an app needs secrets to sign in to SignalR and to other services.',
  link: 'https://learn.microsoft.com/azure/app-service/overview-managed-identity',
  fix: 'Add an identity block; in this library identity of the app.',
  evaluate(app) {
    const blocks = app.blocks('identity');
    if (!blocks) return RuleVerdict.unknown('identity is only known when Terraform runs');
    return blocks.length > 0
      ? RuleVerdict.compliant(`its identity is ${blocks[0].at('type').text}`)
      : RuleVerdict.violated({ message: 'it has no managed identity' });
  },
};
