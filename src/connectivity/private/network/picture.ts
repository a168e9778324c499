import { Endpoints } from './endpoints';
import { Peerings } from './peerings';
import { addTo } from '../../../core/internal/add-to';
import { Target } from '../../../model/target';
import { Hosts } from '../../../topology/apps/integrations';
import { nameOf } from '../../../topology/network/label';
import { Subnets } from '../../../topology/network/subnets';
import { VirtualNetworks } from '../../../topology/network/virtual-networks';
import { idOf } from '../../../topology/whereabouts';
import { ReportedNetwork, ReportedSubnet } from '../../connectivity-data';

/** Facts for the picture. */
export interface PictureParts {
  readonly networks: VirtualNetworks;
  readonly subnets: Subnets;
  readonly peerings: Peerings;
  readonly endpoints: Endpoints;
  readonly hosts: Hosts;
}

/** The networks of the tree, then existing ones that it refers to, with the subnets that hold apps or endpoints. */
export function reportNetworks(parts: PictureParts): ReportedNetwork[] {
  const { networks, peerings } = parts;
  const subnets = subnetsByNetwork(parts);
  const used = [...networks.keys, ...subnets.keys()];
  const keys = new Set([...used, ...used.flatMap((key) => peerings.peersOf(key))]);
  return [...keys].map((id) => ({
    id,
    name: networks.name(id),
    subnets: subnets.get(id) ?? [],
    peers: peerings.peersOf(id),
    subscription: idOf(networks.subscriptionOf(id)),
    region: networks.regionOf(id),
  }));
}

function subnetsByNetwork(parts: PictureParts): Map<string, ReportedSubnet[]> {
  const { subnets, endpoints, hosts } = parts;
  const endpointsBySubnet = new Map<string, string[]>();
  const used = new Map<string, Target>();
  hosts.all.forEach((subnet) => used.set(subnet.key!, subnet));
  endpoints.all.forEach((endpoint) => {
    const subnet = endpoints.subnetOf(endpoint);
    if (subnet.key === undefined) return;
    used.set(subnet.key, subnet);
    addTo(endpointsBySubnet, subnet.key, endpoint.path);
  });
  const byNetwork = new Map<string, ReportedSubnet[]>();
  used.forEach((subnet, id) => {
    const network = subnets.networkOf(subnet);
    if (network === undefined) return;
    addTo(byNetwork, network, {
      id,
      name: subnet.resource ? nameOf(subnet.resource) : id.slice(id.lastIndexOf('/') + 1),
      addressPrefixes: (subnets.prefixesOf(subnet) ?? []).map(String),
      hosts: hosts.in(subnet),
      privateEndpoints: endpointsBySubnet.get(id) ?? [],
    });
  });
  return byNetwork;
}
