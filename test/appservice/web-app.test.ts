import { TerraformStack } from 'cdktf';
import {
  AccessRestrictions,
  AppBase,
  AppCors,
  AppLogLevel,
  AppLogs,
  PlanSku,
  ServicePlan,
  WebAppProps,
} from '../../src/appservice';
import { Role, RoleAssignment, RoleScope } from '../../src/identity';
import { KeyVault, SecretReference } from '../../src/vault';
import { PLAN_ID, PRINCIPAL_ID } from '../support/ids';
import { schemaViolations } from '../support/provider-schema';
import { messageOf, only, resources, synth } from '../support/synth';
import { setUpLinux, setUpWindows } from '../support/web-app';

const VAULT_ID = '/subscriptions/1234/resourceGroups/rg/providers/Microsoft.KeyVault/vaults/kv-test';

function newVault(stack: TerraformStack, id: string = 'Vault') {
  const vaultUri = `https://kv-${id.toLowerCase()}.vault.azure.net/`;
  return KeyVault.fromKeyVaultAttributes(stack, id, { keyVaultId: `${VAULT_ID}-${id}`, vaultUri });
}

describe.each([
  ['LinuxWebApp', setUpLinux, 'azurerm_linux_web_app'],
  ['WindowsWebApp', setUpWindows, 'azurerm_windows_web_app'],
])('%s', (_name, setUp, type) => {
  function attributesWith(change: Partial<WebAppProps>): Record<string, any> {
    const { stack, define } = setUp();
    define(change);
    expect(schemaViolations(synth(stack))).toEqual([]);
    return only(stack, type);
  }

  test('lets web pages of other origins in', () => {
    expect(attributesWith({ cors: AppCors.allowOrigins('https://example.com') }).site_config.cors).toEqual({
      allowed_origins: ['https://example.com'],
      support_credentials: false,
    });
  });

  test('keeps logs in its file system', () => {
    expect(attributesWith({ logs: AppLogs.fileSystem(AppLogLevel.WARNING, 14, 50) }).logs).toEqual({
      application_logs: { file_system_level: 'Warning' },
      http_logs: { file_system: { retention_in_days: 14, retention_in_mb: 50 } },
    });
  });

  test('keeps some settings in their slot, and none unless told so', () => {
    expect(attributesWith({ stickySettings: ['A', 'B'] }).sticky_settings).toEqual({ app_setting_names: ['A', 'B'] });
    expect(attributesWith({ stickySettings: [] })).not.toHaveProperty('sticky_settings');
  });

  test('has affinity and HTTP/1 only when told so', () => {
    const app = attributesWith({ clientAffinity: true, http2: false });
    expect([app.client_affinity_enabled, app.site_config.http2_enabled]).toEqual([true, false]);
    expect(attributesWith({})).not.toHaveProperty('client_affinity_enabled');
  });

  test('closes its public endpoint', () => {
    const app = attributesWith({ accessRestrictions: AccessRestrictions.privateEndpointOnly() });
    expect(app.public_network_access_enabled).toBe(false);
    expect(app.site_config).not.toHaveProperty('ip_restriction');
  });

  test('fetches secrets from Key Vaults, after it may read them', () => {
    const { stack, define } = setUp();
    const vault = newVault(stack);
    const version = '0123456789abcdef0123456789abcdef';
    const app = define({ appSettings: { A: '1' }, secretSettings: { B: SecretReference.of(vault, 'b') } });
    app.addSecretSetting('C', SecretReference.of(vault, 'c', version));
    expect(only(stack, type).app_settings).toEqual({
      A: '1',
      B: '@Microsoft.KeyVault(SecretUri=https://kv-vault.vault.azure.net/secrets/b)',
      C: `@Microsoft.KeyVault(SecretUri=https://kv-vault.vault.azure.net/secrets/c/${version})`,
    });
    expect(only(stack, 'azurerm_role_assignment')).toMatchObject({
      scope: `${VAULT_ID}-Vault`,
      principal_id: PRINCIPAL_ID,
    });
    expect(only(stack, type).depends_on).toEqual([
      expect.stringMatching(/^azurerm_role_assignment\.Vault_SecretsUser-Identity-/),
    ]);
    expect(schemaViolations(synth(stack))).toEqual([]);
  });

  test('is granted a role on each vault', () => {
    const { stack, define } = setUp();
    define({
      secretSettings: {
        A: SecretReference.of(newVault(stack, 'One'), 'a'),
        B: SecretReference.of(newVault(stack, 'Two'), 'b'),
      },
    });
    expect(resources(stack, 'azurerm_role_assignment').map(({ scope }) => scope)).toEqual([
      `${VAULT_ID}-One`,
      `${VAULT_ID}-Two`,
    ]);
    expect(only(stack, type).depends_on).toHaveLength(2);
  });

  test('waits once for what it is told to wait for twice', () => {
    const { stack, props, define } = setUp();
    const role = Role.builtIn('AcrPull', '7f951dda-4ed3-4680-a7ca-43fe172d538d');
    const scope = RoleScope.resource(
      '/subscriptions/1234/resourceGroups/rg/providers/Microsoft.ContainerRegistry/registries/cr',
    );
    const grant = new RoleAssignment(stack, 'Pull', { role, principal: props.identity, scope });
    const app: AppBase = define();
    app.executeAfter(grant.resource!);
    app.executeAfter(grant.resource!);
    expect(only(stack, type).depends_on).toEqual(['azurerm_role_assignment.Pull']);
  });

  test('tells whether its plan takes private endpoints, where that is known', () => {
    const { stack, define } = setUp();
    expect(define().takesPrivateEndpoints).toBe(true);
    const servicePlan = ServicePlan.fromServicePlanAttributes(stack, 'Existing', {
      servicePlanId: PLAN_ID,
      location: 'centralus',
    });
    const other = setUp();
    expect(other.define({ servicePlan }).takesPrivateEndpoints).toBeUndefined();
  });

  test('takes secret settings with names that objects of JavaScript have', () => {
    const { stack, define } = setUp();
    const secretSettings: Record<string, SecretReference> = {
      ['constructor']: SecretReference.of(newVault(stack), 'a'),
    };
    expect(() => define({ secretSettings })).not.toThrow();
  });

  test('reports what is wrong with all options at once', () => {
    const { stack, define } = setUp();
    const vault = newVault(stack);
    const bad: Partial<WebAppProps> = {
      accessRestrictions: AccessRestrictions.ipRanges(),
      cors: AppCors.allowOrigins('*'),
      appSettings: { A: '1' },
      secretSettings: { A: SecretReference.of(vault, 'a'), WEBSITE_VNET_ROUTE_ALL: SecretReference.of(vault, 'a_b') },
      stickySettings: ['A', ''],
      logs: AppLogs.fileSystem(AppLogLevel.OFF, -1, 24),
    };
    expect(messageOf(() => define(bad))).toBe(
      [
        'Prod/App: [appservice/access-restrictions] no caller is allowed; name at least one, or use privateEndpointOnly()',
        'Prod/App: [appservice/cors] "*" allows every web page; name the origins, or use AppCors.allowAnyOrigin()',
        'Prod/App: [appservice/reserved-setting] azurerm rejects the app setting WEBSITE_VNET_ROUTE_ALL; use the property of the app that sets it',
        'Prod/App: [appservice/setting-conflict] app setting A is given both in appSettings and in secretSettings; give it once',
        'Prod/App: [vault/secret-name] "a_b" is not a secret name; use 1 to 127 letters, digits or dashes',
        'Prod/App: [appservice/sticky-setting] sticky setting "" has no name; name it or remove it',
        'Prod/App: [appservice/logs] -1 days of logs given; use a whole number of days, or 0 to keep logs permanently',
        'Prod/App: [appservice/logs] 24 MB of logs given; use a whole number from 25 to 100',
      ].join('\n'),
    );
  });

  test('fails for a bad secret that is added later', () => {
    const { stack, define } = setUp();
    const app = define();
    expect(messageOf(() => app.addSecretSetting('A', SecretReference.of(newVault(stack), 'a_b')))).toBe(
      'Prod/App: [vault/secret-name] "a_b" is not a secret name; use 1 to 127 letters, digits or dashes',
    );
  });

  test.each(['Y1', 'FC1', 'EP1', 'WS1'])('fails on the plan %s, which is for functions or workflows', (name) => {
    const { stack, props, define } = setUp();
    const servicePlan = ServicePlan.fromServicePlanAttributes(stack, 'Functions', {
      servicePlanId: PLAN_ID,
      location: 'centralus',
      sku: PlanSku.of(name),
      osType: props.servicePlan.osType,
    });
    expect(messageOf(() => define({ servicePlan }))).toContain(
      `Prod/App: [appservice/plan-for-functions] ${name} plans are for function apps or workflows only; use PlanSku.P0V3 or another size for web apps`,
    );
  });
});
