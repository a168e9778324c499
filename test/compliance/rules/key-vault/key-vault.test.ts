import { KeyVault } from '@cdktf/provider-azurerm/lib/key-vault';
import { TerraformStack } from 'cdktf';
import { SecurityProfile } from '../../../../src/compliance';
import { KEY_VAULT_RULES } from '../../../../src/compliance/private/rules/key-vault';
import { Case, checkRule } from '../../../support/compliance';
import { PlainResource, add } from '../../../support/plain-azurerm';
import { newStack } from '../../../support/synth';

const [purge, rbac, network, endpoint, hygiene, logs] = KEY_VAULT_RULES;

const VAULT_ID = '/subscriptions/0/resourceGroups/rg/providers/Microsoft.KeyVault/vaults/kv';

const vault = (s: TerraformStack, attributes: object = {}) =>
  add(s, 'azurerm_key_vault', 'Vault', { name: 'kv', resource_group_name: 'rg', ...attributes });
const given = (title: string, attributes: object, expected: string): Case => [
  title,
  (s) => vault(s, attributes),
  [`Vault: ${expected}`],
];
const runtime = (attribute: string) => `unknown, ${attribute} is only known when Terraform runs`;
const none: Case = ['no vault', (s) => add(s, 'azurerm_subnet', 'Subnet'), []];

checkRule(purge, [
  none,
  given('absent', {}, 'error [] purge_protection_enabled is not set, which means false'),
  given('off', { purge_protection_enabled: false }, 'error [] purge_protection_enabled is false'),
  given('on', { purge_protection_enabled: true }, 'compliant'),
  given('a variable', { purge_protection_enabled: '${var.x}' }, runtime('purge_protection_enabled')),
  [
    'with the classes of the provider bindings, overridden',
    (s) =>
      new KeyVault(s, 'Vault', {
        name: 'kv',
        location: 'centralus',
        resourceGroupName: 'rg',
        tenantId: 't',
        skuName: 'standard',
        purgeProtectionEnabled: true,
      }).addOverride('purge_protection_enabled', false),
    ['Vault: error [] purge_protection_enabled is false'],
  ],
]);

checkRule(rbac, [
  none,
  given('absent', {}, 'warning [] rbac_authorization_enabled is not set, which means false'),
  given('on', { rbac_authorization_enabled: true }, 'compliant'),
  given('on in the form of azurerm 4', { enable_rbac_authorization: true }, 'compliant'),
  given(
    'off in the form of azurerm 4',
    { enable_rbac_authorization: false },
    'warning [] enable_rbac_authorization is false',
  ),
  given('a variable', { rbac_authorization_enabled: '${var.x}' }, runtime('rbac_authorization_enabled')),
]);

const OPEN = 'error [] public_network_access_enabled is not false, and network_acls.default_action is not Deny';
const acls = (default_action: string, ip_rules?: unknown) => ({
  network_acls: [{ default_action, bypass: 'None', ip_rules }],
});
const lets = (ranges: string) => `error [Ranges] network_acls.ip_rules allows ${ranges} from the internet`;
const inIsolation = ([title, define, expected]: Case): Case => [
  `${title}, isolated`,
  define,
  expected,
  SecurityProfile.ISOLATED,
];

checkRule(network, [
  none,
  given('absent', {}, OPEN),
  given('a list that allows', acls('Allow'), OPEN),
  given('a list that denies', acls('Deny'), 'compliant'),
  given('closed', { public_network_access_enabled: false }, 'compliant'),
  given(
    'a variable for access',
    { public_network_access_enabled: '${var.x}' },
    runtime('public_network_access_enabled'),
  ),
  given('a variable for the list', acls('${var.x}'), runtime('network_acls.default_action')),
  given('an office', acls('Deny', ['203.0.113.0/24']), 'compliant'),
  inIsolation(
    given('an office', acls('Deny', ['203.0.113.0/24', '198.51.100.7']), lets('203.0.113.0/24, 198.51.100.7')),
  ),
  inIsolation(given('private ranges', acls('Deny', ['10.0.0.0/8']), 'compliant')),
  given('everybody', acls('Deny', ['0.0.0.0/0']), lets('0.0.0.0/0')),
  given('both halves', acls('Deny', ['0.0.0.0/1', '128.0.0.0/1']), lets('0.0.0.0/1')),
  given('a wide range', acls('Deny', ['198.0.0.0/7']), lets('198.0.0.0/7')),
  given('two large ranges', acls('Deny', ['9.0.0.0/8', '11.0.0.0/8']), lets('9.0.0.0/8 with 11.0.0.0/8')),
  given('a large range', acls('Deny', ['9.0.0.0/8']), 'compliant'),
  given(
    'a variable for the ranges',
    acls('Deny', '${var.ranges}'),
    'unknown, network_acls.ip_rules is var.ranges, which is only known when Terraform runs',
  ),
  given(
    'a variable for one range',
    acls('Deny', ['203.0.113.0/24', '${var.range}']),
    'unknown, network_acls.ip_rules is var.range, which is only known when Terraform runs',
  ),
  given(
    'everybody, with a variable for access',
    { ...acls('Deny', ['0.0.0.0/0']), public_network_access_enabled: '${var.x}' },
    runtime('public_network_access_enabled'),
  ),
]);

const pointing = (s: TerraformStack, id: string) =>
  add(s, 'azurerm_private_endpoint', 'Endpoint', {
    private_service_connection: { private_connection_resource_id: id },
  });
const reading = (s: TerraformStack, url_template: string) =>
  add(s, 'azurerm_signalr_service', 'Service', { name: 'chat', upstream_endpoint: [{ url_template }] });
const linked = (s: TerraformStack, signalr_service_id: string, target_resource_id: string) =>
  add(s, 'azurerm_signalr_shared_private_link_resource', 'Link', { signalr_service_id, target_resource_id });
const UNREACHED = 'Vault: warning [PrivateEndpoint] no private endpoint connects to the vault';
const UNLINKED =
  'Vault: warning [SharedPrivateLink::Prod/Service] Prod/Service reads from the vault, but has no shared private link to it';
const secretIn = (host: string) => `https://f/?code={@Microsoft.KeyVault(SecretUri=${host}secrets/s)}`;

/** A vault with an endpoint, and a service that reads from it. */
const read =
  (url: (made: PlainResource) => string, link?: (service: string, made: string) => [string, string]): Case[1] =>
  (s) => {
    const made = vault(s);
    pointing(s, made.ref());
    const service = reading(s, url(made));
    if (link) linked(s, ...link(service.ref(), made.ref()));
  };
const byUri = (made: PlainResource) => secretIn(made.ref('vault_uri'));
const UNSURE = 'Vault: unknown, which service has a shared private link to Prod/Vault is not known';

checkRule(endpoint, [
  none,
  ['no endpoint', (s) => vault(s), [UNREACHED]],
  ['an endpoint', (s) => pointing(s, vault(s).ref()), ['Vault: compliant']],
  ['an endpoint by id', (s) => [vault(s), pointing(s, VAULT_ID)], ['Vault: compliant']],
  [
    'an endpoint in another stack',
    (s) => pointing(newStack('Other', undefined, s.node.root), vault(s).ref()),
    ['Vault: compliant'],
  ],
  ['an endpoint of something else', (s) => [vault(s), pointing(s, reading(s, 'https://f').ref())], [UNREACHED]],
  [
    'an endpoint of what only Terraform knows',
    (s) => [vault(s), pointing(s, '${var.x}')],
    ['Vault: unknown, what Prod/Endpoint connects to is not known, since var.x is only known when Terraform runs'],
  ],
  ['a service that reads', read(byUri), [UNLINKED]],
  ['a service that reads, by the name of the vault', read(() => secretIn('https://kv.vault.azure.net/')), [UNLINKED]],
  [
    'a service that reads from another vault',
    read(() => secretIn('https://other.vault.azure.net/')),
    ['Vault: compliant'],
  ],
  ['a service that reads over a link', read(byUri, (service, made) => [service, made]), ['Vault: compliant']],
  [
    'a link of another service',
    read(byUri, (_, made) => [
      '/subscriptions/0/resourceGroups/rg/providers/Microsoft.SignalRService/signalR/other',
      made,
    ]),
    [UNLINKED],
  ],
  ['a link of what only Terraform knows', read(byUri, (_, made) => ['${var.x}', made]), [UNSURE]],
  [
    'a link to what only Terraform knows',
    read(byUri, (service) => [service, '${var.x}']),
    ['Vault: unknown, what Prod/Link connects to is not known, since var.x is only known when Terraform runs'],
  ],
  [
    'a service with upstreams that only Terraform knows',
    (s) => {
      pointing(s, vault(s).ref());
      add(s, 'azurerm_signalr_service', 'Service', { upstream_endpoint: '${var.x}' });
      add(s, 'azurerm_signalr_service_custom_certificate', 'Custom', {
        signalr_service_id: '${var.x}',
        custom_certificate_id: 'https://kv.vault.azure.net/certificates/c',
      });
    },
    ['Vault: compliant'],
  ],
  [
    'a service with a certificate from the vault',
    (s) => {
      const made = vault(s);
      pointing(s, made.ref());
      const certificate = add(s, 'azurerm_key_vault_certificate', 'Certificate', { key_vault_id: made.ref() });
      add(s, 'azurerm_signalr_service_custom_certificate', 'Custom', {
        signalr_service_id: reading(s, 'https://f').ref(),
        custom_certificate_id: certificate.ref(),
      });
    },
    [UNLINKED],
  ],
]);

const secret = (s: TerraformStack, attributes: object) =>
  add(s, 'azurerm_key_vault_secret', 'Secret', {
    expiration_date: '2099-01-01T00:00:00Z',
    content_type: 'text',
    ...attributes,
  });
const holding = (title: string, attributes: object, ...expected: string[]): Case => [
  title,
  (s) => secret(s, attributes),
  expected.map((line) => `Secret: ${line}`),
];
const keyOf =
  (attributes: object, name: string = 'value'): Case[1] =>
  (s) => {
    const service = add(s, 'azurerm_signalr_service', 'Service', attributes);
    secret(s, { [name]: service.ref('primary_access_key') });
  };
const USELESS = 'Secret: warning [SignalRKey] it holds a key of Prod/Service, which accepts no keys';

checkRule(hygiene, [
  ['no secret', (s) => vault(s), []],
  [
    'what a resource generates',
    (s) => secret(s, { value: add(s, 'random_password', 'Password').ref('result') }),
    ['Secret: compliant'],
  ],
  [
    'what a resource is given by a variable',
    (s) => secret(s, { value: add(s, 'terraform_data', 'Data', { input: '${var.x}' }).ref('input') }),
    ['Secret: unknown, what it holds is only known when Terraform runs'],
  ],
  ...['value', 'value_wo'].map((name) =>
    holding(
      `text as ${name}`,
      { [name]: 'secret' },
      'error [Literal] its value is written into the configuration as text',
    ),
  ),
  [
    'text of another resource',
    (s) => secret(s, { value: add(s, 'terraform_data', 'Data', { input: 'secret' }).ref('input') }),
    ['Secret: error [Literal] its value is written into the configuration as text'],
  ],
  holding(
    'a date that is past',
    { expiration_date: '2020-01-01T00:00:00Z' },
    'warning [Expired] expiration_date is 2020-01-01T00:00:00Z, which is past',
  ),
  holding('a date that is none', { expiration_date: 'soon' }, 'compliant'),
  holding('all', {}, 'compliant'),
  holding(
    'nothing',
    { expiration_date: undefined, content_type: undefined },
    'warning [Expiry] expiration_date is not set',
    'warning [ContentType] content_type is not set',
  ),
  holding('an empty type', { content_type: '' }, 'warning [ContentType] content_type is not set'),
  holding(
    'a date that may be null',
    { expiration_date: '${var.x}' },
    'unknown, expiration_date is var.x, which is only known when Terraform runs',
  ),
  holding(
    'a date that may be null, by what decides',
    { expiration_date: '${var.x ? timeadd(timestamp(), "8760h") : null}' },
    'unknown, expiration_date is var.x ? timeadd(timestamp(), "8760h") : null, which is only known when Terraform runs',
  ),
  holding('a date that Terraform adds up', { expiration_date: '${timeadd(timestamp(), "8760h")}' }, 'compliant'),
  holding('a date with a part that only Terraform knows', { expiration_date: '${var.x}T00:00:00Z' }, 'compliant'),
  holding('a variable', { value: '${var.x}' }, 'unknown, what it holds is only known when Terraform runs'),
  holding(
    'a key in plain text',
    { value: 'Endpoint=https://x;AccessKey=y;' },
    'warning [SignalRKey] it holds a key of a SignalR service in plain text',
  ),
  ['a key that is not taken', keyOf({ local_auth_enabled: false }), [USELESS]],
  ['a key that is not taken, write-only', keyOf({ local_auth_enabled: false }, 'value_wo'), [USELESS]],
  holding(
    'a key of a service that is looked up',
    { value: '${data.azurerm_signalr_service.x.primary_access_key}' },
    'unknown, whether the service accepts the key that it holds is not known',
  ),
  ['a key that is taken', keyOf({}), ['Secret: compliant']],
  [
    'a key that may be taken',
    keyOf({ local_auth_enabled: '${var.x}' }),
    ['Secret: unknown, whether the service accepts the key that it holds is not known'],
  ],
]);

const setting = (s: TerraformStack, attributes: object) =>
  add(s, 'azurerm_monitor_diagnostic_setting', 'Setting', { log_analytics_workspace_id: '/w', ...attributes });
const sending = (title: string, enabled_log: unknown, expected: string): Case => [
  title,
  (s) => setting(s, { target_resource_id: vault(s).ref(), enabled_log }),
  [`Vault: ${expected}`],
];

checkRule(logs, [
  none,
  ['no setting', (s) => vault(s), ['Vault: warning [] no diagnostic setting sends its logs']],
  sending('the category', [{ category: 'AuditEvent' }], 'compliant'),
  sending('the group', [{ category_group: 'audit' }], 'compliant'),
  sending(
    'another category',
    [{ category: 'AzurePolicyEvaluationDetails' }],
    'warning [] Prod/Setting sends none of these logs to a destination: AuditEvent, audit, allLogs',
  ),
  sending(
    'a variable',
    [{ category: '${var.x}' }],
    'unknown, what its diagnostic setting sends is only known when Terraform runs',
  ),
]);
