import { TerraformStack } from 'cdktf';
import { SecureServerlessSignalR, SecureSignalRApp } from '../src';
import { newStack, synth } from './support/synth';

/**
 * Logical ids are a contract: a changed one makes Terraform destroy and create the resource. Update this snapshot only
 * with a `moved` path for users, and a line in CHANGELOG.md.
 */
test('the types and logical ids of SecureSignalRApp', () => {
  const stack = newStack();
  new SecureSignalRApp(stack, 'Chat', { location: 'centralus' });
  expect(idsOf(stack)).toMatchSnapshot();
});

test('the types and logical ids of SecureServerlessSignalR', () => {
  const stack = newStack();
  new SecureServerlessSignalR(stack, 'Chat', { location: 'centralus', privateStorage: true });
  expect(idsOf(stack)).toMatchSnapshot();
});

function idsOf(stack: TerraformStack): string[] {
  return Object.entries(synth(stack).resource!).flatMap(([type, byId]) =>
    Object.keys(byId).map((id) => `${type}.${id}`),
  );
}
