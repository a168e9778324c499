import { TerraformStack } from 'cdktf';
import { ManagedIdentity, Principal, Role, RoleAssignment, RoleScope } from '../../src/identity';
import { Cors, DefaultAction, NetworkAccess, SignalRService } from '../../src/signalr';
import { KeyVault } from '../../src/vault';
import { Host } from '../support/host';
import { newHub } from '../support/hub';
import { newGroup, newStack, only, problemsOf, resources } from '../support/synth';

const TYPE = 'azurerm_role_assignment';
const OBJECT_ID = '00000000-0000-0000-0000-000000000001';
const VAULT_ID = '/subscriptions/1234/resourceGroups/rg/providers/Microsoft.KeyVault/vaults/kv';

function vaultIn(stack: TerraformStack, id = 'Vault', provider?: ReturnType<typeof newHub>) {
  const vaultUri = 'https://kv.vault.azure.net/';
  return KeyVault.fromKeyVaultAttributes(stack, id, { keyVaultId: VAULT_ID, vaultUri, provider });
}

describe('a grant', () => {
  test('is one assignment, however many constructs stand for resource and principal', () => {
    const stack = newStack();
    const [one, two] = ['One', 'Two'].map((id) => Principal.group(stack, id, OBJECT_ID));
    const first = vaultIn(stack).grantSecretsUser(one);
    expect(vaultIn(stack, 'Again').grantSecretsUser(two)).toBe(first);
    expect(resources(stack, TYPE)).toHaveLength(1);
  });

  test('on a wide scope is one assignment for all services', () => {
    const { stack, resourceGroup } = newGroup();
    const [one, two] = ['one', 'two'].map(
      (name) => new SignalRService(stack, name, { name: `sigr-${name}`, resourceGroup, cors: Cors.allowAnyOrigin() }),
    );
    const group = Principal.group(stack, 'Admins', OBJECT_ID);
    const scope = RoleScope.resourceGroup(resourceGroup);
    expect(one.grantAppServer(group, { scope })).toBe(two.grantAppServer(group, { scope }));
  });

  test('lies in the stack of the principal, which refers to the resource already', () => {
    const { stack, resourceGroup } = newGroup();
    const service = new SignalRService(stack, 'SignalR', {
      name: 'sigr-test',
      resourceGroup,
      cors: Cors.allowAnyOrigin(),
      networkAccess: NetworkAccess.custom({ defaultAction: DefaultAction.ALLOW }),
    });
    const app = newStack('App', undefined, stack.node.root);
    const host = new Host(app, 'Host');
    service.connectNegotiator(host);
    expect(resources(stack, TYPE)).toEqual([]);
    expect(resources(app, TYPE)).toHaveLength(1);
    expect(host.prerequisites.map(({ node }) => node.path)).toEqual([
      expect.stringMatching(/^App\/Host\/Identity\/ServiceOwner-SignalR-[0-9a-f]{6}\/Resource$/),
    ]);
  });

  test('stays in the stack of its provider', () => {
    const stack = newStack();
    const vault = vaultIn(stack, 'Vault', newHub(stack));
    const app = newStack('App', undefined, stack.node.root);
    vault.grantSecretsUser(Principal.group(app, 'Group', OBJECT_ID));
    expect(only(stack, TYPE).provider).toBe('azurerm.hub');
  });
});

describe('RoleAssignment', () => {
  test('grants again what was removed', () => {
    const stack = newStack();
    const principal = Principal.group(stack, 'Group', OBJECT_ID);
    const vault = vaultIn(stack);
    const first = vault.grantSecretsUser(principal);
    first.node.scope!.node.tryRemoveChild(first.node.id);
    expect(vault.grantSecretsUser(principal)).not.toBe(first);
    expect(resources(stack, 'azurerm_role_assignment')).toHaveLength(1);
  });

  test('fails where a grant assigned the same, and names it', () => {
    const stack = newStack();
    const principal = Principal.group(stack, 'Group', OBJECT_ID);
    const grant = vaultIn(stack).grantSecretsUser(principal);
    const props = { role: Role.KEY_VAULT_SECRETS_USER, principal, scope: RoleScope.resource(VAULT_ID.toLowerCase()) };
    new RoleAssignment(stack, 'Again', props);
    expect(problemsOf(stack)).toEqual([
      `[identity/duplicate-assignment] ${grant.node.path}/Resource and Prod/Again/Resource assign one role to one principal at one scope, and Azure accepts one such assignment, whatever its condition; keep one`,
    ]);
  });

  test('is covered by the lock of its scope, wherever it is defined', () => {
    const { stack, resourceGroup } = newGroup();
    const service = new SignalRService(stack, 'SignalR', {
      name: 'sigr-test',
      resourceGroup,
      cors: Cors.allowAnyOrigin(),
      lock: true,
    });
    const principal = new ManagedIdentity(stack, 'Identity', { name: 'id-test', resourceGroup });
    const scope = RoleScope.resource(service.serviceId);
    new RoleAssignment(stack, 'Direct', { role: Role.SIGNALR_SERVICE_OWNER, principal, scope });
    expect(only(stack, 'azurerm_management_lock').depends_on).toContain(`${TYPE}.Direct`);
  });
});
