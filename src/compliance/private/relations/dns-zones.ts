import { Referrers } from './referrers';
import { addTo } from '../../../core/private/add-to';
import { ModelResource } from '../../../core/private/model/model-resource';
import { Target } from '../../../core/private/model/target';
import { TerraformModel } from '../../../core/private/model/terraform-model';

const ZONE = 'azurerm_private_dns_zone';

/** The links between private DNS zones and networks. */
export function zoneLinks(model: TerraformModel): Referrers {
  const zones = zonesByName(model);
  const links = model.resources('azurerm_private_dns_zone_virtual_network_link');
  return new Referrers(links, (link) => zoneOfLink(model, link, zones));
}

/** The private endpoints that record their addresses in zones. */
export function zoneUsers(model: TerraformModel): Referrers {
  return new Referrers(model.resources('azurerm_private_endpoint'), (endpoint) => {
    const { elements } = endpoint.at('private_dns_zone_group.private_dns_zone_ids');
    return elements ? elements.map((zoneId) => model.target(zoneId, ZONE)) : Target.unknown();
  });
}

/** The private endpoints whose addresses are in records that the tree defines. */
export function recordedEndpoints(model: TerraformModel): Set<ModelResource> {
  const addresses = model.resources('azurerm_private_dns_a_record').flatMap((record) => record.at('records').elements);
  return new Set(addresses.flatMap((address) => address?.resource ?? []));
}

/** Name of the zone that a link belongs to, where it is known. */
export function zoneNameOf(link: ModelResource): string | undefined {
  const { resource, knownText } = link.at('private_dns_zone_id');
  return link.at('private_dns_zone_name').knownText ?? resource?.name ?? knownText?.split('/').pop();
}

/** azurerm 5 takes the id of the zone, azurerm 4 its name and resource group. */
function zoneOfLink(
  model: TerraformModel,
  link: ModelResource,
  zones: Map<string, ModelResource[]>,
): Target | undefined {
  const id = link.at('private_dns_zone_id');
  if (!id.isAbsent) return model.target(id, ZONE);
  const name = link.at('private_dns_zone_name');
  if (name.resource) return Target.resource(name.resource);
  if (name.knownText === undefined) return Target.unknown();
  const namesakes = zones.get(name.knownText.toLowerCase()) ?? [];
  const inGroup = namesakes.filter((zone) => zone.group !== undefined && isSame(zone.group, link.group));
  if (inGroup.length === 1) return Target.resource(inGroup[0]);
  const mayBeOne = namesakes.some((zone) => zone.group === undefined || link.group === undefined);
  return mayBeOne ? Target.unknown() : undefined;
}

function isSame(one: string, other: string | undefined): boolean {
  return one.toLowerCase() === other?.toLowerCase();
}

function zonesByName(model: TerraformModel): Map<string, ModelResource[]> {
  const zones = new Map<string, ModelResource[]>();
  for (const zone of model.resources(ZONE)) {
    if (zone.name !== undefined) addTo(zones, zone.name.toLowerCase(), zone);
  }
  return zones;
}
