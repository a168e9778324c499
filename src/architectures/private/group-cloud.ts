import { AzureCloud, IResourceGroup } from '../../core';
import { isKnown, Problem } from '../../core/internal/violations';

/** Reports why a part of an architecture in a region cannot be in a resource group. */
export function groupCloudProblems(part: string, location: string, group: IResourceGroup | undefined): Problem[] {
  if (!isKnown(group?.location) || !isKnown(location)) return [];
  const cloud = AzureCloud.ofLocation(location);
  if (AzureCloud.ofLocation(group.location) === cloud) return [];
  const message = `the ${part} is in ${location}, but its resource group ${group.node.path} is in ${group.location}, in another cloud of Azure; use one cloud`;
  return [{ code: 'core/location', message }];
}
