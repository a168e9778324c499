import { AzurermProvider, AzurermProviderConfig } from '@cdktf/provider-azurerm/lib/provider';
import { TerraformStack, TerraformVariable, Testing } from 'cdktf';
import { ResourceGroup } from '../../src/core';
import { VirtualNetwork } from '../../src/network';
import { newApp } from '../support/app';
import { newChat } from '../support/serverless';
import { messageOf, synth, warnings } from '../support/synth';

const ALL = [
  'Microsoft.SignalRService',
  'Microsoft.Web',
  'Microsoft.Network',
  'Microsoft.ManagedIdentity',
  'Microsoft.OperationalInsights',
  'microsoft.insights',
];
const SERVERLESS = [...ALL.slice(0, 4), 'Microsoft.KeyVault', 'Microsoft.Storage', ...ALL.slice(4)];

const warning = (provider: string, ...names: string[]) =>
  `[core/provider-registration] azurerm 5 registers no resource providers by default; give Prod/${provider} resourceProvidersToRegister with ${names.join(', ')}, or resourceProviderRegistrations: 'none' where another team registers them`;

function stackWith(config: Partial<AzurermProviderConfig> = {}, azurermMajor: unknown = 5): TerraformStack {
  const stack = new TerraformStack(Testing.app({ context: { azurermMajor } }), 'Prod');
  new AzurermProvider(stack, 'azurerm', { features: [{}], ...config });
  return stack;
}

/** What synth warns of. */
function told(stack: TerraformStack): string[] {
  synth(stack);
  return warnings(stack).filter((text) => !text.startsWith('[core/provider-settings]'));
}

const registering = (config: Partial<AzurermProviderConfig>) => told(newApp({}, stackWith(config)).stack);

describe('resource providers that azurerm 5 does not register', () => {
  test('are told for each type of resource in the stack', () => {
    expect(told(newApp({}, stackWith()).stack)).toEqual([warning('azurerm', ...ALL)]);
    const { stack } = newChat({ privateStorage: true }, stackWith());
    expect(told(stack)).toEqual([warning('azurerm', ...SERVERLESS)]);
  });

  test('are told once, however often the stack is synthesized', () => {
    const { stack } = newApp({}, stackWith());
    synth(stack);
    expect(told(stack)).toHaveLength(1);
  });

  test('are no concern of azurerm 4, which registers them', () => {
    expect(told(newApp({}, stackWith({}, 4)).stack)).toEqual([]);
  });

  test.each<[string, Partial<AzurermProviderConfig>]>([
    ['others register', { resourceProviderRegistrations: 'none' }],
    ['the set of azurerm 4 has', { resourceProviderRegistrations: 'legacy' }],
    ['a large set has', { resourceProviderRegistrations: 'extended' }],
    ['the largest set has', { resourceProviderRegistrations: 'all' }],
    ['are listed, in any letter case', { resourceProvidersToRegister: ALL.map((name) => name.toUpperCase()) }],
    [
      'are in the small set or listed',
      {
        resourceProviderRegistrations: 'core',
        resourceProvidersToRegister: ALL.filter((name) => !/Network|ManagedIdentity/.test(name)),
      },
    ],
  ])('are not told where they %s', (_, config) => {
    expect(registering(config)).toEqual([]);
  });

  test('are told where the list or the small set lacks them', () => {
    expect(registering({ resourceProvidersToRegister: ALL.slice(1) })).toEqual([
      warning('azurerm', 'Microsoft.SignalRService'),
    ]);
    expect(registering({ resourceProviderRegistrations: 'core' })).toEqual([
      warning('azurerm', ...ALL.filter((name) => !/Network|ManagedIdentity/.test(name))),
    ]);
  });

  test('are not told where only Terraform knows what is registered', () => {
    const withVariable = (config: (variable: TerraformVariable) => Partial<AzurermProviderConfig>) => {
      const stack = new TerraformStack(Testing.app({ context: { azurermMajor: 5 } }), 'Prod');
      const variable = new TerraformVariable(stack, 'registrations', {});
      new AzurermProvider(stack, 'azurerm', { features: [{}], ...config(variable) });
      return told(newApp({}, stack).stack);
    };
    expect(withVariable(({ stringValue }) => ({ resourceProviderRegistrations: stringValue }))).toEqual([]);
    expect(withVariable(({ listValue }) => ({ resourceProvidersToRegister: listValue }))).toEqual([]);
    expect(withVariable(({ stringValue }) => ({ resourceProvidersToRegister: [stringValue] }))).toEqual([]);
  });

  test('are told of each provider for its own resources', () => {
    const stack = stackWith();
    const hub = new AzurermProvider(stack, 'hub', { alias: 'hub', features: [{}] });
    new AzurermProvider(stack, 'unused', { alias: 'unused', features: [{}] });
    const resourceGroup = new ResourceGroup(stack, 'Group', { name: 'rg', location: 'centralus', provider: hub });
    const props = { name: 'vnet', resourceGroup, addressSpace: ['10.0.0.0/24'], provider: hub };
    new VirtualNetwork(stack, 'Network', props);
    expect(told(stack)).toEqual([warning('hub', 'Microsoft.Network')]);
  });
});

test('the provider of a stack in a stack is told for its own stack alone', () => {
  const outer = stackWith({ resourceProviderRegistrations: 'none' });
  const inner = new TerraformStack(outer, 'Inner');
  new AzurermProvider(inner, 'azurerm', { features: [{}], skipProviderRegistration: true });
  new ResourceGroup(outer, 'Group', { name: 'rg', location: 'centralus' });
  expect(told(outer)).toEqual([]);
  new ResourceGroup(inner, 'Group', { name: 'rg-inner', location: 'centralus' });
  expect(messageOf(() => synth(inner))).toContain('[Prod/Inner] [core/provider-registration] Prod/Inner/azurerm');
});

test.each([true, false])('skipProviderRegistration: %s is refused, which azurerm 5 does not know', (skip) => {
  const { stack } = newApp({}, stackWith({ skipProviderRegistration: skip }));
  expect(messageOf(() => synth(stack))).toContain(
    "[Prod] [core/provider-registration] Prod/azurerm has skipProviderRegistration, which azurerm 5 does not support; give resourceProviderRegistrations: 'none' instead",
  );
});
