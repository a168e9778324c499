import {
  AzurermBackend,
  HttpBackend,
  LocalBackend,
  PgBackend,
  S3Backend,
  TerraformOutput,
  TerraformStack,
} from 'cdktf';
import { noSecretOutputs } from '../../../../src/compliance/private/rules/outputs/no-secret-outputs';
import { remoteEncryptedState } from '../../../../src/compliance/private/rules/outputs/remote-encrypted-state';
import { secretAttributesIn } from '../../../../src/topology/vault/secret-attributes';
import { verdict, verdicts } from '../../../support/compliance';
import { addService } from '../../../support/plain-azurerm';
import { AZURERM } from '../../../support/provider-schema';
import { newStack } from '../../../support/synth';

interface Schema {
  readonly attributes?: Record<string, { readonly sensitive?: boolean }>;
  readonly block_types?: Record<string, { readonly block: Schema }>;
}

/** Names of domains and of telemetry. */
const NO_SECRETS =
  /custom_domain_verification_id$|azurerm_application_insights\.|application_insights_(?:key|connection_string)$/;

function sensitiveIn({ attributes = {}, block_types = {} }: Schema): string[] {
  const own = Object.entries(attributes).flatMap(([name, { sensitive }]) => (sensitive ? name : []));
  const nested = Object.entries(block_types).flatMap(([name, { block }]) =>
    sensitiveIn(block).map((path) => `${name}.${path}`),
  );
  return [...own, ...nested];
}

describe('OUT1', () => {
  const KEY = 'azurerm_signalr_service.primary_access_key';
  const shows = (attribute: string, severity = 'error') =>
    `${severity} [Secret::${attribute}] the output shows ${attribute}`;

  const ALL = 'error [Secret::azurerm_signalr_service] the output shows all of azurerm_signalr_service';

  test.each<[unknown, boolean | undefined, string]>([
    ['https://${azurerm_signalr_service.S.hostname}', undefined, 'compliant: the output holds no secret'],
    ['AuthType=azure.msi;AccessKey=;', undefined, 'compliant: the output holds no secret'],
    ['${azurerm_signalr_service.S.primary_access_key}', undefined, `violated: ${shows(KEY)}`],
    ['${azurerm_signalr_service.S.primary_access_key}', false, `violated: ${shows(KEY)}`],
    ['${azurerm_signalr_service.S.primary_access_key}', true, `violated: ${shows(KEY, 'warning')}`],
    ['${data.azurerm_signalr_service.S.primary_access_key}', undefined, `violated: ${shows(KEY)}`],
    ['${nonsensitive(azurerm_signalr_service.S[0].primary_access_key)}', undefined, `violated: ${shows(KEY)}`],
    [{ keys: ['AccessKey=${azurerm_signalr_service.S.primary_access_key}'] }, undefined, `violated: ${shows(KEY)}`],
    [
      '${azurerm_linux_web_app.A.site_credential[0].password} ${azurerm_key_vault_secret.K.value}',
      undefined,
      `violated: ${shows('azurerm_linux_web_app.site_credential.password')}; ${shows('azurerm_key_vault_secret.value')}`,
    ],
    ['Endpoint=https://x;AccessKey=abc;', undefined, 'violated: error [Secret::Literal] the output holds a key'],
    ['Endpoint=https://x;AccessKey=abc;', true, 'violated: warning [Secret::Literal] the output holds a key'],
    ...[
      `${'aB3'.repeat(28)}aB==`,
      'Bearer abcdefgh12345678',
      { chat: ['Endpoint=https://x;AccessKey=abc;'] },
      { password: 'hunter2' },
      '${format("Endpoint=https://%s;AccessKey=abc", var.hostname)}',
    ].map((value): [unknown, undefined, string] => [
      value,
      undefined,
      'violated: error [Secret::Literal] the output holds a key',
    ]),
    [
      '@Microsoft.KeyVault(SecretUri=https://v.vault.azure.net/secrets/a)',
      undefined,
      'compliant: the output holds no secret',
    ],
    ['AccessKey=<key>', undefined, 'compliant: the output holds no secret'],
    ['${var.hostname}', undefined, 'compliant: the output holds no secret'],
    ['${module.chat.hostname} ${local.hostname}', undefined, 'compliant: the output holds no secret'],
    ['${var.hostname}', true, 'unknown: what var.hostname holds is not known'],
    ['${nonsensitive(var.hostname)}', undefined, 'unknown: what var.hostname holds is not known'],
    ...[
      'random_password.result',
      'tls_private_key.private_key_pem',
      'tls_private_key.private_key_openssh',
      'azuread_application_password.value',
      'azuread_service_principal_password.value',
      'azurerm_key_vault_certificate_data.pem',
      'azurerm_eventhub_namespace.default_primary_connection_string_alias',
      'azurerm_linux_web_app.connection_string.value',
      'azurerm_linux_function_app.backup.storage_account_url',
    ].map((attribute): [string, undefined, string] => {
      const reference = attribute.replace('.', '.X.').replace('connection_string.value', 'connection_string[0].value');
      return [`\${${reference}}`, undefined, `violated: ${shows(attribute)}`];
    }),
    ...['random_string.X.result', 'random_password.X.length', 'azurerm_linux_web_app.X.default_hostname'].map(
      (harmless): [string, undefined, string] => [
        `\${${harmless}}`,
        undefined,
        'compliant: the output holds no secret',
      ],
    ),
    ['${azurerm_signalr_service.S}', undefined, `violated: ${ALL}`],
    ['${values(azurerm_signalr_service.S)}', undefined, `violated: ${ALL}`],
    ['${azurerm_signalr_service.S[0]}', undefined, `violated: ${ALL}`],
    ['${{for k, v in azurerm_signalr_service.S : k => v}}', undefined, `violated: ${ALL}`],
    [
      '${{for k, v in azurerm_signalr_service.S : k => v.hostname}}',
      undefined,
      'compliant: the output holds no secret',
    ],
    ['${[for v in azurerm_signalr_service.S : v.primary_access_key]}', undefined, `violated: ${shows(KEY)}`],
    [
      '${concat([for s in azurerm_subnet.A : s.name], [for s in azurerm_signalr_service.S : s.primary_access_key])}',
      undefined,
      `violated: ${shows(KEY)}`,
    ],
    [
      '${[for a in azurerm_linux_web_app.A : [for c in a.site_credential : c.password]]}',
      undefined,
      `violated: ${shows('azurerm_linux_web_app.site_credential.password')}`,
    ],
    ['${azurerm_signalr_service.S[*].primary_access_key}', undefined, `violated: ${shows(KEY)}`],
    ['azurerm_signalr_service.S', undefined, 'compliant: the output holds no secret'],
    ['${azurerm_resource_group.G}', undefined, 'compliant: the output holds no secret'],
    ['${azurerm_batch_account.B}', undefined, 'unknown: whether azurerm_batch_account holds secrets is not known'],
    [
      'https://x.blob.core.windows.net/c?sv=2024&sig=abc&se=2030',
      undefined,
      'violated: error [Secret::Literal] the output holds a key',
    ],
    [undefined, undefined, 'compliant: the output holds no secret'],
  ])('of %j, sensitive %s: %s', (value, sensitive, expected) => {
    const stack = newStack();
    new TerraformOutput(stack, 'output', { value, sensitive });
    expect(verdict(noSecretOutputs, stack)).toBe(expected);
  });

  test('in another stack than the service', () => {
    const stack = newStack();
    const value = addService(stack).ref('secondary_connection_string');
    new TerraformOutput(newStack('Other', undefined, stack.node.root), 'output', { value });
    expect(verdict(noSecretOutputs, stack)).toBe(
      `violated: ${shows('azurerm_signalr_service.secondary_connection_string')}`,
    );
  });

  test('knows everything that azurerm takes for a secret in the types that the library makes', () => {
    const sensitive = Object.entries(AZURERM.resource_schemas).flatMap(([type, schema]) =>
      sensitiveIn(schema as Schema).map((path) => `${type}.${path}`),
    );
    const missed = sensitive.filter((name) => secretAttributesIn(`\${${name.replace('.', '.Id.')}}`).length === 0);
    expect(missed.filter((name) => !NO_SECRETS.test(name))).toEqual([]);
  });

  test('knows every attribute that azurerm computes and takes for a secret, but those that are none', () => {
    const computed = Object.entries(AZURERM.resource_schemas).flatMap(([type, { attributes = {} }]) =>
      Object.entries(attributes)
        .filter(([, schema]) => schema.computed && (schema as { sensitive?: boolean }).sensitive)
        .map(([name]) => `${type}.${name}`),
    );
    const missed = computed.filter((name) => secretAttributesIn(`\${${name.replace('.', '.Id.')}}`).length === 0);
    expect([
      ...new Set(
        missed.map((name) => name.replace(/^azurerm_.*(function|web)_app(_slot|_flex_consumption)?\./, 'APP.')),
      ),
    ]).toEqual([
      'azurerm_application_insights.connection_string',
      'azurerm_application_insights.instrumentation_key',
      'APP.custom_domain_verification_id',
    ]);
  });

  test.each(['azurerm_key_vault_key.K.id', 'azurerm_key_vault_secret.K.versionless_id', 'tls_x.K.public_key'])(
    'takes %s for no secret',
    (reference) => expect(secretAttributesIn(`\${${reference}}`)).toEqual([]),
  );
});

describe('OUT2', () => {
  const LOCAL = 'violated: warning the local backend stores the state in plain text';
  const REMOTE = 'compliant: the azurerm backend stores the state';
  const backendOf = (text: string) => (stack: TerraformStack) =>
    new AzurermBackend(stack, { storageAccountName: text, containerName: text, key: text, useAzureadAuth: true });
  const backend = backendOf('state');
  const written = (name: string, type: string) =>
    `error [Secret::${name}] ${name} of the ${type} backend is written into the configuration as text`;

  test.each<[string, (stack: TerraformStack) => unknown, string]>([
    ['none', () => undefined, LOCAL],
    ['a local one', (stack) => new LocalBackend(stack), LOCAL],
    ['a remote one', backend, REMOTE],
    [
      'a remote one with its key',
      (stack) =>
        new AzurermBackend(stack, { storageAccountName: 'a', containerName: 'b', key: 'c', accessKey: 'KEY==' }),
      `violated: ${written('access_key', 'azurerm')}`,
    ],
    [
      'a remote one with its key and a client secret by variables',
      (stack) =>
        new AzurermBackend(stack, { storageAccountName: 'a', containerName: 'b', key: 'c', clientSecret: '${var.x}' }),
      REMOTE,
    ],
    [
      'one over http, with a password',
      (stack) => new HttpBackend(stack, { address: 'http://state.example', username: 'x', password: 'y' }),
      `violated: ${written('password', 'http')}; warning [Http] the http backend sends the state over http`,
    ],
    [
      'one over https',
      (stack) => new HttpBackend(stack, { address: 'https://state.example' }),
      'unknown: whether the http backend encrypts the state is not known',
    ],
    [
      'a database with a password',
      (stack) => new PgBackend(stack, { connStr: 'postgres://me:pw@host/db' }),
      `violated: ${written('conn_str', 'pg')}`,
    ],
    [
      'a database without a password',
      (stack) => new PgBackend(stack, { connStr: 'postgres://me@host/db' }),
      'unknown: whether the pg backend encrypts the state is not known',
    ],
    ['a bucket', (stack) => new S3Backend(stack, { bucket: 'a', key: 'b' }), REMOTE.replace('azurerm', 's3')],
    ['a remote one of which nothing but its type is known', backendOf('${var.unknown}'), REMOTE],
  ])('with a backend: %s', (_, define, expected) => {
    const stack = newStack();
    define(stack);
    expect(verdict(remoteEncryptedState, stack)).toBe(expected);
    stack.prepareStack();
    expect(verdict(remoteEncryptedState, stack)).toBe(expected);
  });

  test('judges each stack', () => {
    const stack = newStack();
    backend(newStack('Hub', undefined, stack.node.root));
    expect(verdicts(remoteEncryptedState, stack)).toEqual([`Prod ${LOCAL}`, `Hub ${REMOTE}`]);
  });
});
