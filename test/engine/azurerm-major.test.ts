import { AzurermProvider } from '@cdktf/provider-azurerm/lib/provider';
import { App, TerraformStack, Testing } from 'cdktf';
import { AppHost, SecureSignalRApp } from '../../src';
import { Runtime } from '../../src/appservice';
import { SecurityBaseline } from '../../src/compliance';
import { ResourceGroup } from '../../src/core';
import { newApp } from '../support/app';
import { Major, schemaViolations } from '../support/provider-schema';
import { messageOf, newStack, problemsOf, resources, synth, warnings } from '../support/synth';

const REQUIREMENT = 'terraform.required_providers.azurerm.version';

/** The version of azurerm that a stack requires. */
const versionOf = (stack: TerraformStack) => (synth(stack) as any).terraform.required_providers.azurerm.version;

const addGroup = (stack: TerraformStack) => new ResourceGroup(stack, 'Group', { name: 'rg', location: 'centralus' });

describe('the construct context azurermMajor', () => {
  test.each([
    ['absent', {}, '>= 4.55, < 5'],
    ['4', { azurermMajor: 4 }, '>= 4.55, < 5'],
    ['the text 4', { azurermMajor: '4' }, '>= 4.55, < 5'],
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
    expect([four, five].map(versionOf)).toEqual(['>= 4.55, < 5', '~> 5.2']);
  });

  test('is of no concern to what is attached to an app, which is in no stack', () => {
    const app = new App({ outdir: Testing.app().outdir, context: { azurermMajor: 5 } });
    expect(() => SecurityBaseline.attach(app)).not.toThrow();
  });
});

describe('the construct context azurermVersion', () => {
  test.each([
    ['>= 4.55, < 5', 4],
    ['>= 4.55.0, < 5.0.0', 4],
    ['~> 4.55', 4],
    ['~> 4.60.1', 4],
    ['4.62.0', 4],
    ['> 4.55, != 4.57.0, <= 4.81', 4],
    ['~> 5.2', 5],
    ['>= 5.2, < 6', 5],
  ])('requires %s, and writes the JSON of azurerm %d', (azurermVersion, major) => {
    const stack = newStack('Prod', { azurermVersion });
    addGroup(stack);
    expect(versionOf(stack)).toBe(azurermVersion);
    const { stack: chat } = newApp({}, newStack('Prod', { azurermVersion }));
    expect(versionOf(chat)).toBe(azurermVersion);
    const [link] = resources(chat, 'azurerm_private_dns_zone_virtual_network_link');
    expect('private_dns_zone_id' in link).toBe(major === 5);
    expect(schemaViolations(synth(chat), major as Major)).toEqual([]);
  });

  test('fits the major version that is given too', () => {
    const stack = newStack('Prod', { azurermVersion: '~> 5.4', azurermMajor: 5 });
    addGroup(stack);
    expect(versionOf(stack)).toBe('~> 5.4');
  });

  test('changes nothing but the version', () => {
    const [absent, range] = [{}, { azurermVersion: '~> 4.60' }].map((context) => {
      const json = synth(newApp({}, newStack('Prod', context)).stack) as any;
      delete json.terraform.required_providers.azurerm.version;
      return json;
    });
    expect(range).toEqual(absent);
  });

  test('lets apps have what a newer release of the range supports', () => {
    const host = AppHost.linuxWebApp({ runtime: Runtime.node('24') });
    const [older, newer] = ['~> 4.55.0', '~> 4.58'].map(
      (azurermVersion) => newApp({ host }, newStack('Prod', { azurermVersion })).stack,
    );
    expect(problemsOf(older)).toEqual([expect.stringContaining('[appservice/runtime-version]')]);
    expect(() => synth(newer)).not.toThrow();
  });

  test('yields to the version that the user asks for', () => {
    const stack = newStack('Prod', { azurermVersion: '>= 4.55, < 5' });
    stack.addOverride(REQUIREMENT, '4.60.0');
    addGroup(stack);
    expect(versionOf(stack)).toBe('4.60.0');
  });

  test('warns of resource providers that azurerm 5 does not register', () => {
    const stack = newStack('Prod', { azurermVersion: '~> 5.2' });
    newApp({}, stack);
    synth(stack);
    expect(warnings(stack)).toEqual([expect.stringContaining('azurerm 5 registers no resource providers by default')]);
  });

  const NONE = 'give a version constraint of Terraform, such as ">= 4.55, < 5" or "~> 5.2"';
  const OLD = 'but the JSON is for 4.55 and later 4.x, or for 5.2 and later 5.x; begin with ">= 4.55" or ">= 5.2"';
  const BOTH = 'but the JSON is for one major version; add';
  test.each<[unknown, string]>([
    ['newest', `"newest"; ${NONE}`],
    ['', `""; ${NONE}`],
    [5, `5; ${NONE}`],
    [null, `null; ${NONE}`],
    ['>= 4.55, newest', `">= 4.55, newest"; ${NONE}`],
    ['>= 4.40, < 5', `">= 4.40, < 5", which allows azurerm 4.40, ${OLD}`],
    ['~> 4.0', `"~> 4.0", which allows azurerm 4.0, ${OLD}`],
    ['< 5', `"< 5", which allows azurerm 0.0, ${OLD}`],
    ['~> 5.1', `"~> 5.1", which allows azurerm 5.1, ${OLD}`],
    ['~> 6.0', `"~> 6.0", which allows azurerm 6.0, ${OLD}`],
    ['>= 4.55', `">= 4.55", which allows azurerm 5 too, ${BOTH} "< 5"`],
    ['>= 4.55, < 5.3', `">= 4.55, < 5.3", which allows azurerm 5 too, ${BOTH} "< 5"`],
    ['>= 5.2', `">= 5.2", which allows azurerm 6 too, ${BOTH} "< 6"`],
    ['>= 5.2, < 5', '">= 5.2, < 5", which allows no version; correct the range'],
  ])('refuses %j', (azurermVersion, told) => {
    const stack = newStack('Prod', { azurermVersion });
    expect(messageOf(() => addGroup(stack))).toBe(
      `Prod/Group: [core/azurerm-version] the construct context "azurermVersion" is ${told}`,
    );
  });

  test('is refused where the major version is another one', () => {
    const stack = newStack('Prod', { azurermVersion: '~> 5.2', azurermMajor: 4 });
    expect(messageOf(() => addGroup(stack))).toBe(
      'Prod/Group: [core/azurerm-version] the construct context "azurermVersion" is "~> 5.2", but "azurermMajor" is 4; leave one of the two out',
    );
  });
});

describe('the required version', () => {
  test('is that of the bindings where no construct of the library is in the stack', () => {
    expect(versionOf(newStack())).toMatch(/^4\.\d+\.0$/);
  });

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
