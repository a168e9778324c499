import { Annotations, Lazy, TerraformVariable } from 'cdktf';
import { NameRequest, Naming, RoleNames } from '../../src';
import { newApp } from '../support/app';
import { bodiesOf, whole, WHOLES } from '../support/naming';
import { withoutReadOn } from '../support/read-on';
import { newChat } from '../support/serverless';
import { messageOf, newStack, synth, warnings } from '../support/synth';

const wholes = Object.keys(WHOLES);

describe('a function', () => {
  test('is asked once for each role, with type, parts and default', () => {
    const requests: NameRequest[] = [];
    const naming = Naming.custom({
      nameOf: (request) => {
        requests.push(request);
        return undefined;
      },
    });
    newApp({ naming, environment: 'prod' });
    const roles = requests.map(({ role }) => role);
    expect(new Set(roles).size).toBe(roles.length);
    expect(requests.find(({ role }) => role === 'integrationSubnet')).toEqual({
      role: 'integrationSubnet',
      resourceType: 'Microsoft.Network/virtualNetworks/subnets',
      parts: {
        prefix: 'snet',
        workload: 'chat',
        environment: 'prod',
        region: 'centralus',
        role: 'app',
        hash: 'c5688c',
      },
      defaultName: 'snet-chat-app-prod-centralus',
    });
  });

  test.each([
    [7, 'the number 7'],
    [['a'], 'an array of 1 value'],
    [Symbol('a'), 'a symbol'],
    [{}, 'an empty object'],
  ])('that gives %p is refused for each role', (answer, text) => {
    const naming = Naming.custom({ nameOf: () => answer as never });
    wholes.forEach((name) => {
      const lines = messageOf(() => whole(name, naming)).split('\n');
      expect(lines.length).toBeGreaterThan(25);
      lines.forEach((line) =>
        expect(line).toMatch(new RegExp(`^Prod/Chat: \\[core/name-part\\] naming gives \\w+ ${text}; give text`)),
      );
    });
  });

  test('gives values that only Terraform knows as objects too', () => {
    const stack = newStack();
    const { value } = new TerraformVariable(stack, 'name', { type: 'string' });
    const naming = Naming.custom({
      nameOf: ({ role }) => (role === 'vault' ? Lazy.anyValue({ produce: () => value }) : undefined) as never,
    });
    newChat({ naming }, stack);
    expect(bodiesOf(synth(stack), 'azurerm_key_vault')[0].name).toBe('${var.name}');
  });
});

describe('a map', () => {
  test('leaves the rest to another naming', () => {
    const naming = Naming.of({ virtualNetwork: 'vnet-cus' }, Naming.pattern('{prefix}-{role}-x'));
    const json = synth(newApp({ naming }).stack);
    expect(bodiesOf(json, 'azurerm_virtual_network')[0].name).toBe('vnet-cus');
    expect(bodiesOf(json, 'azurerm_resource_group')[0].name).toBe('rg-x');
  });

  test('with a role that there is not is refused', () => {
    const naming = Naming.of({ jumpHost: 'vm-jump', constructor: 'x' } as RoleNames);
    expect(messageOf(() => newApp({ naming })).split('\n')).toEqual([
      'Prod/Chat: [core/name-role] naming names "jumpHost", which is not a role; use a property of RoleNames, such as virtualNetwork',
      'Prod/Chat: [core/name-role] naming names "constructor", which is not a role; use a property of RoleNames, such as virtualNetwork',
    ]);
  });

  test('with roles of which nothing is made gets a warning', () => {
    const { stack } = newApp({
      naming: Naming.of({ natGateway: 'ng-chat', functionApp: 'func-chat', signalr: 'sigr-chat' }),
    });
    expect(warnings(stack)).toEqual([
      '[core/name-unused] naming names natGateway, functionApp, but no resource has such a role; leave them out, or check the options',
    ]);
  });

  test('names nothing of what is given: group, network, lock, workspace and secret', () => {
    const stack = newStack();
    const naming = Naming.of({ signalrLock: 'a', functionKeySecret: 'b', logWorkspace: 'workspace' });
    const add = jest.spyOn(Annotations.prototype, 'addWarning');
    const { chat } = newChat(
      { naming, functionKeySecret: 'given', signalrSettings: { lock: true, lockName: 'keep' } },
      stack,
    );
    expect(add.mock.calls.flat().map(withoutReadOn)).toEqual([
      '[core/name-unused] naming names signalrLock, functionKeySecret, but no resource has such a role; leave them out, or check the options',
    ]);
    add.mockRestore();
    expect(bodiesOf(synth(stack), 'azurerm_management_lock')[0].name).toBe('keep');
    expect(chat.logWorkspace).toBeDefined();
  });
});

describe('a pattern', () => {
  const namesBy = (pattern: string, props: { environment?: string; workload?: string } = {}) => {
    const json = synth(newChat({ naming: Naming.pattern(pattern), privateStorage: true, ...props }).stack);
    const name = (type: string) => bodiesOf(json, type).map((body) => body.name);
    return { json, name };
  };

  test('names all, with the parts that there are', () => {
    const { name, json } = namesBy('{prefix}-{workload}-{environment}-{region}-{role}', { environment: 'prod' });
    expect(name('azurerm_virtual_network')).toEqual(['vnet-chat-prod-centralus']);
    expect(name('azurerm_subnet')).toEqual(['snet-chat-prod-centralus-app', 'snet-chat-prod-centralus-endpoints']);
    expect(name('azurerm_storage_account')).toEqual([
      expect.stringMatching(/^stchatprodcentral[0-9a-f]{6}$/),
      'stchatprodcentralus',
    ]);
    expect(name('azurerm_key_vault')).toEqual(['kv-chat-prod-centralus']);
    expect(name('azurerm_linux_function_app')).toEqual([
      'func-chat-prod-centralus',
      'func-chat-prod-centralus-negotiate',
    ]);
    expect(name('azurerm_user_assigned_identity')).toEqual([
      'id-chat-prod-centralus-func',
      'id-chat-prod-centralus-negotiate',
      'id-chat-prod-centralus-signalr',
    ]);
    expect(name('azurerm_network_security_rule')).toContain('nsgsr-chat-prod-centralus-allow-apps-inbound');
    expect(bodiesOf(json, 'azurerm_private_endpoint').map((each) => each.custom_network_interface_name)).toContain(
      'nic-chat-prod-centralus-vault',
    );
  });

  test('leaves out what has no value, with its separator', () => {
    const { name } = namesBy('{environment}-{prefix}{environment}-{role}-{workload}');
    expect(name('azurerm_virtual_network')).toEqual(['vnet-chat']);
    expect(name('azurerm_subnet')).toEqual(['snet-app-chat', 'snet-endpoints-chat']);
  });

  test('has a hash where names are unique in all of Azure', () => {
    const { name } = namesBy('{prefix}-{workload}-{role}-{hash}');
    expect(name('azurerm_signalr_service')[0]).toMatch(/^sigr-chat-[0-9a-f]{6}$/);
    expect(name('azurerm_virtual_network')).toEqual(['vnet-chat']);
  });

  test('shortens what is too long for its type', () => {
    const { name } = namesBy('{prefix}-{workload}-{region}-{role}', { workload: 'support-and-telemetry' });
    expect(name('azurerm_key_vault')[0]).toMatch(/^kv-support-and-te-[0-9a-f]{6}$/);
    expect(name('azurerm_storage_account')[0]).toMatch(/^stsupportandtelem[0-9a-f]{6}$/);
  });

  test.each([
    [
      '{prefix}-{app}-{role}-{stage}',
      'the pattern "{prefix}-{app}-{role}-{stage}" has {app}, {stage}; use {prefix}, {workload}, {environment}, {region}, {role}, {hash}',
    ],
    [
      '{prefix}-{role',
      'the pattern "{prefix}-{role" has a brace without its other one; use {prefix}, {workload}, {environment}, {region}, {role}, {hash}',
    ],
    ['vnet', 'the pattern "vnet" has no {role}, so resources of one type get one name; add it'],
    [
      '${TfToken[TOKEN.7]}-{role}',
      'the pattern is only known when Terraform runs, but names are made at synth; give it as plain text',
    ],
  ])('%s is refused', (pattern, message) => {
    expect(() => newApp({ naming: Naming.pattern(pattern) })).toThrow(`Prod/Chat: [core/name-pattern] ${message}`);
  });

  test('that makes names which Azure rejects is refused', () => {
    expect(() => newApp({ naming: Naming.pattern('{prefix}_{workload}_{role}') })).toThrow(
      /signalr: "sigr_chat" is not a SignalR service name[\s\S]*webApp: "app_chat" is not an app name/,
    );
  });
});
