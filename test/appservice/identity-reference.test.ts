import { Token } from 'cdktf';
import { ManagedIdentity } from '../../src/identity';
import { IDENTITY_ID, identityId } from '../support/ids';
import { messageOf, readable, synth } from '../support/synth';
import { newIdentity, setUpLinux } from '../support/web-app';

const NOT_OWN = 'which is not an identity of the app; add that identity to the app, or use one that the app has';

describe('appservice/identity-reference', () => {
  test('does not mind an identity of the app, in any letter case', () => {
    const { stack, define } = setUpLinux();
    define().resource.keyVaultReferenceIdentityId = IDENTITY_ID.toUpperCase();
    expect(() => synth(stack)).not.toThrow();
  });

  test('does not mind a second identity that the app has, and no reference at all', () => {
    const { stack, resourceGroup, define } = setUpLinux();
    const identity = new ManagedIdentity(stack, 'Mine', { name: 'id-mine', resourceGroup });
    const second = new ManagedIdentity(stack, 'Second', { name: 'id-second', resourceGroup });
    const { resource } = define({ identity });
    resource.putIdentity({ type: 'UserAssigned', identityIds: [identity.identityId, second.identityId] });
    // A new token for the same id.
    resource.keyVaultReferenceIdentityId = second.resource.id;
    expect(() => synth(stack)).not.toThrow();
    resource.resetKeyVaultReferenceIdentityId();
    expect(() => synth(stack)).not.toThrow();
  });

  test.each(['Mine', 'Identity'])('fails when the stack is validated for an identity other than %s', (own) => {
    const { stack, resourceGroup, define } = setUpLinux();
    const mine = new ManagedIdentity(stack, 'Mine', { name: 'id-mine', resourceGroup });
    const other = new ManagedIdentity(stack, 'Other', { name: 'id-other', resourceGroup });
    const { resource } = define(own === 'Mine' ? { identity: mine } : {});
    resource.keyVaultReferenceIdentityId = other.identityId;
    expect(messageOf(() => readable(stack))).toContain(
      `[Prod/App] [appservice/identity-reference] the app resolves Key Vault references with \${azurerm_user_assigned_identity.Other`,
    );
    expect(messageOf(() => synth(stack))).toContain(NOT_OWN);
  });

  test('fails for an identity that is written out, and for an app without identities', () => {
    const { stack, define } = setUpLinux();
    const { resource } = define();
    resource.keyVaultReferenceIdentityId = newIdentity(stack, 'Other').identityId;
    expect(messageOf(() => synth(stack))).toContain(`references with ${identityId('other')}, ${NOT_OWN}`);
    resource.resetIdentity();
    expect(messageOf(() => synth(stack))).toContain(`references with ${identityId('other')}, ${NOT_OWN}`);
  });

  test('does not judge identities that are only known when Terraform runs', () => {
    const { stack, define } = setUpLinux();
    const looked = ManagedIdentity.fromLookup(stack, 'Looked', { name: 'id', resourceGroupName: 'rg' });
    const { resource } = define();
    resource.keyVaultReferenceIdentityId = looked.identityId;
    expect(() => synth(stack)).not.toThrow();
    resource.putIdentity({ type: 'UserAssigned', identityIds: Token.asList(looked.identityId) });
    expect(() => synth(stack)).not.toThrow();
  });
});
