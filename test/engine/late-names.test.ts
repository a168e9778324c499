import { ResourceGroup as ResourceGroupResource } from '@cdktf/provider-azurerm/lib/resource-group';
import {
  Aspects,
  dependable,
  IAspect,
  TerraformElement,
  TerraformOutput,
  TerraformResource,
  TerraformStack,
} from 'cdktf';
import { IConstruct } from 'constructs';
import { EXAMPLES } from '../../examples/stacks';
import { SecureServerlessSignalR, SecureSignalRApp } from '../../src';
import { ResourceGroup } from '../../src/core';
import { ManagedIdentity } from '../../src/identity';
import { Sku } from '../../src/signalr';
import { newExample } from '../support/examples';
import { newStack, only, synth, synthesizedStacks, warnings } from '../support/synth';

const location = 'centralus';

/** All resources below constructs of the library; those of an example itself are its own. */
function elementsOf(stack: IConstruct): (TerraformElement & { terraformResourceType: string })[] {
  return stack.node
    .findAll()
    .filter((each) => TerraformResource.isTerraformResource(each))
    .filter((each) => !TerraformStack.isStack(each.node.scope)) as never[];
}

describe('overrideLogicalId works on all that the library defines, after its attributes were read', () => {
  test.each(Object.keys(EXAMPLES).filter((name) => name !== 'plain-azurerm'))('in the example %s', (name) => {
    const app = newExample(name);
    const before = elementsOf(app).map(({ friendlyUniqueId }) => friendlyUniqueId);
    elementsOf(app).forEach((element, i) => element.overrideLogicalId(`renamed_${i}`));
    const json = JSON.stringify(synthesizedStacks(app), (key, value) => (key === 'path' ? '' : value), 1);
    elementsOf(app).forEach((element, i) => expect(element.friendlyUniqueId).toBe(`renamed_${i}`));
    before.filter((id) => /_[0-9A-F]{8}$/.test(id)).forEach((id) => expect(json).not.toContain(`.${id}`));
    before.filter((id) => /_[0-9A-F]{8}$/.test(id)).forEach((id) => expect(json).not.toContain(`"${id}"`));
  });

  test('in architectures with all that they may have', () => {
    const stack = newStack();
    const chat = new SecureSignalRApp(stack, 'Chat', { location, sku: Sku.premium(1) });
    chat.signalr.addReplica('West', { location: 'westeurope' });
    chat.addOutputs();
    new SecureServerlessSignalR(stack, 'Events', { location, workload: 'events', privateStorage: true }).addOutputs();
    const before = elementsOf(stack).map(({ friendlyUniqueId }) => friendlyUniqueId);
    expect(before.length).toBeGreaterThan(50);
    elementsOf(stack).forEach((element, i) => element.overrideLogicalId(`renamed_${i}`));
    const json = JSON.stringify(synth(stack));
    const { '//': _, ...rest } = JSON.parse(json);
    before.forEach((id) => expect(JSON.stringify(rest)).not.toContain(`${id}`));
  });
});

describe('an overridden logical id', () => {
  test('is that of references, dependencies and outputs', () => {
    const stack = newStack();
    const group = new ResourceGroup(stack, 'Group', { name: 'rg', location });
    const identity = new ManagedIdentity(stack, 'Identity', { name: 'id-test', resourceGroup: group });
    identity.resource.dependsOn = [dependable(group.resource)];
    new TerraformOutput(stack, 'out', { value: group.resourceGroupId, staticId: true });
    group.resource.overrideLogicalId('rg_main');
    const json = synth(stack);
    expect(json.resource!.azurerm_resource_group).toHaveProperty('rg_main');
    expect(json.output!.out.value).toBe('${azurerm_resource_group.rg_main.id}');
    expect(only(stack, 'azurerm_user_assigned_identity')).toMatchObject({
      resource_group_name: '${azurerm_resource_group.rg_main.name}',
      depends_on: ['azurerm_resource_group.rg_main'],
    });
  });

  test('can be changed again, reset, and given after a report or a synth', () => {
    const stack = newStack();
    const group = new ResourceGroup(stack, 'Group', { name: 'rg', location });
    new ManagedIdentity(stack, 'Identity', { name: 'id-test', resourceGroup: group });
    const referred = () => only(stack, 'azurerm_user_assigned_identity').resource_group_name;
    expect(referred()).toBe('${azurerm_resource_group.Group.name}');
    group.resource.overrideLogicalId('one');
    expect(referred()).toBe('${azurerm_resource_group.one.name}');
    group.resource.overrideLogicalId('two');
    expect(referred()).toBe('${azurerm_resource_group.two.name}');
    group.resource.resetOverrideLogicalId();
    expect(referred()).toBe('${azurerm_resource_group.Group.name}');
  });

  test('is where a resource is moved to', () => {
    const stack = newStack();
    const group = new ResourceGroup(stack, 'Group', { name: 'rg', location });
    group.resource.moveFromId('azurerm_resource_group.old');
    group.resource.overrideLogicalId('rg_main');
    expect((synth(stack) as any).moved).toEqual([
      { from: 'azurerm_resource_group.old', to: 'azurerm_resource_group.rg_main' },
    ]);
  });

  test('is seen in other stacks', () => {
    const app = newExample('quick-start');
    const one = newStack('One', undefined, app);
    const two = newStack('Two', undefined, app);
    const group = new ResourceGroup(one, 'Group', { name: 'rg', location });
    new ManagedIdentity(two, 'Identity', { name: 'id-test', resourceGroup: group });
    group.resource.overrideLogicalId('rg_main');
    const { One, Two } = synthesizedStacks(app);
    const [output] = Object.entries(One.output!);
    expect(output[1].value).toBe('${azurerm_resource_group.rg_main.name}');
    expect(JSON.stringify(Two.resource)).toContain(`outputs.${output[0]}`);
  });

  test('may be given by an aspect', () => {
    const stack = newStack();
    const group = new ResourceGroup(stack, 'Group', { name: 'rg', location });
    new ManagedIdentity(stack, 'Identity', { name: 'id-test', resourceGroup: group });
    const rename: IAspect = {
      visit: (each) => {
        if (TerraformResource.isTerraformResource(each)) each.overrideLogicalId(`all_${each.terraformResourceType}`);
      },
    };
    Aspects.of(stack).add(rename);
    expect(Object.keys(synth(stack).resource!.azurerm_resource_group)).toEqual(['all_azurerm_resource_group']);
    expect(Object.values(synth(stack).resource!.azurerm_user_assigned_identity)[0].resource_group_name).toBe(
      '${azurerm_resource_group.all_azurerm_resource_group.name}',
    );
  });
});

test('of a resource of others, synth warns that cdktf ignores it', () => {
  const stack = newStack();
  new ResourceGroup(stack, 'Group', { name: 'rg', location });
  const plain = new ResourceGroupResource(stack, 'Plain', { name: 'rg-plain', location });
  expect(plain.id).toBeTruthy();
  plain.overrideLogicalId('main');
  synth(stack);
  expect(warnings(stack)).toEqual([
    '[core/logical-id-override] overrideLogicalId("main") came after an attribute of the resource was read, so cdktf keeps "Plain"; override the logical id before anything refers to the resource',
  ]);
});
