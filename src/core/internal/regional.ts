import { TerraformProvider } from 'cdktf';
import { IConstruct } from 'constructs';
import { locationProblems } from './locations';
import { normalizeLocation } from './region-name';
import { tagProblems } from './tags';
import { isKnown, Problem } from './violations';

/** Properties of every resource with a region. */
interface Regional {
  readonly resourceGroup: { readonly resourceGroupName: string; readonly location: string };
  readonly location?: string;
  readonly provider?: TerraformProvider;
  readonly tags?: { [name: string]: string };
}

/** Reports what Azure would reject in the region and tags of a resource. */
export function regionalProblems(scope: IConstruct, props: Regional): Problem[] {
  return [...locationProblems(scope, props.location), ...tagProblems(props.tags)];
}

/** The region of a resource, in Azure's spelling. */
export function regionOf(props: Regional): string {
  const location = props.location ?? props.resourceGroup.location;
  return isKnown(location) ? normalizeLocation(location) : location;
}

/** Region, group, tags and provider in azurerm's form. */
export function regionalAttributes(props: Regional) {
  return {
    location: regionOf(props),
    resourceGroupName: props.resourceGroup.resourceGroupName,
    tags: props.tags,
    provider: props.provider,
  };
}
