import type { CodeRows } from './row';

/** Codes under the heading "Networks". */
export const NETWORKS = {
  'network/address-space-exhausted': [
    'there is no room for a subnet',
    'widen the address space, or shrink a subnet that is [not deployed yet](upgrading.md#keep-subnets-where-they-are)',
  ],
  'network/address-space-overlap': ['two ranges overlap', 'give each range once'],
  'network/address-space-unknown': [
    'no range can be chosen, as the space is unknown at synth',
    'plain text, or `AddressRange.cidr(...)`',
  ],
  'network/allowed': ['nothing on the way stops it', '-', 'report'],
  'network/application-security-group-id': ['not the id of an application security group', 'give the whole Azure id'],
  'network/cidr': ['not an IPv4 range, a length that Azure does not take, or a reserved one', '`10.0.0.0/24`'],
  'network/ddos-plan-id': ['not the id of a DDoS protection plan', 'give the whole Azure id'],
  'network/delegation': [
    'not a service that azurerm delegates subnets to, or not an action of a delegation',
    'one of the constants of `SubnetDelegation`, or the name in the message; a newer one goes into the context [`azureSubnetServices`](options.md#what-is-newer-than-this-library)',
  ],
  'network/denied': [
    'a rule of a security group denies HTTPS',
    'allow TCP 443 in the group that is named, with a higher priority',
    'synth',
    'report',
  ],
  'network/dns-server': ['not an IPv4 address', '`10.0.0.4`'],
  'network/duplicate-peering': ['two peerings lead from one network to one other', 'remove one', 'synth'],
  'network/duplicate-subnet': ['two subnets of one network have one name', 'another name', 'synth'],
  'network/existing-network': [
    'a subnet is asked of an architecture that has defined no network',
    '`new Subnet(...)` with the network that exists, or `addSubnet` of the network itself',
  ],
  'network/integration-subnet-delegation': [
    "the app's subnet is not delegated to App Service",
    'the delegation in the message',
  ],
  'network/integration-subnet-size': [
    "the app's subnet is too small",
    '/28 or wider, /26 to scale out; see [subnets that are deployed](upgrading.md#keep-subnets-where-they-are)',
  ],
  'network/name': ['Azure rejects the name', 'correct it as the message says'],
  'network/nat-gateway-id': ['not the id of a NAT gateway', 'give the whole Azure id'],
  'network/nat-gateway-networks': [
    'subnets of two networks share a NAT gateway, which serves one',
    'a gateway for each network',
    'synth',
  ],
  'network/nat-idle-timeout': ['minutes out of range', '4 to 120'],
  'network/no-subnet': [
    'the app is in no network, so it asks public DNS',
    'integrate the app with a network that is linked to the zone',
    'synth',
    'report',
  ],
  'network/not-peered': [
    'no peering, or one direction only',
    'define an `azurerm_virtual_network_peering` in each direction; `VirtualNetworkPeering` defines both',
    'synth',
    'report',
  ],
  'network/not-routed': [
    'without `vnet_route_all_enabled` only traffic to [RFC 1918 addresses](https://learn.microsoft.com/azure/app-service/overview-vnet-integration#application-routing) enters the subnet of an app, and the private endpoint has another one',
    '`vnet_route_all_enabled`, or an endpoint in a range of RFC 1918',
    'synth',
    'report',
  ],
  'network/peering-gateway': [
    'both sides use remote gateways, or one is not allowed to',
    '`allowGatewayTransit` on the side with the gateway',
  ],
  'network/peering-name': [
    'Azure takes no such name, or two peerings of a network have it',
    'correct it as the message says',
  ],
  'network/peering-overlap': ['the address spaces overlap', 'change one of them'],
  'network/range-and-length': ['a subnet has a fixed range and a prefix length', 'one of the two'],
  'network/region': [
    'what is in a subnet, or attached to it, lies in another region than the network',
    'one region',
    'synth',
  ],
  'network/reserved-subnet': [
    'a subnet with a name that Azure reserves is too small, or has what its service does not take',
    'correct it as the message says',
  ],
  'network/route-name': ['no such name, taken, or known to Terraform only', 'another name, as plain text'],
  'network/route-next-hop': ['not the address of an appliance', 'an IPv4 address'],
  'network/route-prefix': [
    'not a range or service tag, a tag that routes do not take, or taken',
    '`10.0.0.0/24` or `AzureMonitor`; a newer tag goes into the context [`azureServiceTags`](options.md#what-is-newer-than-this-library)',
  ],
  'network/route-table-id': ['not the id of a route table', 'give the whole Azure id'],
  'network/routed-away': [
    'a route drops the request or leads it elsewhere',
    'give the private endpoint a route of its own, or none',
    'synth',
    'report',
  ],
  'network/rule-address': [
    'ports or addresses of a rule are missing or invalid, or a service tag or its region is not known',
    'numbers, ranges as `8000-8080`, or `*` alone; a newer tag goes into the context [`azureServiceTags`](options.md#what-is-newer-than-this-library)',
  ],
  'network/rule-description': ['more than 140 characters', 'shorten it'],
  'network/rule-name': ['no such name, taken, or known to Terraform only', 'another name, as plain text'],
  'network/rule-priority': ['out of range, or taken', '100 to 4096, each once a direction'],
  'network/same-subnet': ['a subnet would hold both apps and private endpoints', 'another subnet'],
  'network/security-group-id': ['not the id of a network security group', 'give the whole Azure id'],
  'network/service-endpoint': [
    'not a service that has service endpoints, or both forms of Azure Storage',
    'the name in the message; a newer service goes into the context [`azureSubnetServices`](options.md#what-is-newer-than-this-library)',
  ],
  'network/static-ip': [
    'an address is invalid, outside of the subnet, or kept by Azure',
    'one inside of the subnet',
    'synth',
  ],
  'network/subnet-full': [
    'endpoints, network interfaces and instances of plans need more addresses than a subnet has',
    'a wider range; Azure keeps five addresses of each',
    'synth',
  ],
  'network/subnet-id': ['not the id of a subnet', 'give the whole Azure id'],
  'network/subnet-name': [
    'no such name, or a reserved one in another letter case',
    'another name, or the spelling in the message',
  ],
  'network/subnet-of-other-network': [
    "the app's subnet is part of another network than the one given",
    'the network through which the app calls out',
  ],
  'network/subnet-outside': ['the range is outside of the address space', 'a range inside'],
  'network/subnet-overlap': ['two subnets overlap', 'fixed ranges before automatic ones'],
  'network/subscription': [
    'an endpoint, or what is attached to a subnet, is in another subscription than the network',
    'the provider of the network',
    'synth',
  ],
  'network/unknown': [
    'an appliance, a gateway, a virtual hub, an existing network or its rules decide',
    'prove it [after the deployment](troubleshooting.md#a-timeout-at-the-private-address)',
    'report',
  ],
  'network/virtual-network-id': ['not the id of a virtual network', 'give the whole Azure id'],
  'network/zone': ['no such availability zone', '`"1"`, `"2"` or `"3"`'],
} satisfies CodeRows;
