import type { CodeRows } from './row';

/** Codes under the heading "SignalR services". */
export const SIGNALR = {
  'signalr/application-name': [
    'the server SDK rejects the application name, or the bindings of Azure Functions do not read it',
    'letters, digits and underscores, beginning with a letter',
  ],
  'signalr/capacity': ['the tier has no such number of units', 'one of those in the message'],
  'signalr/certificate-access': [
    'the identity of the service is not known, so it is granted nothing',
    'the owner of the vault grants Key Vault Secrets User',
    'warning',
  ],
  'signalr/certificate-identity': [
    'the service has no identity to read the certificate with',
    '`ServiceIdentity.userAssigned(...)`',
  ],
  'signalr/certificate-of-other-service': ['the certificate belongs to another service', 'add it to this one'],
  'signalr/certificate-resource-id': ['not the id of a certificate', 'give the whole Azure id'],
  'signalr/certificate-resource-name': [
    'no such name, taken, or known to Terraform only',
    'another name, as plain text',
  ],
  'signalr/connection-endpoint': [
    '`clientEndpoint` or `serverEndpoint` is not the address of a host',
    '`https://chat.example.com`',
  ],
  'signalr/connection-settings': [
    'the settings do not fit the kind of app, or a name cannot be part of one',
    'the factory in the message',
  ],
  'signalr/cors': [
    'no origin, `*`, an origin with a path, or a list that is unknown as a whole',
    '`https://example.com`; all origins only with `Cors.allowAnyOrigin()`',
  ],
  'signalr/custom-domain-requires-premium': ['the tier has no domains', '`Sku.premium(1)` or higher'],
  'signalr/domain-dns': [
    'the domain is not below the zone, or the time to live is out of range',
    'the zone of a parent domain',
  ],
  'signalr/domain-name': ['not a domain, or used already', 'the full name, as `chat.example.com`'],
  'signalr/domain-resource-name': ['no such name, taken, or known to Terraform only', 'another name, as plain text'],
  'signalr/entra-authentication': [
    'an app signs in with an identity, and the service takes none',
    'leave `entraAuthentication` on',
  ],
  'signalr/existing-name-conflict': [
    'two services get one name, which is unique in all of Azure',
    'another name, or `nameSeed`',
    'synth',
  ],
  'signalr/free-tier-client-certificate': ['Free asks for no client certificates', '`Sku.standard(1)` or higher'],
  'signalr/free-tier-private-endpoint': ['Free has no private endpoints', '`Sku.standard(1)` or higher'],
  'signalr/free-tier-public-access': ['Free cannot leave the public network', '`Sku.standard(1)` or higher'],
  'signalr/free-tier-shared-private-link': ['Free has no shared private links', '`Sku.standard(1)` or higher'],
  'signalr/hostname': ['not a host name', 'without scheme, port and path'],
  'signalr/identity': [
    'the identity is not of a kind that a service takes, or is given twice',
    'one identity',
    'synth',
  ],
  'signalr/ip-rule': ['not a range, too many rules, or two for one range', 'correct it as the message says'],
  'signalr/name': ['Azure rejects the name', '3 to 63 letters, digits or inner dashes, beginning with a letter'],
  'signalr/no-authentication': ['neither identities nor keys are taken', 'leave `entraAuthentication` on'],
  'signalr/no-server-sdk': [
    'a hub server runs a language that has no server SDK; only .NET has one',
    '`connectNegotiator` or `connectRestSender` and `ServiceMode.SERVERLESS`, or hubs in a .NET app',
    'warning',
  ],
  'signalr/region-endpoint': ['the region endpoint is off, and there is no replica', '`addReplica(...)`', 'synth'],
  'signalr/replica-location': ['the replica is in the region of the service', 'another region'],
  'signalr/replica-name': ['no such name', '3 to 63 letters, digits or inner dashes'],
  'signalr/replica-requires-premium': ['service or replica is not Premium', '`Sku.premium(...)` for both'],
  'signalr/second-service': ['the app finds another service in the same setting', '`ConnectionSettings` with a name'],
  'signalr/server-in-serverless': ['a hub server for a Serverless service', '`ServiceMode.DEFAULT`'],
  'signalr/serverless-timeout': ['seconds out of range', '1 to 120'],
  'signalr/service-id': ['not the id of a service', 'give the whole Azure id'],
  'signalr/shared-hubs': [
    'a slot and its app share hubs and clients, and what they run on reads no application name',
    'a service of its own for the slot; `sharesHubs` where it is on purpose',
    'warning',
  ],
  'signalr/sovereign-identity': [
    'outside of the public cloud the server SDK signs in to the wrong authority',
    'pass a credential with its authority host in code',
    'warning',
  ],
  'signalr/upstream-audience': [
    'the audience is no UUID, or the service has no identity to sign in with',
    'the application id of the target; an identity',
  ],
  'signalr/upstream-cycle': [
    'the address of an upstream waits for the service itself',
    'write the host name as text',
    'synth',
  ],
  'signalr/upstream-identity': [
    'an upstream takes a secret, and the service has no identity',
    '`ServiceIdentity.userAssigned(...)`',
  ],
  'signalr/upstream-overlap': ['two upstreams match one event, and their order is not kept', 'narrow one of them'],
  'signalr/upstream-pattern': [
    'hubs, categories or events of an upstream are missing, invalid, or contradict each other',
    'correct it as the message says',
  ],
  'signalr/upstream-public': [
    'the upstream takes calls from the internet',
    'define an `azurerm_signalr_shared_private_link_resource`, then close the app: `addSharedPrivateLink(...)`',
    'report',
  ],
  'signalr/upstream-requires-serverless': ['a service in another mode calls no upstreams', '`ServiceMode.SERVERLESS`'],
  'signalr/upstream-secret': ['the address holds a secret that all readers of the service see', '`withSecret(...)`'],
  'signalr/upstream-trigger-key': [
    'an upstream leads to the SignalR trigger of a function app without its system key, so it answers 401, or 403 to an identity alone',
    '`UpstreamUrl.functionApp(hostname, key)`',
    'synth',
  ],
  'signalr/upstream-unknown': [
    'the upstream is not in the configuration, or its access restrictions decide',
    '-',
    'report',
  ],
  'signalr/upstream-unreachable': [
    'the app is closed, and no link leads to it',
    'define an `azurerm_signalr_shared_private_link_resource`: `addSharedPrivateLink(...)`',
    'report',
  ],
  'signalr/upstream-url': [
    'not an https address that Azure takes',
    'write it in the form of `https://example.com/{hub}/api/{category}/{event}`',
  ],
  'signalr/vault-unreachable': [
    'a service reads a certificate or a secret from a Key Vault that is closed to the public network, and no shared private link leads there',
    '`addSharedPrivateLink(...)` to the vault',
    'synth',
  ],
} satisfies CodeRows;
