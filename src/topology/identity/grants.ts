import { Role, roleOf } from './roles';
import { addTo } from '../../core/internal/add-to';
import { ModelResource } from '../../model/model-resource';
import { Target } from '../../model/target';
import { TerraformModel } from '../../model/terraform-model';
import { SIGNALR } from '../signalr/connections';

/** How much a role assignment covers. */
export enum ScopeKind {
  RESOURCE = 'Resource',
  RESOURCE_GROUP = 'ResourceGroup',
  SUBSCRIPTION = 'Subscription',
  MANAGEMENT_GROUP = 'ManagementGroup',
  UNKNOWN = 'Unknown',
}

/** What a role assignment gives. */
export interface Grant {
  readonly role: Role;
  readonly scope: ScopeKind;
  /** Whether the scope is a SignalR service itself. */
  readonly isOnService: boolean;
  /** The SignalR services of the tree that the scope is or contains. */
  readonly services: ReadonlySet<ModelResource>;
}

const OF_TYPE: Readonly<Record<string, ScopeKind>> = {
  azurerm_resource_group: ScopeKind.RESOURCE_GROUP,
  azurerm_subscription: ScopeKind.SUBSCRIPTION,
  azurerm_management_group: ScopeKind.MANAGEMENT_GROUP,
};

const OF_ID: readonly [RegExp, ScopeKind][] = [
  [/^\/subscriptions\/[^/]+\/resourceGroups\/[^/]+\/?$/i, ScopeKind.RESOURCE_GROUP],
  [/^\/subscriptions\/[^/]+\/?$/i, ScopeKind.SUBSCRIPTION],
  [/^\/providers\/Microsoft\.Management\/managementGroups\/[^/]+\/?$/i, ScopeKind.MANAGEMENT_GROUP],
  [/^\/subscriptions\/[^/]+\/resourceGroups\/[^/]+\/providers\/.+/i, ScopeKind.RESOURCE],
];

/** What all role assignments of a tree give. */
export interface Grants {
  readonly byAssignment: ReadonlyMap<ModelResource, Grant>;
  readonly byService: ReadonlyMap<ModelResource, readonly ModelResource[]>;
  /** Assignments of which only Terraform will know what they cover. */
  readonly elsewhere: readonly ModelResource[];
}

/** What the role assignments of a tree give. */
export function grantsOf(model: TerraformModel): Grants {
  const services = model.resources(SIGNALR);
  const byGroup = grouped(services.map((service) => [groupKey(service), service]));
  const assignments = model.resources('azurerm_role_assignment');
  const byAssignment = new Map(
    assignments.map((assignment) => [assignment, grantOf(assignment, model, { services, byGroup })]),
  );
  const pairs = [...byAssignment].flatMap(([assignment, grant]) =>
    [...grant.services].map((service): [ModelResource, ModelResource] => [service, assignment]),
  );
  const elsewhere = assignments.filter((assignment) => byAssignment.get(assignment)!.scope === ScopeKind.UNKNOWN);
  return { byAssignment, byService: grouped(pairs), elsewhere };
}

function grouped<K, V>(pairs: readonly [K, V][]): Map<K, V[]> {
  const groups = new Map<K, V[]>();
  pairs.forEach(([key, value]) => addTo(groups, key, value));
  return groups;
}

/** Services whose group has a name that only Terraform knows are found by the group that they refer to. */
function groupKey(service: ModelResource): string {
  return (service.group ?? service.at('resource_group_name').resource?.path ?? '').toLowerCase();
}

interface Services {
  readonly services: readonly ModelResource[];
  readonly byGroup: ReadonlyMap<string, readonly ModelResource[]>;
}

function grantOf(assignment: ModelResource, model: TerraformModel, { services, byGroup }: Services): Grant {
  const value = assignment.at('scope');
  const target = value.resource ? Target.resource(value.resource) : model.target(value, SIGNALR);
  const scope = scopeKind(target, value.text);
  const role = roleOf(assignment);
  if (target.resource?.type === SIGNALR) {
    return { role, scope, isOnService: true, services: new Set([target.resource]) };
  }
  const none = { role, scope, isOnService: /\/providers\/Microsoft\.SignalRService\//i.test(value.text) };
  if (scope === ScopeKind.RESOURCE || scope === ScopeKind.UNKNOWN) return { ...none, services: new Set() };
  if (scope !== ScopeKind.RESOURCE_GROUP) return { ...none, services: new Set(services) };
  const group = target.resource
    ? (target.resource.name ?? target.resource.path)
    : value.text.replace(/\/?$/, '').split('/').pop()!;
  return { ...none, services: new Set(byGroup.get(group.toLowerCase())) };
}

function scopeKind({ resource, isUnknown }: Target, text: string): ScopeKind {
  if (resource) return OF_TYPE[resource.type] ?? ScopeKind.RESOURCE;
  // What stands in place of an id of a subscription may hold slashes.
  const id = text.replace(/\$\{[^{}]*\}/g, 'unknown');
  const kind = OF_ID.find(([pattern]) => pattern.test(id))?.[1];
  return kind ?? (isUnknown ? ScopeKind.UNKNOWN : ScopeKind.RESOURCE);
}
