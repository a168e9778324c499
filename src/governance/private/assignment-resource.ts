import { ManagementGroupPolicyAssignment } from '@cdktf/provider-azurerm/lib/management-group-policy-assignment';
import { ResourceGroupPolicyAssignment } from '@cdktf/provider-azurerm/lib/resource-group-policy-assignment';
import {
  ResourcePolicyAssignment,
  ResourcePolicyAssignmentConfig,
} from '@cdktf/provider-azurerm/lib/resource-policy-assignment';
import { SubscriptionPolicyAssignment } from '@cdktf/provider-azurerm/lib/subscription-policy-assignment';
import { Construct } from 'constructs';
import { RoleScope } from '../../identity';
import { ScopeLevel } from '../../identity/internal/scope-level';

/** The resource of an assignment; azurerm has one for each level of scopes. */
export type AssignmentResource =
  | ManagementGroupPolicyAssignment
  | ResourceGroupPolicyAssignment
  | ResourcePolicyAssignment
  | SubscriptionPolicyAssignment;

/** Defines the resource for a scope. */
export function defineAssignment(
  construct: Construct,
  scope: RoleScope,
  config: Omit<ResourcePolicyAssignmentConfig, 'resourceId'>,
): AssignmentResource {
  switch (scope._level) {
    case ScopeLevel.RESOURCE:
      return new ResourcePolicyAssignment(construct, 'Resource', { ...config, resourceId: scope.id });
    case ScopeLevel.RESOURCE_GROUP:
      return new ResourceGroupPolicyAssignment(construct, 'Resource', { ...config, resourceGroupId: scope.id });
    case ScopeLevel.SUBSCRIPTION:
      return new SubscriptionPolicyAssignment(construct, 'Resource', { ...config, subscriptionId: scope.id });
    case ScopeLevel.MANAGEMENT_GROUP:
      return new ManagementGroupPolicyAssignment(construct, 'Resource', { ...config, managementGroupId: scope.id });
  }
}
