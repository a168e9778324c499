import { Subnet } from '@cdktf/provider-azurerm/lib/subnet';
import { TerraformStack } from 'cdktf';
import { ConstructModel } from '../../src/model/construct-model';
import { newStack } from '../support/synth';

/** A subnet that is repeated, in a stack. */
function newSubnets(repeated: Record<string, unknown>, name: string) {
  const stack = newStack();
  addSubnets(stack, 'Subnets', repeated, name);
  return stack;
}

function addSubnets(stack: TerraformStack, id: string, repeated: Record<string, unknown>, name: string) {
  const subnet = new Subnet(stack, id, {
    name,
    resourceGroupName: 'rg',
    virtualNetworkName: 'vnet',
    addressPrefixes: [],
  });
  Object.entries(repeated).forEach(([key, value]) => subnet.addOverride(key, value));
  return subnet;
}

const read = (stack: TerraformStack) =>
  ConstructModel.of(stack)
    .resources('azurerm_subnet')
    .map(({ path, name, presence }) => [path, name, String(presence)]);

test.each<[string, Record<string, unknown>, string, unknown[]]>([
  [
    'each key of a map',
    { for_each: { a: 'x', b: 'y' } },
    '${each.key}-${each.value}',
    [
      ['Prod/Subnets["a"]', 'a-x', 'yes'],
      ['Prod/Subnets["b"]', 'b-y', 'yes'],
    ],
  ],
  [
    'what is in the value of a key',
    { for_each: { a: { name: 'x', tags: { 'b.c': 'z' } } } },
    '${each.value.name}-${each.value["tags"]["b.c"]}',
    [['Prod/Subnets["a"]', 'x-z', 'yes']],
  ],
  ['each text of a set', { for_each: '${toset(["a", "a"])}' }, '${each.value}', [['Prod/Subnets["a"]', 'a', 'yes']]],
  [
    'each number',
    { count: 2 },
    'subnet-${count.index}',
    [
      ['Prod/Subnets[0]', 'subnet-0', 'yes'],
      ['Prod/Subnets[1]', 'subnet-1', 'yes'],
    ],
  ],
  ['one, by its own path', { count: '${1}' }, 'subnet', [['Prod/Subnets', 'subnet', 'yes']]],
  ['nothing for none', { count: 0 }, 'subnet', []],
  ['nothing for no key', { for_each: '${toset([])}' }, 'subnet', []],
  ['one that may be there for a variable', { count: '${var.n}' }, 'subnet', [['Prod/Subnets', 'subnet', 'maybe']]],
  [
    'one that may be there for a set with a variable',
    { for_each: '${toset(["a", "${var.b}"])}' },
    'subnet',
    [['Prod/Subnets', 'subnet', 'maybe']],
  ],
  [
    'one that may be there for a key that only Terraform knows',
    { for_each: { '${var.a}': 1, '${var.b}': 2 } },
    'subnet',
    [['Prod/Subnets', 'subnet', 'maybe']],
  ],
  ['nothing for none as text', { count: '0' }, 'subnet', []],
  ['nothing for an empty map', { for_each: {} }, 'subnet', []],
  ['one where an argument is null', { count: null, for_each: null }, 'subnet', [['Prod/Subnets', 'subnet', 'yes']]],
])('a model has %s', (_, repeated, name, expected) => {
  expect(read(newSubnets(repeated, name))).toEqual(expected);
});

test.each<[string, Record<string, unknown>, string, string | undefined]>([
  ['a key', { for_each: { a: '1', b: '2' } }, '["b"]', 'Prod/Subnets["b"]'],
  ['a number', { count: 2 }, '[1]', 'Prod/Subnets[1]'],
  ['a key that is not there', { for_each: { a: '1' } }, '["b"]', undefined],
  ['a key that only Terraform knows', { for_each: { a: '1', b: '2' } }, '[var.key]', undefined],
  ['no key of several', { for_each: { a: '1', b: '2' } }, '', undefined],
  ['no key of one', { for_each: { a: '1' } }, '', 'Prod/Subnets["a"]'],
  ['a key of what may be there', { for_each: '${var.all}' }, '["b"]', 'Prod/Subnets'],
])('a reference leads to the instance of %s', (_, repeated, key, expected) => {
  const stack = newSubnets(repeated, 'subnet');
  addSubnets(stack, 'Other', {}, `\${azurerm_subnet.Subnets${key}.id}`);
  const [other] = ConstructModel.of(stack)
    .resources('azurerm_subnet')
    .filter(({ path }) => path === 'Prod/Other');
  expect(other.at('name').resource?.path).toBe(expected);
});

test('what repeats with the resources of another refers to each of them', () => {
  const stack = newSubnets({ for_each: { a: '1', b: '2' } }, '${each.key}');
  addSubnets(stack, 'Others', { for_each: '${azurerm_subnet.Subnets}' }, '${each.value.name}-${each.key}');
  addSubnets(stack, 'Inner', { for_each: { b: 1 } }, '${azurerm_subnet.Subnets[each.key].id}');
  const subnets = ConstructModel.of(stack).resources('azurerm_subnet');
  const named = (path: string) => subnets.find((subnet) => subnet.path === path);
  expect(named('Prod/Others["b"]')?.name).toBe('b-b');
  expect(named('Prod/Inner["b"]')?.at('name').resource?.path).toBe('Prod/Subnets["b"]');
});

test.each([
  ['in an object', '${lookup({a = {b = 1}}, each.key)}', '${lookup({a = {b = 1}}, "b")}'],
  ['in a text of the expression', '${upper("x-${each.key}")}', '${upper("x-${"b"}")}'],
  ['in a directive', '%{if each.key == "a"}x%{endif}', '%{if "b" == "a"}x%{endif}'],
  ['beside it', 'each.key ${each.key}', 'each.key b'],
  ['but escaped', '$${each.key}', '$${each.key}'],
])('an expression of an instance has its key %s', (_, name, expected) => {
  const [, subnet] = ConstructModel.of(newSubnets({ for_each: { a: 1, b: 1 } }, name)).resources('azurerm_subnet');
  expect(subnet.at('name').json).toBe(expected);
});

test('a count in an override of the stack decides', () => {
  const stack = newSubnets({ count: 0 }, 'subnet');
  stack.addOverride('resource.azurerm_subnet.Subnets.count', null);
  expect(read(stack)).toEqual([['Prod/Subnets', 'subnet', 'yes']]);
  stack.addOverride('resource.azurerm_subnet.Subnets.count', 2);
  expect(read(stack)).toHaveLength(2);
  stack.addOverride('resource.azurerm_subnet.Subnets', null);
  expect(read(stack)).toEqual([]);
});

test('what may be there says what decides', () => {
  const [subnet] = ConstructModel.of(newSubnets({ count: '${var.on ? 1 : 0}' }, 'subnet')).resources('azurerm_subnet');
  expect(subnet.presence.because).toBe(
    'how many instances Prod/Subnets has is only known when Terraform runs: count is var.on ? 1 : 0',
  );
});
