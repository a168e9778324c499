import { LinuxFunctionApp } from '@cdktf/provider-azurerm/lib/linux-function-app';
import { ManagementLock } from '@cdktf/provider-azurerm/lib/management-lock';
import { PrivateEndpoint } from '@cdktf/provider-azurerm/lib/private-endpoint';
import { ResourceGroup } from '@cdktf/provider-azurerm/lib/resource-group';
import { StorageAccount } from '@cdktf/provider-azurerm/lib/storage-account';
import { TerraformStack } from 'cdktf';
import { CostCenterTag, LockedGroup, PrivateStorage } from '../../../examples/governed/house-rules';
import { ownRule } from '../../../src/compliance/private/own/own-rule';
import { checkRule } from '../../support/compliance';
import { addService } from '../../support/fake-rules';
import { inSubscription } from '../../support/synth';

const ID = '/subscriptions/0/resourceGroups';

function addTagged(stack: TerraformStack, tags: unknown) {
  addService(stack).addOverride('tags', tags);
}

checkRule(ownRule(new CostCenterTag()), [
  ['the tag', (stack) => addTagged(stack, { 'cost-center': '4711' }), ['Service: compliant']],
  ['no tags', (stack) => addService(stack), ['Service: warning [] it has no tag cost-center']],
  ['another tag', (stack) => addTagged(stack, { owner: 'x' }), ['Service: warning [] it has no tag cost-center']],
  ['a tag with a text around', (stack) => addTagged(stack, { 'cost-center': 'cc-${var.cc}' }), ['Service: compliant']],
  [
    'a tag that may be null',
    (stack) => addTagged(stack, { 'cost-center': '${var.cc}' }),
    ['Service: unknown, tags.cost-center is var.cc, which is only known when Terraform runs'],
  ],
  [
    'tags that only Terraform knows',
    (stack) => addTagged(stack, '${var.tags}'),
    ['Service: unknown, tags is var.tags, which is only known when Terraform runs'],
  ],
  [
    'tags of another resource',
    (stack) => {
      addGroup(stack, { tags: { 'cost-center': '4711' } });
      addTagged(stack, '${azurerm_resource_group.Group.tags}');
    },
    ['Service: compliant'],
  ],
]);

function addGroup(stack: TerraformStack, more: object = {}) {
  const group = new ResourceGroup(stack, 'Group', { name: 'rg-a', location: 'centralus', ...more });
  group.overrideLogicalId('Group');
  return group;
}

function addLock(stack: TerraformStack, scope: string, lockLevel: string = 'CanNotDelete') {
  return new ManagementLock(stack, 'Lock', { name: 'lock', scope, lockLevel });
}

const OPEN = 'Group: error [] no lock keeps it from being deleted';

checkRule(ownRule(new LockedGroup()), [
  ['no lock', (stack) => addGroup(stack), [OPEN]],
  ['a lock', (stack) => addLock(stack, addGroup(stack).id), ['Group: compliant']],
  ['a lock against changes', (stack) => addLock(stack, addGroup(stack).id, 'ReadOnly'), ['Group: compliant']],
  [
    'a lock by its id',
    (stack) => addGroup(inSubscription(stack)) && addLock(stack, `${ID}/RG-A`),
    ['Group: compliant'],
  ],
  ['a lock of another group', (stack) => addGroup(stack) && addLock(stack, `${ID}/rg-b`), [OPEN]],
  ['a lock of a service', (stack) => addGroup(stack) && addLock(stack, addService(stack).id), [OPEN]],
  [
    'a lock of a service that is called as the group, by its id',
    (stack) => addGroup(stack) && addLock(stack, `${ID}/rg-b/providers/Microsoft.SignalRService/signalR/rg-a`),
    [OPEN],
  ],
  [
    'a lock of what nobody knows',
    (stack) => addGroup(stack) && addLock(stack, '${var.scope}'),
    [
      'Group: unknown, what scope of Prod/Lock refers to is not known, since var.scope is only known when Terraform runs',
    ],
  ],
  [
    'a lock whose level nobody knows',
    (stack) => addLock(stack, addGroup(stack).id, '${var.level}'),
    ['Group: unknown, lock_level of Prod/Lock is var.level, which is only known when Terraform runs'],
  ],
  [
    'a lock that may not be there',
    (stack) => addLock(stack, addGroup(stack).id).addOverride('count', '${var.locks}'),
    ['Group: unknown, how many instances Prod/Lock has is only known when Terraform runs: count is var.locks'],
  ],
  ['a lock that is not there', (stack) => addLock(stack, addGroup(stack).id).addOverride('count', 0), [OPEN]],
]);

function addAccount(stack: TerraformStack) {
  return new StorageAccount(stack, 'Account', {
    name: 'stchat',
    resourceGroupName: 'rg-a',
    location: 'centralus',
    accountTier: 'Standard',
    accountReplicationType: 'ZRS',
  });
}

function addApp(stack: TerraformStack, storageAccountName: string) {
  new LinuxFunctionApp(stack, 'App', {
    name: 'func-a',
    resourceGroupName: 'rg-a',
    location: 'centralus',
    servicePlanId: 'plan',
    siteConfig: {},
    storageAccountName,
  });
}

function addEndpoint(stack: TerraformStack, privateConnectionResourceId: string) {
  return new PrivateEndpoint(stack, 'Endpoint', {
    name: 'pep-a',
    resourceGroupName: 'rg-a',
    location: 'centralus',
    subnetId: 'subnet',
    privateServiceConnection: { name: 'c', isManualConnection: false, privateConnectionResourceId },
  });
}

const PUBLIC = 'Account: error [] a function app uses it, and no private endpoint connects to it';

checkRule(ownRule(new PrivateStorage()), [
  ['nobody uses it', (stack) => addAccount(stack), ['Account: not applicable, no function app uses it']],
  ['an app uses it', (stack) => addApp(stack, addAccount(stack).name), [PUBLIC]],
  ['an app uses it by its name', (stack) => addAccount(stack) && addApp(stack, 'stchat'), [PUBLIC]],
  [
    'an app uses another',
    (stack) => addAccount(stack) && addApp(stack, 'stother'),
    ['Account: not applicable, no function app uses it'],
  ],
  [
    'with an endpoint',
    (stack) => {
      const account = addAccount(stack);
      addApp(stack, account.name);
      addEndpoint(stack, account.id);
    },
    ['Account: compliant'],
  ],
  [
    'with an endpoint of a service that has the same name',
    (stack) => {
      addApp(stack, addAccount(stack).name);
      addEndpoint(stack, `${ID}/rg-a/providers/Microsoft.SignalRService/signalR/stchat`);
    },
    [PUBLIC],
  ],
  [
    'an app may use it, without an endpoint',
    (stack) => addAccount(stack) && addApp(stack, '${var.account}'),
    [
      'Account: unknown, what storage_account_name of Prod/App refers to is not known, since var.account is only known when Terraform runs',
    ],
  ],
  [
    'an app may use it, with an endpoint',
    (stack) => {
      addApp(stack, '${var.account}');
      addEndpoint(stack, addAccount(stack).id);
    },
    ['Account: compliant'],
  ],
  [
    'with an endpoint to what nobody knows',
    (stack) => {
      addApp(stack, addAccount(stack).name);
      addEndpoint(stack, '${var.target}');
    },
    [
      'Account: unknown, what private_service_connection.private_connection_resource_id of Prod/Endpoint refers to is not known, since var.target is only known when Terraform runs',
    ],
  ],
]);
