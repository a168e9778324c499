import { ManagementGroupPolicyExemption } from '@cdktf/provider-azurerm/lib/management-group-policy-exemption';
import { ResourceGroupPolicyExemption } from '@cdktf/provider-azurerm/lib/resource-group-policy-exemption';
import {
  ResourcePolicyExemption,
  ResourcePolicyExemptionConfig,
} from '@cdktf/provider-azurerm/lib/resource-policy-exemption';
import { SubscriptionPolicyExemption } from '@cdktf/provider-azurerm/lib/subscription-policy-exemption';
import { Construct } from 'constructs';
import { RoleScope } from '../../identity';
import { ScopeLevel } from '../../identity/internal/scope-level';

/** The resource of an exemption; azurerm has one for each level of scopes. */
export type ExemptionResource =
  ManagementGroupPolicyExemption | ResourceGroupPolicyExemption | ResourcePolicyExemption | SubscriptionPolicyExemption;

/** Defines the resource for a scope. */
export function defineExemption(
  construct: Construct,
  scope: RoleScope,
  config: Omit<ResourcePolicyExemptionConfig, 'resourceId'>,
): ExemptionResource {
  switch (scope._level) {
    case ScopeLevel.RESOURCE:
      return new ResourcePolicyExemption(construct, 'Resource', { ...config, resourceId: scope.id });
    case ScopeLevel.RESOURCE_GROUP:
      return new ResourceGroupPolicyExemption(construct, 'Resource', { ...config, resourceGroupId: scope.id });
    case ScopeLevel.SUBSCRIPTION:
      return new SubscriptionPolicyExemption(construct, 'Resource', { ...config, subscriptionId: scope.id });
    case ScopeLevel.MANAGEMENT_GROUP:
      return new ManagementGroupPolicyExemption(construct, 'Resource', { ...config, managementGroupId: scope.id });
  }
}
