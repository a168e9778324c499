import type { CodeRows } from './row';

/** Codes under the heading "Private endpoints and links". */
export const PRIVATE_LINK = {
  'privatelink/alias': [
    'not the alias of a Private Link service',
    'write it in the form of `NAME.GUID.REGION.azure.privatelinkservice`',
  ],
  'privatelink/approved': ['the configuration approves the shared private link', '-', 'report'],
  'privatelink/delegated-subnet': ['a delegated subnet takes no endpoints', 'another subnet'],
  'privatelink/duplicate-address': [
    'two endpoints, network interfaces or resolver endpoints of a subnet have one static address',
    'another address, or none',
    'synth',
  ],
  'privatelink/duplicate-record': [
    'the zone holds the record of another endpoint, which this one would take away',
    "another zone, linked to the endpoint's own network",
    'synth',
  ],
  'privatelink/duplicate-target': ['an endpoint of the same network leads there already', 'remove one', 'synth'],
  'privatelink/endpoint-id': ['not the id of a private endpoint', 'give the whole Azure id'],
  'privatelink/hostname': ['not a host name', 'without scheme, port and path'],
  'privatelink/location': ['the endpoint lies in another region than its network', 'the region of the network'],
  'privatelink/name': ['Azure rejects the name', 'correct it as the message says'],
  'privatelink/other-stack': [
    'the endpoint lies in another stack than the service, whose list names it',
    'define it in the stack of the service',
  ],
  'privatelink/pending': [
    'endpoint or link waits for an approval that the configuration does not have',
    'let the owner approve, or `Approval.automatic()`; see [a Pending connection](troubleshooting.md#a-pending-connection)',
    'report',
  ],
  'privatelink/request-message': ['the message for the owner is empty or too long', '1 to 140 characters'],
  'privatelink/slot': ['Azure rejects the name of the slot', '2 to 59 letters, digits or inner dashes'],
  'privatelink/static-ip': [
    'the address is invalid, outside of the subnet, or kept by Azure',
    'one inside of the subnet',
  ],
  'privatelink/target-id': ['not the id of a resource', 'give the whole Azure id'],
  'sharedlink/duplicate': ['a link of the service leads there already', 'remove one', 'synth'],
  'sharedlink/name': ['Azure rejects the name', '3 to 63 letters, digits or inner dashes'],
  'sharedlink/subscription': [
    'the service of a shared private link is in another subscription than its provider, where azurerm looks for it',
    '`provider` in the attributes of the service',
    'synth',
  ],
  'sharedlink/target': ['not a web app, function app or Key Vault, or a slot', 'one of these'],
  'sharedlink/target-plan': [
    "the app's plan takes no private endpoints",
    '`PlanSku.B1` or larger, Elastic Premium or Flex Consumption',
  ],
} satisfies CodeRows;
