import { ModelResource } from '../../model/model-resource';
import { TerraformModel } from '../../model/terraform-model';
import { nameOf } from '../../topology/network/label';
import { ConnectivityData, ReportedResource } from '../connectivity-data';

const SUBSCRIPTION_ID = /^\/subscriptions\/([^/]+)\//i;

/** Apps, private endpoints, shared private links, and what stands in front of apps. */
const MENTIONED =
  /^azurerm_(private_endpoint|signalr_shared_private_link_resource|.*(web|function)_app.*|.*gateway|api_management|container_app.*)$/;

/** The subscription that an id names. */
export function subscriptionIn(id: string): string | undefined {
  return SUBSCRIPTION_ID.exec(id)?.[1].toLowerCase();
}

/** The names of what networks, services, origins and paths mention by its path, in the order in which they do. */
export function reportedResources(
  model: TerraformModel,
  { networks, services, origins, paths }: ConnectivityData,
): ReportedResource[] {
  const subnets = networks.flatMap((network) => network.subnets);
  const mentioned = new Set([
    ...subnets.flatMap(({ hosts, privateEndpoints }) => [...hosts, ...privateEndpoints]),
    ...services.flatMap(({ privateEndpoints }) => privateEndpoints),
    ...origins.flatMap(({ hosts }) => hosts),
    ...paths.map(({ via }) => via),
  ]);
  const found = new Map<string, ModelResource>();
  model
    .select(({ place }) => MENTIONED.test(place.type))
    .forEach((resource) => mentioned.has(resource.path) && found.set(resource.path, resource));
  return [...mentioned].flatMap((path) => {
    const resource = found.get(path);
    return resource ? [{ id: path, name: nameOf(resource), type: resource.type }] : [];
  });
}
