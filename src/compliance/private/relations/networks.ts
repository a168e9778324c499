import { Referrers } from './referrers';
import { Value } from './values';
import { ModelResource } from '../../../core/private/model/model-resource';
import { Target } from '../../../core/private/model/target';
import { TerraformModel } from '../../../core/private/model/terraform-model';

const NETWORK = 'azurerm_virtual_network';
const NETWORK_OF_SUBNET = /^(.*\/virtualNetworks\/[^/]+)\/subnets\/[^/]+$/i;
const AZURE_DNS = '168.63.129.16';

/** The virtual network of the subnet with an id. */
export function networkOfSubnet(model: TerraformModel, subnetId: Value): Target {
  const subnet = model.target(subnetId, 'azurerm_subnet');
  if (subnet.resource) return networkNamedBy(model, subnet.resource);
  const id = NETWORK_OF_SUBNET.exec(subnetId.knownText ?? '')?.[1];
  return id === undefined ? Target.unknown() : model.targetOfId(id, NETWORK);
}

/** Whether two networks outside of the tree are one; of either only the end of its id may be known. */
export function isSameExternalNetwork({ key: one = '' }: Target, { key: other = '' }: Target): boolean {
  return one.endsWith(other) || other.endsWith(one);
}

/** DNS servers that are given to networks by resources of their own. */
export function dnsServerResources(model: TerraformModel): Referrers {
  return new Referrers(model.resources('azurerm_virtual_network_dns_servers'), (servers) =>
    model.target(servers.at('virtual_network_id'), NETWORK),
  );
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

function networkNamedBy(model: TerraformModel, subnet: ModelResource): Target {
  const name = subnet.at('virtual_network_name');
  const { group } = subnet;
  if (name.resource || name.knownText === undefined || group === undefined) return model.target(name, NETWORK);
  return model.targetOfId(
    `/resourceGroups/${group}/providers/Microsoft.Network/virtualNetworks/${name.knownText}`,
    NETWORK,
  );
}
