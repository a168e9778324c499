import { APPS_AND_SLOTS, LEGACY_SITES } from '../../../../topology/apps/app-types';
import { Severity } from '../../../severity';
import { runtimeOnly } from '../../judgement';
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
  differs: {
    CKV_AZURE_16: 'Passes a legacy app whose identity has the type None.',
    CKV_AZURE_71: 'Passes a legacy app whose identity has the type None.',
  },
  summary: 'Apps have a managed identity.',
  explanation: 'Without an identity an app needs secrets to sign in to SignalR and to other services.',
  link: 'https://learn.microsoft.com/azure/app-service/overview-managed-identity',
  fix: 'Add an identity block; in this library identity of the app.',
  evaluate(app) {
    const blocks = app.blocks('identity');
    if (!blocks) return RuleVerdict.unknown('identity is only known when Terraform runs');
    if (blocks.length === 0) return RuleVerdict.violated({ message: 'it has no managed identity' });
    const type = blocks[0].at('type');
    const reason = `its identity is ${type.text}`;
    // azurerm 2 took None as a type of identity; later versions take the block as the wish for one.
    if (!LEGACY_SITES.includes(app.type)) return RuleVerdict.compliant(reason);
    if (type.isUnknown) return RuleVerdict.unknown(runtimeOnly('identity.type'));
    return /^none$/i.test(type.text) ? RuleVerdict.violated({ message: reason }) : RuleVerdict.compliant(reason);
  },
};
