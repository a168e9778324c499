import { AzurermProvider } from '@cdktf/provider-azurerm/lib/provider';
import { App, TerraformStack, Testing } from 'cdktf';
import { SecureSignalRApp } from '../../src';
import { SecurityBaseline } from '../../src/compliance';
import { ResourceGroup } from '../../src/core';
import { newApp } from '../support/app';
import { messageOf, newStack, synth, versionOfBindings } from '../support/synth';

const REQUIREMENT = 'terraform.required_providers.azurerm.version';

/** The version of azurerm that a stack requires. */
const versionOf = (stack: TerraformStack) => (synth(stack) as any).terraform.required_providers.azurerm.version;

const addGroup = (stack: TerraformStack) => new ResourceGroup(stack, 'Group', { name: 'rg', location: 'centralus' });

describe('the construct context azurermMajor', () => {
  test.each([
    ['absent', {}, versionOfBindings()],
    ['4', { azurermMajor: 4 }, versionOfBindings()],
    ['the text 4', { azurermMajor: '4' }, versionOfBindings()],
    ['5', { azurermMajor: 5 }, '~> 5.2'],
    ['the text 5', { azurermMajor: '5' }, '~> 5.2'],
  ])('%s chooses the version', (_, context, version) => {
    const stack = newStack('Prod', context);
    addGroup(stack);
    expect(versionOf(stack)).toBe(version);
  });

  test.each<[unknown, string]>([
    [3, '3'],
    [6, '6'],
    ['5.2', '"5.2"'],
    ['', '""'],
    [' 5', '" 5"'],
    [[5], '[5]'],
    [true, 'true'],
    [null, 'null'],
    [{ major: 5 }, '{"major":5}'],
  ])('refuses %j', (azurermMajor, told) => {
    const stack = newStack('Prod', { azurermMajor });
    expect(messageOf(() => addGroup(stack))).toBe(
      `Prod/Group: [core/azurerm-major] the construct context "azurermMajor" is ${told}; give 4 or 5, the major version of azurerm to deploy with`,
    );
  });

  test('changes nothing where it is absent or 4', () => {
    const [absent, four] = [{}, { azurermMajor: 4 }].map((context) =>
      synth(newApp({}, newStack('Prod', context)).stack),
    );
    expect(four).toEqual(absent);
  });

  test('is refused by the architectures too, with their other violations', () => {
    const stack = newStack('Prod', { azurermMajor: 6 });
    const message = messageOf(() => new SecureSignalRApp(stack, 'Chat', { location: 'nowhere' }));
    expect(message).toContain('[core/azurerm-major]');
    expect(message).toContain('[core/location]');
  });

  test('may come from the environment, as the command line of cdktf passes cdktf.json on', () => {
    const { CDKTF_CONTEXT_JSON: before } = process.env;
    process.env.CDKTF_CONTEXT_JSON = JSON.stringify({ azurermMajor: '5' });
    try {
      const stack = newStack();
      addGroup(stack);
      expect(versionOf(stack)).toBe('~> 5.2');
    } finally {
      if (before === undefined) delete process.env.CDKTF_CONTEXT_JSON;
      else process.env.CDKTF_CONTEXT_JSON = before;
    }
  });

  test('may differ between stacks', () => {
    const app = Testing.app();
    const [four, five] = ['four', 'five'].map((id) => new TerraformStack(app, id));
    five.node.setContext('azurermMajor', 5);
    [four, five].forEach((stack) => {
      new AzurermProvider(stack, 'azurerm', { features: [{}] });
      addGroup(stack);
    });
    expect([four, five].map(versionOf)).toEqual([versionOfBindings(), '~> 5.2']);
  });

  test('is of no concern to what is attached to an app, which is in no stack', () => {
    const app = new App({ outdir: Testing.app().outdir, context: { azurermMajor: 5 } });
    expect(() => SecurityBaseline.attach(app)).not.toThrow();
  });
});

describe('the required version', () => {
  test('does not depend on when providers are defined', () => {
    const stack = new TerraformStack(Testing.app({ context: { azurermMajor: 5 } }), 'Prod');
    addGroup(stack);
    new AzurermProvider(stack, 'azurerm', { features: [{}] });
    new AzurermProvider(stack, 'hub', { alias: 'hub', features: [{}] });
    expect((synth(stack) as any).terraform.required_providers).toEqual({
      azurerm: { source: 'azurerm', version: '~> 5.2' },
    });
  });

  test('is the one that the user asks for, before or after', () => {
    const [before, after] = [newStack('Prod', { azurermMajor: 5 }), newStack('Prod', { azurermMajor: 5 })];
    before.addOverride(REQUIREMENT, '5.2.0');
    [before, after].forEach(addGroup);
    after.addOverride(REQUIREMENT, '5.2.0');
    expect([before, after].map(versionOf)).toEqual(['5.2.0', '5.2.0']);
  });

  test('leaves the source alone that the user asks for', () => {
    const stack = newStack('Prod', { azurermMajor: 5 });
    stack.addOverride('terraform.required_providers.azurerm.source', 'registry.example/hashicorp/azurerm');
    addGroup(stack);
    expect((synth(stack) as any).terraform.required_providers.azurerm).toEqual({
      source: 'registry.example/hashicorp/azurerm',
      version: '~> 5.2',
    });
  });
});
