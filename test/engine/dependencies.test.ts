import { DataAzurermClientConfig } from '@cdktf/provider-azurerm/lib/data-azurerm-client-config';
import { ResourceGroup as ResourceGroupResource } from '@cdktf/provider-azurerm/lib/resource-group';
import { Fn, ITerraformDependable, TerraformHclModule, TerraformLocal, TerraformStack, Testing } from 'cdktf';
import { Construct, Dependable, IConstruct } from 'constructs';
import { SecureSignalRApp } from '../../src';
import { ResourceGroup } from '../../src/core';
import { ManagedIdentity } from '../../src/identity';
import { DnsIntegration } from '../../src/privatelink';
import { newExample } from '../support/examples';
import { comparableJson, parsedHcl } from '../support/parsed-hcl';
import { newGroup, newStack, problemsOf, synth, synthesizedStacks } from '../support/synth';

const location = 'centralus';

function group(scope: Construct, id: string): ResourceGroup {
  return new ResourceGroup(scope, id, { name: `rg-${id}`.toLowerCase(), location });
}

/** What each resource waits for by `depends_on`, by its address. */
function waits(stack: TerraformStack): Record<string, string[] | undefined> {
  const types = Object.entries(synth(stack).resource!);
  return Object.fromEntries(
    types.flatMap(([type, bodies]) => Object.entries(bodies).map(([id, body]) => [`${type}.${id}`, body.depends_on])),
  );
}

function addressesIn(construct: IConstruct): string[] {
  return construct.node
    .findAll()
    .filter((each) => 'terraformResourceType' in each && 'importFrom' in each)
    .map((each) => `${(each as any).terraformResourceType}.${(each as any).friendlyUniqueId}`);
}

describe('addDependency', () => {
  test('of an architecture lets all its resources wait, those that are defined later too', () => {
    const stack = newStack();
    const first = group(stack, 'First');
    const chat = new SecureSignalRApp(stack, 'Chat', { location });
    chat.node.addDependency(first);
    chat.addOutputs();
    group(chat, 'Late');
    new ResourceGroupResource(chat, 'Plain', { name: 'rg-plain', location });
    const found = waits(stack);
    const inside = addressesIn(chat);
    expect(inside.length).toBeGreaterThan(20);
    inside.forEach((address) =>
      expect([address, found[address]]).toEqual([address, expect.arrayContaining(addressesIn(first))]),
    );
    expect(addressesIn(first).map((address) => found[address])).toEqual([undefined]);
  });

  test('on an architecture waits for all its resources, and keeps what the library waits for', () => {
    const stack = newStack();
    const chat = new SecureSignalRApp(stack, 'Chat', { location });
    const plain = waits(stack);
    const last = group(stack, 'Last');
    last.node.addDependency(chat);
    const found = waits(stack);
    const [address] = addressesIn(last);
    expect(new Set(found[address])).toEqual(new Set(addressesIn(chat)));
    expect({ ...found, [address]: undefined }).toEqual({ ...plain, [address]: undefined });
  });

  test('works between resources of the provider, constructs of others, groups and modules', () => {
    const stack = newStack();
    const own = new Construct(stack, 'Own');
    const one = group(own, 'One');
    const plain = new ResourceGroupResource(stack, 'Plain', { name: 'rg-plain', location });
    const module = new TerraformHclModule(stack, 'Module', { source: 'Azure/naming/azurerm' });
    plain.node.addDependency(own);
    own.node.addDependency(module);
    const found = waits(stack);
    expect(found['azurerm_resource_group.Plain']).toEqual(addressesIn(one));
    expect(found[addressesIn(one)[0]]).toEqual(['module.Module']);
    const several = new Construct(stack, 'Several');
    Dependable.implement(several, { dependencyRoots: [plain, one] });
    const two = group(stack, 'Two');
    two.node.addDependency(several);
    expect(waits(stack)[addressesIn(two)[0]]).toEqual(['azurerm_resource_group.Plain', ...addressesIn(one)]);
  });

  test('names a resource once, whatever else names it', () => {
    const stack = newStack();
    const one = group(stack, 'One');
    const two = new ResourceGroupResource(stack, 'Two', { name: 'rg-two', location, dependsOn: [one.resource] });
    two.node.addDependency(one, one.resource);
    expect(waits(stack)['azurerm_resource_group.Two']).toEqual(addressesIn(one));
  });

  test('reaches data sources only where they are named', () => {
    const stack = newStack();
    const one = group(stack, 'One');
    const own = new Construct(stack, 'Own');
    const data = new DataAzurermClientConfig(own, 'Data', {});
    own.node.addDependency(one);
    const dataOf = () => Object.values(synth(stack).data!.azurerm_client_config)[0].depends_on;
    expect(dataOf()).toBeUndefined();
    data.node.addDependency(one);
    expect(dataOf()).toEqual(addressesIn(one));
    const two = group(stack, 'Two');
    two.node.addDependency(data);
    expect(waits(stack)[addressesIn(two)[0]]).toEqual([
      expect.stringMatching(/^data\.azurerm_client_config\.Own_Data_/),
    ]);
  });

  test('is written in HCL, and changes nothing that is defined', async () => {
    const stack = newStack();
    const one = group(stack, 'One');
    const two = group(stack, 'Two');
    two.node.addDependency(one);
    expect(await parsedHcl(stack)).toEqual(comparableJson(stack));
    expect(Testing.synthHcl(stack)).toContain('depends_on');
    expect(two.resource.dependsOn).toBeUndefined();
  });

  test('follows overridden logical ids', () => {
    const stack = newStack();
    const one = group(stack, 'One');
    const two = group(stack, 'Two');
    two.node.addDependency(one);
    one.resource.overrideLogicalId('first');
    expect(waits(stack)[addressesIn(two)[0]]).toEqual(['azurerm_resource_group.first']);
  });

  test('is refused where one construct is in the other', () => {
    const stack = newStack();
    const chat = new SecureSignalRApp(stack, 'Chat', { location });
    chat.node.addDependency(chat.signalr);
    chat.signalr.node.addDependency(chat);
    expect(problemsOf(stack)).toEqual([
      '[core/dependency] Prod/Chat depends on Prod/Chat/SignalR, but one of them contains the other; depend on a construct outside',
      '[core/dependency] Prod/Chat/SignalR depends on Prod/Chat, but one of them contains the other; depend on a construct outside',
    ]);
  });

  test('is refused between stacks; that of stacks is left alone', () => {
    const app = newExample('quick-start');
    const one = newStack('One', undefined, app);
    const two = newStack('Two', undefined, app);
    const first = group(one, 'First');
    const second = group(two, 'Second');
    second.node.addDependency(first);
    expect(problemsOf(two)).toEqual([
      '[core/dependency] Two/Second depends on One/First, which is in another stack, but Terraform orders the resources of one stack only; call addDependency of the stack Two with the stack One',
    ]);
    const other = newExample('quick-start');
    const three = newStack('Three', undefined, other);
    const four = newStack('Four', undefined, other);
    group(three, 'First');
    group(four, 'Second');
    four.addDependency(three);
    four.node.addDependency(three);
    expect(() => synthesizedStacks(other)).not.toThrow();
  });
});

describe('dependsOn', () => {
  test('takes constructs of the library, as callers without a compiler give them', () => {
    const stack = newStack();
    const chat = new SecureSignalRApp(stack, 'Chat', { location });
    const one = group(stack, 'One');
    new ResourceGroupResource(stack, 'Plain', {
      name: 'rg-plain',
      location,
      dependsOn: [chat as unknown as ITerraformDependable, one.resource],
    });
    expect(new Set(waits(stack)['azurerm_resource_group.Plain'])).toEqual(
      new Set([...addressesIn(chat), ...addressesIn(one)]),
    );
  });

  test('of what defines nothing adds nothing', () => {
    const stack = newStack();
    group(stack, 'One');
    const existing = ManagedIdentity.fromLookup(stack, 'Found', { name: 'id-test', resourceGroupName: 'rg' });
    const plain = new ResourceGroupResource(stack, 'Plain', { name: 'rg-plain', location });
    plain.node.addDependency(existing);
    expect(waits(stack)['azurerm_resource_group.Plain']).toEqual([
      expect.stringMatching(/^data\.azurerm_user_assigned_identity\./),
    ]);
  });
});

describe('a cycle is reported in place of what Terraform says when it plans', () => {
  const cycle = (dependent: string, dependency: string, from: string, to: string) =>
    `[core/dependency] ${dependent} depends on ${dependency}, but ${from} depends on ${to} already, and Terraform rejects cycles; depend on a part of ${dependency} that does not`;

  test('of an architecture and one that shares its zone', () => {
    const stack = newStack();
    const first = new SecureSignalRApp(stack, 'First', { location });
    const second = new SecureSignalRApp(stack, 'Second', { location, dns: DnsIntegration.zone(first.privateDnsZone!) });
    second.node.addDependency(first);
    expect(problemsOf(stack)).toEqual([
      expect.stringContaining('[core/dependency] Prod/Second depends on Prod/First, but '),
    ]);
  });

  test('of resources that refer to each other by an attribute', () => {
    const stack = newStack();
    const one = group(stack, 'One');
    const two = new ResourceGroupResource(stack, 'Two', { name: `${one.resource.name}-2`, location });
    one.node.addDependency(two);
    expect(problemsOf(stack)).toEqual([
      cycle('Prod/One', 'Prod/Two', 'azurerm_resource_group.Two', addressesIn(one)[0]),
    ]);
  });

  test('over a function, a local and a lifecycle', () => {
    for (const refer of [
      (_: TerraformStack, name: string) => Fn.upper(name),
      (stack: TerraformStack, name: string) => new TerraformLocal(stack, 'Local', name).asString,
    ]) {
      const { stack } = newGroup();
      const one = new ResourceGroupResource(stack, 'One', { name: 'rg-one', location });
      const two = new ResourceGroupResource(stack, 'Two', { name: refer(stack, one.name), location });
      one.node.addDependency(two);
      expect(problemsOf(stack)).toEqual([
        cycle('Prod/One', 'Prod/Two', 'azurerm_resource_group.Two', 'azurerm_resource_group.One'),
      ]);
    }
    const { stack } = newGroup();
    const one = new ResourceGroupResource(stack, 'One', { name: 'rg-one', location });
    const two = new ResourceGroupResource(stack, 'Two', {
      name: 'rg-two',
      location,
      lifecycle: { replaceTriggeredBy: [one] },
    });
    one.node.addDependency(two);
    expect(problemsOf(stack)).toHaveLength(1);
  });

  test('of two that are to wait for each other', () => {
    const { stack } = newGroup();
    const [one, two] = ['One', 'Two'].map((id) => new ResourceGroupResource(stack, id, { name: `rg-${id}`, location }));
    one.node.addDependency(two);
    two.node.addDependency(one);
    expect(problemsOf(stack)).toHaveLength(2);
  });

  test('and what only looks like one is not', () => {
    const stack = newStack();
    const one = group(stack, 'One');
    const two = new ResourceGroupResource(stack, 'Two', { name: 'azurerm_resource_group.One', location });
    one.node.addDependency(two);
    expect(waits(stack)[addressesIn(one)[0]]).toEqual(['azurerm_resource_group.Two']);
  });
});
