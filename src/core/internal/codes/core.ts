import type { CodeRows } from './row';

/** Codes under the heading "Core: names, regions, tags". */
export const CORE = {
  'core/azapi-login': [
    'azapi does not take over how azurerm signs in, so it may reach another directory or cloud',
    'a provider of Azure/azapi with what the message names, or environment variables',
    'warning',
  ],
  'core/azapi-provider': ['the provider given is not one of azapi', 'give one of `Azure/azapi`, or leave it out'],
  'core/azurerm-major': [
    'the context `azurermMajor` is neither 4 nor 5',
    'one of them, or leave it out; see [azurerm 5](azurerm-5.md)',
  ],
  'core/construct-id': ['a construct id, or one around it, holds a value that only Terraform knows', 'plain text'],
  'core/dependency': [
    '`addDependency` or `dependsOn` names a construct that is in the other one, or in another stack',
    'name what is outside of it; for another stack `addDependency` of the stack',
    'synth',
  ],
  'core/duplicate-address': [
    'two resources have one address in the JSON, where one replaces the other',
    'an id of its own for each, with `overrideLogicalId` or in `getLogicalId`',
    'synth',
  ],
  'core/duplicate-name': [
    'two resources have one name in a subscription, resource group or service; a warning where the subscriptions of two stacks decide',
    'another name, or `subscriptionId` of both providers',
    'synth',
  ],
  'core/duplicate-output': ['`addOutputs` was called before, or the stack has a child of that name', 'call it once'],
  'core/location': [
    'no such region, or known only when Terraform runs where names are made of it',
    'a name as `centralus`; a newer region goes into the context `azureLocations`',
  ],
  'core/logical-id': [
    'Terraform refuses the logical id of a resource, output or variable',
    'an id that begins with a letter, or `overrideLogicalId`',
    'synth',
  ],
  'core/logical-id-override': [
    'cdktf ignores an override of a logical id that came too late',
    'override it before anything refers to the resource',
    'warning',
  ],
  'core/lost-lifecycle': [
    'the lifecycle that a resource needs was replaced, such as by an aspect',
    'add to the one that is there',
    'warning',
  ],
  'core/name-part': [
    'workload, environment or `nameSeed` cannot be part of a name',
    'lower-case letters, digits and inner dashes, as plain text',
  ],
  'core/name-too-long': ['a name cannot be made short enough', 'a shorter `environment`'],
  'core/provider-registration': [
    'with azurerm 5, `skipProviderRegistration`, which it does not know; a warning where nobody registers resource providers',
    "`resourceProvidersToRegister` or `resourceProviderRegistrations: 'none'` on the provider; see [azurerm 5](azurerm-5.md)",
    'synth',
    'warning',
  ],
  'core/provider-settings': [
    'a resource needs a setting of its provider block, without which it cannot be created, or its group not destroyed',
    'the setting in the message',
    'synth',
    'warning',
  ],
  'core/resource-group-id': ['not the id of a resource group', 'give the whole Azure id'],
  'core/resource-group-name': ['Azure rejects the name', 'correct it as the message says'],
  'core/subscription': [
    'azurerm looks a group, network or zone up by name in the subscription of the provider, and it is in another one',
    'the provider of that subscription',
    'synth',
  ],
  'core/tags': ['too many tags, or a name or value that Azure refuses', 'correct it as the message says'],
  'core/timeouts': ['a timeout is not written as Terraform reads it', '`90m` or `1h30m`'],
} satisfies CodeRows;
