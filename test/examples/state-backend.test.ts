import { Testing } from 'cdktf';
import { StateBackendProps, StateBackendStack } from '../../examples/state-backend/main';
import { bodies, synthesized } from '../support/examples';
import { TerraformJson } from '../support/synth';

const json = synthesized('state-backend')['state-backend'] as TerraformJson & { provider: object };

describe('state-backend', () => {
  test('has an account that takes no keys, keeps what is deleted or overwritten, and is not public', () => {
    const [account] = bodies(json, 'azurerm_storage_account');
    expect(account).toMatchObject({
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
    const containers = bodies(json, 'azurerm_storage_container');
    expect(containers.map(({ name, container_access_type }) => [name, container_access_type])).toEqual([
      ['tfstate', 'private'],
    ]);
  });

  test('has azurerm ask for no key, and wait for no service that is read with one', () => {
    expect(json.provider).toEqual({
      azurerm: [{ storage_use_azuread: true, features: [{ storage: [{ data_plane_available: false }] }] }],
    });
  });

  test('lets one group write and another one read, and nobody else', () => {
    const roles = bodies(json, 'azurerm_role_assignment');
    const granted = roles.map((role) => [
      role.principal_id.slice(-1),
      role.principal_type,
      role.role_definition_id.split('/').pop(),
    ]);
    expect(granted.sort()).toEqual([
      ['a', 'Group', '2a2b9908-6ea1-4ae2-8e65-a410df84e7d1'],
      ['d', 'Group', 'ba92f5b4-2d11-453d-a403-e96b0029c9fe'],
    ]);
    roles.forEach(({ scope }) => expect(scope).toMatch(/^\$\{azurerm_storage_account\.\w+\.id\}$/));
  });

  test('is locked last, so that the lock keeps nothing from being made', () => {
    const [lock] = bodies(json, 'azurerm_management_lock');
    expect(lock.lock_level).toBe('CanNotDelete');
    const others = Object.entries(json.resource!)
      .filter(([type]) => type !== 'azurerm_management_lock')
      .flatMap(([type, byId]) => Object.keys(byId).map((id) => `${type}.${id}`));
    expect([...lock.depends_on].sort()).toEqual(others.sort());
  });

  describe('has its own state', () => {
    const backendOf = (props: StateBackendProps) => {
      const stack = new StateBackendStack(Testing.app(), 'state-backend', props);
      return JSON.parse(Testing.synth(stack, true)).terraform.backend;
    };

    test('in a local file at first, when there is no account', () => {
      expect(backendOf({})).toBeUndefined();
    });

    test('then in the account, without a key', () => {
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
});
