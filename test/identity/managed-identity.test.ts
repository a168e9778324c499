import { TerraformOutput, TerraformVariable } from 'cdktf';
import { ManagedIdentity, Role, RoleAssignment, RoleScope } from '../../src/identity';
import { newHub, providers } from '../support/hub';
import { IDENTITY, IDENTITY_ID } from '../support/ids';
import { schemaViolations } from '../support/provider-schema';
import { dataSources, messageOf, newGroup, newStack, only, readable, synth } from '../support/synth';

describe('ManagedIdentity', () => {
  test('defines an identity in the region of its group', () => {
    const { stack, resourceGroup } = newGroup();
    new ManagedIdentity(stack, 'Identity', { name: 'id-chat', resourceGroup });
    expect(only(stack, 'azurerm_user_assigned_identity')).toEqual({
      name: 'id-chat',
      location: 'centralus',
      resource_group_name: '${azurerm_resource_group.Group.name}',
    });
  });

  test('lives in the subscription of its provider', () => {
    const { stack, resourceGroup } = newGroup();
    new ManagedIdentity(stack, 'Identity', { name: 'id-chat', resourceGroup, provider: newHub(stack) });
    expect(only(stack, 'azurerm_user_assigned_identity').provider).toBe('azurerm.hub');
  });

  test('fails when the name is invalid', () => {
    const { stack, resourceGroup } = newGroup();
    expect(messageOf(() => new ManagedIdentity(stack, 'Identity', { name: 'id', resourceGroup, location: 'x' }))).toBe(
      [
        'Prod/Identity: [identity/name] "id" is not a managed identity name; use 3 to 128 letters, digits, dashes or underscores, beginning with a letter or digit',
        'Prod/Identity: [core/location] "x" is not a known Azure region; use a name such as centralus, or list a newer region in the construct context "azureLocations"',
      ].join('\n'),
    );
  });
});

describe('ManagedIdentity.fromLookup', () => {
  const lookup = { name: 'id-chat', resourceGroupName: 'rg' };

  test('reads the identity that a grant refers to', () => {
    const stack = newStack();
    const identity = ManagedIdentity.fromLookup(stack, 'Identity', lookup);
    new RoleAssignment(stack, 'Grant', {
      role: Role.SIGNALR_APP_SERVER,
      principal: identity,
      scope: RoleScope.resource(
        '/subscriptions/1234/resourceGroups/rg/providers/Microsoft.SignalRService/signalR/chat',
      ),
    });
    expect(dataSources(stack, 'azurerm_user_assigned_identity')).toEqual([
      { name: 'id-chat', resource_group_name: 'rg' },
    ]);
    expect(only(stack, 'azurerm_role_assignment')).toMatchObject({
      principal_id: '${data.azurerm_user_assigned_identity.Identity.principal_id}',
      principal_type: 'ServicePrincipal',
    });
    new TerraformOutput(stack, 'ids', { value: `${identity.identityId} ${identity.clientId}` });
    expect(readable(stack).output!.ids.value).toBe(
      '${data.azurerm_user_assigned_identity.Identity.id} ${data.azurerm_user_assigned_identity.Identity.client_id}',
    );
    expect(schemaViolations(synth(stack))).toEqual([]);
  });

  test('defines no resource, and reads through its provider', () => {
    const stack = newStack();
    ManagedIdentity.fromLookup(stack, 'Identity', { ...lookup, provider: newHub(stack) });
    expect(synth(stack).resource).toBeUndefined();
    expect(providers(stack)).toEqual({ 'azurerm_user_assigned_identity.Identity': 'azurerm.hub' });
  });
});

describe('ManagedIdentity.fromManagedIdentityAttributes', () => {
  const existing = (told: Partial<typeof IDENTITY>, stack = newStack()) =>
    ManagedIdentity.fromManagedIdentityAttributes(stack, 'Identity', { ...IDENTITY, ...told });

  test('writes the id as azurerm reads it, though the portal shows it otherwise', () => {
    const identityId = IDENTITY_ID.toLowerCase();
    expect(existing({ identityId })).toMatchObject({ ...IDENTITY, principalType: 'ServicePrincipal' });
  });

  test('does not judge what only Terraform knows', () => {
    const stack = newStack();
    const value = new TerraformVariable(stack, 'value', {}).stringValue;
    const told = { identityId: value, clientId: value, principalId: value };
    expect(existing(told, stack)).toMatchObject(told);
  });

  test('refuses all that is wrong at once', () => {
    expect(messageOf(() => existing({ identityId: 'id-chat', clientId: 'client', principalId: 'object' }))).toBe(
      [
        'Prod/Identity: [identity/identity-id] "id-chat" is not the id of a user-assigned identity; use one such as /subscriptions/ID/resourceGroups/NAME/providers/Microsoft.ManagedIdentity/userAssignedIdentities/NAME',
        'Prod/Identity: [identity/client-id] "client" is not a client id of Microsoft Entra ID; use the GUID of the identity\'s application, not its name',
        'Prod/Identity: [identity/principal-id] "object" is not an object id of Microsoft Entra ID; use the GUID of the principal, not its name',
      ].join('\n'),
    );
  });
});
