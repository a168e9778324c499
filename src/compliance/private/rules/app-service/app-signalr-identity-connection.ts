import { APPS_AND_SLOTS } from '../../../../topology/apps/app-types';
import { Setting, settingsOf } from '../../../../topology/apps/settings';
import { SignalRSetting, signalrSettings } from '../../../../topology/signalr/connections';
import { heldKey } from '../../../../topology/signalr/keys';
import { Severity } from '../../../severity';
import { Judgement } from '../../judgement';
import { Rule, RuleVerdict } from '../../rule';

const AUTH_TYPE = /AuthType\s*=\s*([\w.]+)/i;
const KEY_VAULT = /^@Microsoft\.KeyVault\(/i;
const SECRET = /ClientSecret\s*=/i;

export const appSignalRIdentityConnection: Rule = {
  id: 'APP9',
  name: 'AppSignalRIdentityConnection',
  severity: Severity.WARNING,
  types: APPS_AND_SLOTS,
  controls: { benchmark: ['IM-3', 'IM-8'] },
  summary: 'Apps sign in to SignalR with a managed identity.',
  explanation:
    'Keys and client secrets are kept, rotated and leaked by people; a managed identity has nothing that could be copied.',
  link: 'https://learn.microsoft.com/azure/azure-signalr/signalr-howto-authorize-managed-identity',
  fix: 'Write AuthType=azure.msi into the connection string, with ClientId for a user-assigned identity, or use PREFIX__serviceUri; in this library signalr.connectServer or connectNegotiator.',
  evaluate(app) {
    const settings = settingsOf(app);
    if (!settings) return RuleVerdict.unknown('the settings are only known when Terraform runs');
    const connections = signalrSettings(settings);
    if (connections.length === 0) return RuleVerdict.notApplicable('no setting names a SignalR service');
    const names = new Set(settings.map(({ name }) => name.toLowerCase()));
    const judgement = new Judgement();
    connections.forEach((connection) =>
      connection.isUri ? judgeUri(judgement, connection, names) : judgeString(judgement, connection),
    );
    return judgement.verdict('it signs in with an identity');
  },
};

function judgeUri(judgement: Judgement, { name }: SignalRSetting, names: ReadonlySet<string>): void {
  const secret = name.replace(/serviceUri$/i, 'clientSecret');
  if (!names.has(secret.toLowerCase())) return;
  judgement.violates({ id: `Setting::${name}`, message: `${secret} is set, so the app signs in with a client secret` });
}

function judgeString(judgement: Judgement, { name, value }: Setting): void {
  const { text } = value;
  const violates = (how: string) =>
    judgement.violates({ id: `Setting::${name}`, message: `${name} signs in with ${how}` });
  const authType = AUTH_TYPE.exec(text)?.[1].toLowerCase();
  if (authType === 'azure.app' && SECRET.test(text)) {
    violates('a client secret');
  } else if (authType === 'azure.msi' || authType === 'azure' || authType === 'azure.app') {
    return;
  } else if (KEY_VAULT.test(text)) {
    judgement.cannotTell(`${name} is in a Key Vault, so how it signs in is not known`);
  } else if (heldKey(value) === undefined && value.isUnknown) {
    judgement.cannotTell(`how ${name} signs in is only known when Terraform runs`);
  } else {
    violates('an access key, because AuthType is not set');
  }
}
