import { AzurermProvider } from '@cdktf/provider-azurerm/lib/provider';
import { App, TerraformStack, TerraformVariable, Testing, Token } from 'cdktf';
import {
  AppHost,
  AppNetwork,
  appservice,
  compliance,
  core,
  dns,
  network,
  observability,
  SecureSignalRApp,
  signalr,
} from '../../../src';
import { withoutReadOn } from '../../support/read-on';

/** Callers without a compiler see no types. */
const js = (value: unknown): any => value;

const newStack = () => new TerraformStack(new App(), 'Prod');
const newGroup = (stack: TerraformStack) =>
  new core.ResourceGroup(stack, 'Group', { name: 'rg-chat', location: 'centralus' });

function messageOf(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    expect((error as Error).name).toBe('ValidationError');
    return withoutReadOn((error as Error).message);
  }
  return 'accepted';
}

describe('an architecture', () => {
  const newApp = (...props: unknown[]) => messageOf(() => new (js(SecureSignalRApp))(newStack(), 'Chat', ...props));

  test('without props says which it needs', () => {
    const message = 'Prod/Chat: [core/missing-prop] SecureSignalRApp: props is missing; give an object with location';
    expect(newApp()).toBe(message);
    expect(newApp(undefined)).toBe(message);
    expect(newApp(null)).toBe(
      'Prod/Chat: [core/prop-type] SecureSignalRApp: props is null; give an object with location',
    );
    expect(newApp({})).toBe('Prod/Chat: [core/missing-prop] SecureSignalRApp: location is missing; give a text');
  });

  test('reports everything that is wrong at once, and defines nothing', () => {
    const stack = newStack();
    const props = { locaton: 'centralus', sku: 'Standard_S1', resourceGroup: 'rg', securityBaseline: 'true' };
    expect(messageOf(() => new (js(SecureSignalRApp))(stack, 'Chat', props)).split('\n')).toEqual([
      'Prod/Chat: [core/unknown-prop] SecureSignalRApp: locaton is not a prop; write location',
      'Prod/Chat: [core/prop-type] SecureSignalRApp: resourceGroup is the text "rg"; give a core.IResourceGroup, such as a core.ResourceGroup, or leave it out',
      'Prod/Chat: [core/prop-type] SecureSignalRApp: securityBaseline is the text "true"; give true or false, or leave it out',
      'Prod/Chat: [core/prop-type] SecureSignalRApp: sku is the text "Standard_S1"; give a signalr.Sku, such as Sku.standard(units), or leave it out',
    ]);
    expect(stack.node.children).toEqual([]);
    expect(messageOf(() => new SecureSignalRApp(stack, 'Chat', { location: 'centralus' }))).toBe('accepted');
  });

  test('names the scope that is no construct', () => {
    expect(messageOf(() => new (js(SecureSignalRApp))('Prod', 'Chat', { location: 'centralus' }))).toBe(
      'Chat: [core/prop-type] SecureSignalRApp: scope is the text "Prod"; give a Construct, such as the stack',
    );
    expect(messageOf(() => new (js(SecureSignalRApp))(newStack(), 7, { location: 'centralus' }))).toBe(
      'Prod: [core/prop-type] SecureSignalRApp: id is the number 7; give a text',
    );
    expect(messageOf(() => new (js(SecureSignalRApp))({ location: 'centralus' }))).toBe(
      [
        'SecureSignalRApp: [core/prop-type] scope is an object with location; give a Construct, such as the stack',
        'SecureSignalRApp: [core/missing-prop] id is missing; give a text',
        'SecureSignalRApp: [core/missing-prop] props is missing; give an object with location',
      ].join('\n'),
    );
  });

  test('takes what is given as undefined as not given', () => {
    expect(newApp({ location: 'centralus', sku: undefined, networkAcces: undefined, tags: undefined })).toBe(
      'accepted',
    );
  });
});

describe('a path leads to what is wrong', () => {
  test('within arrays, maps and objects', () => {
    const stack = newStack();
    const resourceGroup = newGroup(stack);
    const given = { name: 'vnet', resourceGroup, addressSpace: ['10.0.0.0/16', 10], tags: { owner: 5 } };
    expect(messageOf(() => new (js(network.VirtualNetwork))(stack, 'Network', given)).split('\n')).toEqual([
      'Prod/Network: [core/prop-type] VirtualNetwork: tags.owner is the number 5; give a text, or leave it out',
      'Prod/Network: [core/prop-type] VirtualNetwork: addressSpace[1] is the number 10; give a text',
    ]);
    const access = { publicNetwork: 'all', privateEndpoints: signalr.AccessRules.allow() };
    expect(messageOf(() => signalr.NetworkAccess.custom(js(access)))).toContain(
      'NetworkAccess.custom: [core/prop-type] publicNetwork is the text "all"; give a signalr.AccessRules',
    );
    const policies = [{ definition: { displayName: 'Mine' } }];
    const { governance } = jest.requireActual('../../../src');
    const initiative = () =>
      new governance.PolicyInitiative(stack, 'Set', { name: 'set', displayName: 'Set', policies });
    expect(messageOf(initiative)).toContain('PolicyInitiative: policies[0].definition is an object with displayName;');
  });

  test('within the arguments of a method, whose construct it names', () => {
    const stack = newStack();
    const vnet = new network.VirtualNetwork(stack, 'Network', {
      ...{ name: 'vnet', resourceGroup: newGroup(stack), addressSpace: ['10.0.0.0/16'] },
    });
    expect(messageOf(() => vnet.addSubnet('Apps', js({ name: 'apps', addressRange: '10.0.0.0/24' })))).toBe(
      'Prod/Network: [core/prop-type] VirtualNetwork.addSubnet: addressRange is the text "10.0.0.0/24"; give a network.AddressRange, such as AddressRange.prefixLength(length)',
    );
    expect(messageOf(() => vnet.addSubnet(js({ name: 'apps' }), js(undefined)))).toBe(
      [
        'Prod/Network: [core/prop-type] VirtualNetwork.addSubnet: id is an object with name; give a text',
        'Prod/Network: [core/missing-prop] VirtualNetwork.addSubnet: options is missing; give an object with name, addressRange',
      ].join('\n'),
    );
  });

  test('to the argument of a factory', () => {
    expect(messageOf(() => signalr.Sku.standard(js('3')))).toBe(
      'Sku.standard: [core/prop-type] units is the text "3"; give a number',
    );
    expect(messageOf(() => js(signalr.Sku).standard())).toBe(
      'Sku.standard: [core/missing-prop] units is missing; give a number',
    );
    expect(messageOf(() => AppNetwork.existing(js('vnet')))).toBe(
      'AppNetwork.existing: [core/prop-type] options is the text "vnet"; give an object with integrationSubnet, privateEndpointSubnet, virtualNetwork',
    );
    expect(messageOf(() => AppHost.linuxWebApp(js({ runtime: 'node|20-lts' })))).toBe(
      'AppHost.linuxWebApp: [core/prop-type] runtime is the text "node|20-lts"; give an appservice.Runtime, such as Runtime.dotnet(version), or leave it out',
    );
    expect(messageOf(() => observability.LogDestination.several(js('a'), js(observability.LogDestination)))).toBe(
      [
        'LogDestination.several: [core/prop-type] destinations[0] is the text "a"; give an observability.LogDestination, such as LogDestination.newWorkspace()',
        'LogDestination.several: [core/prop-type] destinations[1] is the class or function LogDestination; give an observability.LogDestination, such as LogDestination.newWorkspace()',
      ].join('\n'),
    );
  });

  test('to an enumeration by its values', () => {
    const stack = newStack();
    const given = {
      name: 'chat',
      resourceGroup: newGroup(stack),
      cors: signalr.Cors.allowOrigins('https://a.example'),
    };
    const define = (id: string, serviceMode: unknown) =>
      messageOf(() => new signalr.SignalRService(stack, id, { ...given, serviceMode: js(serviceMode) }));
    expect(define('A', 'DEFAULT')).toBe(
      'Prod/A: [core/prop-type] SignalRService: serviceMode is the text "DEFAULT"; give "Default", "Serverless" or "Classic" of signalr.ServiceMode, or leave it out',
    );
    expect(define('B', 'Serverless')).toBe('accepted');
  });

  test('of a subclass, and of a class that users extend', () => {
    class Chat extends SecureSignalRApp {}
    expect(messageOf(() => new (js(Chat))(newStack(), 'Chat'))).toContain(
      '[core/missing-prop] SecureSignalRApp: props',
    );
    class MyRule extends js(compliance.ComplianceRule) {}
    expect(messageOf(() => new (js(MyRule))({ id: 'MY1' }))).toContain(
      'ComplianceRule: [core/missing-prop] summary is missing; give a text',
    );
  });
});

describe('a name that is not a prop', () => {
  const newApp = (more: object) =>
    messageOf(() => new SecureSignalRApp(newStack(), 'Chat', js({ location: 'centralus', ...more })));

  test.each([
    [
      'a letter less',
      { networkAcess: signalr.NetworkAccess.privateOnly() },
      'networkAcess is not a prop; write networkAccess',
    ],
    ['another letter case', { SKU: signalr.Sku.standard(1) }, 'SKU is not a prop; write sku'],
    ['swapped letters', { tgas: {} }, 'tgas is not a prop; write tags'],
    ['two letters more', { environmentss: 'prod' }, 'environmentss is not a prop; write environment'],
  ])('is refused for %s', (_, more, message) => {
    expect(newApp(more)).toBe(`Prod/Chat: [core/unknown-prop] SecureSignalRApp: ${message}`);
  });

  test.each([
    ['far from all', { whatever: 1, team: 'web', zone: 'a' }],
    ['near one that is given', { locations: ['centralus'] }],
    ['one of another object with another kind of value', { resourceGroupId: '/subscriptions/x' }],
  ])('is left alone where it is %s', (_, more) => {
    expect(newApp(more)).toBe('accepted');
  });

  test('is left alone on an object of a class', () => {
    class Settings {
      public readonly location = 'centralus';
      public readonly Tags = 'mine';
    }
    expect(messageOf(() => new SecureSignalRApp(newStack(), 'Chat', new Settings()))).toBe('accepted');
  });
});

describe('what only Terraform knows', () => {
  test('is accepted in place of texts, numbers, flags and enumerations', () => {
    const stack = newStack();
    new AzurermProvider(stack, 'azurerm', { features: [{}] });
    const variable = new TerraformVariable(stack, 'Any', { type: 'any' });
    const resourceGroup = newGroup(stack);
    const define = (id: string, props: object) =>
      messageOf(() => new network.VirtualNetwork(stack, id, js({ name: `vnet-${id}`, resourceGroup, ...props })));
    expect(define('A', { name: variable.stringValue, addressSpace: variable.listValue })).toBe('accepted');
    expect(define('B', { name: variable.value, addressSpace: ['10.0.0.0/16'] })).toBe('accepted');
    expect(define('C', { name: variable.numberValue, addressSpace: [variable.stringValue] })).toBe('accepted');
    expect(define('D', { addressSpace: ['10.0.0.0/16'], tags: Token.asStringMap(variable.value) })).toBe('accepted');
    expect(messageOf(() => signalr.Sku.standard(variable.numberValue))).toBe('accepted');
    expect(messageOf(() => signalr.Sku.standard(js(variable.stringValue)))).toBe('accepted');
    expect(
      messageOf(() =>
        dns.PrivateDnsZone.fromPrivateDnsZoneAttributes(stack, 'Z', {
          zoneId: variable.stringValue,
          zoneName: js(variable.value),
        }),
      ),
    ).toBe('accepted');
    expect(Testing.synth(stack)).toContain('virtual_network');
  });

  test('is refused where the library reads the elements', () => {
    const stack = newStack();
    const variable = new TerraformVariable(stack, 'Any', { type: 'any' });
    const given = { name: 'vnet', resourceGroup: newGroup(stack), addressSpace: variable.value, tags: variable.value };
    expect(messageOf(() => new network.VirtualNetwork(stack, 'Network', js(given)))).toContain(
      'addressSpace is a value that only Terraform knows; give an array, with a text as each value',
    );
  });
});

describe('objects of others', () => {
  test('stand for an interface when they have its members', () => {
    const stack = newStack();
    const group = newGroup(stack);
    const other = { node: group.node, location: 'centralus', resourceGroupId: 'id', resourceGroupName: 'rg-chat' };
    const define = (id: string, resourceGroup: object) =>
      messageOf(() => new network.RouteTable(stack, id, js({ name: 'routes', resourceGroup })));
    expect(define('A', { ...other, resourceGroupId: group.resourceGroupId })).toBe('accepted');
    expect(define('B', { ...other, resourceGroupId: undefined, node: undefined })).not.toContain('TypeError');
    const { location, ...rest } = other;
    expect(location).toBe('centralus');
    expect(define('C', rest)).toContain('resourceGroup is an object with node, resourceGroupId, resourceGroupName;');
  });

  test('stand for a class under its name, also from another copy of the library', () => {
    const copied = { Sku: class Sku {} };
    Object.assign(copied.Sku.prototype, Object.getOwnPropertyDescriptors(signalr.Sku.prototype));
    let other: typeof signalr | undefined;
    jest.isolateModules(() => ({ signalr: other } = jest.requireActual('../../../src')));
    const stack = newStack();
    const cors = signalr.Cors.allowOrigins('https://a.example');
    expect(other!.Sku).not.toBe(signalr.Sku);
    const given = { name: 'chat', resourceGroup: newGroup(stack), cors, sku: other!.Sku.standard(2) };
    expect(messageOf(() => new signalr.SignalRService(stack, 'SignalR', js(given)))).toBe('accepted');
  });
});

test('a class that esbuild renames is known by its own name, and shown under it', () => {
  class _Sku {}
  class _Runtime {}
  const define = (cors: unknown) => {
    const stack = newStack();
    const props = { name: 'chat', resourceGroup: newGroup(stack), cors, sku: new _Sku() };
    return messageOf(() => new signalr.SignalRService(stack, 'SignalR', js(props)));
  };
  const refused = (given: string) =>
    `Prod/SignalR: [core/prop-type] SignalRService: cors is ${given}; give a signalr.Cors, such as Cors.allowOrigins(origins)`;
  expect(define(new _Runtime())).toBe(refused('an object of class Runtime'));
  expect(define(_Runtime)).toBe(refused('the class or function Runtime'));
});

describe('a message shows', () => {
  const shown = (runtime: unknown) =>
    /runtime is (.*); give/.exec(messageOf(() => AppHost.linuxWebApp(js({ runtime }))))?.[1];

  test.each([
    ['', 'an empty text'],
    ['node', 'the text "node"'],
    ['a'.repeat(33), 'a text of 33 characters'],
    ['AccountKey=abc', 'a text of 14 characters'],
    ['${var.runtime}', 'a text that only Terraform knows'],
    [20, 'the number 20'],
    [true, 'true'],
    [['node'], 'an array of 1 value'],
    [[1, 2], 'an array of 2 values'],
    [{ name: 'node', version: 20 }, 'an object with name, version'],
    [{ a: 1, b: 1, c: 1, d: 1, e: 1 }, 'an object with a, b, c, d ...'],
    [new Date(), 'an object of class Date'],
    [10n, 'a bigint'],
  ])('%p in words', (runtime, words) => {
    expect(shown(runtime)).toBe(words);
  });

  test('no value of a setting or secret', () => {
    const options = { appSettings: { A: { B: 'hush' }, C: 5 }, secretSettings: { PASSWORD: 'hush' } };
    const message = messageOf(() => AppHost.linuxWebApp(js(options)));
    expect(message).toContain('secretSettings.PASSWORD is a text of 4 characters; give a vault.SecretReference');
    expect(message).not.toContain('hush');
  });

  test('one line for each problem, whatever names hold', () => {
    const options = { appSettings: { 'A\nB': null } };
    expect(messageOf(() => AppHost.linuxWebApp(js(options)))).toBe(
      'AppHost.linuxWebApp: [core/prop-type] appSettings.A\\nB is null; give a text, or leave it out',
    );
  });
});

test('environment variables are told from numbers and flags', () => {
  const stack = newStack();
  const plan = { name: 'plan', resourceGroup: newGroup(stack), osType: 'Linux', zoneBalancing: 'false' };
  expect(messageOf(() => new appservice.ServicePlan(stack, 'Plan', js(plan)))).toBe(
    'Prod/Plan: [core/prop-type] ServicePlan: zoneBalancing is the text "false"; give true or false, or leave it out',
  );
});
