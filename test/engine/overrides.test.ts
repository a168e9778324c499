import { ResourceGroup } from '@cdktf/provider-azurerm/lib/resource-group';
import { TerraformStack } from 'cdktf';
import fc from 'fast-check';
import { resolverIn } from '../../src/engine/resolver';
import { isRemoved, overridden, overridesAt, overridesOf } from '../../src/engine/stack-overrides';
import { newStack, synth } from '../support/synth';

const PATH = ['resource', 'azurerm_resource_group', 'Group'];

function newGroup(defined: object, overrides: object): { stack: TerraformStack; group: ResourceGroup } {
  const stack = newStack();
  const group = new ResourceGroup(stack, 'Group', { name: 'rg', location: 'centralus' });
  Object.entries(defined).forEach(([name, value]) => group.addOverride(name, value));
  Object.entries(overrides).forEach(([name, value]) => stack.addOverride([...PATH, name].join('.'), value));
  return { stack, group };
}

/** What an attribute or a block may be; few names, so that overrides meet what is there. */
const { value: VALUES } = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    fc.constantFrom('text', 1, true, undefined),
    fc.array(fc.constantFrom('a', 'b', 3), { maxLength: 2 }),
    fc.dictionary(fc.constantFrom('a', 'b', 'c'), tie('value'), { maxKeys: 3 }),
  ),
}));
const BODIES = fc.dictionary(fc.constantFrom('a', 'b', 'name'), VALUES, { maxKeys: 3 });

test('overrides of a stack are merged into a resource as cdktf does it', () => {
  fc.assert(
    fc.property(BODIES, BODIES, (defined, overrides) => {
      const { stack, group } = newGroup(defined, overrides);
      const resolve = resolverIn(stack);
      const body = (resolve(group.toTerraform()) as any).resource.azurerm_resource_group.Group;
      const { '//': _, ...merged } = overridden(body, overridesAt(stack, PATH), resolve);
      // Terraform reads JSON, which has no undefined.
      expect(JSON.parse(JSON.stringify(merged))).toEqual(synth(stack).resource!.azurerm_resource_group.Group);
    }),
    { numRuns: 200 },
  );
});

test('the overrides of a stack are those that it was given', () => {
  const { stack } = newGroup({}, { name: 'other' });
  expect(overridesOf(stack)).toEqual({ resource: { azurerm_resource_group: { Group: { name: 'other' } } } });
  expect(overridesAt(stack, PATH)).toEqual({ name: 'other' });
  expect(overridesAt(stack, ['resource', 'azurerm_subnet', 'Subnet'])).toEqual({});
});

test.each<[string, (stack: TerraformStack) => void, boolean]>([
  ['with its type', (stack) => stack.addOverride('resource.azurerm_resource_group', undefined), true],
  ['by itself', (stack) => stack.addOverride(PATH.join('.'), undefined), true],
  ['by another value', (stack) => stack.addOverride(PATH.join('.'), null), true],
  ['not by an override of an attribute', (stack) => stack.addOverride(`${PATH.join('.')}.name`, undefined), false],
])('a resource is removed %s', (_, override, expected) => {
  const { stack } = newGroup({}, {});
  override(stack);
  expect(isRemoved(stack, PATH)).toBe(expected);
  const written: any = synth(stack).resource?.azurerm_resource_group?.Group;
  expect(written == null).toBe(expected);
});
