import type { CodeRows } from './row';

/** Codes under the heading "Network access control of the service". */
export const NETWORK_ACCESS = {
  'nac/allow-and-deny': [
    "an origin has both lists on the provider's resource, and azurerm takes one",
    'give `NetworkAccess` or `AccessRules` in place of both',
    'synth',
  ],
  'nac/allow-list-with-default-allow': [
    'Azure takes an allow list with default Deny only',
    '`AccessRules.deny(...)`, or default Deny',
  ],
  'nac/allowed': [
    "the access control list lets it in, or Azure's default where there is none: all types of requests, over each endpoint",
    '-',
    'report',
  ],
  'nac/dead-ip-rule': ['IP rules that do nothing', 'add what lets in or keeps out, or remove them', 'synth'],
  'nac/dead-public-rule': [
    'rules for the public network, which is switched off',
    'remove the rules, or enable public network access',
  ],
  'nac/denied': [
    'it does not, or public network access is off',
    'allow the type of request in `azurerm_signalr_service_network_acl`: `NetworkAccess`, `signalr.addAccessRules(...)`',
    'report',
  ],
  'nac/deny-list-with-default-deny': [
    'Azure takes a deny list with default Allow only',
    '`AccessRules.allow(...)`, or default Allow',
  ],
  'nac/duplicate': ['two lists for one service overwrite each other', 'keep one', 'synth'],
  'nac/duplicate-endpoint': ['an endpoint is listed twice', 'use one of them'],
  'nac/endpoint-id': [
    "the id is not in Azure's own letter case, so azurerm would pass over it",
    '`/subscriptions/ID/resourceGroups/NAME/providers/Microsoft.Network/privateEndpoints/NAME`',
  ],
  'nac/entra-needs-rest': [
    '`ServerConnection` without `RESTAPI`; a server that signs in with an identity fetches a temporary key over REST',
    'allow `RESTAPI` too',
    'warning',
  ],
  'nac/foreign-list': [
    'rules are given for an endpoint of an existing service, whose list stays with its owner',
    'leave them out, and ask the owner',
  ],
  'nac/nobody-can-connect': ['no request is let in from anywhere', 'add an endpoint, or allow request types', 'synth'],
  'nac/private-clients': [
    '`privateClients` without `ClientConnection` over endpoints',
    '`NetworkAccess.privateOnly()`, or leave it out',
  ],
  'nac/server-unreachable': [
    'an app finds the service where its requests are refused',
    'an endpoint that allows the types in the message; see [403](troubleshooting.md#403-from-the-service)',
    'synth',
  ],
  'nac/trace-unreachable': [
    'live trace is on, and no network lets `Trace` in',
    'allow `RequestType.TRACE`, or leave `liveTrace` out',
    'synth',
  ],
  'nac/unknown': [
    'the list or the service is not in the configuration, the list names no private endpoint at all, or the endpoint in other letters, or IP rules decide',
    'define the list beside the service, with a `private_endpoint` block for each endpoint',
    'report',
  ],
  'nac/unknown-endpoint': ['rules for an endpoint of another service', 'an endpoint of this service'],
} satisfies CodeRows;
