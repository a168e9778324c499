import type { CodeRows } from './row';

/** Codes under the heading "DNS". */
export const DNS = {
  'dns/custom-servers': [
    'a network, app or forwarding rule sends queries to servers that are not in the configuration',
    'let them forward `service.signalr.net` to Azure, and give `DnsIntegration.customServers(zone)`; prove it [after the deployment](troubleshooting.md#a-public-address)',
    'synth',
    'report',
  ],
  'dns/duplicate-link': ['two links of one zone have one name', 'give one another `name`', 'synth'],
  'dns/duplicate-resolver': ['the network has a resolver already', 'use that resolver', 'synth'],
  'dns/duplicate-ruleset': ['the network is linked to a ruleset already', 'remove one link', 'synth'],
  'dns/duplicate-zone': [
    'the group has a zone of this name already, or the network is linked to one',
    'share the zone with `DnsIntegration.zone(...)`',
    'synth',
  ],
  'dns/forwarding-domain': [
    'the domain of a rule is invalid, or has a rule already',
    'use a domain such as `corp.contoso.com`, or `.` for every domain',
  ],
  'dns/forwarding-target': [
    'there are no servers or too many, one is Azure DNS, or a port is out of range',
    'give 1 to 6 IPv4 addresses other than 168.63.129.16, and a port from 1 to 65535',
  ],
  'dns/inbound-endpoint-id': ['the id is not that of an inbound endpoint', 'give the full resource ID'],
  'dns/link-name': [
    'Azure rejects the name of the link',
    'use 1 to 80 letters, digits, dashes, underscores or periods',
  ],
  'dns/location': [
    'resolver, endpoint, ruleset and network are in different regions, or none has a known region',
    'use one region',
  ],
  'dns/missing-record': [
    'a linked zone lacks the name, so the name does not exist in the network',
    'let the endpoint write its record with a `private_dns_zone_group`: `DnsIntegration.zone(...)`; see [NXDOMAIN](troubleshooting.md#nxdomain)',
    'synth',
    'report',
  ],
  'dns/name': ['Azure rejects the name', 'use 1 to 80 letters, digits, dashes or underscores, beginning with a letter'],
  'dns/no-endpoint': [
    'the service has no private endpoint',
    'define an `azurerm_private_endpoint` for it: `signalr.addPrivateEndpoint(...)`',
    'synth',
    'report',
  ],
  'dns/not-linked': [
    'no zone for the name is linked to the network, so public DNS answers',
    'link the zone to the network with an `azurerm_private_dns_zone_virtual_network_link`: `zone.addVirtualNetworkLink(...)`; see [a public address](troubleshooting.md#a-public-address)',
    'synth',
    'report',
  ],
  'dns/outbound-endpoint-id': ['the id is not that of an outbound endpoint', 'give the full resource ID'],
  'dns/provider': [
    'the provider of the link is in another stack',
    'use `DnsIntegration.zone(zone, provider)` with a provider of this stack',
  ],
  'dns/record-address': ['an address is invalid, or there are too many', 'give 1 to 20 IPv4 addresses'],
  'dns/record-name': [
    'the name of a record is invalid, or used already',
    'use `@` for the zone itself; give all addresses of a name in one record',
  ],
  'dns/record-ttl': ['the time to live is out of range', 'use whole seconds from 1 to 2147483647'],
  'dns/registration': [
    'machines would register in a private link zone, or in two zones',
    'leave `registrationEnabled` out',
  ],
  'dns/resolution-policy': [
    'the zone does not begin with `privatelink.`, so Azure accepts no policy',
    'leave `resolutionPolicy` out',
  ],
  'dns/resolver-id': ['the id is not that of a private DNS resolver', 'give the full resource ID'],
  'dns/resolver-subnet': [
    'the subnet is not delegated, too small or too large, part of another network, or has another endpoint',
    'use a subnet of its own, /28 to /24, delegated to `SubnetDelegation.DNS_RESOLVERS`',
  ],
  'dns/ruleset-endpoints': ['there are no outbound endpoints, or too many', 'give 1 or 2'],
  'dns/ruleset-id': ['the id is not that of a DNS forwarding ruleset', 'give the full resource ID'],
  'dns/server-unreachable': [
    'queries do not reach any of the DNS servers: no peering, a route, or a security group',
    'open UDP 53 on the way that the reason names, or ask another server',
    'synth',
    'report',
  ],
  'dns/static-ip': [
    'the address is invalid, outside of the subnet, or reserved by Azure',
    'use an address inside of the subnet',
  ],
  'dns/unknown': [
    'network, zone, record or ruleset is outside of the configuration, or known only when Terraform runs; two endpoints write one record, or two resources the DNS servers of one network',
    'define it here, or read the report of the stack that defines it',
    'report',
  ],
  'dns/zone-id': [
    'the id is not that of a private DNS zone',
    'use the id from the portal, or `PrivateDnsZone.fromLookup`',
  ],
  'dns/zone-name': [
    'the zone has the wrong name for the service or cloud, or is missing',
    'give a zone of the name in the message',
  ],
} satisfies CodeRows;
