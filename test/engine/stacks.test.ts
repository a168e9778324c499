import { AzurermProvider } from '@cdktf/provider-azurerm/lib/provider';
import { Construct } from 'constructs';
import { constructsOf, providersOf } from '../../src/engine/stacks';
import { newStack } from '../support/synth';

const paths = (constructs: Construct[]) => constructs.map(({ node }) => node.path);

function newStacks() {
  const outer = newStack('Outer');
  const inner = newStack('Inner', undefined, new Construct(outer, 'Part'));
  new AzurermProvider(outer, 'hub', { alias: 'hub', features: [{}] });
  return { outer, inner };
}

describe('a stack in a stack', () => {
  test('is no part of the outer one', () => {
    const { outer, inner } = newStacks();
    expect(paths(constructsOf(outer) as Construct[])).toEqual(['Outer', 'Outer/azurerm', 'Outer/Part', 'Outer/hub']);
    expect(paths(constructsOf(inner) as Construct[])).toEqual(['Outer/Part/Inner', 'Outer/Part/Inner/azurerm']);
  });

  test('has providers of its own, which cdktf counts for the outer one too', () => {
    const { outer, inner } = newStacks();
    expect(paths(outer.allProviders())).toContain('Outer/Part/Inner/azurerm');
    expect(paths(providersOf(outer))).toEqual(['Outer/azurerm', 'Outer/hub']);
    expect(paths(providersOf(inner))).toEqual(['Outer/Part/Inner/azurerm']);
  });
});
