import type { CodeRows } from './row';

/** Codes under the heading "Core: names, regions, tags". */
export const CORE = {
  'core/azapi-login': [
    'azapi does not sign in as azurerm does, so it may reach another directory or cloud',
    'give the provider of Azure/azapi the attributes that the message names, or use environment variables',
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
  'core/azurerm-version': [
    'the context `azurermVersion` is no version constraint, allows versions that the JSON is not for, or contradicts `azurermMajor`',
    'use a range within one major version, such as `>= 4.55, < 5` or `~> 5.2`; see [azurerm 5](azurerm-5.md)',
  ],
  'core/changed-name': [
    'the name was changed after host names were made of it, which other resources still have',
    'give the name in the props, or with `naming`',
    'synth',
  ],
  'core/construct-id': ['a construct id, or one around it, holds a value that only Terraform knows', 'use plain text'],
  'core/dependency': [
    '`addDependency` or `dependsOn` names a construct that contains the other one, depends on it already, or is in another stack',
    'name a construct outside, or a part that does not depend on it; for another stack use `addDependency` of the stack',
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
    'call `addOutputs` once; give one of two constructs another id',
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
  'core/missing-prop': [
    'a prop or argument that is not optional is missing, or an element of an array or map is `undefined`',
    'give what the message expects; see [callers without a compiler](languages.md#callers-without-a-compiler)',
  ],
  'core/name-part': [
    'workload, environment or `nameSeed` cannot be part of a name, or a name of `naming` is not text, or is not known where host names are made of it',
    'use lower-case letters, digits and inner dashes, as plain text',
  ],
  'core/name-pattern': [
    'a pattern of `naming` has an unknown placeholder, a single brace, no `{role}`, or a value that only Terraform knows',
    'use the placeholders that the message lists',
  ],
  'core/name-role': ['`naming` names a role that does not exist', 'use one of the [roles](how-to/names.md#roles)'],
  'core/name-too-long': ['a name cannot be shortened enough', 'use a shorter `environment`'],
  'core/name-unused': [
    '`naming` names a role for which the architecture defines no resource',
    'leave the role out, or turn on the option that defines it',
    'warning',
  ],
  'core/prop-type': [
    'a prop or argument is of another type, such as a text in place of a number, or is `null`',
    'give what the message expects',
  ],
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
  'core/resource-group-id': ['the id is not that of a resource group', 'give the full resource ID'],
  'core/resource-group-name': [
    'Azure rejects the name',
    'use 1 to 90 letters, digits, dashes, underscores, periods or parentheses, not ending with a period',
  ],
  'core/secret-tag': ['the value of a tag looks like a secret, and all readers of the resource see it', 'remove it'],
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
  'core/unknown-prop': [
    'a prop that the class does not have is spelled nearly as one that is not given',
    'use the name in the message',
  ],
} satisfies CodeRows;
