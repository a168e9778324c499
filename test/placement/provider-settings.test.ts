import { AzurermProvider, AzurermProviderConfig } from '@cdktf/provider-azurerm/lib/provider';
import { TerraformStack, Testing } from 'cdktf';
import { SecureServerlessSignalR } from '../../src';
import { ResourceGroup } from '../../src/core';
import { ApplicationInsights, LogWorkspace } from '../../src/observability';
import { StorageAccount } from '../../src/storage';
import { problemsOf, synth, warnings } from '../support/synth';

const KEYS =
  '[core/provider-settings] Prod/Storage/Resource accepts no account keys, which azurerm uses by default, so Azure answers 403; give its provider storageUseAzuread: true, or set ARM_STORAGE_USE_AZUREAD to true';
const CLOSED =
  '[core/provider-settings] Prod/Storage/Resource is closed to the public network, over which azurerm reads the account while it creates the account; give its provider features: [{ storage: [{ dataPlaneAvailable: false }] }], or run Terraform in a network that reaches the account';
const RULE =
  '[core/provider-settings] Prod/Insights/Resource gets an alert rule from Azure that is not in the Terraform state, so Terraform does not destroy the resource group; give its provider features: [{ applicationInsights: [{ disableGeneratedRule: true }] }]';

function stackWith(block: Partial<AzurermProviderConfig> = {}, context?: Record<string, unknown>) {
  const stack = new TerraformStack(Testing.app({ context }), 'Prod');
  new AzurermProvider(stack, 'azurerm', { features: [{}], resourceProviderRegistrations: 'none', ...block });
  return { stack, resourceGroup: new ResourceGroup(stack, 'Group', { name: 'rg', location: 'centralus' }) };
}

function withStorage(block: Partial<AzurermProviderConfig>, isPublic: boolean, context?: Record<string, unknown>) {
  const { stack, resourceGroup } = stackWith(block, context);
  new StorageAccount(stack, 'Storage', { name: 'stchat', resourceGroup, publicNetworkAccess: isPublic });
  return stack;
}

function withInsights(block: Partial<AzurermProviderConfig>, existing: boolean = false) {
  const { stack, resourceGroup: own } = stackWith(block);
  const resourceGroup = existing ? ResourceGroup.fromLookup(stack, 'Existing', { name: 'rg-existing' }) : own;
  const workspace = new LogWorkspace(stack, 'Logs', { name: 'log-chat', resourceGroup, location: 'centralus' });
  new ApplicationInsights(stack, 'Insights', { name: 'appi', resourceGroup, location: 'centralus', workspace });
  return stack;
}

const warned = (stack: TerraformStack) => {
  synth(stack);
  return warnings(stack);
};

describe('the provider of a storage account without keys', () => {
  test('is warned of where it may ask with keys, or over the public network', () => {
    expect(warned(withStorage({}, true))).toEqual([KEYS]);
    expect(warned(withStorage({}, false))).toEqual([KEYS, CLOSED]);
    expect(warned(withStorage({ storageUseAzuread: true }, false))).toEqual([CLOSED]);
    expect(warned(withStorage({ storageUseAzuread: true }, true))).toEqual([]);
  });

  test('is refused where it is told to ask with keys', () => {
    expect(problemsOf(withStorage({ storageUseAzuread: false }, true))).toEqual([KEYS]);
  });

  test('asks nothing with the feature, and with azurerm 5', () => {
    expect(warned(withStorage({ features: [{ storage: [{ dataPlaneAvailable: false }] }] }, false))).toEqual([]);
    expect(warned(withStorage({ storageUseAzuread: false }, false, { azurermMajor: 5 }))).toEqual([]);
  });

  test('is that which the account takes', () => {
    const { stack, resourceGroup } = stackWith({ storageUseAzuread: false });
    const provider = new AzurermProvider(stack, 'b', { alias: 'b', features: [{}], storageUseAzuread: true });
    new StorageAccount(stack, 'Storage', { name: 'stchat', resourceGroup, publicNetworkAccess: true, provider });
    expect(warned(stack)).toEqual([]);
  });

  test('is judged for plain accounts too, and not where only Terraform knows', () => {
    const stack = withStorage({ storageUseAzuread: true }, true);
    (stack.node.findChild('azurerm') as AzurermProvider).addOverride('storage_use_azuread', '${var.identity}');
    expect(warned(stack)).toEqual([]);
  });
});

describe('the provider of Application Insights', () => {
  test('is warned of where the alert rule of Azure would keep the resource group', () => {
    expect(warned(withInsights({}))).toEqual([RULE]);
    expect(warned(withInsights({ features: [{ applicationInsights: [{ disableGeneratedRule: false }] }] }))).toEqual([
      RULE,
    ]);
  });

  test.each<[string, AzurermProviderConfig['features']]>([
    ['the rule is disabled', [{ applicationInsights: [{ disableGeneratedRule: true }] }]],
    ['groups are destroyed with what is in them', [{ resourceGroup: [{ preventDeletionIfContainsResources: false }] }]],
  ])('is left alone where %s', (_, features) => {
    expect(warned(withInsights({ features }))).toEqual([]);
  });

  test('is left alone where the group is not destroyed', () => {
    expect(warned(withInsights({}, true))).toEqual([]);
  });
});

test('an architecture has one warning for each setting', () => {
  const { stack } = stackWith();
  new SecureServerlessSignalR(stack, 'Chat', { location: 'centralus' });
  expect(warned(stack).filter((warning) => warning.includes('core/provider-settings'))).toHaveLength(2);
});
