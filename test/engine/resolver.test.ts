import { ResourceGroup } from '@cdktf/provider-azurerm/lib/resource-group';
import { Fn, Lazy, TerraformOutput, TerraformStack, Testing, Token } from 'cdktf';
import { resolved } from '../../src/engine/resolved';
import { resolvedJson } from '../../src/engine/resolver';
import { newStack, synth } from '../support/synth';

const addGroup = (stack: TerraformStack) => new ResourceGroup(stack, 'Group', { name: 'rg', location: 'centralus' });

const VALUES: [what: string, make: (group: ResourceGroup) => unknown][] = [
  ['texts without tokens', () => ['text', '', 'a {b}', '100%', '${var.text}', '$${escaped}']],
  ['numbers and truth values', () => [1, -1, 0, 1.5, 2 ** 53, 1e99, true, false]],
  ['attributes', ({ id, name }) => ({ id, text: `a ${id} b ${name}` })],
  ['attributes in names', ({ id }) => ({ [id]: 'value', tags: { [`${id}/x`]: id } })],
  ['number tokens', () => [Token.asNumber(Lazy.numberValue({ produce: () => 7 })), 7]],
  ['list tokens', () => ({ list: Lazy.listValue({ produce: () => ['a', 'b'] }) })],
  ['list tokens within lists', ({ id }) => [[Fn.split('/', id)], { list: Fn.split('/', id) }]],
  ['lazy values', ({ id }) => Lazy.anyValue({ produce: () => ({ nested: [id, { deep: id }] }) })],
  ['what is missing', () => ({ a: undefined, b: [1, undefined], c: Lazy.anyValue({ produce: () => undefined }) })],
  ['functions', ({ id }) => Fn.lookup({ a: id }, 'a', 'none')],
];

describe('JSON is resolved as cdktf writes it:', () => {
  test.each(VALUES)('%s', (_, make) => {
    const stack = newStack();
    const value = make(addGroup(stack));
    const output = new TerraformOutput(stack, 'output', { value });
    const found = resolvedJson(stack, output.toTerraform()) as any;
    expect(found.output.output.value).toEqual(synth(stack).output?.output.value);
    expect(resolved(stack, value)).toEqual(found.output.output.value);
  });
});

describe('a reference to another stack', () => {
  function newStacks() {
    const app = Testing.app();
    const [hub, spoke] = ['Hub', 'Spoke'].map((id) => newStack(id, undefined, app));
    return { app, hub, spoke, group: addGroup(hub) };
  }

  test('names that stack', () => {
    const { spoke, group } = newStacks();
    const found = resolvedJson(spoke, { id: group.id, text: `a ${group.name}`, call: Fn.upper(group.name) });
    expect(found).toEqual({
      id: '${Hub::azurerm_resource_group.Group.id}',
      text: 'a ${Hub::azurerm_resource_group.Group.name}',
      call: '${upper(Hub::azurerm_resource_group.Group.name)}',
    });
  });

  test('is the same after synth, which puts a remote state in its place', () => {
    const { app, spoke, group } = newStacks();
    new TerraformOutput(spoke, 'output', { value: group.id });
    app.synth();
    expect(resolvedJson(spoke, group.id)).toBe('${Hub::azurerm_resource_group.Group.id}');
    expect(synth(spoke).output!.output.value).toContain('data.terraform_remote_state.');
  });

  test('defines nothing in either stack', () => {
    const { hub, spoke, group } = newStacks();
    const count = () => [hub, spoke].map(({ node }) => node.findAll().length);
    const before = count();
    resolvedJson(spoke, [group.id]);
    expect(count()).toEqual(before);
  });
});

test('a token is resolved to the same value each time that an attribute is read', () => {
  const stack = newStack();
  const group = addGroup(stack);
  const [first, second] = [group.id, group.id];
  expect(resolved(stack, first)).toBe('${azurerm_resource_group.Group.id}');
  expect(resolved(stack, second)).toBe(resolved(stack, first));
});
