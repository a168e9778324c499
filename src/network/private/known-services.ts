import { IConstruct } from 'constructs';
import { namesInContext } from '../../core/internal/context-names';
import { nearestName } from '../../core/internal/near-names';
import { isKnown } from '../../core/internal/violations';

/** Construct context that names services of subnets newer than this library, as an array of strings. */
export const EXTRA_SUBNET_SERVICES_CONTEXT = 'azureSubnetServices';

/**
 * Problems with names of which azurerm and Azure accept those of a list; letter case counts.
 *
 * @param what what such a name is, such as `a service with service endpoints`
 * @param example for names that are like none of the list
 */
export function unknownNames(
  scope: IConstruct,
  given: readonly string[],
  list: readonly string[],
  what: string,
  example: string,
): string[] {
  const known = [...list, ...namesInContext(scope, EXTRA_SUBNET_SERVICES_CONTEXT)];
  return given
    .filter((name) => isKnown(name) && !known.includes(name))
    .map((name) => {
      const instead = nearestName(name, known) ?? `one such as ${example}`;
      return `"${name}" is not ${what}; use ${instead}, or list a newer one in the construct context "${EXTRA_SUBNET_SERVICES_CONTEXT}"`;
    });
}
