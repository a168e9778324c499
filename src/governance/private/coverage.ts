import { ARM_TYPES } from './judges';
import { ModelResource } from '../../model/model-resource';
import { ModelValue } from '../../model/model-value';

/** Whether a resource lies in a scope; `undefined` where that is only known when Terraform runs. */
export type Coverage = (resource: ModelResource) => boolean | undefined;

const SUBSCRIPTION = /^\/subscriptions\/[^/]+\/?$|^\/providers\/Microsoft\.Management\/managementGroups\//i;
const GROUP = /^\/subscriptions\/[^/]+\/resourceGroups\/([^/]+)\/?$/i;
const RESOURCE = /^\/subscriptions\/[^/]+\/resourceGroups\/([^/]+)\/providers\/([^/]+\/[^/]+)\/([^/]+)\/?$/i;

/**
 * The resources that a scope covers.
 *
 * @param scope id of a resource, a resource group, a subscription or a management group
 * @param provider of the resource that the scope is given to; empty for the stack's default one
 */
export function coverageOf(scope: ModelValue<ModelResource>, provider: string): Coverage {
  const { resource: target, text } = scope;
  if (target) return target.type === 'azurerm_resource_group' ? inGroup(target) : (resource) => resource === target;
  if (SUBSCRIPTION.test(text)) return (resource) => providerOf(resource) === provider || undefined;
  const [, group] = GROUP.exec(text) ?? [];
  if (group) return (resource) => isSame(resource.group, nameIn(group));
  const [, parent, type, name] = RESOURCE.exec(text) ?? [];
  if (!type) return () => (scope.isUnknown ? undefined : false);
  return (resource) =>
    all([
      isSame(ARM_TYPES[resource.type], type),
      isSame(resource.group, nameIn(parent)),
      isSame(resource.name, nameIn(name)),
    ]);
}

/** Three-valued "and". */
export function all(facts: readonly (boolean | undefined)[]): boolean | undefined {
  if (facts.includes(false)) return false;
  return facts.includes(undefined) ? undefined : true;
}

/** Three-valued "or". */
export function any(facts: readonly (boolean | undefined)[]): boolean | undefined {
  if (facts.includes(true)) return true;
  return facts.includes(undefined) ? undefined : false;
}

function inGroup(group: ModelResource): Coverage {
  return (resource) => resource.at('resource_group_name').resource === group || isSame(resource.group, group.name);
}

/** The provider of a resource; empty for the stack's default one. */
export function providerOf(resource: ModelResource): string {
  return resource.at('provider').text;
}

/** The name that stands in an id, where it can be read. */
function nameIn(segment: string): string | undefined {
  return segment.includes('${') ? undefined : segment;
}

function isSame(a: string | undefined, b: string | undefined): boolean | undefined {
  return a === undefined || b === undefined ? undefined : a.toLowerCase() === b.toLowerCase();
}
