import { Fn, Lazy, TerraformStack, TerraformVariable, Token } from 'cdktf';
import { Construct } from 'constructs';
import { SecureServerlessSignalR, SecureSignalRApp } from '../../src';
import { ResourceGroup } from '../../src/core';
import { PrivateDnsZone } from '../../src/dns';
import { ManagedIdentity } from '../../src/identity';
import {
  AddressRange,
  NetworkSecurityGroup,
  Route,
  RouteTable,
  RuleDirection,
  SecurityRule,
  VirtualNetwork,
} from '../../src/network';
import { SignalRService } from '../../src/signalr';
import { StorageAccount } from '../../src/storage';
import { messageOf, newStack, only, synth } from '../support/synth';
import { setUpLinux } from '../support/web-app';

const location = 'centralus';

function variables(stack: TerraformStack) {
  const variable = new TerraformVariable(stack, 'given', {});
  return {
    text: variable.stringValue,
    number: `team-${variable.numberValue}`,
    dashed: `team.1-${variable.numberValue}`,
    list: `team-${Fn.element(variable.listValue, 0)}`,
    wholeList: `team-${variable.listValue}`,
    boolean: `team-${variable.booleanValue}`,
    lazy: `team-${Token.asString(Lazy.anyValue({ produce: () => 'x' }))}`,
    lazyNumber: `team-${Lazy.numberValue({ produce: () => 1 })}`,
  };
}

type Kind = keyof ReturnType<typeof variables>;
const KINDS: Kind[] = ['text', 'number', 'list', 'wholeList', 'boolean', 'lazy', 'lazyNumber'];

describe.each(KINDS)('a construct id with a token: %s', (kind) => {
  test.each<[string, (scope: TerraformStack, id: string) => unknown]>([
    ['architecture', (scope, id) => new SecureSignalRApp(scope, id, { location })],
    ['serverless architecture', (scope, id) => new SecureServerlessSignalR(scope, id, { location })],
    ['resource', (scope, id) => new ResourceGroup(scope, id, { name: 'rg', location })],
    [
      'resource in a construct',
      (scope, id) => new ResourceGroup(new Construct(scope, id), 'Rg', { name: 'rg', location }),
    ],
    [
      'existing resource',
      (scope, id) =>
        ResourceGroup.fromResourceGroupAttributes(scope, id, {
          resourceGroupId: '/subscriptions/0/resourceGroups/rg',
          resourceGroupName: 'rg',
          location,
        }),
    ],
  ])('is refused: %s', (_, define) => {
    const stack = newStack();
    const id = variables(stack)[kind];
    expect(messageOf(() => define(stack, id)).split('\n')).toContainEqual(
      expect.stringContaining(
        `: [core/construct-id] the construct id "${id}" holds a value that only Terraform knows, but logical ids and names are made of the id at synth; use plain text`,
      ),
    );
  });
});

test.each<[string, (scope: TerraformStack, id: string) => unknown]>([
  ['resource group', (scope, id) => ResourceGroup.fromLookup(scope, id, { name: 'rg' })],
  ['service', (scope, id) => SignalRService.fromLookup(scope, id, { name: 's', resourceGroupName: 'rg' })],
  ['network', (scope, id) => VirtualNetwork.fromLookup(scope, id, { name: 'v', resourceGroupName: 'rg' })],
  ['identity', (scope, id) => ManagedIdentity.fromLookup(scope, id, { name: 'id', resourceGroupName: 'rg' })],
])('a look-up whose id holds a token is refused: %s', (_, define) => {
  const stack = newStack();
  const report = () => {
    define(stack, variables(stack).text);
    new ResourceGroup(stack, 'Other', { name: 'rg-other', location });
    return synth(stack);
  };
  expect(messageOf(report)).toContain('[core/construct-id]');
});

describe('an id with a token that a method is given', () => {
  test.each<[string, (parts: ReturnType<typeof partsOf>, id: string) => unknown]>([
    [
      'subnet',
      ({ virtualNetwork }, id) =>
        virtualNetwork.addSubnet(id, { name: 'snet', addressRange: AddressRange.prefixLength(28) }),
    ],
    ['record', ({ zone }, id) => zone.addARecord(id, { name: 'a', addresses: ['10.0.0.4'] })],
    ['link', ({ zone, virtualNetwork }, id) => zone.addVirtualNetworkLink(id, { virtualNetwork })],
    ['container', ({ storage }, id) => storage.addContainer(id, 'content')],
    ['slot', ({ webApp }, id) => webApp.addSlot(id, { name: 'staging' })],
  ])('is refused: %s', (_, add) => {
    const parts = partsOf();
    const { stack } = parts;
    expect(messageOf(() => add(parts, variables(stack).number))).toContain('[core/construct-id]');
  });
});

function partsOf() {
  const { define, ...setting } = setUpLinux();
  const { stack, resourceGroup } = setting;
  return {
    ...setting,
    webApp: define(),
    storage: new StorageAccount(stack, 'Storage', { resourceGroup, name: 'stcontoso' }),
    zone: new PrivateDnsZone(stack, 'OwnZone', { resourceGroup, zoneName: 'contoso.internal' }),
  };
}

describe('a name of which a construct id is made', () => {
  test.each<Kind>(KINDS)('is refused where it is a token: %s', (kind) => {
    const { stack, resourceGroup } = partsOf();
    const name = variables(stack)[kind];
    const table = new RouteTable(stack, 'Routes', { resourceGroup, name: 'rt' });
    expect(messageOf(() => table.addRoute(Route.toInternet(name, '10.0.0.0/8')))).toBe(
      `Prod/Routes: [network/route-name] the name of a route is "${name}", which only Terraform knows, but a construct id is made of the name at synth; give name as plain text`,
    );
    const group = new NetworkSecurityGroup(stack, 'Rules', { resourceGroup, name: 'nsg' });
    const rule = SecurityRule.allow({ name, priority: 100, direction: RuleDirection.INBOUND });
    expect(messageOf(() => group.addRule(rule))).toBe(
      `Prod/Rules: [network/rule-name] the name of a rule is "${name}", which only Terraform knows, but a construct id is made of the name at synth; give name as plain text`,
    );
    expect(
      messageOf(() => new NetworkSecurityGroup(stack, 'More', { resourceGroup, name: 'nsg2', rules: [rule] })),
    ).toContain('Prod/More: [network/rule-name]');
  });
});

describe('a text with a number that only Terraform knows', () => {
  test('is not judged, and stands in the JSON', () => {
    const stack = newStack();
    const number = new TerraformVariable(stack, 'number', { type: 'number' }).numberValue;
    const resourceGroup = new ResourceGroup(stack, 'Group', {
      name: `rg${number}`,
      location,
      tags: { cost: `centre ${number}` },
    });
    new ManagedIdentity(stack, 'Identity', { resourceGroup, name: `id-${number}-1.${number}` });
    expect(only(stack, 'azurerm_resource_group')).toMatchObject({
      name: 'rg${var.number}',
      tags: { cost: 'centre ${var.number}' },
    });
    expect(only(stack, 'azurerm_user_assigned_identity').name).toBe('id-${var.number}-1.${var.number}');
  });

  test.each<Kind>(['text', 'number', 'dashed', 'list', 'wholeList', 'boolean', 'lazy', 'lazyNumber'])(
    'is refused where names are made of it at synth: %s',
    (kind) => {
      const stack = newStack();
      const nameSeed = variables(stack)[kind];
      expect(messageOf(() => new SecureSignalRApp(stack, 'Chat', { location, nameSeed }))).toBe(
        'Prod/Chat: [core/name-part] nameSeed is only known when Terraform runs, but names are made at synth; give it as plain text',
      );
    },
  );

  test('is refused as workload, environment and region of an architecture', () => {
    const stack = newStack();
    const { number } = variables(stack);
    const define = () =>
      new SecureSignalRApp(stack, 'Chat', { location: number, workload: number, environment: number });
    expect(messageOf(define).match(/\[core\/[\w-]+\] (the region|workload|environment) is only known/g)).toEqual([
      '[core/location] the region is only known',
      '[core/name-part] workload is only known',
      '[core/name-part] environment is only known',
    ]);
  });

  test('a number that looks similar is judged', () => {
    const stack = newStack();
    const define = () => new ResourceGroup(stack, 'Group', { name: 'rg 1.5e+289', location });
    expect(messageOf(define)).toContain('[core/resource-group-name]');
  });
});
