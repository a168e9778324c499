import { Place } from './place';
import { Places } from './places';
import { named, RENAME, Row, Taken, taken, Within } from './row';
import { ModelBlock } from '../model-block';
import { ModelResource } from '../model-resource';

const PEERING = 'azurerm_virtual_network_peering';
const ZONE_LINK = 'azurerm_private_dns_zone_virtual_network_link';

/** Subnets by network, whether they are resources or blocks of it. */
export const SUBNETS: readonly Row[] = [
  {
    types: ['azurerm_subnet', 'azurerm_virtual_network'],
    code: 'network/duplicate-subnet',
    taken: partsIn('azurerm_virtual_network', 'subnet', (subnet, places) => places.networkOf(subnet), taken),
    message: (given) => `are subnets named "${given}" of one network; ${RENAME}`,
  },
];

/** Rules of security groups, whether they are resources or blocks. */
export const RULES: readonly Row[] = [
  {
    types: ['azurerm_network_security_rule', 'azurerm_network_security_group'],
    code: 'network/rule-name',
    taken: partsIn('azurerm_network_security_group', 'security_rule', named('network_security_group_name'), taken),
    message: (given) => `are rules named "${given}" of one security group; ${RENAME}`,
  },
  {
    types: ['azurerm_network_security_rule', 'azurerm_network_security_group'],
    code: 'network/rule-priority',
    taken: partsIn(
      'azurerm_network_security_group',
      'security_rule',
      named('network_security_group_name'),
      (group, rule): Taken[] => {
        const priority = rule.at('priority').known;
        const direction = rule.at('direction').knownText;
        if (priority === undefined || direction === undefined) return [];
        const given = String(priority);
        return [{ place: group.child(direction, given), given }];
      },
    ),
    message: (given) => `have priority ${given} in one security group and direction; give one of them another priority`,
  },
];

/** Links between zones and networks, and records of zones. */
export const LINKS: readonly Row[] = [
  {
    types: [ZONE_LINK],
    code: 'dns/duplicate-link',
    taken: (link, places) => taken(zoneOf(link, places), link),
    message: (given) => `are links named "${given}" of one zone; ${RENAME}`,
  },
  {
    types: [ZONE_LINK],
    code: 'dns/duplicate-zone',
    taken: (link, places) => {
      const given = zoneOf(link, places).name;
      return [{ place: networkOf(link, places).child(given), given }];
    },
    message: (given) => `link one network to zones named ${given}, and Azure allows one; remove one link`,
  },
  {
    types: [ZONE_LINK],
    code: 'dns/registration',
    taken: (link, places) =>
      link.at('registration_enabled').is(true) ? [{ place: networkOf(link, places), given: '' }] : [],
    message: () =>
      'register the machines of one network, and Azure allows one such zone; leave out registrationEnabled in one of them',
  },
  {
    types: ['azurerm_private_dns_a_record'],
    code: 'dns/record-name',
    taken: (record, places) => taken(places.owner(record, 'zone_name', 'private_dns_zone_id'), record),
    message: (given) => `are records named "${given}" of one zone; give all addresses in one record`,
  },
];

/** Peerings of a network. */
export const PEERINGS: readonly Row[] = [
  {
    types: [PEERING],
    code: 'network/peering-name',
    taken: (peering, places) => taken(places.networkOf(peering), peering),
    message: (given) => `are peerings named "${given}" of one network; ${RENAME}`,
  },
  {
    types: [PEERING],
    code: 'network/duplicate-peering',
    taken: (peering, places) => {
      const network = places.networkOf(peering);
      const remote = places.identified(peering.at('remote_virtual_network_id'), peering);
      // Both sides of a peering may go by one group and name, in two subscriptions.
      if (remote.path === network.path) return [];
      return [{ place: network.child(remote.subscription.key, remote.path), given: '' }];
    },
    message: () => 'peer one network with one other, and Azure allows one peering for each; remove one',
  },
];

/** Addresses that are given to one machine of a subnet. */
export const ADDRESSES: readonly Row[] = [
  {
    types: ['azurerm_private_endpoint', 'azurerm_network_interface', 'azurerm_private_dns_resolver_inbound_endpoint'],
    code: 'privatelink/duplicate-address',
    taken: (resource, places) =>
      ['ip_configuration', 'ip_configurations'].flatMap((name) =>
        (resource.blocks(name) ?? []).flatMap((block) => {
          const subnet =
            resource.type === 'azurerm_private_endpoint' ? resource.at('subnet_id') : block.at('subnet_id');
          return subnet.isAbsent ? [] : taken(places.identified(subnet, resource), block, 'private_ip_address');
        }),
      ),
    message: (given) =>
      `have the address ${given} in one subnet; give one of them another address, or let Azure choose`,
  },
];

/** Lists resources of a type, or blocks of the resources that contain them. */
function partsIn(
  owner: string,
  block: string,
  ownerOf: Within,
  take: (place: Place, part: ModelBlock<ModelResource>) => Taken[],
): Row['taken'] {
  return (resource, places) => {
    if (resource.type !== owner) return take(ownerOf(resource, places), resource);
    return (resource.blocks(block) ?? []).flatMap((part) => take(places.named(resource, 'name'), part));
  };
}

function zoneOf(link: ModelResource, places: Places) {
  return places.owner(link, 'private_dns_zone_name', 'private_dns_zone_id');
}

function networkOf(link: ModelResource, places: Places) {
  return places.identified(link.at('virtual_network_id'), link);
}
