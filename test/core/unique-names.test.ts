import { TerraformStack, TerraformVariable } from 'cdktf';
import { SecureSignalRApp } from '../../src';
import { ResourceGroup } from '../../src/core';
import { ManagedIdentity } from '../../src/identity';
import { newGroup, problemsOf, resources } from '../support/synth';

describe('names of one resource group', () => {
  test('fail when two resources of a type share one, in any letter case', () => {
    const { stack, resourceGroup } = newGroup();
    new ManagedIdentity(stack, 'First', { name: 'id-chat', resourceGroup });
    new ManagedIdentity(stack, 'Second', { name: 'ID-chat', resourceGroup });
    expect(problemsOf(stack)).toEqual([
      '[core/duplicate-name] Prod/First/Resource and Prod/Second/Resource are managed identities named "ID-chat" in one resource group; give one of them another name',
    ]);
  });

  test('may be those of another group, stack or only be known when Terraform runs', () => {
    const { stack, resourceGroup } = newGroup();
    const other = new TerraformStack(stack.node.root, 'Other');
    const otherGroup = new ResourceGroup(other, 'Group', { name: 'rg-test', location: 'centralus' });
    const unknown = new TerraformVariable(stack, 'Unknown', { type: 'string' }).stringValue;
    new ManagedIdentity(stack, 'A', { name: 'id-chat', resourceGroup });
    new ManagedIdentity(other, 'B', { name: 'id-chat', resourceGroup: otherGroup });
    new ManagedIdentity(stack, 'C', { name: unknown, resourceGroup });
    new ManagedIdentity(stack, 'D', { name: unknown, resourceGroup });
    expect(resources(stack, 'azurerm_user_assigned_identity')).toHaveLength(3);
  });

  test('fail when two apps of one workload share a group', () => {
    const { stack, resourceGroup } = newGroup();
    const props = { location: 'centralus', workload: 'chat', resourceGroup };
    new SecureSignalRApp(stack, 'One', props);
    new SecureSignalRApp(stack, 'Two', props);
    expect(problemsOf(stack)).toContain(
      '[core/duplicate-name] Prod/One/VirtualNetwork/Resource and Prod/Two/VirtualNetwork/Resource are virtual networks named "vnet-chat-centralus" in one resource group; give one of them another name',
    );
  });
});
