import type { CodeRows } from './row';

/** Codes under the heading "Apps and plans". */
export const APPS = {
  'appservice/access-restrictions': [
    'no caller is named, a range or Front Door id is invalid, or the deployment site contradicts the app',
    'name callers, or say `AccessRestrictions.privateEndpointOnly()`',
  ],
  'appservice/always-on': ['the plan cannot keep an app loaded', '`PlanSku.B1` or larger, or leave `alwaysOn` out'],
  'appservice/app-id': ['not the id of a web or function app', 'give the whole Azure id; for a slot that of its app'],
  'appservice/container-image': [
    'registry, repository or tag is missing or invalid',
    "`ContainerImage.of('contoso.azurecr.io', 'chat', '1.4.2')`",
  ],
  'appservice/content-share': [
    'the plan or a setting needs a file share, which takes account keys only',
    'give `packageUrl`, or use `PlanSku.FC1` or `PlanSku.P0V3`',
  ],
  'appservice/cors': [
    'no origin, `*`, or an origin with a path',
    'scheme and host, as `https://example.com`; all origins only with `AppCors.allowAnyOrigin()`',
  ],
  'appservice/existing-app-network': [
    'an existing app calls out through its own network, so it would not reach a new one',
    'give its network with `AppNetwork.existing(...)`',
  ],
  'appservice/flex-plan-taken': ['a Flex Consumption plan takes one app, and has it', 'give each app its own plan'],
  'appservice/flex-secret': [
    'azurerm has no attribute for the identity with which a Flex Consumption app fetches a secret',
    'let the code fetch it, or use `LinuxFunctionApp`',
  ],
  'appservice/function-scaling': [
    'the scaling does not fit the kind of app, its plan, or its own limits',
    'the factory that the message names',
  ],
  'appservice/health-check': [
    'the path is invalid, or the minutes are out of range',
    'begin it with a slash; 2 to 10 minutes',
  ],
  'appservice/host-id': [
    'two function hosts have one id in one storage account, so they would share locks and keys',
    'another account, or names that differ in their first characters',
  ],
  'appservice/hostname': ['not a host name', 'without scheme, port and path'],
  'appservice/identity-reference': [
    'Key Vault references are to be resolved with an identity that the app does not have',
    "leave the app's own, or add that one",
    'synth',
  ],
  'appservice/ipv6-network': [
    'the network that an app joins has an IPv6 range, which App Service refuses',
    'a network with IPv4 ranges alone',
    'synth',
  ],
  'appservice/location': ['plan, app, slot and network lie in different regions', 'use one region'],
  'appservice/logs': ['days or size of logs are out of range', 'correct it as the message says'],
  'appservice/name': ['Azure rejects the name of the app', '2 to 60 letters, digits or inner dashes'],
  'appservice/name-conflict': ['two apps or slots get one host name', 'give one of them another name', 'synth'],
  'appservice/not-secret-reason': ['the reason why a setting is no secret is too short', 'give at least 10 characters'],
  'appservice/not-secret-unused': [
    'no setting that `notSecret` names looks like a secret',
    'remove the reason',
    'warning',
  ],
  'appservice/os-mismatch': ['the app does not run on the system of the plan', "a plan of the app's system"],
  'appservice/package-url': [
    'the package has no plain https address, or the kind of app takes none',
    'an address without a query, or leave it out',
  ],
  'appservice/plan-for-flex': [
    'the kind of function app does not run on the plan',
    'the class or size that the message names',
  ],
  'appservice/plan-for-functions': [
    'a web app is on a plan for functions or workflows',
    '`PlanSku.P0V3` or another size',
  ],
  'appservice/plan-for-workflows': ['a function app is on a plan for workflows', '`PlanSku.P0V3` or another size'],
  'appservice/plan-id': ['not the id of a service plan', 'give the whole Azure id'],
  'appservice/plan-name': ['Azure rejects the name of the plan', '1 to 60 letters, digits, dashes or underscores'],
  'appservice/plan-scaling': [
    'the plan cannot scale so, or numbers contradict each other',
    'correct it as the message says',
  ],
  'appservice/plan-sku': [
    'the size of the plan is not spelled as Azure does',
    'write it in the form of `B1`, `P0v3` or `P1mv3`',
  ],
  'appservice/plan-without-vnet': [
    'apps of this plan cannot join a subnet, so they reach no private endpoint',
    '`PlanSku.B1` or larger, outside of an App Service Environment',
  ],
  'appservice/reserved-setting': [
    'the app setting is set by a property of the app, or refused by azurerm',
    'use the property',
  ],
  'appservice/runtime-version': [
    'the runtime or its version is not offered for this kind of app, or the azurerm that the stack requires does not know it yet',
    'one of those that the message lists, a newer azurerm, or the context [`appServiceRuntimes`](options.md#what-is-newer-than-this-library)',
  ],
  'appservice/secret-setting': [
    'a setting [looks like a secret](security-review.md#what-is-recognised-as-a-secret) by its value, its name, or what it refers to; references and overrides are judged when the stack is validated',
    'sign in with the identity, use `secretSettings`, or give a reason in `notSecret`',
  ],
  'appservice/setting-conflict': [
    'an app setting is given twice, in any letter case, with `:` or `__`; or a connection or a property sets it, or an override changes what they have set',
    'leave one out; [what a connection takes](how-to/apps.md#change-what-a-connection-sets)',
  ],
  'appservice/setting-name': [
    'Azure rejects the name of an app setting on the system of the app',
    'the name in the message: on Linux letters, digits, periods and underscores, with `__` for `:`',
  ],
  'appservice/slot-hostname': [
    'app and slot together are too long for a host name, and Azure would cut it',
    'shorter names',
  ],
  'appservice/slot-limit': ['an app has more slots than its plan takes', 'a larger plan, or fewer slots', 'synth'],
  'appservice/slot-name': [
    'Azure rejects the name of the slot',
    '2 or more letters, digits or inner dashes, not `production`',
  ],
  'appservice/slot-of-other-kind': ['the slot is of another kind than the app', '`addSlot(...)` of the app'],
  'appservice/slot-on-basic': ['apps of this plan have no slots', 'the sizes that the message names'],
  'appservice/slot-settings': [
    'an existing app and its slot are connected to different services or by different identities',
    'let the owner of the app make the settings in the message sticky',
    'warning',
  ],
  'appservice/sticky-setting': [
    'a sticky setting has no name, or one that no setting of the app can have',
    'the name in the message, or remove it',
  ],
  'appservice/two-integrations': [
    'an app names its subnet, and a swift connection connects it as well',
    'remove one of them',
    'synth',
  ],
  'appservice/unknown-settings': [
    'the app settings are unknown as a whole, but services add their own',
    'give names; values may be unknown',
  ],
  'appservice/zone-balancing': [
    'plan or number of workers cannot be spread over zones',
    '`PlanSku.P0V3` or larger with at least 2 workers',
  ],
} satisfies CodeRows;
