import { readFileSync } from 'fs';
import { join } from 'path';
import { isSecretByName, SECRET_FORMATS, secretFormOf } from '../../src/core/internal/secret-formats';

const DOCUMENT = readFileSync(join(__dirname, '../../docs/security-review.md'), 'utf8');

/** Made up, in parts, so that no scanner takes them for secrets of somebody. */
const some = (length: number, characters: string = 'aB3') => characters.repeat(length).slice(0, length);

/** What of each form is recognised, by the name of the form in docs/security-review.md. */
const SAMPLES: Record<string, string[]> = {
  'a private key': [
    '-----BEGIN PRIVATE KEY-----\nabc',
    '-----BEGIN RSA PRIVATE KEY-----\nabc',
    '-----BEGIN ENCRYPTED PRIVATE KEY-----',
    '-----BEGIN OPENSSH PRIVATE KEY-----',
    '-----BEGIN PGP PRIVATE KEY BLOCK-----',
    '{"type":"service_account","private_key":"-----BEGIN PRIVATE KEY-----\\nabc"}',
  ],
  'a shared access signature': [
    'https://a.blob.core.windows.net/c?sv=2024-01-01&sig=c2VjcmV0',
    'sv=2024-01-01&se=2030&sig=c2VjcmV0',
    'SharedAccessSignature sr=a&sig=c2VjcmV0',
    'Endpoint=sb://a/;SharedAccessSignature=sr',
  ],
  'a connection string with a key': [
    'Endpoint=https://a.service.signalr.net;AccessKey=c2VjcmV0;Version=1.0;',
    'DefaultEndpointsProtocol=https;AccountName=a;AccountKey=c2VjcmV0==;EndpointSuffix=core.windows.net',
    'Endpoint=sb://a.servicebus.windows.net/;SharedAccessKeyName=root;SharedAccessKey=c2VjcmV0=',
    'HostName=hub.azure-devices.net;DeviceId=d;SharedAccessKey=c2VjcmV0=',
    'AccountEndpoint=https://a.documents.azure.com:443/;AccountKey=c2VjcmV0==;',
    'endpoint=https://a.communication.azure.com/;accesskey=c2VjcmV0',
    'chat:AccessKey=c2VjcmV0',
    '${format("Endpoint=https://%s;AccessKey=c2VjcmV0", azurerm_signalr_service.a.hostname)}',
    'https://${var.host}/${join(";", ["a", "AccountKey=c2VjcmV0"])}',
  ],
  'a connection string with a password': [
    'Server=tcp:a.database.windows.net;User ID=sa;Password=secret;',
    'Server=a;Uid=sa;Pwd = secret',
    'a.redis.cache.windows.net:6380,password=secret,ssl=True,abortConnect=False',
    'host=a.postgres.database.azure.com user=app password=secret sslmode=require',
    'jdbc:sqlserver://a.database.windows.net:1433;user=sa;password=secret;',
    'jdbc:postgresql://a:5432/db?user=app&password=secret',
    'Endpoint=https://a.azconfig.io;Id=abc;Secret=c2VjcmV0',
    'Endpoint=https://a.service.signalr.net;AuthType=azure.app;ClientId=1;ClientSecret=c2VjcmV0',
    '{"user":"sa","password":"secret"}',
  ],
  'a password in an address': [
    'postgres://user:secret@db/app',
    'mongodb+srv://user:secret@cluster.example.com/db',
    'redis://:secret@a.redis.cache.windows.net:6380',
    'amqps://user:secret@queue/vhost',
    'https://user:secret@example.com/',
    'jdbc:mysql://user:secret@db/app',
  ],
  'a key of Azure Functions': [`${some(44)}AzFu${some(5)}Q==`],
  'a key of an Azure service': [
    `${some(76)}+ASt${some(5)}A==`,
    `${some(76)}ACDb${some(5)}A==`,
    `${some(33)}+ASb${'C'}${some(5)}=`,
    `${some(33)}+AEh${'C'}${some(5)}=`,
    `${some(33)}AzCa${'C'}${some(5)}=`,
    `${some(42)}+ACR${'C'}${some(5)}`,
    `${some(42)}AzSe${'C'}${some(5)}`,
    `${some(52)}JQQJ99${'B'}${'A'}${some(16)}${'A'}${some(7)}`,
  ],
  'a client secret of Microsoft Entra ID': [`abc8Q~${some(34)}`, `a~b7Q~${some(31)}`],
  'a token of Azure DevOps': [`${some(76)}AZDO${some(4)}`],
  'a token of GitHub': [
    `ghp_${some(36)}`,
    `gho_${some(36)}`,
    `ghs_${some(36)}`,
    `github_pat_${some(22)}_${some(59)}`,
    `https://${`ghp_${some(36)}`}@github.com/contoso/chat`,
  ],
  'a token of GitLab': [`glpat-${some(20)}`],
  'a token or webhook of Slack': [
    `xoxb-${some(12, '123')}-${some(24)}`,
    `xapp-1-${some(12)}`,
    'https://hooks.slack.com/services/T000/B000/abc',
  ],
  'an access key of AWS': [`AKIA${some(16, 'AB2')}`, `ASIA${some(16, 'AB2')}`],
  'a key or token of Google': [`AIza${some(35)}`, `GOCSPX-${some(28)}`, `ya29.${some(30)}`],
  'a token of a package registry': [
    `npm_${some(36)}`,
    '//registry.npmjs.org/:_authToken=abc',
    `pypi-AgE${some(60)}`,
    `oy2${some(43, 'a3')}`,
    `dckr_pat_${some(27)}`,
  ],
  'a key of Stripe': [`sk_live_${some(24)}`, `rk_test_${some(24)}`, `whsec_${some(32)}`],
  'a key of an AI service': [
    `sk-proj-${some(48)}`,
    `sk-${some(20)}T3BlbkFJ${some(20)}`,
    `sk-ant-api03-${some(40)}`,
    `hf_${some(34, 'aB')}`,
  ],
  'a key of SendGrid': [`SG.${some(22)}.${some(43)}`],
  'a token of a platform': [
    `dapi${some(32, 'a3')}`,
    `hvs.${some(24)}`,
    `${some(14)}.atlasv1.${some(67)}`,
    `dop_v1_${some(64, 'a3')}`,
    `shpat_${some(32, 'a3')}`,
  ],
  'a JSON web token': ['eyJhbGciOiJub25lIn0.eyJzdWIiOiIxIn0.c2ln', 'Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiIxIn0.c2ln'],
  'a header that signs in': ['Basic dXNlcjpzZWNyZXQ=', 'Bearer abcdefgh12345678'],
  'a key of 64 bytes': [`${some(86)}==`],
  'a key of 32 or 40 bytes': [`${some(43)}=`, `${some(54)}==`],
  'a secret in an address': [
    'https://a.azurewebsites.net/runtime/webhooks/signalr?code=c2VjcmV0',
    'https://example.com/hook?token=abc',
    'https://example.com/hook?api_key=abc',
    'https://example.com/hook?a=1&x-functions-key=abc',
  ],
};

describe('the forms of secrets', () => {
  test('are those of docs/security-review.md, each with samples', () => {
    const names = [...SECRET_FORMATS.map(({ name }) => name), 'a secret in an address'];
    expect(Object.keys(SAMPLES)).toEqual(names);
    const section = DOCUMENT.slice(DOCUMENT.indexOf('## What is recognised as a secret'));
    const listed = [...section.matchAll(/^\| (an? [^|]+?) \| /gm)].map(([, name]) => name);
    expect(listed).toEqual(names);
  });

  test.each(Object.entries(SAMPLES).flatMap(([name, samples]) => samples.map((sample) => [name, sample])))(
    '%s: %s',
    (name, sample) => {
      expect(secretFormOf(sample)).toBe(name);
    },
  );

  test.each([
    '',
    'true',
    'https://example.com/path?page=1',
    'https://example.com/hook?code=',
    'https://example.com:8443/@chat',
    'Endpoint=https://a.service.signalr.net;AuthType=azure.msi;ClientId=1;Version=1.0;',
    'Server=tcp:a.database.windows.net;Authentication=Active Directory Managed Identity;',
    'InstrumentationKey=3fa85f64-5717-4562-b3fc-2c963f66afa6;IngestionEndpoint=https://a/',
    'Authorization=AAD;ClientId=1',
    '@Microsoft.KeyVault(SecretUri=https://v.vault.azure.net/secrets/code=x/)',
    '3fa85f64-5717-4562-b3fc-2c963f66afa6',
    'AccessKey=',
    'Password=<password>;',
    'Password=${var.password};',
    '${format("Endpoint=https://%s;Password=%s", var.host, var.password)}',
    '${regex("AccountKey=([^;]+)", var.text)[0]}',
    '${var.key == "" ? "AccessKey=" : "AuthType=azure.msi"}',
    'https://example.com/hook?code=${var.code}',
    '-----BEGIN CERTIFICATE-----',
    '-----BEGIN PUBLIC KEY-----',
    `pk_live_${some(24)}`,
    'd41d8cd98f00b204e9800998ecf8427e',
    'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    'sk-SK',
    'a@example.com',
  ])('are none of "%s"', (value) => {
    expect(secretFormOf(value)).toBeUndefined();
  });

  test('of which tags are not held to what digests look like', () => {
    expect(secretFormOf(`${some(43)}=`, true)).toBeUndefined();
    expect(secretFormOf(`${some(86)}==`, true)).toBe('a key of 64 bytes');
  });
});

describe('a name', () => {
  test.each([
    'DB_PASSWORD',
    'db-password',
    'Db:Password',
    'dbPassword',
    'DBPassword',
    'DB_PASSWORD_1',
    'ADMIN_PASSWORD2',
    'Db__Passwd',
    'PWD',
    'ApiKey',
    'APIKEY',
    'API_KEYS',
    'Stripe__ApiKey',
    'x-functions-key',
    'STORAGE_ACCOUNT_KEY',
    'Jwt__SigningKey',
    'AZURE_CLIENT_SECRET',
    'ClientSecret',
    'MICROSOFT_PROVIDER_AUTHENTICATION_SECRET',
    'GITHUB_TOKEN',
    'github.token',
    'AuthToken',
    'SSH_PASSPHRASE',
    'AWS_SECRET_ACCESS_KEY',
    'AZDO_PAT',
    'DB_PASSWORD_BASE64',
  ])('%s is that of a secret with a value of its own', (name) => {
    expect(isSecretByName(name, 'hunter2')).toBe(true);
    expect(isSecretByName(name, '@Microsoft.KeyVault(SecretUri=https://v.vault.azure.net/secrets/a/)')).toBe(false);
    expect(isSecretByName(name, '${var.given}')).toBe(false);
    expect(isSecretByName(name, 'true')).toBe(false);
    expect(isSecretByName(name, '')).toBe(false);
  });

  test.each([
    'AZURE_CLIENT_ID',
    'TOKEN_URL',
    'SECRET_NAME',
    'PASSWORD_MIN_LENGTH',
    'PARTITION_KEY',
    'RECAPTCHA_SITE_KEY',
    'APPINSIGHTS_INSTRUMENTATIONKEY',
    'MAX_TOKENS',
    'BYPASS',
    'COMPASS',
    'KEYBOARD',
    'Azure__SignalR__ApplicationName',
    'ServiceBus__fullyQualifiedNamespace',
  ])('%s is none of a secret', (name) => {
    expect(isSecretByName(name, 'hunter2')).toBe(false);
  });

  test('that ends like one may hold an address, or how to sign in', () => {
    expect(isSecretByName('KEYVAULT_SECRET', 'https://v.vault.azure.net/secrets/a')).toBe(false);
    expect(isSecretByName('ServiceBus__credential', 'managedidentity')).toBe(false);
  });
});
