import { mkdtempSync, readdirSync, readFileSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { LinuxWebApp } from '@cdktf/provider-azurerm/lib/linux-web-app';
import { AzurermProvider } from '@cdktf/provider-azurerm/lib/provider';
import { ResourceGroup } from '@cdktf/provider-azurerm/lib/resource-group';
import {
  App,
  Aspects,
  AzurermBackend,
  Fn,
  IAspect,
  Lazy,
  TerraformIterator,
  TerraformLocal,
  TerraformOutput,
  TerraformStack,
  TerraformVariable,
  Testing,
  Token,
} from 'cdktf';
import { Construct, IConstruct } from 'constructs';
import { anything, array, assert, constantFrom, dictionary, double, letrec, oneof, property, string } from 'fast-check';
import { EXAMPLES } from '../../examples/stacks';
import { FastStack } from '../../src/core';
import { newExample } from '../support/examples';
import { messageOf } from '../support/synth';

/** Files of an app as they are written, byte by byte. */
function filesOf(app: App): Record<string, string> {
  app.synth();
  const names = readdirSync(app.outdir, { encoding: 'utf8', recursive: true }).filter((name) => name.endsWith('.json'));
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(app.outdir, name), 'utf8')]));
}

function withProvider(stack: TerraformStack): TerraformStack {
  new AzurermProvider(stack, 'azurerm', { features: [{}] });
  return stack;
}

type Define = (app: App, newStack: (id: string, scope?: Construct) => TerraformStack) => void;

function files(Stack: typeof TerraformStack, define: Define): Record<string, string> {
  const app = Testing.app();
  define(app, (id, scope = app) => withProvider(new Stack(scope, id)));
  return filesOf(app);
}

function expectSame(define: Define): void {
  const expected = files(TerraformStack, define);
  expect(Object.keys(expected).length).toBeGreaterThan(1);
  expect(files(FastStack, define)).toEqual(expected);
}

const newGroup = (stack: Construct, name: string) => new ResourceGroup(stack, name, { name, location: 'centralus' });

describe('FastStack', () => {
  afterEach(() => {
    delete process.env.SYNTH_HCL_OUTPUT;
  });

  test.each(Object.keys(EXAMPLES))('writes the files of the example %s as cdktf does', (name) => {
    const expected = filesOf(newExample(name));
    const app = newExample(name);
    const stacks = app.node.findAll().filter(TerraformStack.isStack);
    stacks.forEach((stack) => Object.setPrototypeOf(stack, FastStack.prototype));
    expect(filesOf(app)).toEqual(expected);
  });

  test('is a TerraformStack', () => {
    const stack = new FastStack(Testing.app(), 'Prod');
    expect(TerraformStack.isStack(stack)).toBe(true);
    expect(TerraformStack.of(newGroup(stack, 'group'))).toBe(stack);
  });

  test('refers to other stacks, whichever are fast', () => {
    const define: Define = (app, newStack) => {
      const hub = newStack('hub');
      new AzurermBackend(hub, { storageAccountName: 'state', containerName: 'state', key: 'hub' });
      const group = newGroup(hub, 'group');
      const spoke = withProvider(new TerraformStack(app, 'spoke'));
      new TerraformOutput(newStack('other'), 'group', { value: group.id });
      new TerraformOutput(spoke, 'group', { value: `${group.id}/${group.name}` });
    };
    expectSame(define);
    const written = files(FastStack, define);
    expect(written[join('stacks', 'spoke', 'cdk.tf.json')]).toContain('data.terraform_remote_state');
  });

  test('leaves HCL to cdktf', () => {
    process.env.SYNTH_HCL_OUTPUT = 'true';
    const written = (Stack: typeof TerraformStack) => {
      const app = new App({ outdir: mkdtempSync(join(tmpdir(), 'hcl-')), hclOutput: true });
      const group = newGroup(withProvider(new Stack(app, 'hub')), 'group');
      new TerraformOutput(withProvider(new Stack(app, 'spoke')), 'group', { value: group.id });
      app.synth();
      return ['hub', 'spoke'].map((stack) => readFileSync(join(app.outdir, 'stacks', stack, 'cdk.tf'), 'utf8'));
    };
    const expected = written(TerraformStack);
    expect(expected[0]).toContain('resource "azurerm_resource_group" "group"');
    expect(written(FastStack)).toEqual(expected);
  });

  test('gives the JSON also before it is prepared', () => {
    const json = (Stack: typeof TerraformStack) => {
      const stack = new Stack(Testing.app(), 'Prod');
      newGroup(stack, 'group');
      return stack.toTerraform();
    };
    expect(json(FastStack)).toStrictEqual(json(TerraformStack));
  });

  test('leaves out what stacks within it define', () => {
    expectSame((_, newStack) => {
      const outer = newStack('outer');
      newGroup(outer, 'outside');
      newGroup(newStack('inner', outer), 'inside');
    });
  });

  test('merges overrides of elements and of the stack', () => {
    expectSame((_, newStack) => {
      const stack = newStack('Prod');
      const group = newGroup(stack, 'group');
      group.addOverride('tags', { owner: 'chat', cost: undefined });
      group.addOverride('name', undefined);
      group.addOverride('list', [1]);
      stack.addOverride('resource.azurerm_resource_group.group.list', [group.location]);
      stack.addOverride('resource.azurerm_resource_group.group.tags.cost', Fn.upper(group.location));
      stack.addOverride('resource.azurerm_resource_group.group.managed_by', undefined);
      stack.addOverride('terraform.required_version', '>= 1.5');
      stack.addOverride('removed', undefined);
    });
  });

  test('writes every kind of element', () => {
    expectSame((_, newStack) => {
      const stack = newStack('Prod');
      const nested = new Construct(stack, 'nested');
      const names = new TerraformVariable(stack, 'names', { type: 'set(string)', default: ['a', 'b'] });
      const each = TerraformIterator.fromList(names.listValue);
      const group = new ResourceGroup(stack, 'groups', {
        forEach: each,
        name: each.value,
        location: 'centralus',
        timeouts: { create: '5m' },
        lifecycle: { preventDestroy: true, ignoreChanges: ['tags'] },
      });
      new LinuxWebApp(nested, 'app', {
        name: 'app',
        resourceGroupName: 'rg',
        location: 'centralus',
        servicePlanId: 'plan',
        siteConfig: { ipRestriction: each.dynamic({ ipAddress: each.value }) },
        appSettings: { '${literal}': '%{literal} ${Fn} }', [`${names.value}`]: '$${kept}' },
        dependsOn: [group],
      }).importFrom('/subscriptions/x/resourceGroups/rg/providers/Microsoft.Web/sites/app');
      newGroup(nested, 'old').moveTo('place');
      newGroup(nested, 'new').addMoveTarget('place');
      const local = new TerraformLocal(stack, 'local', { count: Fn.lengthOf(names.listValue), none: undefined });
      new TerraformOutput(nested, 'output', { value: local.asString, sensitive: true });
      new TerraformOutput(nested, 'static', { value: 'value', staticId: true });
    });
  });

  test('has what aspects change while the app is synthesized', () => {
    class Tag implements IAspect {
      public visit(construct: IConstruct): void {
        if (construct instanceof ResourceGroup) construct.tags = { owner: 'chat' };
      }
    }
    const define: Define = (_, newStack) => {
      const stack = newStack('Prod');
      newGroup(stack, 'group');
      Aspects.of(stack).add(new Tag());
    };
    expectSame(define);
    expect(files(FastStack, define)[join('stacks', 'Prod', 'cdk.tf.json')]).toContain('"owner": "chat"');
  });

  test('refuses what cdktf refuses, with its message', () => {
    const refused = (Stack: typeof TerraformStack, value: unknown) =>
      messageOf(() => files(Stack, (_, newStack) => new TerraformLocal(newStack('Prod'), 'local', value)));
    const throwing = Lazy.anyValue({
      produce: () => {
        throw new Error('no value');
      },
    });
    const circle: Record<string, unknown> = {};
    circle.again = circle;
    const [element] = Token.asList(Lazy.listValue({ produce: () => ['a'] }));
    const early = Lazy.anyValue({
      produce: ({ preparing }) => {
        if (preparing) throw new Error('not yet');
        return 1;
      },
    });
    const later = Lazy.anyValue({
      produce: ({ preparing }) => {
        if (!preparing) throw new Error('not any more');
        return 1;
      },
    });
    [throwing, early, later, () => 1, new Construct(Testing.app(), 'x'), element, circle].forEach((value) => {
      const message = (Stack: typeof TerraformStack) => refused(Stack, value).split('\n')[0];
      expect(message(TerraformStack)).not.toBe('');
      expect(message(FastStack)).toBe(message(TerraformStack));
    });
  });

  test('resolves any JSON as cdktf does', () => {
    const tokens = (group: ResourceGroup) => [
      group.name,
      `a ${group.id} and ${group.name}`,
      Token.asList(Lazy.listValue({ produce: () => ['a', group.name] })),
      `${Token.asNumber(Lazy.numberValue({ produce: () => 3 }))} of 1e5 or -1.5e+300`,
      Lazy.anyValue({ produce: () => ({ nested: [group.name, undefined] }) }),
      undefined,
      null,
    ];
    const count = tokens(newGroup(new TerraformStack(Testing.app(), 'Prod'), 'group')).length;
    const json = letrec((tie) => ({
      node: oneof(
        { maxDepth: 4 },
        constantFrom(...Array.from({ length: count }, (_, index) => ({ token: index }))),
        string(),
        double({ noNaN: true }),
        array(tie('node'), { maxLength: 4 }),
        dictionary(string(), tie('node'), { maxKeys: 4 }),
      ),
    })).node;
    /** The same JSON, with the tokens of one stack. */
    const withTokens = (value: unknown, known: readonly unknown[]): unknown => {
      if (Array.isArray(value)) return value.map((each) => withTokens(each, known));
      if (typeof value !== 'object' || value === null) return value;
      if ('token' in value && typeof value.token === 'number') return known[value.token];
      return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, withTokens(each, known)]));
    };
    const written = (Stack: typeof TerraformStack, value: unknown) => {
      const stack = new Stack(Testing.app(), 'Prod');
      const known = tokens(newGroup(stack, 'group'));
      new TerraformLocal(stack, 'local', withTokens(value, known));
      try {
        stack.prepareStack();
        return JSON.stringify(stack.toTerraform());
      } catch {
        return 'refused';
      }
    };
    assert(
      property(oneof(json, anything()), (value) => {
        expect(written(FastStack, value)).toBe(written(TerraformStack, value));
      }),
      { numRuns: 300 },
    );
  });
});
