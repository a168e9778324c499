import { ApplicationInsights, LogWorkspace } from '../../src/observability';
import { SecretReference, KeyVault } from '../../src/vault';
import { KEY_VAULT_ID } from '../support/ids';
import { schemaViolations } from '../support/provider-schema';
import { messageOf, only, synth } from '../support/synth';
import { setUpLinux, setUpWindows } from '../support/web-app';

describe.each([
  ['LinuxWebApp', setUpLinux, 'azurerm_linux_web_app'],
  ['WindowsWebApp', setUpWindows, 'azurerm_windows_web_app'],
] as const)('%s', (_name, setUp, type) => {
  function setUpInsights() {
    const setting = setUp();
    const { stack, resourceGroup } = setting;
    const workspace = new LogWorkspace(stack, 'Logs', { name: 'log-test', resourceGroup });
    const insights = new ApplicationInsights(stack, 'Insights', { name: 'appi-test', resourceGroup, workspace });
    return { ...setting, insights };
  }

  test('sends telemetry with its identity, after it may', () => {
    const { stack, define, insights: applicationInsights } = setUpInsights();
    define({ applicationInsights, appSettings: { A: '1' } }).addAppSetting('B', '2');
    expect(only(stack, type).app_settings).toEqual({
      A: '1',
      APPLICATIONINSIGHTS_CONNECTION_STRING: '${azurerm_application_insights.Insights.connection_string}',
      APPLICATIONINSIGHTS_AUTHENTICATION_STRING: 'Authorization=AAD;ClientId=00000000-0000-0000-0000-00000000c11e',
      B: '2',
    });
    expect(only(stack, type).depends_on).toEqual([
      expect.stringMatching(/^azurerm_role_assignment\.Insights_MetricsPublisher-Identity-/),
    ]);
    expect(schemaViolations(synth(stack))).toEqual([]);
  });

  test('takes the settings from elsewhere when it has no Application Insights of its own', () => {
    const { stack, define } = setUp();
    define({ appSettings: { APPLICATIONINSIGHTS_CONNECTION_STRING: '${var.connection}' } });
    expect(Object.keys(only(stack, type).app_settings)).toEqual(['APPLICATIONINSIGHTS_CONNECTION_STRING']);
  });

  test('fails when settings and Application Insights are given', () => {
    const { stack, define, insights: applicationInsights } = setUpInsights();
    const attributes = { keyVaultId: KEY_VAULT_ID, vaultUri: 'https://kv-test.vault.azure.net/' };
    const secret = SecretReference.of(KeyVault.fromKeyVaultAttributes(stack, 'Vault', attributes), 'a');
    expect(
      messageOf(() =>
        define({
          applicationInsights,
          appSettings: { APPLICATIONINSIGHTS_AUTHENTICATION_STRING: 'Authorization=AAD' },
          secretSettings: { APPLICATIONINSIGHTS_CONNECTION_STRING: secret },
        }),
      ),
    ).toBe(
      [
        'Prod/App: [appservice/setting-conflict] app setting APPLICATIONINSIGHTS_CONNECTION_STRING is given, but applicationInsights sets it; leave one of them out',
        'Prod/App: [appservice/setting-conflict] app setting APPLICATIONINSIGHTS_AUTHENTICATION_STRING is given, but applicationInsights sets it; leave one of them out',
      ].join('\n'),
    );
  });
});
