import { IConstruct } from 'constructs';
import { locationsDiffer } from '../../core/internal/locations';
import { Problem } from '../../core/internal/violations';

/** A construct whose region may be known. */
interface Located extends IConstruct {
  readonly location?: string;
}

/** Reports a resource in another region than the resource that it works with; unknown regions count as equal. */
export function locationDifferenceProblems(location: string | undefined, other: Located, what: string): Problem[] {
  if (!locationsDiffer(location, other.location)) return [];
  const message = `${location} given, but ${what} ${other.node.path} is in ${other.location}; use one region`;
  return [{ code: 'dns/location', message }];
}
