import { appSettingProblems } from '../../src/appservice/private/app-settings';
import { settingNameProblems } from '../../src/appservice/private/setting-names';

const codes = (settings: Record<string, string>) => appSettingProblems(settings).map(({ code }) => code);

describe('settingNameProblems', () => {
  test.each([
    'WEBSITE_VNET_ROUTE_ALL',
    'website_vnet_route_all',
    'DOCKER_REGISTRY_SERVER_PASSWORD',
    'spring.datasource.url',
  ])('refuses %s, which azurerm refuses', (name) => {
    expect(settingNameProblems('azurerm_linux_web_app', { [name]: '1' })).toEqual([
      {
        code: 'appservice/reserved-setting',
        message: `azurerm rejects the app setting ${name}; use the property of the app that sets it`,
      },
    ]);
  });

  test('refuses the name that cdktf drops', () => {
    expect(settingNameProblems('azurerm_linux_web_app', JSON.parse('{ "__proto__": "1" }'))).toEqual([
      {
        code: 'appservice/reserved-setting',
        message: 'cdktf drops the app setting __proto__; use another name',
      },
    ]);
  });
});

describe('appSettingProblems', () => {
  test.each([
    'Endpoint=https://a.service.signalr.net;AccessKey=c2VjcmV0;Version=1.0;',
    'DefaultEndpointsProtocol=https;AccountName=a;AccountKey=c2VjcmV0==;EndpointSuffix=core.windows.net',
    'Endpoint=sb://a.servicebus.windows.net/;SharedAccessKeyName=root;SharedAccessKey=c2VjcmV0=',
    'Server=tcp:a.database.windows.net;User ID=sa;Password=secret;',
    'Server=a;Uid=sa;Pwd = secret',
    'https://a.blob.core.windows.net/c?sv=2024-01-01&sig=c2VjcmV0',
    'https://a.azurewebsites.net/runtime/webhooks/signalr?code=c2VjcmV0',
    'postgres://user:secret@db/app',
    `${'A'.repeat(43)}=`,
    `${'b/C+'.repeat(21)}dE==`,
    '-----BEGIN RSA PRIVATE KEY-----\nabc',
    'eyJhbGciOiJub25lIn0.eyJzdWIiOiIxIn0.c2ln',
    // What else is known only when Terraform runs does not hide it.
    'Endpoint=https://${TfToken[TOKEN.1]};AccessKey=c2VjcmV0',
  ])('refuses the secret %s without repeating it', (value) => {
    const [problem, ...others] = appSettingProblems({ SETTING: value });
    expect(others).toEqual([]);
    expect(problem.code).toBe('appservice/secret-setting');
    expect(problem.message).toMatch(
      /^the value of app setting SETTING looks like an? [^;]+; sign in with the app's identity/,
    );
    expect(problem.message).not.toContain(value);
  });

  test.each([
    '',
    'true',
    'https://example.com/path?page=1',
    'Endpoint=https://a.service.signalr.net;AuthType=azure.msi;ClientId=1;Version=1.0;',
    'Server=tcp:a.database.windows.net;Authentication=Active Directory Managed Identity;',
    '@Microsoft.KeyVault(SecretUri=https://v.vault.azure.net/secrets/code=x/)',
    '3fa85f64-5717-4562-b3fc-2c963f66afa6',
    'AccessKey=',
    '${TfToken[TOKEN.1]};AccessKey=${TfToken[TOKEN.2]}',
  ])('takes "%s"', (value) => {
    expect(codes({ SETTING: value })).toEqual([]);
  });
});
