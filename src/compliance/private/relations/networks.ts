import { Referrers } from './referrers';
import { namedTarget } from './targets';
import { Value } from './values';
import { AZURE_DNS } from '../../../core/internal/azure-dns';
import { Target } from '../../../model/target';
import { TerraformModel } from '../../../model/terraform-model';

const NETWORK = 'azurerm_virtual_network';
const NETWORK_OF_SUBNET = /^(.*\/virtualNetworks\/[^/]+)\/subnets\/[^/]+$/i;

/** The virtual network of the subnet with an id. */
export function networkOfSubnet(model: TerraformModel, subnetId: Value): Target {
  const subnet = model.target(subnetId, 'azurerm_subnet');
  if (subnet.resource) {
    return namedTarget(model, subnet.resource, 'virtual_network_name', NETWORK, 'Microsoft.Network/virtualNetworks');
  }
  const id = NETWORK_OF_SUBNET.exec(subnetId.knownText ?? '')?.[1];
  return id === undefined ? Target.unknown() : model.targetOfId(id, NETWORK);
}

/** Whether two networks outside of the tree are one; of either only the end of its id may be known. */
export function isSameExternalNetwork({ key: one = '' }: Target, { key: other = '' }: Target): boolean {
  return one.endsWith(other) || other.endsWith(one);
}

/** DNS servers that are given to networks by resources of their own. */
export function dnsServerResources(model: TerraformModel): Referrers {
  const resources = model.resources('azurerm_virtual_network_dns_servers');
  return Referrers.by('virtual_network_id', resources, model, [NETWORK]);
}

/**
 * Whether machines of a network ask other DNS servers than Azure's own; `undefined` where that is not known.
 *
 * @param resources of `dnsServerResources`
 */
export function asksOwnDnsServers({ resource, key }: Target, resources: Referrers): boolean | undefined {
  if (!resource?.isManaged) return undefined;
  const lists = [resource, ...resources.to(key)].map((each) => each.at('dns_servers').elements);
  if (lists.some((servers) => servers?.some((server) => !server.is(AZURE_DNS)))) return true;
  return lists.includes(undefined) ? undefined : false;
}
