import type { CodeRows } from './row';

/** Codes under the heading "Network access control of the service". */
export const NETWORK_ACCESS = {
  'nac/allow-and-deny': [
    "an origin has an allow list and a deny list on the provider's resource, and azurerm accepts one",
    'give `NetworkAccess` or `AccessRules` in place of both',
    'synth',
  ],
  'nac/allow-list-with-default-allow': [
    'Azure accepts an allow list with default Deny only',
    'use `AccessRules.deny(...)`, or default Deny',
  ],
  'nac/allowed': [
    "the access control list allows the request, or no list exists: Azure's default allows all types of requests over each endpoint",
    '-',
    'report',
  ],
  'nac/dead-ip-rule': ['IP rules have no effect', 'add a rule that allows or denies, or remove the rules', 'synth'],
  'nac/dead-public-rule': [
    'the public network has rules, but is switched off',
    'remove the rules, or enable public network access',
  ],
  'nac/denied': [
    'the access control list denies the request, or public network access is off',
    'allow the type of request in `azurerm_signalr_service_network_acl`: `NetworkAccess`, `signalr.addAccessRules(...)`',
    'report',
  ],
  'nac/deny-list-with-default-deny': [
    'Azure accepts a deny list with default Allow only',
    'use `AccessRules.allow(...)`, or default Allow',
  ],
  'nac/duplicate': ['two lists for one service overwrite each other', 'keep one', 'synth'],
  'nac/duplicate-endpoint': [
    'an endpoint is listed twice, or is given rules a second time',
    'give each endpoint and its rules once',
  ],
  'nac/endpoint-id': [
    "the id is not in Azure's own letter case, so azurerm would ignore its rules",
    'use the form of `/subscriptions/ID/resourceGroups/NAME/providers/Microsoft.Network/privateEndpoints/NAME`',
  ],
  'nac/entra-needs-rest': [
    'an origin allows `ServerConnection` without `RESTAPI`, but a server that signs in with an identity fetches a temporary key over REST',
    'also allow `RESTAPI`',
    'warning',
  ],
  'nac/foreign-list': [
    'rules are given for an endpoint of an existing service, whose list belongs to its owner',
    'leave the rules out, and ask the owner',
  ],
  'nac/nobody-can-connect': ['no network allows any request', 'add an endpoint, or allow request types', 'synth'],
  'nac/private-clients': [
    '`privateClients` is given, but private endpoints do not allow `ClientConnection`',
    'use `NetworkAccess.privateOnly()`; for clients of the app or of another service give `clients` to `addPrivateEndpoint` of the architecture',
  ],
  'nac/server-unreachable': [
    'an app reaches the service where the service rejects its requests',
    'add an endpoint that allows the types in the message; see [403](troubleshooting.md#403-from-the-service)',
    'synth',
  ],
  'nac/trace-unreachable': [
    'live trace is on, and no network allows `Trace`',
    'allow `RequestType.TRACE`, or leave `liveTrace` out',
    'synth',
  ],
  'nac/unknown': [
    'the list or the service is not in the configuration, the list names no private endpoint, or the endpoint in another letter case, or IP rules decide',
    'define the list in the same configuration as the service, with a `private_endpoint` block for each endpoint',
    'report',
  ],
  'nac/unknown-endpoint': ['rules are given for an endpoint of another service', 'use an endpoint of this service'],
} satisfies CodeRows;
