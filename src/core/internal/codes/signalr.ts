import type { CodeRows } from './row';

/** Codes under the heading "SignalR services". */
export const SIGNALR = {
  'signalr/application-name': [
    'the server SDK rejects the application name, or the bindings of Azure Functions do not read it',
    'use letters, digits and underscores, beginning with a letter',
  ],
  'signalr/capacity': ['the tier does not have that number of units', 'use a number in the message'],
  'signalr/certificate-access': [
    'the identity of the service is not known, so it gets no role',
    'let the owner of the vault assign Key Vault Secrets User',
    'warning',
  ],
  'signalr/certificate-identity': [
    'the service has no identity to read the certificate with',
    'give the service `ServiceIdentity.userAssigned(...)`',
  ],
  'signalr/certificate-of-other-service': [
    'the certificate belongs to another service',
    'add the certificate to this service',
  ],
  'signalr/certificate-resource-id': ['the id is not that of a certificate', 'give the full resource ID'],
  'signalr/certificate-resource-name': [
    'the name is invalid, used already, or only known when Terraform runs',
    'use another name, as plain text',
  ],
  'signalr/connection-endpoint': [
    '`clientEndpoint` or `serverEndpoint` is not the address of a host',
    'use an address such as `https://chat.example.com`',
  ],
  'signalr/connection-settings': [
    'the settings do not fit the kind of app, or a name cannot be part of a setting',
    'use the factory in the message',
  ],
  'signalr/cors': [
    'no origin is given, one is `*` or has a path, or the list is unknown as a whole',
    'use an origin such as `https://example.com`; for all origins use `Cors.allowAnyOrigin()`',
  ],
  'signalr/custom-domain-requires-premium': [
    'the tier does not support custom domains',
    'use `Sku.premium(1)` or higher',
  ],
  'signalr/domain-dns': [
    'the domain is not below the zone, or the time to live is out of range',
    'give the zone of a parent domain',
  ],
  'signalr/domain-name': ['the domain is invalid, or used already', 'use the full name, such as `chat.example.com`'],
  'signalr/domain-resource-name': [
    'the name is invalid, used already, or only known when Terraform runs',
    'use another name, as plain text',
  ],
  'signalr/entra-authentication': [
    'an app signs in with an identity, and Entra authentication of the service is off',
    'leave `entraAuthentication` on',
  ],
  'signalr/existing-name-conflict': [
    'two services have one name, which is unique in all of Azure',
    'use another name, or `nameSeed`',
    'synth',
  ],
  'signalr/free-tier-client-certificate': [
    'the Free tier does not support client certificates',
    'use `Sku.standard(1)` or higher',
  ],
  'signalr/free-tier-private-endpoint': [
    'the Free tier does not support private endpoints',
    'use `Sku.standard(1)` or higher',
  ],
  'signalr/free-tier-public-access': [
    'the Free tier cannot disable public network access',
    'use `Sku.standard(1)` or higher',
  ],
  'signalr/free-tier-shared-private-link': [
    'the Free tier does not support shared private links',
    'use `Sku.standard(1)` or higher',
  ],
  'signalr/hostname': ['the host name is invalid', 'give the name without scheme, port and path'],
  'signalr/identity': [
    'the service does not support the kind of identity, or has one already',
    'give one identity',
    'synth',
  ],
  'signalr/ip-rule': [
    'the rule is not a range, there are too many rules, or two for one range',
    'use an IPv4 or IPv6 range, each once; at most 30 rules',
  ],
  'signalr/name': ['Azure rejects the name', 'use 3 to 63 letters, digits or inner dashes, beginning with a letter'],
  'signalr/negotiation': [
    'the place where clients negotiate contradicts who may call the app',
    'leave `accessRestrictions` or `negotiation` out, or use the place in the message',
  ],
  'signalr/no-authentication': ['Entra authentication and access keys are both off', 'leave `entraAuthentication` on'],
  'signalr/no-server-sdk': [
    'a hub server runs a language that has no server SDK; only .NET has one',
    'use `connectNegotiator` or `connectRestSender` and `ServiceMode.SERVERLESS`, or hubs in a .NET app',
    'warning',
  ],
  'signalr/no-upstream-calls': [
    'with `upstreamCalls: false` there is no vault, link or identity for calls of the service',
    'leave `upstreamCalls` out, or the options that need such calls',
  ],
  'signalr/own-hubs': [
    'an app is a hub server of a service that serves another app, and has its own hubs and clients',
    'set `applicationName` to choose their name, or `sharesHubs` where both apps serve the same clients',
    'warning',
  ],
  'signalr/region-endpoint': ['the region endpoint is off, and there is no replica', 'use `addReplica(...)`', 'synth'],
  'signalr/replica-location': ['the replica is in the region of the service', 'use another region'],
  'signalr/replica-name': ['Azure rejects the name', 'use 3 to 63 letters, digits or inner dashes'],
  'signalr/replica-requires-premium': ['service or replica is not Premium', 'use `Sku.premium(...)` for both'],
  'signalr/second-service': ['the app finds another service in the same setting', 'give `ConnectionSettings` a name'],
  'signalr/server-in-serverless': ['a hub server connects to a Serverless service', 'use `ServiceMode.DEFAULT`'],
  'signalr/serverless-timeout': ['the seconds are out of range', 'use 1 to 120'],
  'signalr/service-id': ['the id is not that of a service', 'give the full resource ID'],
  'signalr/shared-hubs': [
    'a slot and its app share hubs and clients, and their runtime reads no application name',
    'use a separate service for the slot, or `sharesHubs` to share on purpose',
    'warning',
  ],
  'signalr/sovereign-identity': [
    'outside of the public cloud the server SDK signs in to the wrong authority',
    'pass a credential with its authority host in code',
    'warning',
  ],
  'signalr/upstream-audience': [
    'the audience is not a UUID, or the service has no identity to sign in with',
    'use the application id of the target; give the service an identity',
  ],
  'signalr/upstream-cycle': [
    'the address of an upstream waits for the service itself',
    'write the host name as text',
    'synth',
  ],
  'signalr/upstream-identity': [
    'an upstream needs a secret, and the service has no identity',
    'give the service `ServiceIdentity.userAssigned(...)`',
  ],
  'signalr/upstream-overlap': [
    'two upstreams match one event, and azurerm does not keep their order',
    'narrow one of them',
  ],
  'signalr/upstream-pattern': [
    'hubs, categories or events of an upstream are missing or invalid, or contradict each other',
    'name each once, or leave them out for all',
  ],
  'signalr/upstream-public': [
    'the upstream accepts calls from the internet',
    'define an `azurerm_signalr_shared_private_link_resource`, then close the app: `addSharedPrivateLink(...)`',
    'report',
  ],
  'signalr/upstream-requires-serverless': [
    'the service is not in Serverless mode, so it calls no upstreams',
    'use `ServiceMode.SERVERLESS`',
  ],
  'signalr/upstream-secret': [
    'the address contains a secret that all readers of the service see',
    'use `withSecret(...)`',
  ],
  'signalr/upstream-sign-in': [
    'an upstream calls an app whose authentication denies the call, because the service brings no token, or one for another audience',
    'give the client id of the app registration as `audience` of the upstream, or exclude the path',
    'synth',
  ],
  'signalr/upstream-trigger-key': [
    "an upstream calls the SignalR trigger of a function app without the trigger's system key, so the trigger answers 401, or 403 to an identity alone",
    'use `UpstreamUrl.functionApp(hostname, key)`',
    'synth',
  ],
  'signalr/upstream-unknown': [
    'the upstream is not in the configuration, or its access restrictions decide',
    '-',
    'report',
  ],
  'signalr/upstream-unreachable': [
    'the app is closed, and no shared private link connects to it',
    'define an `azurerm_signalr_shared_private_link_resource`: `addSharedPrivateLink(...)`',
    'report',
  ],
  'signalr/upstream-url': [
    'Azure rejects the https address',
    'use the form of `https://example.com/{hub}/api/{category}/{event}`',
  ],
  'signalr/vault-unreachable': [
    'a service reads a certificate or a secret from a Key Vault that is closed to the public network, and no shared private link connects to it',
    'add `addSharedPrivateLink(...)` to the vault',
    'synth',
  ],
} satisfies CodeRows;
