import { ResourceGroup } from '@cdktf/provider-azurerm/lib/resource-group';
import { Aspects, Lazy, TerraformStack, Testing } from 'cdktf';
import { ModelResource } from '../../src/model/model-resource';
import { sharedModel, shareModel } from '../../src/model/synth-model';
import { TerraformModel } from '../../src/model/terraform-model';
import { newStack } from '../support/synth';

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

  test('is another for each run, and one for the stacks of a run', () => {
    const app = Testing.app();
    const seen = ['A', 'B', 'C'].map((id) => watch(newStack(id, undefined, app)));
    app.synth();
    app.synth();
    const [[firstA, , secondA], [firstB], [firstC]] = seen;
    expect(new Set([firstA, firstB, firstC]).size).toBe(1);
    expect(secondA).not.toBe(firstA);
  });

  test('is another for the last stack where aspects may have changed any', () => {
    const app = Testing.app();
    const stacks = ['A', 'B', 'C'].map((id) => newStack(id, undefined, app));
    const seen = stacks.map(watch);
    Aspects.of(stacks[1]).add({ visit: () => undefined });
    app.synth();
    const [[a], [b], [c]] = seen;
    expect(b).toBe(a);
    expect(c).not.toBe(a);
  });

  test('is another for each stack that is synthesized alone', () => {
    const app = Testing.app();
    const [a, b] = ['A', 'B'].map((id) => newStack(id, undefined, app));
    const [first, second] = [a, b].map(watch);
    Testing.synth(a, true);
    addGroup(a, 'rg-added');
    Testing.synth(b, true);
    const count = (model: TerraformModel) => model.resources('azurerm_resource_group').length;
    expect([count(first[0]), count(second[0])]).toEqual([2, 3]);
  });

  test('is another for each stack that is synthesized alone, also right after its app', () => {
    const app = Testing.app();
    const [a, b] = ['A', 'B'].map((id) => newStack(id, undefined, app));
    watch(a);
    const second = watch(b);
    app.synth();
    Testing.synth(a, true);
    addGroup(b, 'rg-added');
    Testing.synth(b, true);
    expect(second[2].resources('azurerm_resource_group')).toHaveLength(3);
  });

  test('is another for a stack that its aspects change, or extend, after the stack before has read it', () => {
    const app = Testing.app();
    const [a, b, c] = ['A', 'B', 'C', 'D'].map((id) => newStack(id, undefined, app));
    const [first, second, third] = [a, b, c].map(watch);
    // The first stack reads the others before their aspects run.
    a.node.addValidation({ validate: () => first[0].all.flatMap(({ names }) => names).slice(0, 0) });
    Aspects.of(b).add({ visit: (node) => node instanceof ResourceGroup && (node.name = 'rg-changed') });
    Aspects.of(c).add({ visit: (node) => node === c && addGroup(c, 'rg-added') });
    app.synth();
    const names = (model: TerraformModel) => model.resources('azurerm_resource_group').map(({ name }) => name);
    expect(names(first[0])).toEqual(['Group', 'Group', 'Group']);
    expect(names(second[0])).toEqual(['Group', 'rg-changed', 'Group']);
    expect(names(third[0])).toEqual(['Group', 'rg-changed', 'Group', 'rg-added']);
  });

  test('sees what aspects change of resources that are read in part, or were not read yet', () => {
    const app = Testing.app();
    const [a, b] = ['A', 'B', 'C'].map((id) => newStack(id, undefined, app));
    const [first, second] = [a, b].map(watch);
    const groupOf = ([model]: TerraformModel[]) =>
      model.resources('azurerm_resource_group').find(({ path }) => path === 'B/Group')!;
    a.node.addValidation({ validate: () => [groupOf(first).name!].slice(1) });
    Aspects.of(b).add({ visit: (node) => node instanceof ResourceGroup && (node.location = 'westeurope') });
    app.synth();
    expect(groupOf(second).at('location').known).toBe('westeurope');
  });

  let region = '';
  test.each<[string, (group: ModelResource) => unknown, (group: ResourceGroup) => void, unknown]>([
    ['an attribute', (group) => group.at('name').known, (group) => (group.name = 'new'), 'new'],
    [
      'an attribute that was not given',
      (group) => group.at('managed_by').known,
      (group) => (group.managedBy = 'app'),
      'app',
    ],
    [
      'an attribute of a block',
      (group) => group.at('timeouts.create').known,
      (group) => group.putTimeouts({ create: '9m' }),
      '9m',
    ],
    [
      'blocks',
      (group) => group.blocks('timeouts')!.map((block) => block.at('create').known),
      (group) => group.putTimeouts({ create: '9m' }),
      ['9m'],
    ],
    [
      'blocks that Terraform repeats',
      (group) => group.blocks('timeouts'),
      (group) => group.addOverride('dynamic.timeouts', { for_each: [1] }),
      undefined,
    ],
    ['how often it is there', (group) => group.isRepeated, (group) => group.addOverride('count', '${var.n}'), true],
    ['a lazy text', (group) => group.at('location').known, () => (region = 'westeurope'), 'westeurope'],
  ])('tells what aspects change after it was asked: %s', (_, ask, change, changed) => {
    region = 'centralus';
    const app = Testing.app();
    const [a, b] = ['A', 'B', 'C'].map((id) => newStack(id, undefined, app));
    const location = Lazy.stringValue({ produce: () => region });
    new ResourceGroup(b, 'Asked', { name: 'old', location, timeouts: { create: '5m' } });
    const [first, second] = [a, b].map(watch);
    const askIn = ([model]: TerraformModel[]) => ask(model.all.find(({ path }) => path === 'B/Asked')!);
    const before: unknown[] = [];
    a.node.addValidation({ validate: () => [before.push(askIn(first))].slice(1).map(String) });
    Aspects.of(b).add({ visit: (node) => node.node.id === 'Asked' && change(node as ResourceGroup) });
    app.synth();
    expect(before).not.toEqual([changed]);
    expect(askIn(second)).toEqual(changed);
    expect(askIn(first)).toEqual(before[0]);
  });

  test('sees overrides of a stack that its aspects add', () => {
    const app = Testing.app();
    const [a, b] = ['A', 'B', 'C'].map((id) => newStack(id, undefined, app));
    const [first, second] = [a, b].map(watch);
    const groupsOf = ([model]: TerraformModel[]) =>
      model.resources('azurerm_resource_group').filter(({ place }) => place.stack === 'B');
    a.node.addValidation({
      validate: () =>
        groupsOf(first)
          .flatMap(({ names }) => names)
          .slice(0, 0),
    });
    Aspects.of(b).add({
      visit: (node) => {
        if (node !== b) return;
        b.addOverride('resource.azurerm_resource_group.Group.location', 'westeurope');
        b.addOverride('resource.azurerm_resource_group.Raw.location', 'northeurope');
      },
    });
    app.synth();
    expect(groupsOf(second).map((group) => group.at('location').known)).toEqual(['westeurope', 'northeurope']);
  });

  test('is made anew for a stack that shares, or is there, from the second run on', () => {
    const app = Testing.app();
    const early = newStack('A', undefined, app);
    const late = watch(newStack('B', undefined, app));
    app.synth();
    const added = watch(early);
    app.synth();
    expect(added[0].resources('azurerm_resource_group').map(({ path }) => path)).toEqual(['A/Group', 'B/Group']);
    expect(late[2]).toBe(added[0]);
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
