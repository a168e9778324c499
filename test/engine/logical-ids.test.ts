import { TerraformOutput, TerraformStack, TerraformVariable } from 'cdktf';
import { SecureSignalRApp } from '../../src';
import { ResourceGroup } from '../../src/core';
import { RawResource } from '../support/raw-resource';
import { messageOf, newStack, problemsOf, synth } from '../support/synth';

const location = 'centralus';
const form = 'but Terraform accepts letters, digits, "-" and "_", beginning with a letter or "_"';
const letter = 'give the construct an id that begins with a letter from A to Z';

function withGroup(id: string): TerraformStack {
  const stack = newStack();
  new ResourceGroup(stack, id, { name: 'rg', location });
  return stack;
}

describe('logical ids that Terraform refuses', () => {
  test.each(['2024-chat', '-', '-chat', '7', '\u00e9-1'])('are reported for the construct id %s', (id) => {
    const stack = withGroup(id);
    const { friendlyUniqueId } = stack.node.findChild(id).node.defaultChild as never as { friendlyUniqueId: string };
    expect(problemsOf(stack)).toEqual([
      `[core/logical-id] Prod/${id}: the logical id of Prod/${id}/Resource is "${friendlyUniqueId}", ${form}; ${letter}`,
    ]);
  });

  test('are reported once for an architecture', () => {
    const stack = newStack();
    new SecureSignalRApp(stack, '2024-chat', { location });
    expect(problemsOf(stack)).toEqual([
      expect.stringMatching(/^\[core\/logical-id\] Prod\/2024-chat: the logical id of .* is "2024-chat_.*"/),
    ]);
  });

  test('are reported for resources and outputs of others, and where nothing is left of an id', () => {
    const stack = withGroup('Group');
    new RawResource(stack, '日本', 'azurerm_resource_group', { name: 'rg-2', location });
    new TerraformOutput(stack, '1st', { value: 'x' });
    new TerraformVariable(stack, '2nd', {});
    expect(problemsOf(stack)).toEqual([
      `[core/logical-id] Prod/日本: the logical id is empty, ${form}; ${letter}`,
      `[core/logical-id] Prod/1st: the logical id is "1st", ${form}; ${letter}`,
      `[core/logical-id] Prod/2nd: the logical id is "2nd", ${form}; ${letter}`,
    ]);
  });

  test('are reported where they are overridden', () => {
    const stack = withGroup('Group');
    (stack.node.findChild('Group') as ResourceGroup).resource.overrideLogicalId('1 group');
    expect(problemsOf(stack)).toEqual([
      `[core/logical-id] Prod/Group/Resource: the logical id is "1 group", ${form}; give overrideLogicalId such a name`,
    ]);
  });

  test.each(['chat', 'Chat_2', '日本', '_1', 'é', 'Default', 'a b.c'])('are others than that of %s', (id) => {
    expect(() => synth(withGroup(id))).not.toThrow();
  });

  test('are mended by an override', () => {
    const stack = withGroup('2024');
    (stack.node.findChild('2024') as ResourceGroup).resource.overrideLogicalId('of_2024');
    expect(synth(stack).resource!.azurerm_resource_group).toHaveProperty('of_2024');
  });
});

describe('an architecture whose id gives no name', () => {
  test.each(['日本', '-', '__', '%'])('is refused with what to give: %s', (id) => {
    expect(messageOf(() => new SecureSignalRApp(newStack(), id, { location }))).toBe(
      `Prod/${id}: [core/name-part] the construct id "${id}" has no letters from a to z and no digits, so no workload can be made of it; give workload`,
    );
  });

  test('takes a workload', () => {
    const stack = newStack();
    new SecureSignalRApp(stack, '日本', { location, workload: 'chat' });
    expect(() => synth(stack)).not.toThrow();
  });
});
