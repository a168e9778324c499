import { signalRCustomCertificateFromKeyVault } from '../../../../src/compliance/private/rules/signalr/signalr-custom-certificate-from-key-vault';
import { signalRUpstreamSecured } from '../../../../src/compliance/private/rules/signalr/signalr-upstream-secured';
import { verdict, verdicts } from '../../../support/compliance';
import { SERVICE_ID } from '../../../support/links';
import { PlainData, add, addService, stackWithService } from '../../../support/plain-azurerm';
import { newStack } from '../../../support/synth';

type Attributes = Record<string, unknown>;

const PREMIUM = { sku: { name: 'Premium_P1' }, identity: { type: 'SystemAssigned' } };
const CERTIFICATE_URL = 'https://kv.vault.azure.net/certificates/chat';

describe('SIG7', () => {
  const COMPLIANT = 'compliant: a Premium service reads it with its identity from a Key Vault';
  const NO_CERTIFICATE =
    'violated: error [Certificate] custom_certificate_id is not the address of a certificate in a Key Vault';

  test.each<[Attributes, string, string]>([
    [PREMIUM, CERTIFICATE_URL, COMPLIANT],
    [PREMIUM, `${CERTIFICATE_URL}/0123456789abcdef0123456789abcdef`, COMPLIANT],
    [PREMIUM, '${azurerm_key_vault.Vault.vault_uri}certificates/chat', COMPLIANT],
    [PREMIUM, '${azurerm_key_vault_certificate.Kept.versionless_id}', COMPLIANT],
    [PREMIUM, 'https://kv.vault.azure.net/secrets/chat', NO_CERTIFICATE],
    [PREMIUM, '${azurerm_key_vault.Vault.vault_uri}secrets/chat', NO_CERTIFICATE],
    [PREMIUM, '/subscriptions/0/providers/Microsoft.KeyVault/vaults/kv/certificates/chat', NO_CERTIFICATE],
    [PREMIUM, '${var.certificate}', 'unknown: custom_certificate_id is not known'],
    [
      {},
      CERTIFICATE_URL,
      'violated: error [Sku] Prod/Service is Standard_S1, but must be of the Premium tier; error [Identity] Prod/Service has no identity to read the certificate with',
    ],
    [
      { sku: { name: '${var.sku}' }, dynamic: { identity: {} } },
      CERTIFICATE_URL,
      'unknown: sku.name of Prod/Service is not known; the identity of Prod/Service is not known',
    ],
  ])('of a certificate: %j, %s: %s', (attributes, id, expected) => {
    const stack = newStack();
    const service = addService(stack, attributes);
    add(stack, 'azurerm_key_vault', 'Vault', {});
    add(stack, 'azurerm_key_vault_certificate', 'Kept', {});
    const part = { signalr_service_id: service.ref(), custom_certificate_id: id };
    add(stack, 'azurerm_signalr_service_custom_certificate', 'Certificate', part);
    expect(verdict(signalRCustomCertificateFromKeyVault, stack)).toBe(expected);
  });

  test('of a domain judges the service alone, and knows nothing of one outside of the tree', () => {
    const stack = newStack();
    const standard = addService(stack, { identity: { type: 'SystemAssigned' } });
    const found = new PlainData(stack, 'azurerm_signalr_service', 'Found', { name: 'sigr-found' });
    add(stack, 'azurerm_signalr_service_custom_domain', 'Domain', { signalr_service_id: standard.ref() });
    add(stack, 'azurerm_signalr_service_custom_domain', 'OfFound', { signalr_service_id: found.ref() });
    add(stack, 'azurerm_signalr_service_custom_domain', 'OfOther', { signalr_service_id: SERVICE_ID });
    expect(verdicts(signalRCustomCertificateFromKeyVault, stack)).toEqual([
      'Prod/Domain violated: error [Sku] Prod/Service is Standard_S1, but must be of the Premium tier',
      'Prod/OfFound unknown: the configuration does not define the service',
      'Prod/OfOther unknown: the configuration does not define the service',
    ]);
  });
});

describe('SIG8', () => {
  const COMPLIANT = 'compliant: all upstreams are called over https and with credentials';
  const KEY = '{@Microsoft.KeyVault(SecretUri=${azurerm_key_vault.V.vault_uri}secrets/key)}';
  const upstreams = (...urls: string[]) => ({
    service_mode: 'Serverless',
    upstream_endpoint: urls.map((url_template) => ({ url_template })),
  });
  const withAudience = (user_assigned_identity_id: string) => ({
    service_mode: 'Serverless',
    upstream_endpoint: [{ url_template: 'https://x/{hub}', user_assigned_identity_id }],
  });

  test.each<[Attributes, string]>([
    [{}, 'not applicable: only a Serverless service calls upstreams'],
    [
      { ...upstreams('http://x'), service_mode: 'Default' },
      'not applicable: only a Serverless service calls upstreams',
    ],
    [{ service_mode: 'Serverless' }, 'not applicable: the service calls no upstream'],
    [withAudience('api://app'), COMPLIANT],
    [withAudience('api://${var.app}'), COMPLIANT],
    [
      withAudience('${var.audience}'),
      'unknown: whether upstream 0 is called with credentials is not known, since var.audience is not',
    ],
    [
      upstreams('https://x/${var.path}'),
      'unknown: whether upstream 0 is called with credentials is not known, since https://x/var.path is not',
    ],
    [upstreams('https://${var.host}/api'), 'violated: warning [Anonymous::0] upstream 0 is called without credentials'],
    [upstreams(`https://x/api?code=${KEY}`, `https://y/api?token={event}&sig=${KEY}`), COMPLIANT],
    [
      upstreams('https://x/{hub}/api/{category}'),
      'violated: warning [Anonymous::0] upstream 0 is called without credentials',
    ],
    [
      upstreams(`https://x?code=${KEY}`, 'http://y'),
      'violated: error [Http::1] upstream 1 is called over http; warning [Anonymous::1] upstream 1 is called without credentials',
    ],
    [
      upstreams('https://x?code=abc&x=1', 'https://y?apiKey=${data.x.y.key}'),
      'violated: error [Secret::0] the address of upstream 0 holds a secret as code; error [Secret::1] the address of upstream 1 holds a secret as apiKey',
    ],
    ...['https://user:pw@x.y/api', 'https://token@x.y/api', 'https://${var.user}:${var.password}@x.y'].map(
      (url): [Attributes, string] => [
        upstreams(url),
        'violated: error [Secret::0] the address of upstream 0 holds a secret in front of its host',
      ],
    ),
    ...['key', 'sig', 'k', 'code'].map((name): [Attributes, string] => [
      upstreams(`https://x/api?${name}=abcdefgh`),
      `violated: error [Secret::0] the address of upstream 0 holds a secret as ${name}`,
    ]),
    [
      upstreams('https://user:pw@x/api?sig=abc'),
      'violated: error [Secret::0] the address of upstream 0 holds a secret in front of its host and as sig',
    ],
    [upstreams('https://x/api?k=10'), 'violated: warning [Anonymous::0] upstream 0 is called without credentials'],
    [upstreams('https://x/a@b?mail=a@b'), 'violated: warning [Anonymous::0] upstream 0 is called without credentials'],
    [upstreams('${var.url}'), 'unknown: the address of upstream 0 is not known'],
    [
      { ...upstreams('http://x'), service_mode: '${var.mode}' },
      'unknown: service_mode is var.mode, which is only known when Terraform runs',
    ],
    [{ service_mode: 'Serverless', dynamic: { upstream_endpoint: {} } }, 'unknown: the upstreams are not known'],
  ])('of %j: %s', (attributes, expected) => {
    expect(verdict(signalRUpstreamSecured, stackWithService(attributes))).toBe(expected);
  });

  const V2 = 'auth_settings_v2';
  const checks = { auth_enabled: true, require_authentication: true, unauthenticated_action: 'Return401' };
  const v2 = (changed: Attributes) => ({ [V2]: [{ ...checks, ...changed }] });
  const unchecked = (gap: string) =>
    `violated: warning [Unchecked::0] upstream 0 gets a token that Prod/App does not check, since ${gap}`;
  const doubtful = (because: string) =>
    `unknown: whether upstream 0 gets a token that Prod/App checks is not known, since ${because} decides`;

  test.each<[string, Attributes, string]>([
    ['azurerm_linux_web_app', {}, unchecked(`${V2}.auth_enabled is not set`)],
    ['azurerm_app_service', {}, unchecked('auth_settings.enabled is not set')],
    [
      'azurerm_linux_function_app',
      { auth_settings: [{ enabled: false }] },
      unchecked('auth_settings.enabled is false'),
    ],
    ['azurerm_function_app_flex_consumption', v2({}), COMPLIANT],
    ['azurerm_windows_web_app', v2({ unauthenticated_action: undefined }), COMPLIANT],
    ['azurerm_windows_web_app', v2({ auth_enabled: undefined }), unchecked(`${V2}.auth_enabled is not set`)],
    [
      'azurerm_windows_web_app',
      v2({ require_authentication: undefined }),
      unchecked(`${V2}.require_authentication is not set`),
    ],
    [
      'azurerm_linux_web_app',
      v2({ require_authentication: false }),
      unchecked(`${V2}.require_authentication is false`),
    ],
    [
      'azurerm_linux_web_app',
      v2({ unauthenticated_action: 'AllowAnonymous' }),
      unchecked(`${V2}.unauthenticated_action is AllowAnonymous`),
    ],
    [
      'azurerm_linux_web_app',
      { ...v2({ auth_enabled: false }), auth_settings: [{ enabled: true }] },
      unchecked(`${V2}.auth_enabled is false`),
    ],
    ['azurerm_app_service', { auth_settings: [{ enabled: true }] }, COMPLIANT],
    [
      'azurerm_function_app',
      { auth_settings: [{ enabled: true, unauthenticated_client_action: 'AllowAnonymous' }] },
      unchecked('auth_settings.unauthenticated_client_action is AllowAnonymous'),
    ],
    ['azurerm_linux_web_app', v2({ auth_enabled: '${var.x}' }), doubtful('var.x')],
    ['azurerm_linux_web_app', { dynamic: { [V2]: {} } }, doubtful('dynamic')],
    ['azurerm_linux_web_app', v2({ unauthenticated_action: '${var.x}' }), doubtful('var.x')],
    ['azurerm_logic_app_standard', {}, doubtful('authentication of a Logic App, which azurerm cannot set,')],
  ])('of an upstream at %s with %j: %s', (type, attributes, expected) => {
    const stack = stackWithService({
      service_mode: 'Serverless',
      upstream_endpoint: [
        { url_template: 'https://App-chat.azurewebsites.net/api', user_assigned_identity_id: 'api://app' },
      ],
    });
    add(stack, type, 'App', { name: 'app-chat', ...attributes });
    expect(verdict(signalRUpstreamSecured, stack)).toBe(expected);
  });

  test.each<[string, string, string]>([
    [
      'a slot',
      'https://app-blue.azurewebsites.net/api',
      unchecked(`${V2}.auth_enabled is not set`).replace('App', 'Slot'),
    ],
    ['a slot, with a key from a vault too', `https://app-blue.azurewebsites.net/api?code=${KEY}`, COMPLIANT],
    ['another app', 'https://other.azurewebsites.net/api', COMPLIANT],
    [
      'a slot, with what may hold a key',
      'https://app-blue.azurewebsites.net/${var.path}',
      `${doubtful('').replace('App', 'Slot').replace(' decides', '')}https://app-blue.azurewebsites.net/var.path decides`,
    ],
  ])('of an upstream at %s', (_, url_template, expected) => {
    const stack = stackWithService({
      service_mode: 'Serverless',
      upstream_endpoint: [{ url_template, user_assigned_identity_id: 'api://app' }],
    });
    const app_service_id = add(stack, 'azurerm_linux_web_app', 'App', { name: 'app', ...v2({}) }).ref();
    add(stack, 'azurerm_linux_web_app_slot', 'Slot', { name: 'blue', app_service_id });
    expect(verdict(signalRUpstreamSecured, stack)).toBe(expected);
  });

  test('of an upstream at an app that azapi may change', () => {
    const stack = stackWithService({
      service_mode: 'Serverless',
      upstream_endpoint: [{ url_template: 'https://app.azurewebsites.net', user_assigned_identity_id: 'api://app' }],
    });
    add(stack, 'azurerm_linux_web_app', 'App', { name: 'app' });
    add(stack, 'azapi_update_resource', 'Auth', { type: 'Microsoft.Web/sites/config@2022-09-01' });
    expect(verdict(signalRUpstreamSecured, stack)).toBe(doubtful('Prod/Auth, which changes apps by azapi,'));
  });
});
