import { Attachment, Estate, Network, Reference, Route, SecurityRule, Server, Subnet } from './estate';
import { attributeOf, given, idIn, RawJson, RawResource, repeated } from './terraform';

export const LOCATION = 'centralus';
const NETWORK = 'azurerm_virtual_network';

/** Networks, subnets, peerings, security groups and route tables. */
export function networkResources(estate: Estate): RawResource[] {
  return [
    ...estate.networks.flatMap((network) => [
      networkOf(network),
      ...serversApart(network),
      ...subnetsOf(network),
      ...network.subnets.flatMap((subnet) => attachments(estate, network, subnet)),
    ]),
    ...estate.peerings.map((peering): RawResource => {
      const from = estate.networks.find(({ key }) => key === peering.from)!;
      const body = {
        name: peering.name,
        resource_group_name: from.group,
        virtual_network_name: attributeOf(NETWORK, from, 'name'),
        remote_virtual_network_id: idIn(peering.to, NETWORK, estate.networks),
        ...repeated(peering),
      };
      return { type: 'azurerm_virtual_network_peering', key: peering.key, subscription: peering.subscription, body };
    }),
    ...estate.securityGroups.flatMap((group): RawResource[] => {
      const { key, subscription, name, form, rules } = group;
      const blocks = form === 'inline' ? { security_rule: rules.map(ruleBody) } : {};
      const owner = {
        resource_group_name: group.group,
        network_security_group_name: `\${azurerm_network_security_group.${key}.name}`,
      };
      const separate = (form === 'separate' ? rules : []).map((rule) => ({
        type: 'azurerm_network_security_rule',
        key: rule.key,
        subscription,
        body: { ...ruleBody(rule), ...owner, ...repeated(rule) },
      }));
      const body = { name, resource_group_name: group.group, location: LOCATION, ...blocks };
      return [{ type: 'azurerm_network_security_group', key, subscription, body }, ...separate];
    }),
    ...estate.routeTables.flatMap((table): RawResource[] => {
      const { key, subscription, name, form, routes } = table;
      const blocks = form === 'inline' ? { route: routes.map(routeBody) } : {};
      const owner = { resource_group_name: table.group, route_table_name: `\${azurerm_route_table.${key}.name}` };
      const separate = (form === 'separate' ? routes : []).map((route) => ({
        type: 'azurerm_route',
        key: route.key,
        subscription,
        body: { ...routeBody(route), ...owner, ...repeated(route) },
      }));
      const body = { name, resource_group_name: table.group, location: LOCATION, ...blocks };
      return [{ type: 'azurerm_route_table', key, subscription, body }, ...separate];
    }),
  ];
}

/** The id of a subnet as others refer to it. */
export function subnetId(estate: Estate, reference: Reference): string {
  if ('id' in reference) return reference.id;
  const network = estate.networks.find(({ subnets }) => subnets.some(({ key }) => key === reference.key))!;
  const { key, name } = network.subnets.find((subnet) => subnet.key === reference.key)!;
  if (network.form === 'inline') return `\${${NETWORK}.${network.key}.id}/subnets/${name}`;
  const index = network.subnets.findIndex((subnet) => subnet.key === reference.key);
  if (network.form === 'count') return `\${azurerm_subnet.${network.key}_subnets[${index}].id}`;
  if (network.form === 'forEach') return `\${azurerm_subnet.${network.key}_subnets["${name}"].id}`;
  return `\${azurerm_subnet.${key}.id}`;
}

/** The address of a DNS server as it is written. */
export function serverAddress(server: Server): string {
  if (typeof server === 'string') return server;
  const { inbound } = server;
  return `\${azurerm_private_dns_resolver_inbound_endpoint.${inbound}.ip_configurations[0].private_ip_address}`;
}

function networkOf(network: Network): RawResource {
  const { key, subscription, name, group, addressSpace, dnsServers, form, subnets } = network;
  const blocks = subnets.map((subnet) =>
    given({
      ...subnetBody(subnet),
      security_group: subnet.securityGroup && `\${azurerm_network_security_group.${subnet.securityGroup.to}.id}`,
      route_table_id: subnet.routeTable && `\${azurerm_route_table.${subnet.routeTable.to}.id}`,
    }),
  );
  const body = given({
    name,
    resource_group_name: group,
    location: LOCATION,
    address_space: addressSpace,
    dns_servers: dnsServers.length > 0 && !network.hasServersApart ? dnsServers.map(serverAddress) : undefined,
    subnet: form === 'inline' ? blocks : undefined,
  });
  return { type: NETWORK, key, subscription, body };
}

function serversApart({ key, subscription, dnsServers, hasServersApart }: Network): RawResource[] {
  if (!hasServersApart || dnsServers.length === 0) return [];
  const body = { virtual_network_id: `\${${NETWORK}.${key}.id}`, dns_servers: dnsServers.map(serverAddress) };
  return [{ type: `${NETWORK}_dns_servers`, key: `${key}_servers`, subscription, body }];
}

function subnetsOf(network: Network): RawResource[] {
  const { key, subscription, group, form, subnets } = network;
  const owner = { resource_group_name: group, virtual_network_name: attributeOf(NETWORK, network, 'name') };
  const type = 'azurerm_subnet';
  if (form === 'separate') {
    return subnets.map((subnet) => ({
      type,
      key: subnet.key,
      subscription,
      body: { ...subnetBody(subnet), ...owner },
    }));
  }
  if (form === 'inline') return [];
  const policies = subnets.map(({ policies: each }) => each).find((each) => each !== undefined);
  const chosen = (texts: string[]) => `\${element(${JSON.stringify(texts)}, count.index)}`;
  const instances =
    form === 'forEach'
      ? {
          name: '${each.key}',
          address_prefixes: ['${each.value}'],
          for_each: Object.fromEntries(subnets.map(({ name, prefix }) => [name, prefix])),
        }
      : {
          name: chosen(subnets.map(({ name }) => name)),
          address_prefixes: [chosen(subnets.map(({ prefix }) => prefix))],
          count: subnets.length,
        };
  const body = given({ ...owner, ...instances, private_endpoint_network_policies: policies });
  return [{ type, key: `${key}_subnets`, subscription, body }];
}

function subnetBody({ name, prefix, delegation, policies }: Subnet): RawJson {
  const service = { name: delegation, actions: ['Microsoft.Network/virtualNetworks/subnets/action'] };
  return given({
    name,
    address_prefixes: [prefix],
    private_endpoint_network_policies: policies,
    delegation: delegation && [{ name: 'delegation', service_delegation: [service] }],
  });
}

function attachments(estate: Estate, { form, subscription }: Network, subnet: Subnet): RawResource[] {
  if (form === 'inline') return [];
  const association = (kind: string, attribute: string, suffix: string, attachment: Attachment): RawResource => ({
    type: `azurerm_subnet_${kind}_association`,
    key: `${subnet.key}_${suffix}`,
    subscription,
    body: {
      subnet_id: subnetId(estate, subnet),
      [attribute]: `\${azurerm_${kind}.${attachment.to}.id}`,
      ...repeated(attachment),
    },
  });
  const { securityGroup, routeTable } = subnet;
  return [
    ...(securityGroup
      ? [association('network_security_group', 'network_security_group_id', 'group', securityGroup)]
      : []),
    ...(routeTable ? [association('route_table', 'route_table_id', 'table', routeTable)] : []),
  ];
}

function ruleBody({ key, priority, direction, access, protocol, ports, from, to }: SecurityRule): RawJson {
  return {
    name: key,
    priority,
    direction,
    access,
    protocol,
    source_port_range: '*',
    ...(ports.length === 1 ? { destination_port_range: ports[0] } : { destination_port_ranges: ports }),
    ...(from.length === 1 ? { source_address_prefix: from[0] } : { source_address_prefixes: from }),
    ...(to.length === 1 ? { destination_address_prefix: to[0] } : { destination_address_prefixes: to }),
  };
}

function routeBody({ key, prefix, nextHop }: Route): RawJson {
  const appliance = nextHop === 'VirtualAppliance' ? { next_hop_in_ip_address: '10.250.0.4' } : {};
  return { name: key, address_prefix: prefix, next_hop_type: nextHop, ...appliance };
}
