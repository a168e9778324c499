import { isExpression } from '../../../../core/internal/expressions';
import { APPS_AND_SLOTS } from '../../../../topology/apps/app-types';
import { settingsOf } from '../../../../topology/apps/settings';
import { signalrSettings } from '../../../../topology/signalr/connections';
import { heldKey, HeldKey } from '../../../../topology/signalr/keys';
import { Severity } from '../../../severity';
import { Judgement } from '../../judgement';
import { Rule, RuleVerdict } from '../../rule';

export const appNoSignalRKeys: Rule = {
  id: 'APP8',
  name: 'AppNoSignalRKeys',
  severity: Severity.ERROR,
  types: APPS_AND_SLOTS,
  controls: { benchmark: ['IM-8', 'IM-1'] },
  summary: 'No setting of an app holds a key of a SignalR service.',
  explanation:
    'A key gives everyone who reads the settings or the Terraform state access to the whole service, and Azure cannot trace its use to a caller.',
  link: 'https://learn.microsoft.com/azure/azure-signalr/concept-connection-string',
  fix: 'Write AuthType=azure.msi into the connection string, or use PREFIX__serviceUri, and assign a role; in this library signalr.connectServer or connectNegotiator.',
  evaluate(app) {
    const settings = settingsOf(app);
    if (!settings) return RuleVerdict.unknown('the settings are only known when Terraform runs');
    const judgement = new Judgement();
    for (const { name, value } of settings) {
      const held = heldKey(value);
      // The value itself must not be told: reports are read by more people than settings.
      if (held !== undefined) {
        const how = held === HeldKey.TEXT ? 'holds an access key in plain text' : 'holds a key of a SignalR service';
        judgement.violates({ id: `Setting::${name}`, message: `${name} ${how}` });
      }
    }
    signalrSettings(settings)
      .filter(({ isUri, value }) => !isUri && isOpaque(value.text))
      .forEach(({ name }) => judgement.cannotTell(`whether ${name} holds a key is only known when Terraform runs`));
    return judgement.verdict('no setting holds a key of a SignalR service');
  },
};

/** Reports whether nothing of a connection string can be read. */
function isOpaque(text: string): boolean {
  return isExpression(text) && !/Endpoint\s*=|AuthType\s*=/i.test(text);
}
