import { TerraformStack } from 'cdktf';
import { noSignalRKeys } from '../../../../src/compliance/private/rules/signalr/no-signalr-keys';
import { Case, checkRule, outcomes } from '../../../support/compliance';
import { add, PlainData } from '../../../support/plain-azurerm';
import { newStack } from '../../../support/synth';

const SECRET = 'dGhpcyBpcyBubyByZWFsIGtleQ==';
const TEXT = `Endpoint=https://chat.service.signalr.net;AccessKey=${SECRET};Version=1.0;`;
const KEY = '${azurerm_signalr_service.Service.primary_connection_string}';

const service = (s: TerraformStack) => add(s, 'azurerm_signalr_service', 'Service', { name: 'chat' });
const holder = (title: string, type: string, attributes: object, ...expected: string[]): Case => [
  title,
  (s) => [service(s), add(s, type, 'Holder', attributes)],
  expected.map((line) => `Holder: ${line}`),
];
const held = (path: string) => `error [Key::${path}] ${path} holds a key of a SignalR service`;
const inText = (path: string) => `error [Key::${path}] ${path} holds an access key in plain text`;
const open = (path: string) => `unknown, whether ${path} holds a key is only known when Terraform runs`;

checkRule(noSignalRKeys, [
  [
    'a service alone, whose state has its keys',
    (s) => add(s, 'azurerm_signalr_service', 'S', { primary_connection_string: TEXT }),
    [],
  ],
  ['what does not refer to it', (s) => [service(s), add(s, 'azurerm_subnet', 'Subnet', { name: 'x' })], []],
  ['a data source', (s) => [service(s), new PlainData(s, 'azurerm_container_app', 'Data', { name: KEY })], []],
  holder(
    'a container app',
    'azurerm_container_app',
    {
      secret: [
        { name: 'a', value: 'x' },
        { name: 'b', value: KEY },
      ],
    },
    held('secret.1.value'),
  ),
  holder('a configuration', 'azurerm_app_configuration_key', { key: 'x', value: KEY }, held('value')),
  holder(
    'a command line',
    'azurerm_linux_web_app',
    { site_config: [{ app_command_line: `run "${KEY}"` }] },
    held('site_config.0.app_command_line'),
  ),
  holder(
    'a legacy app',
    'azurerm_app_service',
    { site_config: [{ app_command_line: TEXT }] },
    inText('site_config.0.app_command_line'),
  ),
  // APP8 has these.
  holder('settings of an app', 'azurerm_windows_web_app_slot', {
    app_settings: { A: KEY },
    connection_string: [{ name: 'b', value: TEXT }],
  }),
  holder('settings of something else', 'azurerm_static_web_app', { app_settings: { A: KEY } }, held('app_settings.A')),
  // KV5 has it.
  holder('a secret of a vault', 'azurerm_key_vault_secret', { value: KEY }),
  holder('a resource of Kubernetes', 'kubernetes_secret', { data: { connection: KEY } }, held('data.connection')),
  holder(
    'a release',
    'helm_release',
    { set_sensitive: [{ name: 'signalr', value: KEY }] },
    held('set_sensitive.0.value'),
  ),
  holder('a tag', 'azurerm_resource_group', { tags: { signalr: TEXT } }, inText('tags.signalr')),
  holder(
    'a body of azapi',
    'azapi_resource',
    { body: { properties: { secrets: [{ value: KEY }] } } },
    held('body.properties.secrets.0.value'),
  ),
  holder(
    'a body of azapi in JSON',
    'azapi_update_resource',
    { body: '${jsonencode({"value" = azurerm_signalr_service.Service.secondary_access_key})}' },
    held('body'),
  ),
  holder(
    'a look-up',
    'terraform_data',
    { input: '${data.azurerm_signalr_service.Found.secondary_access_key}' },
    held('input'),
  ),
  holder(
    'an instance',
    'terraform_data',
    { input: '${azurerm_signalr_service.Service["a"].primary_access_key}' },
    held('input'),
  ),
  holder(
    'a loop',
    'terraform_data',
    { input: '${[for s in azurerm_signalr_service.Service : s.primary_access_key]}' },
    held('input'),
  ),
  holder(
    'a whole service',
    'local_file',
    { content: '${jsonencode(azurerm_signalr_service.Service)}' },
    held('content'),
  ),
  holder(
    'a script',
    'azurerm_linux_virtual_machine',
    { custom_data: '${base64encode(azurerm_signalr_service.Service.primary_connection_string)}' },
    held('custom_data'),
  ),
  [
    'a key by way of a secret',
    (s) => {
      const value = add(s, 'azurerm_key_vault_secret', 'Secret', { value: service(s).ref('primary_access_key') });
      add(s, 'azurerm_container_group', 'Holder', {
        container: [{ secure_environment_variables: { A: value.ref('value') } }],
      });
    },
    [`Holder: ${held('container.0.secure_environment_variables.A')}`],
  ],
  holder('a reference to a secret', 'azurerm_container_app', {
    secret: [{ name: 'signalr-connection', key_vault_secret_id: '${azurerm_key_vault_secret.Secret.versionless_id}' }],
  }),
  holder(
    'a host name',
    'azurerm_container_app',
    { env: 'https://${azurerm_signalr_service.Service.hostname}' },
    'compliant',
  ),
  holder('an id', 'azurerm_monitor_metric_alert', { scopes: ['${azurerm_signalr_service.Service.id}'] }, 'compliant'),
  holder(
    'an identity',
    'azurerm_container_app',
    {
      env: [
        { name: 'signalr', value: 'Endpoint=https://${azurerm_signalr_service.Service.hostname};AuthType=azure.msi' },
      ],
    },
    'compliant',
  ),
  holder('a dependency', 'terraform_data', { depends_on: ['azurerm_signalr_service.Service'] }),
  holder('the key of something else', 'terraform_data', {
    input: 'Endpoint=sb://x/;SharedAccessKeyName=a;SharedAccessKey=b',
  }),
  holder('code that names a key', 'azurerm_function_app_function', { file: 'const accessKey = read();' }),
  holder(
    'a variable by the name of a connection',
    'azurerm_container_app',
    { secret: [{ name: 'signalr-connection', value: '${var.x}' }] },
    open('secret.0.value'),
  ),
  holder(
    'a variable in a map',
    'kubernetes_secret',
    { data: { AzureSignalRConnectionString: '${var.x}' } },
    open('data.AzureSignalRConnectionString'),
  ),
  holder(
    'a variable in a configuration',
    'azurerm_app_configuration_key',
    { key: 'Azure:SignalR:ConnectionString', value: '${var.x}' },
    open('value'),
  ),
  holder('another variable', 'azurerm_container_app', { secret: [{ name: 'bus', value: '${var.x}' }] }),
]);

test('a key of a service in another stack is found', () => {
  const stack = newStack();
  const other = newStack('Other', undefined, stack.node.root);
  add(stack, 'azurerm_app_configuration_key', 'Holder', { value: service(other).ref('primary_connection_string') });
  expect(outcomes(noSignalRKeys, stack)).toEqual([`Holder: ${held('value')}`]);
});

test('no message shows the key', () => {
  const stack = newStack();
  add(stack, 'kubernetes_secret', 'Holder', { data: { a: TEXT } });
  expect(outcomes(noSignalRKeys, stack).join()).not.toContain(SECRET.slice(0, 8));
});
