import type { CodeRows } from './row';

/** Codes under the heading "Core: names, regions, tags". */
export const CORE = {
  'core/azapi-login': [
    'azapi does not sign in as azurerm does, so it may reach another directory or cloud',
    'give the provider of Azure/azapi what the message names, or use environment variables',
    'warning',
  ],
  'core/azapi-provider': [
    'the provider given is not one of azapi',
    'give a provider of `Azure/azapi`, or leave it out',
  ],
  'core/azurerm-major': [
    'the context `azurermMajor` is neither 4 nor 5',
    'use 4 or 5, or leave it out; see [azurerm 5](azurerm-5.md)',
  ],
  'core/construct-id': ['a construct id, or one around it, holds a value that only Terraform knows', 'use plain text'],
  'core/dependency': [
    '`addDependency` or `dependsOn` names a construct that contains the other one or is in another stack',
    'name a construct outside; for another stack use `addDependency` of the stack',
    'synth',
  ],
  'core/duplicate-address': [
    'two resources have one address in the JSON, where one replaces the other',
    'give each its own id, with `overrideLogicalId` or in `getLogicalId`',
    'synth',
  ],
  'core/duplicate-name': [
    'two resources have one name in a subscription, resource group or service; a warning where the subscriptions of two stacks decide',
    'use another name, or give both providers `subscriptionId`',
    'synth',
  ],
  'core/duplicate-output': [
    '`addOutputs` was called before, or the stack has a child of that name',
    'call `addOutputs` once',
  ],
  'core/location': [
    'the region does not exist, or is only known when Terraform runs where names are made of it',
    'use a name such as `centralus`; add a newer region to the context `azureLocations`',
  ],
  'core/logical-id': [
    'Terraform rejects the logical id of a resource, output or variable',
    'use an id that begins with a letter, or `overrideLogicalId`',
    'synth',
  ],
  'core/logical-id-override': [
    'cdktf ignores an override of a logical id that came too late',
    'override the logical id before anything refers to the resource',
    'warning',
  ],
  'core/lost-lifecycle': [
    'the lifecycle that a resource needs was replaced, such as by an aspect',
    'add to the existing lifecycle',
    'warning',
  ],
  'core/name-part': [
    'workload, environment or `nameSeed` cannot be part of a name',
    'use lower-case letters, digits and inner dashes, as plain text',
  ],
  'core/name-too-long': ['a name cannot be shortened enough', 'use a shorter `environment`'],
  'core/provider-registration': [
    'azurerm 5 does not support `skipProviderRegistration`; a warning where the provider registers no resource providers',
    "set `resourceProvidersToRegister` or `resourceProviderRegistrations: 'none'` on the provider; see [azurerm 5](azurerm-5.md)",
    'synth',
    'warning',
  ],
  'core/provider-settings': [
    'a provider block lacks a setting without which a resource cannot be created, or its group not destroyed',
    'add the setting in the message',
    'synth',
    'warning',
  ],
  'core/resource-group-id': ['the id is not that of a resource group', 'give the whole Azure id'],
  'core/resource-group-name': [
    'Azure rejects the name',
    'use 1 to 90 letters, digits, dashes, underscores, periods or parentheses, not ending with a period',
  ],
  'core/subscription': [
    'azurerm looks up a group, network or zone by name in the subscription of the provider, but it is in another one',
    'use the provider of that subscription',
    'synth',
  ],
  'core/tags': [
    'there are too many tags, or Azure rejects a name or value',
    'use at most 50 tags, on some resources fewer; names have at most 512 characters and values at most 256',
  ],
  'core/timeouts': ['Terraform cannot read a timeout', 'use a time such as `90m` or `1h30m`'],
} satisfies CodeRows;
