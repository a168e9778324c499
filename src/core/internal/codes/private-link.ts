import type { CodeRows } from './row';

/** Codes under the heading "Private endpoints and links". */
export const PRIVATE_LINK = {
  'privatelink/alias': [
    'the alias is not that of a Private Link service',
    'use the form of `NAME.GUID.REGION.azure.privatelinkservice`',
  ],
  'privatelink/approved': ['the configuration approves the shared private link', '-', 'report'],
  'privatelink/delegated-subnet': ['a delegated subnet accepts no private endpoints', 'use another subnet'],
  'privatelink/duplicate-address': [
    'two endpoints, network interfaces or resolver endpoints of a subnet have one static address',
    'use another address, or leave it out',
    'synth',
  ],
  'privatelink/duplicate-record': [
    'the zone has the record of another endpoint, which this endpoint would overwrite',
    "use another zone, linked to the endpoint's own network",
    'synth',
  ],
  'privatelink/duplicate-target': [
    'another endpoint of the same network connects to the target',
    'remove one',
    'synth',
  ],
  'privatelink/endpoint-id': ['the id is not that of a private endpoint', 'give the full resource ID'],
  'privatelink/hostname': ['the host name is invalid', 'give the name without scheme, port and path'],
  'privatelink/location': ['the endpoint is in another region than its network', 'use the region of the network'],
  'privatelink/name': [
    'Azure rejects the name',
    'use 1 to 80 letters, digits, dashes, underscores or periods, beginning with a letter or digit',
  ],
  'privatelink/other-stack': [
    'the endpoint is in another stack than the service, whose list names the endpoint',
    'define the endpoint in the stack of the service',
  ],
  'privatelink/pending': [
    'the endpoint or link waits for an approval that the configuration does not have',
    'let the owner approve it, or use `Approval.automatic()`; see [a Pending connection](troubleshooting.md#a-pending-connection)',
    'report',
  ],
  'privatelink/request-message': ['the message for the owner is empty or too long', 'use 1 to 140 characters'],
  'privatelink/slot': ['Azure rejects the name of the slot', 'use 2 to 59 letters, digits or inner dashes'],
  'privatelink/static-ip': [
    'the address is invalid, outside of the subnet, or reserved by Azure',
    'use an address inside of the subnet',
  ],
  'privatelink/subresource': [
    'the name or a port of the subresource is invalid',
    "use Azure's name of the subresource, and ports such as `6380` or `15000-15999`",
  ],
  'privatelink/target-id': ['the id is not that of a resource', 'give the full resource ID'],
  'sharedlink/duplicate': ['another link of the service connects to the target', 'remove one', 'synth'],
  'sharedlink/name': ['Azure rejects the name', 'use 3 to 63 letters, digits or inner dashes'],
  'sharedlink/request-message': [
    'the request message is empty, too long, or has a character that a shell reads',
    'use 1 to 140 characters without quotes, backticks, `$`, `!` and backslashes',
  ],
  'sharedlink/subscription': [
    'the service of a shared private link is in another subscription than its provider, where azurerm looks for it',
    'give `provider` in the attributes of the service',
    'synth',
  ],
  'sharedlink/target': ['the target is not a web app, function app or Key Vault, or is a slot', 'use one of these'],
  'sharedlink/target-plan': [
    "the app's plan supports no private endpoints",
    'use `PlanSku.B1` or larger, Elastic Premium or Flex Consumption',
  ],
} satisfies CodeRows;
