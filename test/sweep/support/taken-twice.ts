import type { Entry } from './json-oracle';

/** What a resource belongs to, besides its resource group; attributes that hold a name or an id of another. */
const PARENTS = [
  'resource_group_name',
  'virtual_network_name',
  'network_security_group_name',
  'private_dns_zone_name',
  'zone_name',
  'route_table_name',
  'signalr_service_id',
  'storage_account_id',
  'target_resource_id',
  'scope',
  'app_service_id',
  'function_app_id',
  'parent_id',
  'key_vault_id',
  'private_dns_zone_id',
  'dns_forwarding_ruleset_id',
  'private_dns_resolver_id',
  'direction',
];

/** Types whose names are unique in all of Azure, by what they share. */
const GLOBAL: Readonly<Record<string, string>> = {
  azurerm_signalr_service: 'service',
  azurerm_storage_account: 'account',
  azurerm_key_vault: 'vault',
  azurerm_linux_web_app: 'site',
  azurerm_windows_web_app: 'site',
  azurerm_linux_function_app: 'site',
  azurerm_windows_function_app: 'site',
  azurerm_function_app_flex_consumption: 'site',
};
/** One for each resource that they name. */
const ONE_EACH: Readonly<Record<string, readonly string[]>> = {
  azurerm_signalr_service_network_acl: ['signalr_service_id'],
  azurerm_subnet_network_security_group_association: ['subnet_id'],
  azurerm_subnet_route_table_association: ['subnet_id'],
  azurerm_subnet_nat_gateway_association: ['subnet_id'],
  azurerm_private_dns_zone_virtual_network_link: [
    'virtual_network_id',
    'private_dns_zone_id',
    'resource_group_name',
    'private_dns_zone_name',
  ],
  azurerm_role_assignment: ['scope', 'role_definition_id', 'role_definition_name', 'principal_id'],
  azurerm_signalr_shared_private_link_resource: ['signalr_service_id', 'target_resource_id', 'sub_resource_name'],
  azurerm_function_app_flex_consumption: ['service_plan_id'],
  azurerm_network_security_rule: ['network_security_group_name', 'resource_group_name', 'direction', 'priority'],
};

/** What two resources of a stack take though Azure gives it once; written from Azure's rules, not from the library's. */
export function takenTwice(all: readonly Entry[]): string[] {
  const entries = all.filter(({ address, body }) => !address.startsWith('data.') && !body.count && !body.for_each);
  const bodies = new Map(entries.map(({ address, body }) => [address, body]));
  const value = (given: unknown) => spelled(given, bodies);
  const keys = entries.flatMap((entry) => keysOf(entry, value).map((key) => ({ key: key.toLowerCase(), entry })));
  const owners = new Map<string, string>();
  return keys.flatMap(({ key, entry: { address } }) => {
    const owner = owners.get(key);
    owners.set(key, address);
    return owner === undefined || owner === address ? [] : [`${owner} and ${address} take ${key}`];
  });
}

function keysOf({ type, body }: Entry, value: (given: unknown) => string): string[] {
  const provider = String(body.provider ?? '');
  const named = body.name === undefined ? [] : [value(body.name)];
  const parents = PARENTS.map((parent) => value(body[parent]));
  const one = ONE_EACH[type]?.map((attribute) => value(body[attribute]));
  const isZone = type === 'azurerm_private_dns_zone_virtual_network_link';
  return [
    ...named.map((name) => `${type} ${[provider, ...parents, name].join('|')}`),
    ...named.flatMap((name) => (GLOBAL[type] ? [`${GLOBAL[type]} ${name}`] : [])),
    ...(one ? [`the only ${type} of ${[isZone ? '' : provider, ...one].join('|')}`] : []),
    ...addressesOf(body, value),
    ...targetsOf(type, body, value),
  ];
}

function addressesOf(body: Entry['body'], value: (given: unknown) => string): string[] {
  const blocks = [body.ip_configuration ?? [], body.ip_configurations ?? []].flat(2);
  return blocks
    .filter((block) => block.private_ip_address)
    .map((block) => `address ${value(block.subnet_id ?? body.subnet_id)} ${value(block.private_ip_address)}`);
}

/** Two endpoints of one network to one part of a target have one record. */
function targetsOf(type: string, body: Entry['body'], value: (given: unknown) => string): string[] {
  if (type !== 'azurerm_private_endpoint') return [];
  const zones: unknown[] = [body.private_dns_zone_group ?? []].flat().flatMap((group) => group.private_dns_zone_ids);
  const connections: Entry['body'][] = [body.private_service_connection].flat();
  return connections.flatMap(({ private_connection_resource_id: id, subresource_names: parts }) =>
    zones.map((zone) => `record ${value(zone)} ${value(id)} ${[parts].flat().map(value).join()}`),
  );
}

/** A value as Azure reads it, as far as it is known: names by reference are what they lead to. */
function spelled(given: unknown, bodies: ReadonlyMap<string, Entry['body']>, depth: number = 0): string {
  if (typeof given !== 'string') return given === undefined ? '' : JSON.stringify(given);
  return given.replace(
    /\$\{((?:azurerm|azapi)_\w+\.[\w-]+)\.(\w+)\}/g,
    (reference, address: string, attribute: string) => {
      const target = bodies.get(address)?.[attribute];
      return typeof target === 'string' && depth < 5 ? spelled(target, bodies, depth + 1) : reference;
    },
  );
}
