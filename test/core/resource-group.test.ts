import { TerraformVariable } from 'cdktf';
import { ResourceGroup } from '../../src/core';
import { ManagedIdentity } from '../../src/identity';
import { newHub, providers } from '../support/hub';
import { schemaViolations } from '../support/provider-schema';
import { dataSources, messageOf, newStack, only, synth } from '../support/synth';

describe('ResourceGroup', () => {
  test('normalizes the region, so that a plan shows no difference', () => {
    const stack = newStack();
    new ResourceGroup(stack, 'Group', { name: 'rg', location: 'Central US', tags: { team: 'chat' } });
    expect(only(stack, 'azurerm_resource_group')).toEqual({
      name: 'rg',
      location: 'centralus',
      tags: { team: 'chat' },
    });
  });

  test('defines nothing for an existing group', () => {
    const stack = newStack();
    const group = ResourceGroup.fromResourceGroupAttributes(stack, 'Group', {
      resourceGroupId: '/subscriptions/0/resourceGroups/rg',
      resourceGroupName: 'rg',
      location: 'eastus',
    });
    expect(group).toMatchObject({ resourceGroupName: 'rg', location: 'eastus' });
    expect(synth(stack).resource).toBeUndefined();
  });

  test('lives in the subscription of its provider', () => {
    const stack = newStack();
    new ResourceGroup(stack, 'Group', { name: 'rg', location: 'eastus', provider: newHub(stack) });
    expect(providers(stack)).toEqual({ 'azurerm_resource_group.Group': 'azurerm.hub' });
  });

  test('reports every violation at once, each with path and code', () => {
    const stack = newStack();
    expect(
      messageOf(() => new ResourceGroup(stack, 'Group', { name: 'rg.', location: 'mars', tags: { 'a?b': 'c' } })),
    ).toBe(
      [
        'Prod/Group: [core/resource-group-name] "rg." is not a resource group name; use 1 to 90 letters, digits, dashes, underscores, periods or parentheses, not ending with a period',
        'Prod/Group: [core/location] "mars" is not a known Azure region; use a name such as centralus, or list a newer region in the construct context "azureLocations"',
        'Prod/Group: [core/tags] tag name "a?b" contains one of < > % & \\ ? /; remove that character',
      ].join('\n'),
    );
  });

  test('takes a region from the construct context that the library does not know yet', () => {
    const stack = newStack('Prod', { azureLocations: ['marscentral'] });
    new ResourceGroup(stack, 'Group', { name: 'rg', location: 'Mars Central' });
    expect(only(stack, 'azurerm_resource_group').location).toBe('marscentral');
  });

  test('does not judge what is only known when Terraform runs', () => {
    const stack = newStack();
    const unknown = new TerraformVariable(stack, 'Unknown', { type: 'string' }).stringValue;
    new ResourceGroup(stack, 'Group', { name: unknown, location: unknown, tags: { a: unknown } });
    expect(only(stack, 'azurerm_resource_group').location).toBe('${var.Unknown}');
  });
});

describe('ResourceGroup.fromLookup', () => {
  test('reads the group that what is defined in it refers to', () => {
    const stack = newStack();
    const resourceGroup = ResourceGroup.fromLookup(stack, 'Group', { name: 'rg' });
    new ManagedIdentity(stack, 'Identity', {
      name: 'id-chat',
      resourceGroup,
      tags: { group: resourceGroup.resourceGroupId },
    });
    expect(dataSources(stack, 'azurerm_resource_group')).toEqual([{ name: 'rg' }]);
    expect(only(stack, 'azurerm_user_assigned_identity')).toEqual({
      name: 'id-chat',
      location: '${data.azurerm_resource_group.Group.location}',
      resource_group_name: '${data.azurerm_resource_group.Group.name}',
      tags: { group: '${data.azurerm_resource_group.Group.id}' },
    });
    expect(schemaViolations(synth(stack))).toEqual([]);
  });

  test('defines no resource, and reads through its provider', () => {
    const stack = newStack();
    ResourceGroup.fromLookup(stack, 'Group', { name: 'rg', provider: newHub(stack) });
    expect(synth(stack).resource).toBeUndefined();
    expect(providers(stack)).toEqual({ 'azurerm_resource_group.Group': 'azurerm.hub' });
  });
});
