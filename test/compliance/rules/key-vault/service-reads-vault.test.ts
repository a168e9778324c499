import { TerraformStack } from 'cdktf';
import { KEY_VAULT_RULES } from '../../../../src/compliance/private/rules/key-vault';
import { Case, checkRule } from '../../../support/compliance';
import { add, PlainResource } from '../../../support/plain-azurerm';

const readsVault = KEY_VAULT_RULES.find(({ id }) => id === 'KV7')!;

const NONE =
  'Vault: warning [Reader::Prod/Service] Prod/Service reads from the vault, but nothing permits its identity to read secrets';
const open = (because: string) =>
  `Vault: unknown, whether Prod/Service may read from the vault is not known: ${because}`;
const RBAC = { rbac_authorization_enabled: true };
const USER = { role_definition_name: 'Key Vault Secrets User' };

/** A service with an identity of its own that takes a certificate from a vault, and what lets it. */
const reading =
  (
    allow: (s: TerraformStack, vault: PlainResource, principal: string) => unknown,
    attributes: object = RBAC,
  ): Case[1] =>
  (s) => {
    const vault = add(s, 'azurerm_key_vault', 'Vault', { name: 'kv', resource_group_name: 'rg', ...attributes });
    const service = add(s, 'azurerm_signalr_service', 'Service', { name: 'x', identity: [{ type: 'SystemAssigned' }] });
    const certificate = add(s, 'azurerm_key_vault_certificate', 'Certificate', { key_vault_id: vault.ref() });
    add(s, 'azurerm_signalr_service_custom_certificate', 'Custom', {
      signalr_service_id: service.ref(),
      custom_certificate_id: certificate.ref('versionless_secret_id'),
    });
    allow(s, vault, service.ref('identity[0].principal_id'));
  };
const role = (attributes: object): Case[1] =>
  reading((s, vault, principal_id) =>
    add(s, 'azurerm_role_assignment', 'Role', { scope: vault.ref(), principal_id, ...USER, ...attributes }),
  );
const policy = (attributes: object, of: object = {}): Case[1] =>
  reading(
    (s, vault, object_id) =>
      add(s, 'azurerm_key_vault_access_policy', 'Policy', {
        key_vault_id: vault.ref(),
        object_id,
        secret_permissions: ['Get'],
        ...attributes,
      }),
    of,
  );

checkRule(readsVault, [
  [
    'a vault that no service reads from',
    (s) => add(s, 'azurerm_key_vault', 'Vault'),
    ['Vault: not applicable, no SignalR service is known to read from the vault'],
  ],
  [
    'a certificate of which nobody knows the vault',
    (s) => [
      add(s, 'azurerm_key_vault', 'Vault'),
      add(s, 'azurerm_signalr_service_custom_certificate', 'Custom', { custom_certificate_id: '${var.x}' }),
    ],
    ['Vault: unknown, whether a service reads from the vault for Prod/Custom is not known'],
  ],
  ['nothing', reading(() => undefined), [NONE]],
  ['nothing, with access policies', reading(() => undefined, {}), [NONE]],
  ['a role', role({}), ['Vault: compliant']],
  ...['Key Vault Certificate User', 'Key Vault Administrator'].map((role_definition_name): Case => [
    role_definition_name,
    role({ role_definition_name }),
    ['Vault: compliant'],
  ]),
  [
    'a role by its id',
    role({
      role_definition_name: undefined,
      role_definition_id: '/x/roleDefinitions/4633458b-17de-408a-b874-0445c86b69e6',
    }),
    ['Vault: compliant'],
  ],
  ['a role that manages the vault', role({ role_definition_name: 'Contributor' }), [NONE]],
  [
    'a role on a certificate',
    role({ scope: '${azurerm_key_vault_certificate.Certificate.resource_versionless_id}' }),
    ['Vault: compliant'],
  ],
  ['a role on the group', role({ scope: '/subscriptions/0/resourceGroups/rg' }), ['Vault: compliant']],
  ['a role on another group', role({ scope: '/subscriptions/0/resourceGroups/other' }), [NONE]],
  [
    'a role of which nothing is known',
    role({ role_definition_name: '${var.x}' }),
    [open('whether the role of Prod/Role reads secrets is not known')],
  ],
  [
    'a role for whom nobody knows',
    role({ principal_id: '${var.x}' }),
    [open('whether var.x is its identity is not known')],
  ],
  ['an access policy', policy({}), ['Vault: compliant']],
  ['an access policy for certificates alone', policy({ secret_permissions: [] }), [NONE]],
  ['an access policy of a vault that takes roles', policy({}, RBAC), [NONE]],
  [
    'an access policy in the vault',
    reading(() => undefined, {
      access_policy: [
        { object_id: '${azurerm_signalr_service.Service.identity[0].principal_id}', secret_permissions: ['get'] },
      ],
    }),
    ['Vault: compliant'],
  ],
]);
