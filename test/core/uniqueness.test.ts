import { NetworkSecurityGroup as PlainSecurityGroup } from '@cdktf/provider-azurerm/lib/network-security-group';
import { AzurermProvider } from '@cdktf/provider-azurerm/lib/provider';
import { ResourceGroup as PlainGroup } from '@cdktf/provider-azurerm/lib/resource-group';
import { ServicePlan as PlainPlan } from '@cdktf/provider-azurerm/lib/service-plan';
import { SignalrService } from '@cdktf/provider-azurerm/lib/signalr-service';
import { UserAssignedIdentity } from '@cdktf/provider-azurerm/lib/user-assigned-identity';
import { VirtualNetwork as PlainNetwork } from '@cdktf/provider-azurerm/lib/virtual-network';
import { TerraformElement, TerraformResource, TerraformStack, TerraformVariable, Testing } from 'cdktf';
import { Node } from 'constructs';
import { SecureSignalRApp } from '../../src';
import { OsType, PlanSku, ServicePlan } from '../../src/appservice';
import { IResourceGroup, ResourceGroup } from '../../src/core';
import { ManagedIdentity } from '../../src/identity';
import { NetworkSecurityGroup, VirtualNetwork } from '../../src/network';
import { Cors, SignalRService } from '../../src/signalr';
import { newStackIn } from '../support/answers';
import { warningsOf } from '../support/governance';
import { messageOf, newGroup, newStack, synth } from '../support/synth';

const HERE = '0000000a-0000-0000-0000-00000000000a';
const THERE = '0000000b-0000-0000-0000-00000000000b';
const CORS = Cors.allowOrigins('https://example.com');

/** Twins of one type: one of the library, and one of the provider's classes. */
const TWINS: [
  type: string,
  ours: (stack: TerraformStack, name: string, resourceGroup: IResourceGroup, id?: string) => unknown,
  plain: (stack: TerraformStack, name: string, resourceGroupName: string) => TerraformResource,
][] = [
  [
    'virtual network',
    (stack, name, resourceGroup, id = 'Ours') =>
      new VirtualNetwork(stack, id, { name, resourceGroup, addressSpace: ['10.0.0.0/24'] }),
    (stack, name, resourceGroupName) =>
      new PlainNetwork(stack, 'Plain', {
        name,
        resourceGroupName,
        location: 'centralus',
        addressSpace: ['10.1.0.0/24'],
      }),
  ],
  [
    'security group',
    (stack, name, resourceGroup, id = 'Ours') => new NetworkSecurityGroup(stack, id, { name, resourceGroup }),
    (stack, name, resourceGroupName) =>
      new PlainSecurityGroup(stack, 'Plain', { name, resourceGroupName, location: 'centralus' }),
  ],
  [
    'identity',
    (stack, name, resourceGroup, id = 'Ours') => new ManagedIdentity(stack, id, { name, resourceGroup }),
    (stack, name, resourceGroupName) =>
      new UserAssignedIdentity(stack, 'Plain', { name, resourceGroupName, location: 'centralus' }),
  ],
  [
    'service plan',
    (stack, name, resourceGroup, id = 'Ours') =>
      new ServicePlan(stack, id, { name, resourceGroup, osType: OsType.LINUX, sku: PlanSku.P0V3 }),
    (stack, name, resourceGroupName) =>
      new PlainPlan(stack, 'Plain', {
        name,
        resourceGroupName,
        location: 'centralus',
        osType: 'Linux',
        skuName: 'P0v3',
      }),
  ],
  [
    'SignalR service',
    (stack, name, resourceGroup, id = 'Ours') => new SignalRService(stack, id, { name, resourceGroup, cors: CORS }),
    (stack, name, resourceGroupName) =>
      new SignalrService(stack, 'Plain', {
        name,
        resourceGroupName,
        location: 'centralus',
        sku: { name: 'Standard_S1', capacity: 1 },
      }),
  ],
];

/** Defines and synthesizes, as `cdktf synth` does it. */
const build = (define: (stack: TerraformStack, resourceGroup: IResourceGroup) => unknown) => () => {
  const { stack, resourceGroup } = newGroup();
  define(stack, resourceGroup);
  return synth(stack);
};

describe.each(TWINS)('a %s of the library and one that is written by hand', (_, ours, plain) => {
  test.each([
    ['the name of its group', (group: IResourceGroup) => group.resourceGroupName],
    ['its group as text', () => 'rg-test'],
    ['its group as text, in capital letters', () => 'RG-TEST'],
  ])('are refused where both have one name and %s', (__, groupOf) => {
    for (const name of ['chat-one', 'CHAT-One']) {
      const message = messageOf(
        build((stack, group) => {
          ours(stack, 'chat-one', group);
          plain(stack, name, groupOf(group));
        }),
      );
      expect(message).toMatch(/\[(core\/duplicate-name|signalr\/existing-name-conflict)\]/);
      expect(message).toContain('Prod/Ours');
      expect(message).toContain('Prod/Plain');
    }
  });

  test.each<[string, (stack: TerraformStack, group: IResourceGroup) => unknown]>([
    ['another name', (stack, { resourceGroupName }) => plain(stack, 'chat-two', resourceGroupName)],
    [
      'a name that only Terraform knows',
      (stack, { resourceGroupName }) =>
        plain(stack, new TerraformVariable(stack, 'name', {}).stringValue, resourceGroupName),
    ],
    [
      'no instance',
      (stack, { resourceGroupName }) => plain(stack, 'chat-one', resourceGroupName).addOverride('count', 0),
    ],
  ])('are accepted where one has %s', (__, define) => {
    const accepted = build((stack, group) => {
      ours(stack, 'chat-one', group);
      define(stack, group);
    });
    expect(accepted).not.toThrow();
  });

  test('may be removed and defined again', () => {
    const accepted = build((stack, group) => {
      ours(stack, 'chat-one', group);
      expect(stack.node.tryRemoveChild('Ours')).toBe(true);
      ours(stack, 'chat-one', group);
    });
    expect(accepted).not.toThrow();
  });

  test('may take the name of one that is removed', () => {
    const accepted = build((stack, group) => {
      ours(stack, 'chat-one', group);
      stack.node.tryRemoveChild('Ours');
      ours(stack, 'chat-one', group, 'Next');
    });
    expect(accepted).not.toThrow();
  });
});

describe('names of one group that are in use', () => {
  const identity = (stack: TerraformStack, resourceGroup: IResourceGroup, id: string) =>
    new ManagedIdentity(stack, id, { name: 'id-chat', resourceGroup });

  test('are those of a group that is also looked up', () => {
    const message = messageOf(
      build((stack, group) => {
        identity(stack, group, 'First');
        identity(stack, ResourceGroup.fromLookup(stack, 'Found', { name: 'RG-test' }), 'Second');
      }),
    );
    expect(message).toContain('[core/duplicate-name]');
    expect(message).toContain('id-chat');
  });

  test('are not those of a group of this name in another subscription', () => {
    const accepted = build((stack, group) => {
      const provider = new AzurermProvider(stack, 'there', { alias: 'there', subscriptionId: THERE, features: [{}] });
      (stack.node.findChild('azurerm') as AzurermProvider).subscriptionId = HERE;
      const there = ResourceGroup.fromLookup(stack, 'Found', { name: 'rg-test', provider });
      identity(stack, group, 'First');
      new ManagedIdentity(stack, 'Second', { name: 'id-chat', resourceGroup: there, provider });
    });
    expect(accepted).not.toThrow();
  });
});

describe('two resource groups of one name', () => {
  const groupOf = (stack: TerraformStack, id: string, name: string = 'rg-chat') =>
    new ResourceGroup(stack, id, { name, location: 'centralus' });
  const plainOf = (stack: TerraformStack, id: string, name: string = 'rg-chat') =>
    new PlainGroup(stack, id, { name, location: 'centralus' });

  test.each<[string, (stack: TerraformStack) => unknown]>([
    ['of the library', (stack) => groupOf(stack, 'Second')],
    ['of the library, in another letter case', (stack) => groupOf(stack, 'Second', 'RG-Chat')],
    ['of which one is written by hand', (stack) => plainOf(stack, 'Second')],
  ])('are refused in one stack: %s', (_, define) => {
    const message = messageOf(() => {
      const stack = newStack();
      groupOf(stack, 'First');
      define(stack);
      synth(stack);
    });
    expect(message).toContain('[core/duplicate-name]');
    expect(message.toLowerCase()).toContain('rg-chat');
  });

  test('are refused where two architectures have one workload and region', () => {
    const message = messageOf(() => {
      const stack = newStack();
      const props = { location: 'centralus', workload: 'chat' };
      new SecureSignalRApp(stack, 'One', props);
      new SecureSignalRApp(stack, 'Two', props);
      synth(stack);
    });
    expect(message).toContain('[core/duplicate-name]');
    expect(message).toContain('rg-chat-centralus');
    expect(message).toContain('Prod/One');
    expect(message).toContain('Prod/Two');
  });

  test.each([
    ['environments', [{ environment: 'dev' }, { environment: 'prod' }]],
    ['regions', [{ location: 'centralus' }, { location: 'westeurope' }]],
    ['workloads', [{ workload: 'chat' }, { workload: 'orders' }]],
  ])('are not there where two architectures have different %s', (_, props) => {
    const stack = newStack();
    props.forEach(
      (each, index) =>
        new SecureSignalRApp(stack, `Chat${index}`, { location: 'centralus', workload: 'chat', ...each }),
    );
    expect(() => synth(stack)).not.toThrow();
  });

  /** One construct id in two stacks of an app, and what is said of it. */
  function inTwoStacks(one: string | undefined, other: string | undefined): string {
    const app = Testing.app();
    const stacks = [newStackIn(one, app, 'Dev'), newStackIn(other, app, 'Prod')];
    stacks.forEach((stack) => new SecureSignalRApp(stack, 'Chat', { location: 'centralus' }));
    try {
      app.synth();
    } catch (error) {
      return (error as Error).message;
    }
    return warningsOf(app).join('\n');
  }

  test('are refused in two stacks of one subscription', () => {
    const message = inTwoStacks(HERE, HERE.toUpperCase());
    expect(message).toContain('[core/duplicate-name]');
    expect(message).toContain('rg-chat-centralus');
  });

  test('are reported in two stacks whose subscriptions are not known', () => {
    expect(inTwoStacks(undefined, undefined)).toContain('[core/duplicate-name]');
  });

  test('are accepted in two stacks of two subscriptions', () => {
    expect(inTwoStacks(HERE, THERE)).not.toContain('core/duplicate-name');
  });
});

describe('two resources with one address in Terraform', () => {
  /** A stack whose author wants short addresses. */
  class ShortStack extends TerraformStack {
    public constructor() {
      super(Testing.app(), 'Prod');
      new AzurermProvider(this, 'azurerm', { features: [{}] });
    }

    public getLogicalId(element: TerraformElement | Node): string {
      return element instanceof Node ? element.id : element.node.id;
    }
  }

  const define = (stack: TerraformStack) => {
    const resourceGroup = new ResourceGroup(stack, 'Group', { name: 'rg', location: 'centralus' });
    ['First', 'Second'].forEach((id) => new ManagedIdentity(stack, id, { name: `id-${id}`, resourceGroup }));
  };

  test('are refused where the stack names both alike', () => {
    const message = messageOf(() => {
      const stack = new ShortStack();
      define(stack);
      synth(stack);
    });
    expect(message).toContain('[core/duplicate-address]');
    expect(message).toContain('azurerm_user_assigned_identity.Resource');
    expect(message).toContain('Prod/First');
    expect(message).toContain('Prod/Second');
  });

  test('are refused where one takes the id of the other', () => {
    const message = messageOf(
      build((stack, { resourceGroupName }) => {
        const plain = ['A', 'B'].map(
          (id) => new UserAssignedIdentity(stack, id, { name: `id-${id}`, resourceGroupName, location: 'centralus' }),
        );
        plain.forEach((each) => each.overrideLogicalId('same'));
      }),
    );
    expect(message).toContain('[core/duplicate-address]');
    expect(message).toContain('azurerm_user_assigned_identity.same');
  });

  test('are two addresses where the types differ', () => {
    const accepted = build((stack, { resourceGroupName }) => {
      const place = { resourceGroupName, location: 'centralus' };
      new UserAssignedIdentity(stack, 'A', { ...place, name: 'a' }).overrideLogicalId('same');
      new PlainSecurityGroup(stack, 'B', { ...place, name: 'b' }).overrideLogicalId('same');
    });
    expect(accepted).not.toThrow();
  });
});
