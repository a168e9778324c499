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
  'core/changed-name': [
    'the name was changed after host names had been made of it, which other resources still hold',
    'give the name in the props, or with `naming`',
    'synth',
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
  'core/missing-prop': [
    'a prop or argument that is not optional is missing, or an element of an array or map is `undefined`',
    'what the message expects; see [callers without a compiler](languages.md#callers-without-a-compiler)',
  ],
  'core/name-part': [
    'workload, environment or `nameSeed` cannot be part of a name, or a name of `naming` is not text, or is not known where host names are made of it',
    'lower-case letters, digits and inner dashes, as plain text',
  ],
  'core/name-pattern': [
    'a pattern of `naming` has an unknown placeholder, a single brace, no `{role}`, or a value that only Terraform knows',
    'the placeholders that the message lists',
  ],
  'core/name-role': ['`naming` names a role that does not exist', 'one of the [roles](how-to/names.md#roles)'],
  'core/name-too-long': ['a name cannot be made short enough', 'a shorter `environment`'],
  'core/name-unused': [
    '`naming` names a role of which nothing is made',
    'leave it out, or turn the option on that makes it',
    'warning',
  ],
  'core/prop-type': [
    'a prop or argument is of another type, such as a text in place of a number, or is `null`',
    'what the message expects',
  ],
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
  'core/secret-tag': ['the value of a tag looks like a secret, and all readers of the resource see it', 'remove it'],
  'core/subscription': [
    'azurerm looks a group, network or zone up by name in the subscription of the provider, and it is in another one',
    'the provider of that subscription',
    'synth',
  ],
  'core/tags': ['too many tags, or a name or value that Azure refuses', 'correct it as the message says'],
  'core/timeouts': ['a timeout is not written as Terraform reads it', '`90m` or `1h30m`'],
  'core/unknown-prop': [
    'a prop that the class does not know has nearly the name of one that is not given',
    'the name in the message',
  ],
} satisfies CodeRows;
