import { ModelBlock } from '../../model/model-block';
import { ModelResource } from '../../model/model-resource';
import { Target } from '../../model/target';
import { Block, plain } from '../values';

/** Returns the name that people use for a resource: its name in Azure, or else the last part of its path. */
export function nameOf(resource: ModelResource): string {
  return resource.name ?? resource.label;
}

/** A resource by kind, name and path. */
export function labelOf(kind: string, resource: ModelResource): string {
  return `${kind} "${nameOf(resource)}" (${resource.path})`;
}

/** Labels the target of an id, by kind, name and path, or by the id. */
export function targetLabel(kind: string, target: Target): string {
  return target.resource ? labelOf(kind, target.resource) : `${kind} ${target.key ?? 'that is not known'}`;
}

/** A block of a resource, or a resource of its own, by kind, name and path. */
export function blockLabel(kind: string, block: ModelBlock<ModelResource>, path: string): string {
  return `${kind} "${block.at('name').knownText ?? '?'}" (${path})`;
}

/** A rule of a security group, or a route, in one line. */
export function memberLabel(body: Block): string {
  const [name, priority, direction, access, prefix, hop, appliance] = [
    'name',
    'priority',
    'direction',
    'access',
    'address_prefix',
    'next_hop_type',
    'next_hop_in_ip_address',
  ].map((attribute) => plain(body.at(attribute).text));
  return priority === ''
    ? `${name}: ${prefix} to ${[hop, appliance].filter(Boolean).join(' ')}`
    : `${direction} ${priority} ${access} ${name}`;
}
