import { ResourceGroup } from '@cdktf/provider-azurerm/lib/resource-group';
import { Aspects, TerraformStack, Testing } from 'cdktf';
import { sharedModel, shareModel } from '../../../src/core/private/model/synth-model';
import { TerraformModel } from '../../../src/core/private/model/terraform-model';
import { newStack } from '../../support/synth';

const addGroup = (stack: TerraformStack, id: string = 'Group') =>
  new ResourceGroup(stack, id, { name: id, location: 'centralus' });

/** The models that validations of a stack read, in the order in which they run. */
function watch(stack: TerraformStack): TerraformModel[] {
  const seen: TerraformModel[] = [];
  shareModel(stack);
  const validate = () => {
    seen.push(sharedModel(stack));
    return [];
  };
  stack.node.addValidation({ validate });
  addGroup(stack).node.addValidation({ validate });
  return seen;
}

describe('a shared model', () => {
  test('is one for all validations of a stack', () => {
    const stack = newStack();
    const seen = watch(stack);
    shareModel(addGroup(stack, 'Other'));
    Testing.synth(stack, true);
    expect(seen).toHaveLength(2);
    expect(seen[0]).toBe(seen[1]);
  });

  test('is another for each run and each stack', () => {
    const app = Testing.app();
    const seen = [newStack('A', undefined, app), newStack('B', undefined, app)].map(watch);
    app.synth();
    app.synth();
    expect(new Set(seen.flat()).size).toBe(4);
  });

  test('sees what aspects have changed', () => {
    const stack = newStack();
    const seen = watch(stack);
    Aspects.of(stack).add({
      visit: (node) => {
        if (node instanceof ResourceGroup) node.name = 'rg-changed';
      },
    });
    Testing.synth(stack, true);
    expect(seen[0].resources('azurerm_resource_group').map(({ name }) => name)).toEqual(['rg-changed']);
  });

  test('is not kept after the run, nor made for a stack that does not share', async () => {
    const stack = newStack();
    const seen = watch(stack);
    Testing.synth(stack, true);
    expect(sharedModel(stack)).toBe(seen[0]);
    await Promise.resolve();
    addGroup(stack, 'Later');
    expect(sharedModel(stack).resources('azurerm_resource_group')).toHaveLength(2);
    const alone = newStack();
    expect(sharedModel(alone)).not.toBe(sharedModel(alone));
  });
});
