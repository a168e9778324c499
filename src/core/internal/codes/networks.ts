import type { CodeRows } from './row';

/** Codes under the heading "Networks". */
export const NETWORKS = {
  'network/address-space-exhausted': [
    'the address space has no room for a subnet',
    'widen the address space, or shrink a subnet that is [not deployed yet](upgrading.md#keep-subnets-where-they-are)',
  ],
  'network/address-space-overlap': ['two ranges overlap', 'give ranges that do not overlap'],
  'network/address-space-unknown': [
    'the address space is unknown at synth, so no range can be chosen',
    'use plain text, or `AddressRange.cidr(...)`',
  ],
  'network/allowed': ['nothing on the way stops the request', '-', 'report'],
  'network/application-security-group-id': [
    'the id is not that of an application security group',
    'give the full resource ID',
  ],
  'network/cidr': [
    'the range is not an IPv4 range, is reserved, or has a length that Azure rejects',
    'use a private range such as `10.0.0.0/24`',
  ],
  'network/ddos-plan-id': ['the id is not that of a DDoS protection plan', 'give the full resource ID'],
  'network/delegation': [
    'azurerm does not delegate subnets to the service, or the action is not one of a delegation',
    'use a constant of `SubnetDelegation`, or the name in the message; add a newer service to the context [`azureSubnetServices`](options.md#what-is-newer-than-this-library)',
  ],
  'network/denied': [
    'a rule of a security group denies HTTPS',
    'allow TCP 443 with a higher priority in the group that the reason names',
    'synth',
    'report',
  ],
  'network/dns-server': ['the address is not an IPv4 address', 'use an address such as `10.0.0.4`'],
  'network/duplicate-peering': ['two peerings connect one network to one other', 'remove one', 'synth'],
  'network/duplicate-subnet': ['two subnets of one network have one name', 'give one another name', 'synth'],
  'network/existing-network': [
    'a subnet or a security rule is asked of an architecture that has defined no network',
    'use `new Subnet(...)` with the network that exists, or `addSubnet` of the network itself; add rules where its security groups are defined',
  ],
  'network/integration-subnet-delegation': [
    "the app's subnet is not delegated to App Service",
    'use the delegation in the message',
  ],
  'network/integration-subnet-size': [
    "the app's subnet is too small",
    'use /28 or wider, /26 to scale out; see [subnets that are deployed](upgrading.md#keep-subnets-where-they-are)',
  ],
  'network/name': [
    'Azure rejects the name',
    'use 1 to 80 letters, digits, dashes, underscores or periods, for a network 2 to 64, beginning with a letter or digit',
  ],
  'network/nat-gateway-id': ['the id is not that of a NAT gateway', 'give the full resource ID'],
  'network/nat-gateway-networks': [
    'subnets of two networks share a NAT gateway, which serves one',
    'define a gateway for each network',
    'synth',
  ],
  'network/nat-idle-timeout': ['the minutes are out of range', 'use 4 to 120'],
  'network/no-subnet': [
    'the app is not integrated with a network, so it asks public DNS',
    'integrate the app with a network that is linked to the zone',
    'synth',
    'report',
  ],
  'network/not-peered': [
    'no peering joins the networks, or one in one direction only',
    'define an `azurerm_virtual_network_peering` in each direction; `VirtualNetworkPeering` defines both',
    'synth',
    'report',
  ],
  'network/not-routed': [
    'without `vnet_route_all_enabled` only traffic to [RFC 1918 addresses](https://learn.microsoft.com/azure/app-service/overview-vnet-integration#application-routing) enters the subnet of an app, and the private endpoint has another address',
    'set `vnet_route_all_enabled`, or use an endpoint in a range of RFC 1918',
    'synth',
    'report',
  ],
  'network/peering-gateway': [
    'both sides use remote gateways, or one side uses them without gateway transit of the other',
    'set `allowGatewayTransit` on the side with the gateway',
  ],
  'network/peering-name': [
    'Azure rejects the name, or two peerings of a network have it',
    'use 1 to 80 letters, digits, dashes, underscores or periods, once a network',
  ],
  'network/peering-overlap': ['the address spaces overlap', 'change one of them'],
  'network/range-and-length': ['a subnet has a fixed range and a prefix length', 'give one of the two'],
  'network/region': [
    'a resource in a subnet, or attached to one, is in another region than the network',
    'use one region',
    'synth',
  ],
  'network/reserved-subnet': [
    'a subnet with a name that Azure reserves is too small, or has properties that its service rejects',
    'use the size and the properties that the message names',
  ],
  'network/route-name': [
    'the name is invalid, used already, or only known when Terraform runs',
    'use another name, as plain text',
  ],
  'network/route-next-hop': ['the next hop is not the address of an appliance', 'use an IPv4 address'],
  'network/route-prefix': [
    'the prefix is not a range or service tag, is a tag that routes do not support, or is used already',
    'use one such as `10.0.0.0/24` or `AzureMonitor`; add a newer tag to the context [`azureServiceTags`](options.md#what-is-newer-than-this-library)',
  ],
  'network/route-table-id': ['the id is not that of a route table', 'give the full resource ID'],
  'network/routed-away': [
    'a route drops the request or sends it elsewhere',
    'give the private endpoint a route of its own, or remove the route',
    'synth',
    'report',
  ],
  'network/rule-address': [
    'ports or addresses of a rule are missing or invalid, or a service tag or its region is not known',
    'use numbers, ranges such as `8000-8080`, or `*` alone; add a newer tag to the context [`azureServiceTags`](options.md#what-is-newer-than-this-library)',
  ],
  'network/rule-description': ['the description has more than 140 characters', 'shorten it'],
  'network/rule-name': [
    'the name is invalid, used already, or only known when Terraform runs',
    'use another name, as plain text',
  ],
  'network/rule-priority': ['the priority is out of range, or used already', 'use 100 to 4096, each once a direction'],
  'network/same-subnet': ['a subnet would contain both apps and private endpoints', 'use another subnet'],
  'network/security-group-id': ['the id is not that of a network security group', 'give the full resource ID'],
  'network/service-endpoint': [
    'the service has no service endpoints, or both forms of Azure Storage are given',
    'use the name in the message; add a newer service to the context [`azureSubnetServices`](options.md#what-is-newer-than-this-library)',
  ],
  'network/static-ip': [
    'an address is invalid, outside of the subnet, or reserved by Azure',
    'use an address inside of the subnet',
    'synth',
  ],
  'network/subnet-full': [
    'endpoints, network interfaces and the instances to which plans may scale need more addresses than a subnet has',
    'use a wider range; Azure reserves five addresses of each',
    'synth',
  ],
  'network/subnet-id': ['the id is not that of a subnet', 'give the full resource ID'],
  'network/subnet-is-block': [
    'the resource of a subnet is asked for, which is [a block of its network](how-to/networks.md#create-subnets-with-their-security-groups)',
    "override `subnet` of the network's `resource`",
  ],
  'network/subnet-name': [
    'the name is invalid, or a reserved one in another letter case',
    'use another name, or the spelling in the message',
  ],
  'network/subnet-of-other-network': [
    "the app's subnet is part of another network than the one given",
    'give the network through which the app calls out',
  ],
  'network/subnet-of-other-stack': [
    'the network writes its subnets [as blocks](how-to/networks.md#create-subnets-with-their-security-groups), which a subnet of another stack cannot be',
    'define the subnet in the stack of its network, or use azurerm 5 in both stacks',
  ],
  'network/subnet-outside': ['the range is outside of the address space', 'use a range inside'],
  'network/subnet-overlap': ['two subnets overlap', 'define fixed ranges before automatic ones'],
  'network/subscription': [
    'an endpoint, or a resource attached to a subnet, is in another subscription than the network',
    'use the provider of the network',
    'synth',
  ],
  'network/unknown': [
    'an appliance, a gateway, a virtual hub, an existing network or its rules decide',
    'prove it [after the deployment](troubleshooting.md#a-timeout-at-the-private-address)',
    'report',
  ],
  'network/virtual-network-id': ['the id is not that of a virtual network', 'give the full resource ID'],
  'network/zone': ['the availability zone does not exist', 'use `"1"`, `"2"` or `"3"`'],
} satisfies CodeRows;
