import { DataAzurermSignalrService } from '@cdktf/provider-azurerm/lib/data-azurerm-signalr-service';
import { LinuxWebApp } from '@cdktf/provider-azurerm/lib/linux-web-app';
import { SignalrService } from '@cdktf/provider-azurerm/lib/signalr-service';
import { TerraformStack } from 'cdktf';
import { APP_SERVICE_RULES } from '../../../../src/compliance/private/rules/app-service';
import { Case, checkRule, outcomes } from '../../../support/compliance';
import { add } from '../../../support/plain-azurerm';
import { newStack } from '../../../support/synth';

const [, , , , , , , noKeys, identityConnection, , , , , dnsServer] = APP_SERVICE_RULES;

const CONNECTION = 'Azure__SignalR__ConnectionString';
const SECRET = 'dGhpcyBpcyBubyByZWFsIGtleQ==';
const KEY = `Endpoint=https://chat.service.signalr.net;AccessKey=${SECRET};Version=1.0;`;
const IDENTITY = 'Endpoint=https://chat.service.signalr.net;AuthType=azure.msi;Version=1.0;';
const APP = 'azurerm_linux_web_app';

const settings = (s: TerraformStack, app_settings: unknown, others: object = {}) =>
  add(s, APP, 'App', { app_settings, ...others });
const one = (title: string, name: string, value: string, ...expected: string[]): Case => [
  title,
  (s) => settings(s, { [name]: value }),
  expected.map((line) => `App: ${line}`),
];
const service = (s: TerraformStack) => add(s, 'azurerm_signalr_service', 'Service', { name: 'chat' });

const HELD = `error [Setting::${CONNECTION}] ${CONNECTION} holds a key of a SignalR service`;
const IN_TEXT = `error [Setting::${CONNECTION}] ${CONNECTION} holds an access key in plain text`;

const KINDS = ['windows_function_app', 'linux_web_app_slot', 'function_app_flex_consumption'];

checkRule(noKeys, [
  ['no settings', (s) => add(s, APP, 'App'), ['App: compliant']],
  ['no app', (s) => service(s), []],
  one('an identity', CONNECTION, IDENTITY, 'compliant'),
  one('a key', CONNECTION, KEY, IN_TEXT),
  one('a key with blanks and in lower case', CONNECTION, 'endpoint=https://x; accesskey = abc', IN_TEXT),
  one('the key of another service', 'Bus', 'Endpoint=sb://x/;SharedAccessKeyName=a;SharedAccessKey=b', 'compliant'),
  one('a key in a setting with dots', 'a.b', KEY, 'error [Setting::a.b] a.b holds an access key in plain text'),
  ...['primary_connection_string', 'secondary_connection_string', 'primary_access_key', 'secondary_access_key'].map(
    (attribute): Case => [attribute, (s) => settings(s, { [CONNECTION]: service(s).ref(attribute) }), [`App: ${HELD}`]],
  ),
  [
    'a key inside of text',
    (s) => settings(s, { [CONNECTION]: `Endpoint=x;AccessKey=${service(s).ref('primary_access_key')}` }),
    [`App: ${HELD}`],
  ],
  [
    'a key in a function',
    (s) => settings(s, { [CONNECTION]: '${format("%s", azurerm_signalr_service.x["a"].primary_access_key)}' }),
    [`App: ${HELD}`],
  ],
  [
    'a key by way of a secret of the tree',
    (s) => {
      const secret = add(s, 'azurerm_key_vault_secret', 'Secret', {
        value: service(s).ref('primary_connection_string'),
      });
      settings(s, { [CONNECTION]: secret.ref('value') });
    },
    [`App: ${HELD}`],
  ],
  [
    'references in a circle',
    (s) => {
      const secret = add(s, 'azurerm_key_vault_secret', 'Secret');
      secret.addOverride('value', secret.ref('value'));
      settings(s, { Other: secret.ref('value') });
    },
    ['App: compliant'],
  ],
  [
    'a key of a service in another stack',
    (s) => {
      const other = newStack('Other', undefined, s.node.root);
      settings(s, { [CONNECTION]: service(other).ref('primary_connection_string') });
    },
    [`App: ${HELD}`],
  ],
  [
    'a connection string',
    (s) => settings(s, undefined, { connection_string: [{ name: 'SignalR', type: 'Custom', value: KEY }] }),
    ['App: error [Setting::SignalR] SignalR holds an access key in plain text'],
  ],
  [
    'dynamic connection strings',
    (s) => settings(s, {}, { dynamic: { connection_string: {} } }),
    ['App: unknown, the settings are only known when Terraform runs'],
  ],
  [
    'unknown settings',
    (s) => settings(s, '${var.x}'),
    ['App: unknown, the settings are only known when Terraform runs'],
  ],
  one(
    'a variable',
    CONNECTION,
    '${var.x}',
    `unknown, whether ${CONNECTION} holds a key is only known when Terraform runs`,
  ),
  one('a variable for something else', 'Other', '${var.x}', 'compliant'),
  one('an identity with a variable', CONNECTION, 'Endpoint=https://${var.x};AuthType=azure.msi;', 'compliant'),
  one(
    'a secret in a vault',
    CONNECTION,
    '@Microsoft.KeyVault(SecretUri=https://kv.vault.azure.net/secrets/s)',
    'compliant',
  ),
  [
    'on every kind of app',
    (s) => KINDS.forEach((type) => add(s, `azurerm_${type}`, type, { app_settings: { [CONNECTION]: KEY } })),
    KINDS.map((id) => `${id}: ${IN_TEXT}`),
  ],
]);

test('no message tells the key', () => {
  const stack = newStack();
  settings(stack, { [CONNECTION]: KEY }, { connection_string: [{ name: 'b', value: KEY }] });
  for (const rule of [noKeys, identityConnection]) {
    const lines = outcomes(rule, stack);
    expect(lines.length).toBeGreaterThan(0);
    expect(lines.join()).not.toContain(SECRET.slice(0, 8));
  }
});

test('keys are found with the classes of the provider bindings, of services and of look-ups', () => {
  const stack = newStack();
  const signalr = new SignalrService(stack, 'Service', {
    name: 'chat',
    location: 'centralus',
    resourceGroupName: 'rg',
    sku: { name: 'Standard_S1', capacity: 1 },
  });
  const lookup = new DataAzurermSignalrService(stack, 'Lookup', { name: 'x', resourceGroupName: 'rg' });
  new LinuxWebApp(stack, 'App', {
    name: 'app',
    location: 'centralus',
    resourceGroupName: 'rg',
    servicePlanId: 'plan',
    siteConfig: {},
    appSettings: { A: signalr.primaryConnectionString, B: lookup.secondaryAccessKey, C: signalr.hostname },
  });
  expect(outcomes(noKeys, stack)).toEqual([
    'App: error [Setting::A] A holds a key of a SignalR service',
    'App: error [Setting::B] B holds a key of a SignalR service',
  ]);
});

const signsIn = (name: string, how: string) => `warning [Setting::${name}] ${name} signs in with ${how}`;
const NO_TYPE = 'an access key, because AuthType is not set';
const URI = 'AzureSignalRConnectionString__serviceUri';

checkRule(identityConnection, [
  one('no service', 'A', 'b', 'not applicable, no setting names a SignalR service'),
  one('an identity', CONNECTION, IDENTITY, 'compliant'),
  one('the default credential', CONNECTION, IDENTITY.replace('azure.msi', 'azure'), 'compliant'),
  one('the former name', CONNECTION, IDENTITY.replace('azure.msi', 'aad'), 'compliant'),
  one(
    'the former name with a client secret',
    CONNECTION,
    `${IDENTITY.replace('azure.msi', 'aad')}ClientId=x;ClientSecret=y;TenantId=z`,
    signsIn(CONNECTION, 'a client secret'),
  ),
  one(
    'a certificate',
    CONNECTION,
    `${IDENTITY.replace('azure.msi', 'azure.app')}ClientId=x;ClientCert=/x.pfx`,
    signsIn(CONNECTION, 'a client certificate'),
  ),
  one(
    'an application registration',
    CONNECTION,
    IDENTITY.replace('azure.msi', 'azure.app'),
    signsIn(CONNECTION, 'a service principal'),
  ),
  one(
    'a type that there is not',
    CONNECTION,
    IDENTITY.replace('azure.msi', 'key'),
    signsIn(CONNECTION, 'an access key, because AuthType is key'),
  ),
  one(
    'a client secret',
    CONNECTION,
    `${IDENTITY.replace('azure.msi', 'azure.app')}ClientSecret=x`,
    signsIn(CONNECTION, 'a client secret'),
  ),
  one('a key', CONNECTION, KEY, signsIn(CONNECTION, NO_TYPE)),
  one(
    'a key for a named endpoint',
    `${CONNECTION}__east__primary`,
    KEY,
    signsIn(`${CONNECTION}__east__primary`, NO_TYPE),
  ),
  one('a key for functions', 'AzureSignalRConnectionString', KEY, signsIn('AzureSignalRConnectionString', NO_TYPE)),
  one(
    'what functions read before the setting of the name',
    'ConnectionStrings:azureSignalRConnectionString',
    'x',
    signsIn('ConnectionStrings:azureSignalRConnectionString', NO_TYPE),
  ),
  one('a key under another name', 'Chat', KEY, signsIn('Chat', NO_TYPE)),
  [
    'a key by reference',
    (s) => settings(s, { [CONNECTION]: service(s).ref('primary_connection_string') }),
    [`App: ${signsIn(CONNECTION, NO_TYPE)}`],
  ],
  [
    'an identity under another name, for a service of the tree',
    (s) => settings(s, { Chat: `Endpoint=https://${service(s).ref('hostname')};AuthType=azure.msi` }),
    ['App: compliant'],
  ],
  one('an address', URI, 'https://chat.service.signalr.net', 'compliant'),
  one('an address under another name', 'Chat__serviceUri', 'https://chat.service.signalr.net', 'compliant'),
  one(
    'an address of something else',
    'Bus__serviceUri',
    'https://bus.example',
    'not applicable, no setting names a SignalR service',
  ),
  [
    'an address with a client secret',
    (s) => settings(s, { [URI]: 'https://x', AzureSignalRConnectionString__clientSecret: 'y' }),
    [
      `App: warning [Setting::${URI}] AzureSignalRConnectionString__serviceUri signs in with AzureSignalRConnectionString__clientSecret, a client secret`,
    ],
  ],
  one('a variable', CONNECTION, '${var.x}', `unknown, how ${CONNECTION} signs in is only known when Terraform runs`),
  one(
    'a secret in a vault',
    CONNECTION,
    '@Microsoft.KeyVault(SecretUri=https://kv.vault.azure.net/secrets/s)',
    `unknown, ${CONNECTION} is in a Key Vault, so how it signs in is not known`,
  ),
  [
    'unknown settings',
    (s) => settings(s, '${var.x}'),
    ['App: unknown, the settings are only known when Terraform runs'],
  ],
]);

/** An app in a network, which names its DNS server. */
const asking =
  (server: string, network: object = {}, change: (s: TerraformStack, n: any) => unknown = () => undefined): Case[1] =>
  (s) => {
    const made = add(s, 'azurerm_virtual_network', 'Network', { name: 'vnet', resource_group_name: 'rg', ...network });
    const subnet = add(s, 'azurerm_subnet', 'Subnet', { virtual_network_name: 'vnet', resource_group_name: 'rg' });
    settings(s, { WEBSITE_DNS_SERVER: server }, { virtual_network_subnet_id: subnet.ref() });
    change(s, made);
  };
const NOT_OURS = 'App: warning [] WEBSITE_DNS_SERVER is 8.8.8.8, which is not a DNS server of its network';
const HIDDEN = 'App: unknown, the DNS servers of its network are not known';

checkRule(dnsServer, [
  one(
    'absent',
    'A',
    'b',
    'not applicable, it does not set WEBSITE_DNS_SERVER, so it uses the DNS servers of its network',
  ),
  one('of Azure', 'WEBSITE_DNS_SERVER', '168.63.129.16', 'compliant'),
  one('a variable', 'WEBSITE_DNS_SERVER', '${var.x}', 'unknown, WEBSITE_DNS_SERVER is only known when Terraform runs'),
  one('outside of a network', 'WEBSITE_DNS_SERVER', '8.8.8.8', 'not applicable, it calls out through no subnet'),
  [
    'in a network that only Terraform knows',
    (s) => {
      settings(s, { WEBSITE_DNS_SERVER: '8.8.8.8' });
      add(s, 'azurerm_app_service_virtual_network_swift_connection', 'Swift', { app_service_id: '${var.app}' });
    },
    [HIDDEN],
  ],
  [
    'unknown settings',
    (s) => settings(s, '${var.x}'),
    ['App: unknown, the settings are only known when Terraform runs'],
  ],
  ['a stranger', asking('8.8.8.8'), [NOT_OURS]],
  ['of the network', asking('10.0.0.4', { dns_servers: ['10.0.0.4'] }), ['App: compliant']],
  ['not of the network', asking('8.8.8.8', { dns_servers: ['10.0.0.4'] }), [NOT_OURS]],
  ['a network with a variable', asking('8.8.8.8', { dns_servers: ['${var.x}'] }), [HIDDEN]],
  [
    'of the network, by a resource of its own',
    asking('10.0.0.4', {}, (s, network) =>
      add(s, 'azurerm_virtual_network_dns_servers', 'Servers', {
        virtual_network_id: network.ref(),
        dns_servers: ['10.0.0.4'],
      }),
    ),
    ['App: compliant'],
  ],
  [
    'a resource of its own that only Terraform knows',
    asking('8.8.8.8', {}, (s) =>
      add(s, 'azurerm_virtual_network_dns_servers', 'Servers', { virtual_network_id: '${var.x}' }),
    ),
    [HIDDEN],
  ],
  ['a network outside of the tree', asking('8.8.8.8', { name: 'other' }), [HIDDEN]],
]);
