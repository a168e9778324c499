import { Construct } from 'constructs';
import { AzapiResource, AzapiUpdateResource, DataAzapiResourceList } from '../../src/engine/azapi';
import { AzapiProvider } from '../support/links';
import { newStack, synth } from '../support/synth';

const add = (scope: Construct) =>
  new AzapiResource(scope, 'Replica', { type: 'T@1', parentId: 'parent', name: 'west', body: { sku: {} } });

const providerOf = (stack: ReturnType<typeof newStack>) => (synth(stack) as any).provider.azapi;

describe('elements of azapi', () => {
  test('are written by the names of Terraform, without what is missing', () => {
    const stack = newStack();
    add(stack);
    const update = { type: 'T@1', resourceId: 'id', body: { properties: { a: true } } };
    new AzapiUpdateResource(stack, 'Update', update).body.properties = { a: false };
    new DataAzapiResourceList(stack, 'List', { type: 'T@1', parentId: 'parent' });
    const { resource, data } = synth(stack) as any;
    expect([
      resource.azapi_resource.Replica,
      resource.azapi_update_resource.Update,
      data.azapi_resource_list.List,
    ]).toMatchObject([
      { type: 'T@1', parent_id: 'parent', name: 'west', body: { sku: {} } },
      { type: 'T@1', resource_id: 'id', body: { properties: { a: false } } },
      { type: 'T@1', parent_id: 'parent', response_export_values: ['value'] },
    ]);
    expect(resource.azapi_resource.Replica).not.toHaveProperty('location');
  });
});

describe('the default provider of azapi', () => {
  test('is written where the stack has no other one without an alias', () => {
    const stack = newStack();
    add(stack);
    expect(providerOf(stack)).toEqual([{}]);
    new AzapiProvider(stack, 'gov', 'gov');
    expect(providerOf(stack)).toHaveLength(2);
    new AzapiProvider(stack, 'own');
    expect(providerOf(stack)).toHaveLength(2);
  });

  test('is that of each stack, whatever a stack in it has', () => {
    const outer = newStack('Outer');
    const inner = newStack('Inner', undefined, outer);
    [outer, inner].forEach(add);
    new AzapiProvider(inner, 'own');
    expect(providerOf(outer)).toEqual([{}]);
    expect(providerOf(inner)).toEqual([{ environment: 'usgovernment' }]);
  });
});
