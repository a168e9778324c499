import { LinuxWebApp } from '@cdktf/provider-azurerm/lib/linux-web-app';
import { MonitorDiagnosticSetting } from '@cdktf/provider-azurerm/lib/monitor-diagnostic-setting';
import { ResourceGroup as ResourceGroupResource } from '@cdktf/provider-azurerm/lib/resource-group';
import { SignalrService } from '@cdktf/provider-azurerm/lib/signalr-service';
import { SignalrServiceNetworkAcl } from '@cdktf/provider-azurerm/lib/signalr-service-network-acl';
import { TerraformStack } from 'cdktf';
import { ResourceGroup } from '../../src/core';
import { resolvedJson } from '../../src/engine/resolver';
import { LockLevel, ResourceLock, ResourceLockProps } from '../../src/governance';
import { Principal, Role, RoleAssignment, RoleScope } from '../../src/identity';
import { newApp } from '../support/app';
import { SUBSCRIPTION, warningsOf } from '../support/governance';
import { graphOf, reachable } from '../support/graph';
import { schemaViolations } from '../support/provider-schema';
import { messageOf, newGroup, newStack, only, readable, resources, synth } from '../support/synth';

const EVERYWHERE = RoleScope.subscription(SUBSCRIPTION);

function addService(stack: TerraformStack, id: string, resourceGroupName: string) {
  const sku = { name: 'Standard_S1', capacity: 1 };
  return new SignalrService(stack, id, { name: id, location: 'centralus', resourceGroupName, sku });
}

function addLogs(stack: TerraformStack, id: string, targetResourceId: string) {
  return new MonitorDiagnosticSetting(stack, id, { name: id, targetResourceId, storageAccountId: '/storage' });
}

/** What a lock waits for, without references. */
const awaited = (stack: TerraformStack): string[] => [...only(stack, 'azurerm_management_lock').depends_on].sort();

const lock = (stack: TerraformStack, scope: RoleScope, props: Partial<ResourceLockProps> = {}) =>
  new ResourceLock(stack, 'Lock', { scope, ...props });

describe('a lock', () => {
  test('keeps a group from deletion', () => {
    const { stack, resourceGroup } = newGroup();
    const { lockId, resource } = lock(stack, RoleScope.resourceGroup(resourceGroup));
    expect(only(stack, 'azurerm_management_lock')).toEqual({
      name: 'no-deletion',
      scope: '${azurerm_resource_group.Group.id}',
      lock_level: 'CanNotDelete',
      depends_on: ['azurerm_resource_group.Group'],
    });
    expect(schemaViolations(synth(stack))).toEqual([]);
    expect([lockId, resource.id].map((id) => resolvedJson(stack, id))).toEqual(
      Array(2).fill(`\${azurerm_management_lock.${resource.friendlyUniqueId}.id}`),
    );
  });

  test('has what else is given', () => {
    const { stack } = newGroup();
    lock(stack, EVERYWHERE, { level: LockLevel.READ_ONLY, name: 'frozen', notes: 'Ask the platform team.' });
    expect(only(stack, 'azurerm_management_lock')).toMatchObject({
      name: 'frozen',
      scope: `/subscriptions/${SUBSCRIPTION}`,
      lock_level: 'ReadOnly',
      notes: 'Ask the platform team.',
    });
    expect(schemaViolations(synth(stack))).toEqual([]);
  });

  test('is named by its level', () => {
    const { stack } = newGroup();
    lock(stack, EVERYWHERE, { level: LockLevel.READ_ONLY });
    expect(only(stack, 'azurerm_management_lock').name).toBe('read-only');
  });

  test.each<[string, RoleScope, Partial<ResourceLockProps>, string]>([
    [
      'a name with a slash',
      EVERYWHERE,
      { name: 'a/b' },
      '[lock/name] "a/b" is not the name of a lock; use 1 to 90 letters, digits, "-", "_", ".", "(" or ")", not ending with a period',
    ],
    [
      'a management group',
      RoleScope.managementGroup('mg'),
      {},
      '[lock/scope] Azure does not lock management groups; lock the subscriptions below it',
    ],
    [
      'long notes',
      EVERYWHERE,
      { notes: 'x'.repeat(513) },
      '[lock/notes] 513 characters given as the notes; use 1 to 512 characters, not only blanks',
    ],
    [
      'a scope that is none',
      RoleScope.subscription('prod'),
      {},
      '[identity/role-scope] "prod" is not a subscription id; use its GUID alone',
    ],
  ])('refuses %s', (_, scope, props, message) => {
    expect(messageOf(() => lock(newStack(), scope, props))).toBe(`Prod/Lock: ${message}`);
  });
});

describe('a lock of a resource waits for', () => {
  const grants = (stack: TerraformStack, id: string) => (name: string, role: Role) =>
    new RoleAssignment(stack, name, {
      ...{ role, scope: RoleScope.resource(id) },
      principal: Principal.group(stack, `${name}Group`, SUBSCRIPTION),
    });

  test('all that refers to it, before and after', () => {
    const { stack } = newGroup();
    const service = addService(stack, 'service', 'rg');
    const grant = grants(stack, service.id);
    addLogs(stack, 'logs', service.id);
    grant('Before', Role.SIGNALR_APP_SERVER);
    lock(stack, RoleScope.resource(service.id));
    grant('After', Role.SIGNALR_REST_API_READER);
    expect(awaited(stack)).toEqual([
      'azurerm_monitor_diagnostic_setting.logs',
      'azurerm_role_assignment.After',
      'azurerm_role_assignment.Before',
      'azurerm_signalr_service.service',
    ]);
  });

  test('what this library defines for an existing one', () => {
    const { stack } = newGroup();
    const id = `/subscriptions/${SUBSCRIPTION}/resourceGroups/rg/providers/Microsoft.SignalRService/signalR/sigr`;
    const grant = grants(stack, id);
    grant('Before', Role.SIGNALR_APP_SERVER);
    lock(stack, RoleScope.resource(id));
    grant('After', Role.SIGNALR_REST_API_READER);
    expect(awaited(stack)).toEqual(['azurerm_role_assignment.After', 'azurerm_role_assignment.Before']);
  });
});

describe('a lock of a group waits for', () => {
  test('all that is in it, or refers to what is, wherever and whenever it is defined', () => {
    const { stack, resourceGroup } = newGroup();
    lock(stack, RoleScope.resourceGroup(resourceGroup));
    const byReference = addService(stack, 'byReference', resourceGroup.resourceGroupName);
    addService(stack, 'byName', 'RG-Test');
    addService(stack, 'elsewhere', 'rg-other');
    new ResourceGroupResource(stack, 'Other', { name: 'rg-other', location: 'centralus' });
    const acl = { signalrServiceId: byReference.id, defaultAction: 'Deny', publicNetwork: {} };
    new SignalrServiceNetworkAcl(stack, 'acl', acl);
    const app = new LinuxWebApp(stack, 'app', {
      ...{ name: 'app', location: 'centralus', resourceGroupName: 'rg-test', servicePlanId: 'p', siteConfig: {} },
      appSettings: { host: byReference.hostname },
    });
    addLogs(stack, 'logs', app.id);
    addLogs(stack, 'otherLogs', '/other');
    expect(awaited(stack)).toEqual([
      'azurerm_linux_web_app.app',
      'azurerm_monitor_diagnostic_setting.logs',
      'azurerm_resource_group.Group',
      'azurerm_signalr_service.byName',
      'azurerm_signalr_service.byReference',
      'azurerm_signalr_service_network_acl.acl',
    ]);
    expect(schemaViolations(synth(stack))).toEqual([]);
  });

  test('all of a whole architecture, but for its locks, so that nothing waits in a circle', () => {
    const { stack, chat } = newApp();
    new ResourceLock(stack, 'Lock', { scope: RoleScope.resourceGroup(chat.resourceGroup) });
    new ResourceLock(stack, 'Everything', { scope: EVERYWHERE });
    const graph = graphOf(readable(stack));
    const isLock = (name: string) => name.startsWith('azurerm_management_lock.');
    const others = [...graph.keys()].filter((name) => !isLock(name) && !name.startsWith('data.'));
    const waitsFor = (name: string) => [...reachable(graph, name)].filter((each) => !each.startsWith('data.')).sort();
    expect(others.length).toBeGreaterThan(20);
    expect(waitsFor('azurerm_management_lock.Lock')).toEqual(others.sort());
    expect(waitsFor('azurerm_management_lock.Everything')).toEqual(others.sort());
  });

  test('what is in an existing group', () => {
    const stack = newStack();
    const id = `/subscriptions/${SUBSCRIPTION}/resourceGroups/rg`;
    const attributes = { resourceGroupId: id, resourceGroupName: 'rg', location: 'centralus' };
    const group = ResourceGroup.fromResourceGroupAttributes(stack, 'Group', attributes);
    lock(stack, RoleScope.resourceGroup(group));
    addService(stack, 'service', 'rg');
    expect(awaited(stack)).toEqual(['azurerm_signalr_service.service']);
  });

  test('what is in a group that is looked up, but not for the look-up', () => {
    const stack = newStack();
    const group = ResourceGroup.fromLookup(stack, 'Group', { name: 'rg' });
    lock(stack, RoleScope.resourceGroup(group));
    addService(stack, 'service', group.resourceGroupName);
    expect(awaited(stack)).toEqual(['azurerm_signalr_service.service']);
  });

  test('nothing of another stack, which Terraform cannot name', () => {
    const { stack, resourceGroup } = newGroup();
    const other = newStack('Other', undefined, stack.node.root);
    lock(other, RoleScope.resourceGroup(resourceGroup));
    addService(stack, 'service', resourceGroup.resourceGroupName);
    addService(other, 'other', resourceGroup.resourceGroupName);
    expect(awaited(other)).toEqual(['azurerm_signalr_service.other']);
  });
});

test('a lock of a subscription waits for the resources of its provider', () => {
  const { stack } = newGroup();
  addService(stack, 'service', 'any');
  const foreign = addService(stack, 'foreign', 'any');
  foreign.addOverride('provider', 'azurerm.other');
  lock(stack, EVERYWHERE);
  expect(awaited(stack)).toEqual(['azurerm_resource_group.Group', 'azurerm_signalr_service.service']);
  expect(resources(stack, 'azurerm_signalr_service')).toHaveLength(2);
});

test('a lock with a provider waits for the resources of that one', () => {
  const { stack } = newGroup();
  addService(stack, 'service', 'any').addOverride('provider', 'azurerm.other');
  lock(stack, EVERYWHERE, { provider: { fqn: 'azurerm.other' } as ResourceLockProps['provider'] });
  expect(awaited(stack)).toEqual(['azurerm_signalr_service.service']);
});

describe('a ReadOnly lock', () => {
  const WARNING =
    '[lock/read-only] the ReadOnly lock prevents azurerm from listing the keys of Prod/service, which azurerm does at each refresh, so plans fail; use LockLevel.CAN_NOT_DELETE';

  test.each<[string, LockLevel, string, string[]]>([
    ['warns for a service that it covers, once', LockLevel.READ_ONLY, 'rg-test', [WARNING]],
    ['has no warning for others', LockLevel.READ_ONLY, 'rg-other', []],
    ['is meant, not another level', LockLevel.CAN_NOT_DELETE, 'rg-test', []],
  ])('%s', (_, level, groupName, warnings) => {
    const { stack, resourceGroup } = newGroup();
    const readOnly = lock(stack, RoleScope.resourceGroup(resourceGroup), { level });
    addService(stack, 'service', groupName);
    synth(stack);
    synth(stack);
    expect(warningsOf(readOnly)).toEqual(warnings);
  });

  test('warns for the service that is locked itself', () => {
    const stack = newStack();
    const service = addService(stack, 'service', 'rg');
    const readOnly = lock(stack, RoleScope.resource(service.id), { level: LockLevel.READ_ONLY });
    synth(stack);
    expect(warningsOf(readOnly)).toEqual([WARNING]);
  });
});
