import { Certainty } from '../../core/internal/certainty';
import { ModelResource } from '../../model/model-resource';
import { ModelValue } from '../../model/model-value';
import { APPS } from '../../topology/apps/app-types';

/** Whether a resource lies in a scope. */
export type Coverage = (resource: ModelResource) => Certainty;

const SUBSCRIPTION = /^\/subscriptions\/[^/]+\/?$|^\/providers\/Microsoft\.Management\/managementGroups\//i;
const GROUP = /^\/subscriptions\/[^/]+\/resourceGroups\/([^/]+)\/?$/i;
const RESOURCE = /^\/subscriptions\/[^/]+\/resourceGroups\/([^/]+)\/providers\/([^/]+\/[^/]+)\/([^/]+)\/?$/i;

/** ARM types of the resources that are judged. */
const ARM_TYPES: Readonly<Record<string, string>> = {
  ...Object.fromEntries(APPS.map((type) => [type, 'Microsoft.Web/sites'])),
  azurerm_service_plan: 'Microsoft.Web/serverFarms',
  azurerm_signalr_service: 'Microsoft.SignalRService/SignalR',
};

/**
 * The resources that a scope covers.
 *
 * @param scope id of a resource, a resource group, a subscription or a management group
 * @param provider of the resource that the scope is given to; empty for the stack's default one
 */
export function coverageOf(scope: ModelValue<ModelResource>, provider: string): Coverage {
  const { resource: target, text } = scope;
  if (target) {
    return target.type === 'azurerm_resource_group' ? inGroup(target) : (each) => Certainty.of(each === target);
  }
  if (SUBSCRIPTION.test(text)) {
    return (each) => Certainty.of(providerOf(each) === provider || undefined, 'the provider of the resource');
  }
  const [, group] = GROUP.exec(text) ?? [];
  if (group) return (each) => isSame(each.group, nameIn(group), 'the resource group');
  const [, parent, type, name] = RESOURCE.exec(text) ?? [];
  if (!type) return () => (scope.isUnknown ? Certainty.maybe('the scope') : Certainty.NO);
  return (each) =>
    Certainty.all([
      isSame(ARM_TYPES[each.type], type, 'the type of the resource'),
      isSame(each.group, nameIn(parent), 'the resource group'),
      isSame(each.name, nameIn(name), 'the name of the resource'),
    ]);
}

function inGroup(group: ModelResource): Coverage {
  return (each) =>
    Certainty.any([
      Certainty.of(each.at('resource_group_name').resource === group),
      isSame(each.group, group.name, 'the resource group'),
    ]);
}

/** The provider of a resource; empty for the stack's default one. */
export function providerOf(resource: ModelResource): string {
  return resource.at('provider').text;
}

/** The name that stands in an id, where it can be read. */
function nameIn(segment: string): string | undefined {
  return segment.includes('${') ? undefined : segment;
}

function isSame(a: string | undefined, b: string | undefined, because: string): Certainty {
  if (a === undefined || b === undefined) return Certainty.maybe(because);
  return Certainty.of(a.toLowerCase() === b.toLowerCase());
}
