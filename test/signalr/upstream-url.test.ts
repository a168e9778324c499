import { TerraformVariable } from 'cdktf';
import * as fc from 'fast-check';
import { UpstreamUrl } from '../../src/signalr';
import { KeyVault, SecretReference } from '../../src/vault';
import { KEY_VAULT_ID } from '../support/ids';
import { newStack } from '../support/synth';

const stack = newStack();
const vault = KeyVault.fromKeyVaultAttributes(stack, 'Vault', {
  keyVaultId: KEY_VAULT_ID,
  vaultUri: 'https://kv.vault.azure.net/',
});
const secret = SecretReference.of(vault, 'signalr-key');
const unknown = new TerraformVariable(stack, 'host', {}).stringValue;
const REFERENCE = '{@Microsoft.KeyVault(SecretUri=https://kv.vault.azure.net/secrets/signalr-key)}';

describe('UpstreamUrl', () => {
  test.each([
    'https://example.com',
    'https://example.com:8443/{hub}/api/{category}/{event}',
    'https://{hub}.example.com?hub={hub}&key={event}&monkeys=2&code=',
    'https://example.com/@me?design=1&zipcode=2&author=me',
    'https://example.com:65535?mail=a@example.com',
  ])('takes %s', (template) => {
    expect(UpstreamUrl.of(template)._problems()).toEqual([]);
    expect(UpstreamUrl.of(template).template).toBe(template);
  });

  test('adds secrets as references that Azure knows, without white space', () => {
    const url = UpstreamUrl.of('https://example.com/{hub}').withSecret('code', secret);
    expect(url.template).toBe(`https://example.com/{hub}?code=${REFERENCE}`);
    expect(url.withSecret('sig', secret).template).toBe(`https://example.com/{hub}?code=${REFERENCE}&sig=${REFERENCE}`);
    expect(UpstreamUrl.of('https://example.com?a=b').withSecret('code', secret).template).toBe(
      `https://example.com?a=b&code=${REFERENCE}`,
    );
    expect(url.secrets).toEqual([secret]);
    expect(url._problems()).toEqual([]);
  });

  test('does not change when a secret is added to it', () => {
    const url = UpstreamUrl.of('https://example.com');
    url.withSecret('code', secret);
    expect(url.template).toBe('https://example.com');
  });

  test('leads to the SignalR trigger of a function app, with its key from a Key Vault', () => {
    const url = UpstreamUrl.functionApp('func-chat.azurewebsites.net', secret);
    expect(url.template).toBe(`https://func-chat.azurewebsites.net/runtime/webhooks/signalr?code=${REFERENCE}`);
    expect(url._problems()).toEqual([]);
  });

  test.each([
    ['example.com/hub', 'example.com/hub'],
    ['http://example.com/{hub}', 'http://example.com/{hub}'],
    ['ftp://example.com', 'ftp://example.com'],
    ['https:///hub', 'https:///hub'],
    ['https://example.com/my hub', 'https://example.com/my hub'],
    ['https://example.com/hub#part', 'https://example.com/hub#...'],
    ['https://user:pw@example.com/hub', 'https://...@example.com/hub'],
    ['https://https://example.com', 'https://https://example.com'],
    ['http://example.com?sig=', 'http://example.com?...'],
    ['https://user:p/w@example.com/hub', 'https://...@example.com/hub'],
    ['https://user:p@w@example.com/hub', 'https://...@example.com/hub'],
    ['https://user:p?w@example.com/hub', 'https://...'],
    ['https://user:p#w@example.com/hub?a=b', 'https://...'],
    ['user:pw@example.com/hub', '...@example.com/hub'],
    ['https:/user:pw@example.com', '...@example.com'],
  ])('refuses %s', (template, shown) => {
    expect(UpstreamUrl.of(template)._problems()).toEqual([
      {
        code: 'signalr/upstream-url',
        message: `"${shown}" is not the address of an upstream; use an https address without user, white space and fragment, such as https://example.com/{hub}/api/{category}/{event}`,
      },
    ]);
  });

  test.each(['65536', '99999', '0'])('refuses the port %s', (port) => {
    expect(UpstreamUrl.of(`https://example.com:${port}/hub`)._problems()).toEqual([
      {
        code: 'signalr/upstream-url',
        message: `"https://example.com:${port}/hub" has the port ${port}; use one from 1 to 65535, or leave the port out for 443`,
      },
    ]);
  });

  test.each(['{name}', '{Hub}', '${hub}', '%{hub}', '{hub', '{}', REFERENCE])(
    'refuses the parameter %s',
    (parameter) => {
      expect(UpstreamUrl.of(`https://example.com/x?a=${parameter}`)._problems()).toEqual([
        {
          code: 'signalr/upstream-url',
          message:
            '"https://example.com/x?..." has a parameter that Azure does not know; use {hub}, {category} and {event}, and withSecret(...) for a secret of a Key Vault',
        },
      ]);
    },
  );

  test.each([
    'code',
    'Key',
    'x-functions-key',
    'sig',
    'accessToken',
    'password',
    'client_secret',
    'SAS',
    'auth',
    'Authorization',
    'access_token',
    'apikey',
    'jwt',
    'user-credentials',
  ])('refuses a literal value of %s, and does not repeat it', (name) => {
    const problems = UpstreamUrl.of(`https://example.com/x?a=b&${name}=c2VjcmV0=&c=d`)._problems();
    expect(problems).toEqual([
      {
        code: 'signalr/upstream-secret',
        message: `the query parameter "${name}" of "https://example.com/x?..." holds a secret that all readers of the service see; keep the secret in a Key Vault and use withSecret("${name}", secret)`,
      },
    ]);
    expect(JSON.stringify(problems)).not.toContain('c2VjcmV0');
  });

  test('refuses a literal value behind a parameter', () => {
    const problems = UpstreamUrl.of('https://example.com?code={hub}c2VjcmV0')._problems();
    expect(problems.map(({ code }) => code)).toEqual(['signalr/upstream-secret']);
  });

  test('never repeats a secret, whatever else is wrong', () => {
    const problems = UpstreamUrl.of('http://u:c2VjcmV0@example.com/a b{x}?code=c2VjcmV0?x=1#c2VjcmV0')._problems();
    expect(problems.map(({ code }) => code)).toEqual([
      'signalr/upstream-url',
      'signalr/upstream-url',
      'signalr/upstream-secret',
    ]);
    expect(JSON.stringify(problems)).not.toContain('c2VjcmV0');
  });

  test('never repeats a password, whatever it is made of', () => {
    expect(UpstreamUrl.of('user://c2VjcmV0?@example.com')._shown).toBe('...');
    const part = fc.stringMatching(/^[a-z0-9/?#@: ]{0,8}$/);
    fc.assert(
      fc.property(fc.constantFrom('https://', 'http:/', ''), part, part, (scheme, before, after) => {
        const problems = UpstreamUrl.of(`${scheme}user:${before}c2VjcmV0${after}@example.com/{x}`)._problems();
        expect(problems).not.toEqual([]);
        expect(JSON.stringify(problems)).not.toContain('c2VjcmV0');
      }),
    );
  });

  test.each([
    ['a b', 'https://example.com'],
    ['code', 'https://example.com?code={hub}'],
    ['', 'https://example.com'],
  ])('refuses to add the parameter "%s" to %s', (name, template) => {
    const shown = template.replace(/\?.*/, '?...');
    expect(UpstreamUrl.of(template).withSecret(name, secret)._problems()).toEqual([
      {
        code: 'signalr/upstream-url',
        message: `"${name}" cannot be added to "${shown}"; use the name of a query parameter that the address does not have yet`,
      },
    ]);
  });

  test('refuses to add a parameter twice, and tells what is wrong with secrets', () => {
    const url = UpstreamUrl.of('https://example.com').withSecret('code', secret);
    expect(url.withSecret('code', SecretReference.of(vault, 'a_b'))._problems()).toEqual([
      {
        code: 'signalr/upstream-url',
        message:
          '"code" cannot be added to "https://example.com"; use the name of a query parameter that the address does not have yet',
      },
      { code: 'vault/secret-name', message: '"a_b" is not a secret name; use 1 to 127 letters, digits or dashes' },
    ]);
  });

  test('judges no more of an address than is known', () => {
    expect(UpstreamUrl.of(unknown)._problems()).toEqual([]);
    expect(UpstreamUrl.of(`https://${unknown}/{hub}`)._problems()).toEqual([]);
    expect(UpstreamUrl.functionApp(unknown, secret)._problems()).toEqual([]);
    expect(UpstreamUrl.of(`http://${unknown}`)._problems()).toEqual([
      { code: 'signalr/upstream-url', message: expect.stringContaining('"http://..." is not the address') },
    ]);
  });

  test('refuses a secret that comes from Terraform, where it would be in the state and in the service', () => {
    const url = UpstreamUrl.of(`https://${unknown}/runtime/webhooks/signalr?code=${unknown}`);
    expect(url._problems()).toEqual([
      {
        code: 'signalr/upstream-secret',
        message:
          'the query parameter "code" of "https://.../runtime/webhooks/signalr?..." holds a secret that all readers of the service see; keep the secret in a Key Vault and use withSecret("code", secret)',
      },
    ]);
  });
});
