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
    [upstreams('${var.url}'), 'unknown: the address of upstream 0 is not known'],
    [
      { ...upstreams('http://x'), service_mode: '${var.mode}' },
      'unknown: service_mode is var.mode, which is only known when Terraform runs',
    ],
    [{ service_mode: 'Serverless', dynamic: { upstream_endpoint: {} } }, 'unknown: the upstreams are not known'],
  ])('of %j: %s', (attributes, expected) => {
    expect(verdict(signalRUpstreamSecured, stackWithService(attributes))).toBe(expected);
  });
});
