import { IConstruct } from 'constructs';
import { namesInContext } from './context-names';
import { EXTRA_LOCATIONS_CONTEXT, isLocation, LOCATIONS } from './locations';
import { nearestName } from './near-names';
import { PLATFORM_TAGS, REGIONS_OF_TAGS, SERVICE_TAGS } from './service-tag-names';

/** Construct context that names service tags newer than this library, as an array of strings. */
export const EXTRA_SERVICE_TAGS_CONTEXT = 'azureServiceTags';

const NEWER = `or list a newer tag in the construct context "${EXTRA_SERVICE_TAGS_CONTEXT}"`;

/** Reports whether a text may be a service tag: names with one period, and a region behind another. */
export function isTagLike(text: string): boolean {
  return /^[a-zA-Z][a-zA-Z0-9]*(\.[a-zA-Z0-9]+){0,2}$/.test(text);
}

/**
 * Problems with a service tag that is well-formed, in a security rule.
 *
 * The table of the documentation says which tags have regions, and Azure's lists have regions of others too, so each
 * tag of a service may have one. Letter case does not matter.
 */
export function serviceTagProblem(scope: IConstruct, tag: string): string | undefined {
  const known = [...SERVICE_TAGS, ...namesInContext(scope, EXTRA_SERVICE_TAGS_CONTEXT)];
  if (find(tag, [...known, ...PLATFORM_TAGS])) return undefined;
  const period = tag.lastIndexOf('.');
  const [service, region] = period < 0 ? [tag, ''] : [tag.slice(0, period), tag.slice(period + 1)];
  const platform = find(service, PLATFORM_TAGS);
  if (platform) return `"${tag}" is not a service tag; use ${platform}, which has no regions`;
  if (find(service, known)) return regionProblem(scope, service, region);
  const nearest = nearestName(tag, [...known, ...PLATFORM_TAGS]);
  const nearestService = nearest === undefined && region !== '' ? nearestName(service, known) : undefined;
  const instead = nearest ?? (nearestService && `${nearestService}.${region}`) ?? 'a name such as AzureMonitor';
  return `"${tag}" is not a known service tag; use ${instead}, ${NEWER}`;
}

/** Problems with a service tag that is well-formed, in a route. */
export function routeTagProblem(scope: IConstruct, tag: string): string | undefined {
  const platform = find(tag, PLATFORM_TAGS);
  if (!platform) return serviceTagProblem(scope, tag);
  const instead = platform === 'Internet' ? '0.0.0.0/0' : 'the ranges of the tag';
  return `Azure accepts the service tag ${platform} in security rules alone; give ${instead}`;
}

function regionProblem(scope: IConstruct, service: string, region: string): string | undefined {
  if (isLocation(scope, region) || find(region, REGIONS_OF_TAGS)) return undefined;
  const nearest = nearestName(region, [...LOCATIONS, ...REGIONS_OF_TAGS]) ?? 'centralus';
  return `"${service}.${region}" is a service tag of a region that is not known; use one such as ${service}.${nearest}, or list a newer region in the construct context "${EXTRA_LOCATIONS_CONTEXT}"`;
}

function find(name: string, names: readonly string[]): string | undefined {
  const wanted = name.toLowerCase();
  return names.find((each) => each.toLowerCase() === wanted);
}
