import { LinkKind } from './link-kind';
import { Referrers } from './referrers';
import { addTo } from '../../../core/internal/add-to';
import { ModelResource } from '../../../model/model-resource';
import { Target } from '../../../model/target';
import { TerraformModel } from '../../../model/terraform-model';

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

/** Tells whether a network is linked to a zone that records an endpoint of a SignalR service; both by their keys. */
export function serviceLookup(model: TerraformModel): (service: string, network: string) => boolean {
  const links = zoneLinks(model);
  const users = zoneUsers(model);
  const zonesOfNetworks = new Map<string, ModelResource[]>();
  const servicesOfZones = new Map<ModelResource, Set<string>>();
  for (const zone of model.resources(ZONE)) {
    for (const { key } of links.of(zone).map((link) => networkOfLink(model, link))) {
      if (key !== undefined) addTo(zonesOfNetworks, key, zone);
    }
    servicesOfZones.set(zone, new Set(users.of(zone).flatMap((endpoint) => serviceOf(model, endpoint) ?? [])));
  }
  return (service, network) =>
    (zonesOfNetworks.get(network) ?? []).some((zone) => servicesOfZones.get(zone)!.has(service));
}

/** Key of the SignalR service that a private endpoint leads to; `undefined` where it leads elsewhere, or is not known. */
export function serviceOf(model: TerraformModel, endpoint: ModelResource): string | undefined {
  const target = endpoint.at('private_service_connection.private_connection_resource_id');
  return LinkKind.SIGNALR.target(model, target)?.key;
}

/** The network that a link leads to. */
export function networkOfLink(model: TerraformModel, link: ModelResource): Target {
  return model.target(link.at('virtual_network_id'), 'azurerm_virtual_network');
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
