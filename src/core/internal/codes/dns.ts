import type { CodeRows } from './row';

/** Codes under the heading "DNS". */
export const DNS = {
  'dns/custom-servers': [
    'network, app or forwarding rule asks servers that are not in the configuration',
    'let them forward `service.signalr.net` to Azure, and give `DnsIntegration.customServers(zone)`; prove it [after the deployment](troubleshooting.md#a-public-address)',
    'synth',
    'report',
  ],
  'dns/duplicate-link': ['two links of one zone have one name', 'another `name`', 'synth'],
  'dns/duplicate-resolver': ['the network has a resolver already', 'use that one', 'synth'],
  'dns/duplicate-ruleset': ['the network is linked to a ruleset already', 'remove one link', 'synth'],
  'dns/duplicate-zone': [
    'a zone of this name is in the group, or is linked to the network already',
    'share it, with `DnsIntegration.zone(...)`',
    'synth',
  ],
  'dns/forwarding-domain': [
    'the domain of a rule is invalid, or has a rule already',
    '`corp.contoso.com`, or `.` for every domain',
  ],
  'dns/forwarding-target': [
    "no or too many servers, Azure's own DNS, or a port out of range",
    'correct it as the message says',
  ],
  'dns/inbound-endpoint-id': ['not the id of an inbound endpoint', 'give the whole Azure id'],
  'dns/link-name': ['Azure rejects the name of the link', '1 to 80 letters, digits, dashes, underscores or periods'],
  'dns/location': [
    'resolver, endpoint, ruleset and network lie in different regions, or none has a known region',
    'use one region',
  ],
  'dns/missing-record': [
    'a linked zone lacks the name, so it does not exist there',
    'let the endpoint write its record with a `private_dns_zone_group`: `DnsIntegration.zone(...)`; see [NXDOMAIN](troubleshooting.md#nxdomain)',
    'synth',
    'report',
  ],
  'dns/name': ['Azure rejects the name', 'correct it as the message says'],
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
  'dns/outbound-endpoint-id': ['not the id of an outbound endpoint', 'give the whole Azure id'],
  'dns/provider': [
    'the link would be made with a provider of another stack',
    '`DnsIntegration.zone(zone, provider)` with one of this stack',
  ],
  'dns/record-address': ['an address is invalid, or there are too many', 'IPv4 addresses'],
  'dns/record-name': [
    'the name of a record is invalid, or is there already',
    '`@` for the zone itself; all addresses of a name in one record',
  ],
  'dns/record-ttl': ['the time to live is out of range', 'whole seconds'],
  'dns/registration': [
    'machines would register in a private link zone, or in two zones',
    'leave `registrationEnabled` out',
  ],
  'dns/resolution-policy': ['only zones that begin with `privatelink.` take a policy', 'leave `resolutionPolicy` out'],
  'dns/resolver-id': ['not the id of a private DNS resolver', 'give the whole Azure id'],
  'dns/resolver-subnet': [
    'the subnet is not delegated, too small or large, of another network, or holds another endpoint',
    'a subnet of its own, /28 to /24, delegated to `SubnetDelegation.DNS_RESOLVERS`',
  ],
  'dns/ruleset-endpoints': ['no or too many outbound endpoints', 'give 1 or 2'],
  'dns/ruleset-id': ['not the id of a DNS forwarding ruleset', 'give the whole Azure id'],
  'dns/server-unreachable': [
    'queries do not get to any of the DNS servers: no peering, a route, or a security group',
    'open UDP 53 on the way that the reason names, or ask another server',
    'synth',
    'report',
  ],
  'dns/static-ip': ['the address is invalid, outside of the subnet, or kept by Azure', 'one inside of the subnet'],
  'dns/unknown': [
    'network, zone, record or ruleset is outside of the configuration, or known only when Terraform runs; two endpoints write one record, or two resources the DNS servers of one network',
    'define it here, or look at the report of the stack that does',
    'report',
  ],
  'dns/zone-id': [
    'the id given is not that of a private DNS zone',
    'the id from the portal, or `PrivateDnsZone.fromLookup`',
  ],
  'dns/zone-name': [
    'the zone has the wrong name for the service or cloud, or is missing',
    'a zone of the name in the message',
  ],
} satisfies CodeRows;
