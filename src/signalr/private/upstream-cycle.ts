import { TerraformResource, TerraformStack } from 'cdktf';
import { Problem } from '../../core/internal/violations';
import { resolved } from '../../engine/resolved';
import { constructsOf } from '../../engine/stacks';
import { Upstream } from '../upstream';

/** Matches a possible name of a resource in an expression: its type and its logical id. */
const RESOURCE_NAME = /(?<![\w.-])[a-z]\w*\.[\w-]+/g;

/**
 * Upstreams whose addresses name something that waits for the service, as an application does that is connected to it:
 * Terraform can create neither of the two first.
 */
export function upstreamCycleProblems(service: TerraformResource, upstreams: readonly Upstream[]): Problem[] {
  if (upstreams.length === 0) return [];
  const resources = new Map(
    constructsOf(TerraformStack.of(service))
      .filter(TerraformResource.isTerraformResource)
      .map((resource) => [`${resource.terraformResourceType}.${resource.friendlyUniqueId}`, resource]),
  );
  const namedIn = (value: unknown) =>
    (JSON.stringify(resolved(service, value)).match(RESOURCE_NAME) ?? []).flatMap((name) => resources.get(name) ?? []);
  const waits = (resource: TerraformResource, seen: Set<TerraformResource>): boolean => {
    if (resource === service) return true;
    if (seen.has(resource)) return false;
    seen.add(resource);
    return namedIn(resource.toTerraform()).some((named) => waits(named, seen));
  };
  return upstreams.flatMap(({ url }) => {
    const waiting = namedIn(url.template).find((named) => waits(named, new Set()));
    if (!waiting) return [];
    const path = waiting.node.path.replace(/\/Resource$/, '');
    const message = `"${url._shown}" refers to ${path}, which waits for this service, so Terraform could create neither first; write the host name as text, such as NAME.azurewebsites.net`;
    return [{ code: 'signalr/upstream-cycle', message }];
  });
}
