import { ResourceGroup as ResourceGroupResource } from '@cdktf/provider-azurerm/lib/resource-group';
import { TerraformStack, TerraformVariable } from 'cdktf';
import { EXAMPLES } from '../../examples/stacks';
import { SecureServerlessSignalR, SecureSignalRApp } from '../../src';
import { ResourceGroup } from '../../src/core';
import { Sku } from '../../src/signalr';
import { newExample } from '../support/examples';
import { AzapiProvider } from '../support/links';
import { comparableJson, parsedHcl } from '../support/parsed-hcl';
import { newStack } from '../support/synth';

const location = 'centralus';

describe('HCL says what the JSON says', () => {
  test.each(Object.keys(EXAMPLES))('of the example %s', async (name) => {
    const stacks = newExample(name).node.findAll().filter(TerraformStack.isStack);
    stacks.forEach((stack) => stack.prepareStack());
    for (const stack of stacks) expect(await parsedHcl(stack)).toEqual(comparableJson(stack));
  });

  test('of azapi resources', async () => {
    const stack = newStack();
    const chat = new SecureServerlessSignalR(stack, 'Chat', { location, sku: Sku.premium(1), tags: { owner: '7' } });
    chat.signalr.addReplica('West', { location: 'westeurope', tags: { cost: '100', note: '[a] "b"' } });
    const hcl = await parsedHcl(stack);
    expect(hcl).toEqual(comparableJson(stack));
    expect(Object.values(hcl.resource.azapi_resource)).toMatchObject([
      {
        location: 'westeurope',
        tags: { cost: '100', note: '[a] "b"' },
        body: { sku: { tier: 'Premium', capacity: 1 } },
      },
    ]);
    expect(Object.keys(hcl.provider)).toEqual(['azapi', 'azurerm']);
  });

  test('of an own provider of azapi, which is the only one without an alias', async () => {
    const stack = newStack();
    const chat = new SecureSignalRApp(stack, 'Chat', { location, sku: Sku.premium(1) });
    chat.signalr.addReplica('West', { location: 'westeurope' });
    new AzapiProvider(stack, 'own');
    const hcl = await parsedHcl(stack);
    expect(hcl).toEqual(comparableJson(stack));
    expect(hcl.provider.azapi).toEqual({ environment: 'usgovernment' });
    new AzapiProvider(stack, 'other', 'gov');
    expect((await parsedHcl(stack)).provider.azapi).toHaveLength(2);
  });

  test.each([
    ['quotes', () => 'say "yes"'],
    ['quotes beside a reference', (reference: string) => `say "${reference}" and "no"`],
    ['backslashes', (reference: string) => `C:\\temp\\${reference}\\`],
    ['lines', (reference: string) => `one\ntwo "${reference}"\n\tthree`],
    ['digits', () => '007'],
    ['a number', () => '100'],
    ['brackets', () => '["a"]'],
    ['braces', () => '{"a": "b"}'],
    ['an expression with quotes', (reference: string) => `\${upper("a \\"b\\" {}")}-\${try("${reference}", "x")} "c"`],
    ['an escaped expression', () => '$${not.one} "x" %%{if}'],
    ['a directive', (reference: string) => `%{if true}"${reference}"%{endif}`],
    ['an empty text', () => ''],
    ['another script', () => '日本 é \u2028'],
  ])('of texts with %s', async (_, text) => {
    const stack = newStack();
    const value = text(new TerraformVariable(stack, 'given', { type: 'string' }).stringValue);
    const group = new ResourceGroup(stack, 'Group', { name: 'rg', location, tags: { value, 'a b': 'c' } });
    group.resource.addOverride('managed_by', value);
    group.resource.addOverride('tags.more', value);
    group.resource.addOverride('timeouts', { create: '1h' });
    const hcl = await parsedHcl(stack);
    expect(hcl).toEqual(comparableJson(stack));
    expect(Object.values<any>(hcl.resource.azurerm_resource_group)[0].tags).toHaveProperty('more');
  });

  test('of architectures with outputs, for azurerm 5 as well', async () => {
    for (const context of [{}, { azurermMajor: 5 }]) {
      const stack = newStack('Prod', context);
      new SecureSignalRApp(stack, 'Chat', { location }).addOutputs();
      new SecureServerlessSignalR(stack, 'Events', { location, workload: 'events', privateStorage: true }).addOutputs();
      expect(await parsedHcl(stack)).toEqual(comparableJson(stack));
    }
  });

  test('and resources of others are written by cdktf', async () => {
    const stack = newStack();
    new ResourceGroup(stack, 'Group', { name: 'rg', location });
    new ResourceGroupResource(stack, 'Plain', { name: 'rg-plain', location });
    expect(await parsedHcl(stack)).toEqual(comparableJson(stack));
  });
});
