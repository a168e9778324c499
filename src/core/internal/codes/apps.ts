import type { CodeRows } from './row';

/** Codes under the heading "Apps and plans". */
export const APPS = {
  'appservice/access-restrictions': [
    'no caller is named, a range or Front Door id is invalid, or the deployment site contradicts the app',
    'name callers, or use `AccessRestrictions.privateEndpointOnly()`',
  ],
  'appservice/always-on': ['the plan cannot keep an app loaded', 'use `PlanSku.B1` or larger, or leave `alwaysOn` out'],
  'appservice/app-id': [
    'the id is not that of a web or function app',
    'give the full resource ID; for a slot the id of its app',
  ],
  'appservice/authentication': [
    'an id, audience or path of the authentication is invalid',
    'copy ids from the app registration; begin paths with a slash',
  ],
  'appservice/certificate-id': [
    'the id is not that of a certificate of App Service',
    'give the full resource ID, `.../Microsoft.Web/certificates/NAME`',
  ],
  'appservice/certificate-name': [
    'Azure rejects the name of the certificate',
    'use 1 to 260 characters, none of them `/`, not ending with a space or period',
  ],
  'appservice/container-image': [
    'registry, repository or tag is missing or invalid',
    "use `ContainerImage.of('contoso.azurecr.io', 'chat', '1.4.2')`",
  ],
  'appservice/content-share': [
    'the plan or a setting needs a file share, which needs account keys',
    'give `packageUrl`, or use `PlanSku.FC1` or `PlanSku.P0V3`',
  ],
  'appservice/cors': [
    'no origin is given, or one is `*` or has a path',
    'use scheme and host, such as `https://example.com`; for all origins use `AppCors.allowAnyOrigin()`',
  ],
  'appservice/custom-hostname': [
    'the host name of the app is not a domain, or two resources bind it',
    'use the full name without wildcard and final period, once',
  ],
  'appservice/environment-subnet': [
    'an app of an App Service Environment would call out from another subnet than that of the environment, or through a private endpoint of an architecture',
    'give the network and subnet of the environment with `AppNetwork.existing(...)`',
  ],
  'appservice/existing-app-network': [
    'an existing app calls out through its own network, so it would not reach a new one',
    'give its network with `AppNetwork.existing(...)`',
  ],
  'appservice/existing-plan': [
    'size, workers or zones are given for a plan that exists',
    'leave them out, or leave `servicePlan` out for a new plan',
  ],
  'appservice/flex-plan-taken': [
    'a Flex Consumption plan runs one app, and another app is on it',
    'give each app its own plan',
  ],
  'appservice/flex-secret': [
    'azurerm has no attribute for the identity with which a Flex Consumption app fetches a secret',
    'let the code fetch the secret, or use `LinuxFunctionApp`',
  ],
  'appservice/function-scaling': [
    'the scaling does not fit the kind of app, its plan, or its own limits',
    'use the factory that the message names',
  ],
  'appservice/health-check': [
    'the path is invalid, or the minutes are out of range',
    'begin the path with a slash; use 2 to 10 minutes',
  ],
  'appservice/host-id': [
    'two function hosts have one id in one storage account, so they would share locks and keys',
    'use another account, or names that differ in their first 32 characters',
  ],
  'appservice/hostname': ['the host name is invalid', 'give the name without scheme, port and path'],
  'appservice/hostname-dns': [
    'the host name is not below its zone, or a time to live is out of range',
    'give the zone of a parent domain, and 1 to 2147483647 seconds',
  ],
  'appservice/hostname-on-flex': [
    'Azure binds no certificates to apps on Flex Consumption',
    'use `PlanSku.EP1` or `PlanSku.P0V3`, or a proxy before the app',
  ],
  'appservice/identity-reference': [
    'the app resolves Key Vault references with an identity that the app does not have',
    'leave the property out, or add the identity to the app',
    'synth',
  ],
  'appservice/ipv6-network': [
    'the network that an app joins has an IPv6 range, which App Service rejects',
    'use a network with IPv4 ranges alone',
    'synth',
  ],
  'appservice/location': ['plan, app, slot and network are in different regions', 'use one region'],
  'appservice/logs': ['days or size of logs are out of range', 'use a whole number of days, and 25 to 100 MB'],
  'appservice/managed-certificate': [
    'App Service makes no managed certificate: the host name is too long or resolves to a proxy, or the app is in an App Service Environment',
    'give a certificate of a Key Vault with `addCertificate(...)`',
  ],
  'appservice/name': ['Azure rejects the name of the app', 'use 2 to 60 letters, digits or inner dashes'],
  'appservice/name-conflict': ['two apps or slots have one host name', 'give one of them another name', 'synth'],
  'appservice/not-secret-reason': ['the reason why a setting is no secret is too short', 'give at least 10 characters'],
  'appservice/not-secret-unused': [
    '`notSecret` names a setting that does not look like a secret',
    'remove the reason',
    'warning',
  ],
  'appservice/os-mismatch': [
    'the app does not run on the system of the plan',
    "use a plan of the app's operating system",
  ],
  'appservice/package-url': [
    'the package has no plain https address, the kind of app needs none, or a pipeline sets it',
    'give an address without a query, or leave it out',
  ],
  'appservice/plan-for-flex': [
    'the kind of function app does not run on the plan',
    'use the class or size that the message names',
  ],
  'appservice/plan-for-functions': [
    'a web app is on a plan for functions or workflows',
    'use `PlanSku.P0V3` or another size',
  ],
  'appservice/plan-for-workflows': ['a function app is on a plan for workflows', 'use `PlanSku.P0V3` or another size'],
  'appservice/plan-id': ['the id is not that of a service plan', 'give the full resource ID'],
  'appservice/plan-name': ['Azure rejects the name of the plan', 'use 1 to 60 letters, digits, dashes or underscores'],
  'appservice/plan-scaling': [
    'the plan does not scale in that way, or the numbers contradict each other',
    'use the factory and the number of workers that the message names',
  ],
  'appservice/plan-sku': [
    'the size of the plan is not spelled as in Azure',
    'write it in the form of `B1`, `P0v3` or `P1mv3`',
  ],
  'appservice/plan-without-vnet': [
    'apps of this plan cannot join a subnet, so they reach no private endpoint',
    'use `PlanSku.B1` or larger, outside of an App Service Environment, or give the [environment of the plan](how-to/apps.md#use-a-plan-of-an-app-service-environment)',
  ],
  'appservice/registry-access': [
    'a range from which a container registry is to be reached is missing or invalid',
    'give IPv4 ranges such as `203.0.113.0/28`, or use `RegistryAccess.privateOnly()`',
  ],
  'appservice/registry-id': ['the id is not that of a container registry', 'give the full resource ID'],
  'appservice/registry-name': ['Azure rejects the name of the container registry', 'use 5 to 50 letters or digits'],
  'appservice/registry-name-conflict': [
    'two container registries have one name, which is unique in all of Azure',
    'use another name',
    'synth',
  ],
  'appservice/registry-retention': ['the days are out of range', 'use 0 to 365'],
  'appservice/reserved-setting': [
    'a property of the app sets the app setting, or azurerm rejects it',
    'use the property',
  ],
  'appservice/runtime-version': [
    'the kind of app does not offer the runtime or its version, or the azurerm that the stack requires does not know it yet',
    'use one that the message lists, a newer azurerm, or the context [`appServiceRuntimes`](options.md#what-is-newer-than-this-library)',
  ],
  'appservice/secret-setting': [
    'a setting [looks like a secret](security-review.md#what-is-recognised-as-a-secret) by its value, its name, or what it refers to; references and overrides are judged when the stack is validated',
    'sign in with the identity, use `secretSettings`, or give a reason in `notSecret`',
  ],
  'appservice/setting-conflict': [
    'an app setting is given twice, in any letter case, with `:` or `__`; or a connection or a property sets it, or an override changes it',
    'leave one out; see [what a connection takes](how-to/apps.md#change-what-a-connection-sets)',
  ],
  'appservice/setting-name': [
    'Azure rejects the name of an app setting on the system of the app',
    'use the name in the message: on Linux letters, digits, periods and underscores, with `__` for `:`',
  ],
  'appservice/slot-hostname': [
    'app and slot together are too long for a host name, and Azure would cut it',
    'use shorter names',
  ],
  'appservice/slot-limit': [
    'an app has more slots than its plan supports',
    'use a larger plan, or fewer slots',
    'synth',
  ],
  'appservice/slot-name': [
    'Azure rejects the name of the slot',
    'use 2 or more letters, digits or inner dashes, not `production`',
  ],
  'appservice/slot-of-other-kind': ['the slot is of another kind than the app', 'use `addSlot(...)` of the app'],
  'appservice/slot-on-basic': ['apps of this plan have no slots', 'use a size that the message names'],
  'appservice/slot-settings': [
    'an existing app and its slot are connected to different services or by different identities',
    'let the owner of the app make the settings in the message sticky',
    'warning',
  ],
  'appservice/startup-command': ['a Windows app has no startup command', 'leave it out, or use a Linux app'],
  'appservice/sticky-setting': [
    'a sticky setting has no name, or a name that no setting of the app can have',
    'use the name in the message, or remove it',
  ],
  'appservice/two-integrations': [
    'an app names its subnet, and a swift connection also connects it',
    'remove one of them',
    'synth',
  ],
  'appservice/unknown-settings': [
    'the app settings are unknown as a whole, but services add their own',
    'give names; their values may be unknown',
  ],
  'appservice/vault-unreachable': [
    'App Service reads a certificate from a vault that allows neither the public network nor trusted services',
    'give the vault `allowTrustedServices`',
    'synth',
  ],
  'appservice/zone-balancing': [
    'the plan or number of workers cannot be spread over zones',
    'use `PlanSku.P0V3` or larger with at least 2 workers',
  ],
} satisfies CodeRows;
