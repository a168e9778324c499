import { TerraformVariable } from 'cdktf';
import { Principal, PrincipalType } from '../../src/identity';
import { messageOf, newStack } from '../support/synth';

const OBJECT_ID = '11111111-2222-3333-4444-55555555AbCd';

describe('Principal', () => {
  test('is a group, a user or a service principal by its object id', () => {
    const stack = newStack();
    const principals = [
      Principal.group(stack, 'Group', OBJECT_ID),
      Principal.user(stack, 'User', OBJECT_ID),
      Principal.servicePrincipal(stack, 'App', OBJECT_ID),
      Principal.fromPrincipalAttributes(stack, 'Other', { principalId: OBJECT_ID, principalType: PrincipalType.GROUP }),
    ];
    expect(principals.map(({ node, principalId, principalType }) => [node.id, principalId, principalType])).toEqual([
      ['Group', OBJECT_ID, 'Group'],
      ['User', OBJECT_ID, 'User'],
      ['App', OBJECT_ID, 'ServicePrincipal'],
      ['Other', OBJECT_ID, 'Group'],
    ]);
  });

  test('fails when the object id is not a GUID', () => {
    const stack = newStack();
    const principalType = PrincipalType.USER;
    const text = 'is not an object id of Microsoft Entra ID; use the GUID of the principal, not its name';
    expect(messageOf(() => Principal.group(stack, 'Group', 'admins'))).toBe(
      `Prod/Group: [identity/principal-id] "admins" ${text}`,
    );
    expect(
      messageOf(() =>
        Principal.fromPrincipalAttributes(stack, 'User', { principalId: `x${OBJECT_ID}`, principalType }),
      ),
    ).toBe(`Prod/User: [identity/principal-id] "x${OBJECT_ID}" ${text}`);
  });

  test('takes an object id that only Terraform knows', () => {
    const stack = newStack();
    const id = new TerraformVariable(stack, 'id', {}).stringValue;
    expect(Principal.user(stack, 'User', id).principalId).toBe(id);
  });
});
