import { SecurityProfile } from '../../../../src/compliance';
import { signalRCorsRestricted } from '../../../../src/compliance/private/rules/signalr/signalr-cors-restricted';
import { signalREntraAuthEnabled } from '../../../../src/compliance/private/rules/signalr/signalr-entra-auth-enabled';
import { signalRLocalAuthDisabled } from '../../../../src/compliance/private/rules/signalr/signalr-local-auth-disabled';
import { signalRManagedIdentity } from '../../../../src/compliance/private/rules/signalr/signalr-managed-identity';
import { signalRPublicNetworkAccess } from '../../../../src/compliance/private/rules/signalr/signalr-public-network-access';
import { signalRSkuNotFree } from '../../../../src/compliance/private/rules/signalr/signalr-sku-not-free';
import { verdict, verdicts } from '../../../support/compliance';
import { add, addService, stackWithService } from '../../../support/plain-azurerm';
import { newStack } from '../../../support/synth';

type Attributes = Record<string, unknown>;

test.each<[Attributes, string]>([
  [{}, 'compliant: sku.name is Standard_S1'],
  [{ sku: [{ name: 'Premium_P1' }] }, 'compliant: sku.name is Premium_P1'],
  [{ sku: { name: 'Free_F1' } }, 'violated: error sku.name is Free_F1'],
  [{ sku: { name: '${var.sku}' } }, 'unknown: sku.name is not known'],
  [{ sku: undefined }, 'unknown: sku.name is not known'],
])('SIG1 of %j: %s', (attributes, expected) => {
  expect(verdict(signalRSkuNotFree, stackWithService(attributes))).toBe(expected);
});

test('SIG1 sees overrides, and judges no other resources', () => {
  const stack = newStack();
  addService(stack).addOverride('sku.name', 'Free_F1');
  add(stack, 'azurerm_web_pubsub', 'Other', { sku: 'Free_F1' });
  expect(verdicts(signalRSkuNotFree, stack)).toEqual(['Prod/Service violated: error sku.name is Free_F1']);
});

test.each<[Attributes, string]>([
  [{ local_auth_enabled: false }, 'compliant: local_auth_enabled is false'],
  [{ local_auth_enabled: 'false' }, 'compliant: local_auth_enabled is false'],
  [{}, 'violated: error local_auth_enabled is not given, and access keys are on by default'],
  [{ local_auth_enabled: true }, 'violated: error local_auth_enabled is true'],
  [{ local_auth_enabled: '${var.keys}' }, 'unknown: local_auth_enabled is not known'],
])('SIG2 of %j: %s', (attributes, expected) => {
  expect(verdict(signalRLocalAuthDisabled, stackWithService(attributes))).toBe(expected);
});

test.each<[Attributes, string]>([
  [{}, 'compliant: Entra authentication is on'],
  [{ aad_auth_enabled: 'true' }, 'compliant: Entra authentication is on'],
  [{ aad_auth_enabled: false }, 'violated: error aad_auth_enabled is false'],
  [{ aad_auth_enabled: '${var.entra}' }, 'unknown: aad_auth_enabled is not known'],
])('SIG3 of %j: %s', (attributes, expected) => {
  expect(verdict(signalREntraAuthEnabled, stackWithService(attributes))).toBe(expected);
});

describe('SIG4', () => {
  const vaultUrl = 'https://x/api?code={@Microsoft.KeyVault(SecretUri=https://kv.vault.azure.net/secrets/key)}';

  test.each<[Attributes, string]>([
    [{ identity: { type: 'SystemAssigned' } }, 'compliant: the service has its own identity'],
    [{ identity: [{ type: 'UserAssigned', identity_ids: ['${x.y.id}'] }] }, 'compliant: the service has one identity'],
    [{}, 'violated: info the service has no managed identity, and needs none so far'],
    [
      { upstream_endpoint: [{ url_template: 'https://x', user_assigned_identity_id: 'guid' }] },
      'violated: error the service signs in to upstream 0, but has no managed identity',
    ],
    [
      { upstream_endpoint: [{ url_template: 'https://x' }, { url_template: vaultUrl }] },
      'violated: error the service reads a secret for upstream 1, but has no managed identity',
    ],
    [
      { identity: { type: 'UserAssigned', identity_ids: ['a', 'b'] } },
      'violated: error identity is UserAssigned with 2 identity_ids, but a service accepts one identity',
    ],
    [
      { identity: { type: 'SystemAssigned, UserAssigned', identity_ids: ['a'] } },
      'violated: error identity is SystemAssigned, UserAssigned with 1 identity_ids, but a service accepts one identity',
    ],
    [{ dynamic: { identity: { for_each: '${var.x}' } } }, 'unknown: the identity is not known'],
    [{ identity: { type: '${var.type}' } }, 'unknown: identity.type is not known'],
    [{ identity: { type: 'UserAssigned', identity_ids: '${var.ids}' } }, 'unknown: identity.identity_ids is not known'],
  ])('of %j: %s', (attributes, expected) => {
    expect(verdict(signalRManagedIdentity, stackWithService(attributes))).toBe(expected);
  });

  test('is an error for a service with a custom certificate', () => {
    const stack = newStack();
    const service = addService(stack);
    add(stack, 'azurerm_signalr_service_custom_certificate', 'Certificate', { signalr_service_id: service.ref() });
    expect(verdict(signalRManagedIdentity, stack)).toBe(
      'violated: error the service reads the certificate of Prod/Certificate, but has no managed identity',
    );
  });
});

describe('SIG5', () => {
  const cors = (...origins: unknown[]) => ({ cors: [{ allowed_origins: origins }] });
  test.each<[Attributes, string]>([
    [cors('https://a', 'https://*.b.com'), 'compliant: cors names origins that come over https'],
    [cors('https://[::1]:3000', 'HTTPS://A.com:443'), 'compliant: cors names origins that come over https'],
    [cors('https://${var.name}.a.com'), 'compliant: cors names origins that come over https'],
    [cors('https://${azurerm_x.y.hostname}'), 'compliant: cors names origins that come over https'],
    [{}, 'violated: error cors names no origin, so Azure allows every origin'],
    [cors(), 'violated: error cors names no origin, so Azure allows every origin'],
    [cors('*'), 'violated: error [Origin::*] cors allows *, which is every origin'],
    [cors('https://*'), 'violated: error [Origin::https://*] cors allows https://*, which is every origin'],
    [
      cors('http://a.com', 'http://localhost:3000', '${var.origin}'),
      'violated: error [Origin::http://a.com] cors allows http://a.com, whose pages come over http; warning [Origin::http://localhost:3000] cors allows http://localhost:3000, which is for development',
    ],
    [
      cors('http://${azurerm_x.y.hostname}'),
      'violated: error [Origin::http://azurerm_x.y.hostname] cors allows http://azurerm_x.y.hostname, whose pages come over http',
    ],
    [cors('https://*:443'), 'violated: error [Origin::https://*:443] cors allows https://*:443, which is every origin'],
    ...['null', 'NULL'].map((origin): [Attributes, string] => [
      cors('https://a', origin),
      `violated: error [Origin::${origin}] cors allows ${origin}, which any page sends from a sandboxed frame or a file`,
    ]),
    ...[
      'contoso.com',
      'ftp://x.y',
      'wss://x.y',
      'https://contoso.com/',
      'https://contoso.com/chat',
      'https://user@contoso.com',
      'https://contoso.com:99999',
      'https://contoso.com:',
      'https://a.*.com',
      'https://',
      ' https://contoso.com',
      '',
    ].map((origin): [Attributes, string] => [
      cors(origin),
      `violated: warning [Origin::${origin}] cors allows ${origin}, which no browser sends; an origin is https://host or https://host:port`,
    ]),
    ...['azurerm_linux_web_app.App.default_hostname', 'azurerm_storage_account.x.primary_web_host'].map(
      (host): [Attributes, string] => [
        cors(`\${${host}}`),
        `violated: warning [Origin::${host}] cors allows ${host}, which no browser sends; an origin is https://host or https://host:port`,
      ],
    ),
    [
      cors('https://${azurerm_x.y.hostname}/'),
      'violated: warning [Origin::https://azurerm_x.y.hostname/] cors allows https://azurerm_x.y.hostname/, which no browser sends; an origin is https://host or https://host:port',
    ],
    [cors('https://${var.host}'), 'unknown: https://var.host is not known'],
    [cors('${var.scheme}://a.com'), 'unknown: var.scheme://a.com is not known'],
    [cors('https://a', '${var.origin}'), 'unknown: var.origin is not known'],
    [{ cors: [{ allowed_origins: '${var.origins}' }] }, 'unknown: cors is not known'],
    [{ dynamic: { cors: { for_each: '${var.x}' } } }, 'unknown: cors is not known'],
  ])('of %j: %s', (attributes, expected) => {
    expect(verdict(signalRCorsRestricted, stackWithService(attributes))).toBe(expected);
  });
});

describe('SIG6', () => {
  const BY_LIST =
    'violated: warning [List] public_network_access_enabled is not false, and only the access control list Prod/Acl closes the public network';
  const OPEN =
    'violated: error public_network_access_enabled is not false, and no access control list closes the public network';
  const UNKNOWN = 'unknown: whether the public network is closed is not known';
  const FLAG = 'unknown: public_network_access_enabled is var.open, which is only known when Terraform runs';
  const UNPLACED = 'unknown: whether Prod/Acl is for Prod/Service is only known when Terraform runs';

  test('is not applicable to public clients', () => {
    expect(verdict(signalRPublicNetworkAccess, stackWithService())).toBe(
      'not applicable: the profile publicClients does not require it',
    );
  });

  test.each<[Attributes, Attributes | undefined, string]>([
    [{ public_network_access_enabled: false }, undefined, 'compliant: public_network_access_enabled is false'],
    [{}, undefined, OPEN],
    [{ public_network_access_enabled: '${var.open}' }, undefined, FLAG],
    [{ public_network_access_enabled: '${var.open}' }, { default_action: 'Deny', public_network: {} }, FLAG],
    [{}, { default_action: 'Deny', public_network: {} }, BY_LIST],
    [{}, { default_action: 'Deny', public_network: { allowed_request_types: [] } }, BY_LIST],
    [
      { public_network_access_enabled: false },
      { default_action: 'Deny', public_network: {} },
      'compliant: public_network_access_enabled is false',
    ],
    [{}, { default_action: 'Deny', public_network: { allowed_request_types: ['ClientConnection'] } }, OPEN],
    [{}, { default_action: 'Allow', public_network: { denied_request_types: ['Trace'] } }, OPEN],
    [{}, { default_action: 'Deny', public_network: { allowed_request_types: '${var.types}' } }, UNKNOWN],
    [{}, { default_action: '${var.action}', public_network: {} }, UNKNOWN],
    [{}, { default_action: 'Deny', public_network: {}, signalr_service_id: '${var.service}' }, UNPLACED],
  ])('of %j with the list %j: %s', (attributes, list, expected) => {
    const stack = newStack();
    const service = addService(stack, attributes);
    if (list) add(stack, 'azurerm_signalr_service_network_acl', 'Acl', { signalr_service_id: service.ref(), ...list });
    expect(verdict(signalRPublicNetworkAccess, stack, SecurityProfile.ISOLATED)).toBe(expected);
  });
});
