import { APPS_AND_SLOTS } from '../../../../topology/apps/app-types';
import { settingsOf } from '../../../../topology/apps/settings';
import { signalrSettings } from '../../../../topology/signalr/connections';
import { Credential, signInOf } from '../../../../topology/signalr/sign-in';
import { Severity } from '../../../severity';
import { Judgement } from '../../judgement';
import { Rule, RuleVerdict } from '../../rule';

export const appSignalRIdentityConnection: Rule = {
  id: 'APP9',
  name: 'AppSignalRIdentityConnection',
  severity: Severity.WARNING,
  types: APPS_AND_SLOTS,
  controls: { benchmark: ['IM-3', 'IM-8'] },
  summary: 'Apps sign in to SignalR with a managed identity.',
  explanation: 'People store, rotate and leak keys and client secrets; a managed identity has no secret to copy.',
  link: 'https://learn.microsoft.com/azure/azure-signalr/signalr-howto-authorize-managed-identity',
  fix: 'Write AuthType=azure.msi into the connection string, with ClientId for a user-assigned identity, or use PREFIX__serviceUri; in this library signalr.connectServer or connectNegotiator.',
  evaluate(app, { model }) {
    const settings = settingsOf(app);
    if (!settings) return RuleVerdict.unknown('the settings are only known when Terraform runs');
    const connections = signalrSettings(settings);
    if (connections.length === 0) return RuleVerdict.notApplicable('no setting names a SignalR service');
    const judgement = new Judgement();
    for (const connection of connections) {
      const { name } = connection;
      const { credential, how } = signInOf(connection, { app, model, settings });
      if (credential === Credential.UNKNOWN) {
        judgement.cannotTell(how);
      } else if (credential !== Credential.IDENTITY) {
        judgement.violates({ id: `Setting::${name}`, message: `${name} signs in with ${how}` });
      }
    }
    return judgement.verdict('it signs in with an identity');
  },
};
