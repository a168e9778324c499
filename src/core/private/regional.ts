import { IConstruct } from 'constructs';
import { locationProblems, normalizeLocation } from './locations';
import { tagProblems } from './tags';
import { isKnown, Problem } from './violations';
import { RegionalResourceProps } from '../regional-resource';

/** What Azure would refuse in the region and tags of a resource. */
export function regionalProblems(scope: IConstruct, props: RegionalResourceProps): Problem[] {
  return [...locationProblems(scope, props.location), ...tagProblems(props.tags)];
}

/** The region of a resource, in Azure's spelling. */
export function regionOf(props: RegionalResourceProps): string {
  const location = props.location ?? props.resourceGroup.location;
  return isKnown(location) ? normalizeLocation(location) : location;
}

/** Region, group, tags and provider in azurerm's form. */
export function regionalAttributes(props: RegionalResourceProps) {
  return {
    location: regionOf(props),
    resourceGroupName: props.resourceGroup.resourceGroupName,
    tags: props.tags,
    provider: props.provider,
  };
}
