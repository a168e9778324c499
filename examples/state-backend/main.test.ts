import { Testing } from 'cdktf';
import { StateBackendProps, StateBackendStack } from './main';

const synth = (props?: StateBackendProps) =>
  Testing.synth(new StateBackendStack(Testing.app(), 'state-backend', props), true);

/** The only resource of a type in a stack. */
function only(json: string, type: string) {
  const resources = Object.values<Record<string, unknown>>(JSON.parse(json).resource[type]);
  expect(resources).toHaveLength(1);
  return resources[0];
}

test('the stack that is deployed', () => {
  expect(synth()).toMatchSnapshot();
});

test('the account takes no keys, keeps what is deleted or overwritten, and is not public', () => {
  expect(only(synth(), 'azurerm_storage_account')).toMatchObject({
    shared_access_key_enabled: false,
    default_to_oauth_authentication: true,
    local_user_enabled: false,
    allow_nested_items_to_be_public: false,
    cross_tenant_replication_enabled: false,
    https_traffic_only_enabled: true,
    min_tls_version: 'TLS1_2',
    infrastructure_encryption_enabled: true,
    blob_properties: {
      versioning_enabled: true,
      delete_retention_policy: { days: 30 },
      container_delete_retention_policy: { days: 30 },
    },
    lifecycle: { prevent_destroy: true },
  });
  expect(only(synth(), 'azurerm_storage_container')).toMatchObject({ container_access_type: 'private' });
});

test('azurerm asks for no key and waits for no service that is read with one', () => {
  expect(JSON.parse(synth()).provider.azurerm).toEqual([
    { storage_use_azuread: true, features: [{ storage: [{ data_plane_available: false }] }] },
  ]);
});

test('groups write and read the state, and nobody else has a role', () => {
  const roles = Object.values<any>(JSON.parse(synth()).resource.azurerm_role_assignment);
  expect(
    roles.map(({ principal_type, role_definition_id }) => [principal_type, role_definition_id.split('/').pop()]),
  ).toEqual(
    expect.arrayContaining([
      ['Group', 'ba92f5b4-2d11-453d-a403-e96b0029c9fe'],
      ['Group', '2a2b9908-6ea1-4ae2-8e65-a410df84e7d1'],
    ]),
  );
  expect(roles).toHaveLength(2);
  roles.forEach(({ scope }) => expect(scope).toMatch(/^\$\{azurerm_storage_account\.\w+\.id\}$/));
});

test('the lock comes last, so that it keeps nothing from being made', () => {
  const { resource } = JSON.parse(synth());
  const lock = only(synth(), 'azurerm_management_lock');
  expect(lock.lock_level).toBe('CanNotDelete');
  const others = Object.entries<object>(resource)
    .filter(([type]) => type !== 'azurerm_management_lock')
    .flatMap(([type, byId]) => Object.keys(byId).map((id) => `${type}.${id}`));
  expect(lock.depends_on).toEqual(expect.arrayContaining(others));
});

describe('its own state', () => {
  const backendOf = (props?: StateBackendProps) => JSON.parse(synth(props)).terraform.backend;

  test('is local at first, when there is no account', () => {
    expect(backendOf()).toBeUndefined();
  });

  test('then lies in the account, without a key', () => {
    expect(backendOf({ keepsItself: true })).toEqual({
      azurerm: {
        storage_account_name: 'sttfstate',
        container_name: 'tfstate',
        key: 'state-backend.tfstate',
        use_azuread_auth: true,
      },
    });
  });
});
