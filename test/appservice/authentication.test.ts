import { TerraformVariable } from 'cdktf';
import {
  AccessRestrictions,
  Authentication,
  EntraIdOptions,
  HealthCheck,
  PlanSku,
  SignInCredential,
  UnauthenticatedAction,
} from '../../src/appservice';
import { KeyVault, SecretReference } from '../../src/vault';
import { setUpFlex, setUpLinuxFunctions, setUpWindowsFunctions } from '../support/function-app';
import { CLIENT_ID, KEY_VAULT_ID } from '../support/ids';
import { schemaViolations } from '../support/provider-schema';
import { messageOf, only, resources, synth } from '../support/synth';
import { newIdentity, setUpLinux, setUpWindows } from '../support/web-app';

const APP_ID = '3fa85f64-5717-4562-b3fc-2c963f66afa6';
const TENANT = 'a1b2c3d4-5717-4562-b3fc-2c963f66afa6';
const OTHER = 'b1b2c3d4-5717-4562-b3fc-2c963f66afa6';
const ASSERTION = 'OVERRIDE_USE_MI_FIC_ASSERTION_CLIENTID';
const SECRET = 'MICROSOFT_PROVIDER_AUTHENTICATION_SECRET';
const { RETURN_401, RETURN_403, REDIRECT_TO_LOGIN_PAGE, ALLOW_ANONYMOUS } = UnauthenticatedAction;

const entraId = (options: Partial<EntraIdOptions> = {}) =>
  Authentication.entraId({ clientId: APP_ID, tenantId: TENANT, ...options });
const signIn = (options: Partial<EntraIdOptions> = {}) =>
  entraId({ unauthenticatedAction: REDIRECT_TO_LOGIN_PAGE, ...options });
const linux = (sku?: PlanSku) => setUpLinux(sku);

/** What every app has with a client id and a tenant alone. */
const BLOCK = {
  auth_enabled: true,
  require_authentication: true,
  unauthenticated_action: 'Return401',
  default_provider: 'azureactivedirectory',
  require_https: true,
  active_directory_v2: {
    client_id: APP_ID,
    tenant_auth_endpoint: `https://login.microsoftonline.com/${TENANT}/v2.0`,
    allowed_audiences: [`api://${APP_ID}`],
  },
  login: { token_store_enabled: false },
};

const KINDS = {
  azurerm_linux_web_app: () => setUpLinux(PlanSku.P0V3),
  azurerm_windows_web_app: () => setUpWindows(),
  azurerm_linux_function_app: () => setUpLinuxFunctions(),
  azurerm_windows_function_app: () => setUpWindowsFunctions(),
  azurerm_function_app_flex_consumption: () => setUpFlex(),
};

describe.each(Object.entries(KINDS))('authentication of %s', (type, setUp) => {
  test('requires a token over https, and answers 401 without one', () => {
    const { stack, define } = setUp();
    define({ authentication: entraId() });
    const { auth_settings_v2: block, sticky_settings: sticky } = only(stack, type);
    expect(block).toEqual(BLOCK);
    expect(sticky).toBeUndefined();
    expect(schemaViolations(synth(stack))).toEqual([]);
  });

  test('signs people in with the identity of the app, in a setting that stays with its slot', () => {
    const { stack, define } = setUp();
    define({ authentication: signIn() });
    const app = only(stack, type);
    expect(app.auth_settings_v2).toMatchObject({
      unauthenticated_action: 'RedirectToLoginPage',
      active_directory_v2: { client_secret_setting_name: ASSERTION },
    });
    expect(app.app_settings[ASSERTION]).toBe(CLIENT_ID);
    expect(app.sticky_settings).toEqual({ app_setting_names: [ASSERTION] });
    expect(schemaViolations(synth(stack))).toEqual([]);
  });
});

describe('authentication', () => {
  test('takes every option', () => {
    const { stack, define } = linux();
    define({
      authentication: entraId({
        unauthenticatedAction: RETURN_403,
        excludedPaths: ['/public', '/'],
        allowedAudiences: ['api://chat', APP_ID],
        allowedApplications: [APP_ID, OTHER],
        credential: SignInCredential.managedIdentity(),
        tokenStore: true,
        behindProxy: true,
      }),
      stickySettings: ['OTHER'],
    });
    const app = only(stack, 'azurerm_linux_web_app');
    expect(app.auth_settings_v2).toEqual({
      ...BLOCK,
      unauthenticated_action: 'Return403',
      excluded_paths: ['/public', '/'],
      forward_proxy_convention: 'Standard',
      active_directory_v2: {
        client_id: APP_ID,
        tenant_auth_endpoint: `https://login.microsoftonline.com/${TENANT}/v2.0`,
        client_secret_setting_name: ASSERTION,
        allowed_audiences: ['api://chat', APP_ID],
        allowed_applications: [APP_ID, OTHER],
      },
      login: { token_store_enabled: true },
    });
    expect(app.sticky_settings).toEqual({ app_setting_names: ['OTHER', ASSERTION] });
    expect(schemaViolations(synth(stack))).toEqual([]);
  });

  test('lets everybody through where the code decides', () => {
    const { stack, define } = linux();
    define({ authentication: entraId({ unauthenticatedAction: ALLOW_ANONYMOUS }) });
    expect(only(stack, 'azurerm_linux_web_app').auth_settings_v2).toEqual({
      ...BLOCK,
      require_authentication: false,
      unauthenticated_action: 'AllowAnonymous',
    });
  });

  test('takes the tenant that Terraform is signed in to where none is given', () => {
    const { stack, define } = linux();
    define({ authentication: Authentication.entraId({ clientId: APP_ID }) });
    expect(only(stack, 'azurerm_linux_web_app').auth_settings_v2.active_directory_v2.tenant_auth_endpoint).toBe(
      'https://login.microsoftonline.com/${data.azurerm_client_config.AzureTenant.tenant_id}/v2.0',
    );
    expect(schemaViolations(synth(stack))).toEqual([]);
  });

  test('takes ids that only Terraform knows', () => {
    const { stack, define } = linux();
    const clientId = new TerraformVariable(stack, 'registration', {}).stringValue;
    define({ authentication: Authentication.entraId({ clientId, allowedApplications: [clientId] }) });
    expect(only(stack, 'azurerm_linux_web_app').auth_settings_v2.active_directory_v2).toMatchObject({
      client_id: '${var.registration}',
      allowed_audiences: ['api://${var.registration}'],
      allowed_applications: ['${var.registration}'],
    });
  });

  test('takes host names from a Front Door that alone may call the app', () => {
    const { stack, define } = linux();
    define({ authentication: signIn(), accessRestrictions: AccessRestrictions.frontDoorOnly(OTHER) });
    expect(only(stack, 'azurerm_linux_web_app').auth_settings_v2.forward_proxy_convention).toBe('Standard');
  });

  test('leaves the page of the health check as it is, since App Service reaches it', () => {
    const { stack, define } = linux();
    define({ authentication: entraId(), healthCheck: HealthCheck.at('/healthz') });
    expect(only(stack, 'azurerm_linux_web_app').auth_settings_v2).toEqual(BLOCK);
  });
});

describe('a client secret in a Key Vault', () => {
  const vaultIn = (stack: ReturnType<typeof linux>['stack']) =>
    KeyVault.fromKeyVaultAttributes(stack, 'Vault', {
      keyVaultId: KEY_VAULT_ID,
      vaultUri: 'https://kv.vault.azure.net/',
    });

  test('is read by App Service, with a role, and stays with its slot', () => {
    const { stack, define } = linux();
    const credential = SignInCredential.keyVaultSecret(SecretReference.of(vaultIn(stack), 'sign-in'));
    define({ authentication: signIn({ credential }) });
    const app = only(stack, 'azurerm_linux_web_app');
    expect(app.app_settings).toEqual({
      [SECRET]: '@Microsoft.KeyVault(SecretUri=https://kv.vault.azure.net/secrets/sign-in)',
    });
    expect(app.auth_settings_v2.active_directory_v2.client_secret_setting_name).toBe(SECRET);
    expect(app.sticky_settings).toEqual({ app_setting_names: [SECRET] });
    expect(only(stack, 'azurerm_role_assignment').scope).toBe(KEY_VAULT_ID);
    expect(app.depends_on).toContainEqual(expect.stringContaining('azurerm_role_assignment.'));
    expect(schemaViolations(synth(stack))).toEqual([]);
  });

  test('is refused where the app cannot fetch it, or the name is none', () => {
    const { stack, define } = setUpFlex();
    const credential = SignInCredential.keyVaultSecret(SecretReference.of(vaultIn(stack), 'sign_in'));
    expect(messageOf(() => define({ authentication: signIn({ credential }) }))).toBe(
      [
        'Prod/App: [vault/secret-name] "sign_in" is not a secret name; use 1 to 127 letters, digits or dashes',
        `Prod/App: [appservice/flex-secret] azurerm has no attribute for the identity with which a Flex Consumption function app fetches the app setting ${SECRET}; let the code of the app fetch the secret, or use LinuxFunctionApp`,
      ].join('\n'),
    );
  });
});

test('the implicit grant has no setting', () => {
  const { stack, define } = linux();
  define({ authentication: signIn({ credential: SignInCredential.implicitGrant() }) });
  const { app_settings: settings, auth_settings_v2: block } = only(stack, 'azurerm_linux_web_app');
  expect(settings).toBeUndefined();
  expect(block.active_directory_v2).toEqual(BLOCK.active_directory_v2);
});

describe('the setting of the credential', () => {
  test.each([ASSERTION, ASSERTION.toLowerCase()])('is not set beside, as %s', (name) => {
    const { define } = linux();
    expect(messageOf(() => define({ authentication: signIn(), appSettings: { [name]: 'x' } }))).toBe(
      `Prod/App: [appservice/setting-conflict] app setting ${name} is given, but authentication sets it; leave one of them out`,
    );
  });

  test('is not changed afterwards, neither by a setting nor by an override', () => {
    const { stack, define } = linux();
    const app = define({ authentication: signIn() });
    expect(messageOf(() => app.addAppSetting(ASSERTION, 'x'))).toBe(
      `Prod/App: [appservice/setting-conflict] app setting ${ASSERTION} is given, but a property of the app sets it; change the property, and leave the setting out`,
    );
    app.resource.addOverride(`app_settings.${ASSERTION}`, 'x');
    expect(messageOf(() => synth(stack))).toContain('[appservice/setting-conflict]');
  });
});

describe('a slot', () => {
  const slotOf = (stack: ReturnType<typeof linux>['stack']) => only(stack, 'azurerm_linux_web_app_slot');

  test('has the authentication of its app', () => {
    const { stack, define } = linux(PlanSku.P0V3);
    define({ authentication: signIn() }).addSlot('Staging', { name: 'staging' });
    const app = only(stack, 'azurerm_linux_web_app');
    expect(slotOf(stack).auth_settings_v2).toEqual(app.auth_settings_v2);
    expect(slotOf(stack).app_settings).toEqual({ [ASSERTION]: CLIENT_ID });
    expect(app.sticky_settings).toEqual({ app_setting_names: [ASSERTION] });
    expect(schemaViolations(synth(stack))).toEqual([]);
  });

  test('may have an identity and a registration of its own', () => {
    const { stack, define } = linux(PlanSku.P0V3);
    const identity = newIdentity(stack, 'Slot');
    define().addSlot('Staging', { name: 'staging', identity, authentication: signIn({ clientId: OTHER }) });
    const [app] = resources(stack, 'azurerm_linux_web_app');
    expect(app.auth_settings_v2).toBeUndefined();
    expect(app.sticky_settings).toEqual({ app_setting_names: [ASSERTION] });
    expect(slotOf(stack).auth_settings_v2.active_directory_v2.client_id).toBe(OTHER);
    expect(slotOf(stack).app_settings).toEqual({ [ASSERTION]: identity.clientId });
  });
});

test.each<[Partial<EntraIdOptions>, string]>([
  [
    { clientId: 'chat' },
    '"chat" given as clientId, which is a GUID; copy it from the overview of the app registration',
  ],
  [{ tenantId: 'contoso.com' }, '"contoso.com" given as tenantId, which is a GUID'],
  [{ allowedApplications: ['x'] }, '"x" given as allowedApplications, which is a GUID'],
  [
    { allowedApplications: [] },
    'allowedApplications is an empty list, which App Service reads as no list; name at least one, or leave it out',
  ],
  [{ allowedAudiences: [] }, 'allowedAudiences is an empty list'],
  [
    { allowedAudiences: ['api://a b'] },
    '"api://a b" is not an audience; use the application id URI of the app registration, such as api://CLIENT-ID',
  ],
  [{ excludedPaths: ['public'] }, '"public" is not a path; begin it with a slash, and leave out host name and query'],
  [{ excludedPaths: ['/a?b=c'] }, '"/a?b=c" is not a path'],
  [
    { excludedPaths: ['/a'], unauthenticatedAction: ALLOW_ANONYMOUS },
    'excludedPaths given, but ALLOW_ANONYMOUS lets every request through; leave one of them out',
  ],
])('%j is refused', (options, text) => {
  const [message, ...others] = messageOf(() => linux().define({ authentication: entraId(options) })).split('\n');
  expect(others).toEqual([]);
  expect(message).toContain(`Prod/App: [appservice/authentication] ${text}`);
  expect(RETURN_401).toBe('Return401');
});
