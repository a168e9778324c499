import { Fn } from 'cdktf';
import { IResourceGroup } from '../core';
import { ScopeLevel } from './internal/scope-level';
import { isGuid } from '../core/internal/guid';
import { checkInput } from '../core/internal/input/check-input';
import { isKnown, Problem } from '../core/internal/violations';

const MANAGEMENT_GROUPS = '/providers/Microsoft.Management/managementGroups/';

/**
 * Scope of a role, a policy or a lock. What is below a scope inherits it, so the narrowest one that does is best.
 *
 * @see https://learn.microsoft.com/azure/role-based-access-control/scope-overview
 */
export class RoleScope {
  /**
   * One resource alone.
   *
   * @param resourceId Azure id of the resource, such as `/subscriptions/.../resourceGroups/.../providers/...`
   */
  public static resource(resourceId: string): RoleScope {
    checkInput('identity.RoleScope.resource', arguments);
    return new RoleScope(ScopeLevel.RESOURCE, resourceId, resourceId);
  }

  /**
   * All resources of a resource group, those added later included.
   *
   * @param group the resource group
   */
  public static resourceGroup(group: IResourceGroup): RoleScope {
    checkInput('identity.RoleScope.resourceGroup', arguments);
    return new RoleScope(ScopeLevel.RESOURCE_GROUP, group.resourceGroupId, group.resourceGroupId, group.node.path);
  }

  /**
   * All resources of a subscription, those added later included.
   *
   * @param subscriptionId GUID of the subscription
   */
  public static subscription(subscriptionId: string): RoleScope {
    checkInput('identity.RoleScope.subscription', arguments);
    return new RoleScope(ScopeLevel.SUBSCRIPTION, `/subscriptions/${subscriptionId}`, subscriptionId, subscriptionId);
  }

  /**
   * All resources of all subscriptions below a management group, those added later included.
   *
   * @param managementGroup Azure id or name of the management group
   */
  public static managementGroup(managementGroup: string): RoleScope {
    checkInput('identity.RoleScope.managementGroup', arguments);
    const known = isKnown(managementGroup);
    const name = known ? managementGroup.slice(managementGroup.lastIndexOf('/') + 1) : Fn.basename(managementGroup);
    return new RoleScope(ScopeLevel.MANAGEMENT_GROUP, `${MANAGEMENT_GROUPS}${name}`, managementGroup, name);
  }

  private constructor(
    /** @internal */
    public readonly _level: ScopeLevel,
    /** Azure id of the scope. */
    public readonly id: string,
    private readonly given: string,
    private readonly label: string = '',
  ) {}

  /**
   * Reports whether the scope is a management group.
   *
   * @internal
   */
  public get _isManagementGroup(): boolean {
    return this._level === ScopeLevel.MANAGEMENT_GROUP;
  }

  /**
   * Azure id of the subscription that the scope is in; `undefined` for a management group.
   *
   * @internal
   */
  public get _subscription(): string | undefined {
    if (this._isManagementGroup) return undefined;
    if (this._level === ScopeLevel.SUBSCRIPTION) return this.id;
    if (isKnown(this.id)) return this.id.split('/').slice(0, 3).join('/');
    return Fn.join('/', Fn.slice(Fn.split('/', this.id), 0, 3));
  }

  /**
   * Words for the further resources that inherit a role, and for the narrower scope; `undefined` for a resource.
   *
   * @internal
   */
  public get _width(): string | undefined {
    const place = isKnown(this.label) ? `${this._level} ${this.label}` : `a ${this._level}`;
    switch (this._level) {
      case ScopeLevel.RESOURCE:
        return undefined;
      case ScopeLevel.RESOURCE_GROUP:
        return `${place} applies to all its resources, also to those added later; use RoleScope.resource(id) for one resource`;
      case ScopeLevel.SUBSCRIPTION:
        return `${place} applies to all its resource groups and resources, also to those added later; use RoleScope.resource(id) for one resource, RoleScope.resourceGroup(group) for one group`;
      case ScopeLevel.MANAGEMENT_GROUP:
        return `${place} applies to all subscriptions below it and all their resources, also to those added later; use RoleScope.resource(id) for one resource, RoleScope.subscription(id) for one subscription`;
    }
  }

  /**
   * Reports what Azure would not accept as this kind of scope.
   *
   * @internal
   */
  public _problems(): Problem[] {
    if (!isKnown(this.given)) return [];
    const advice = this.advice(this.given);
    return advice ? [{ code: 'identity/role-scope', message: `"${this.given}" is not ${advice}` }] : [];
  }

  private advice(given: string): string | undefined {
    switch (this._level) {
      case ScopeLevel.RESOURCE:
        // A subscription or a resource group is a scope as well, but a wider one than was asked for.
        return /^\/subscriptions\/[^/]+\/(?!resourceGroups(\/[^/]*)?\/?$)[^/]/i.test(given)
          ? undefined
          : 'the id of a resource; use one such as /subscriptions/.../resourceGroups/.../providers/..., or RoleScope.resourceGroup, subscription or managementGroup';
      case ScopeLevel.RESOURCE_GROUP:
        return /^\/subscriptions\/[^/]+\/resourceGroups\/[^/]+$/i.test(given)
          ? undefined
          : 'the id of a resource group; use one such as /subscriptions/.../resourceGroups/NAME';
      case ScopeLevel.SUBSCRIPTION:
        return isGuid(given) ? undefined : 'a subscription id; use its GUID alone';
      case ScopeLevel.MANAGEMENT_GROUP:
        return /^(\/providers\/Microsoft\.Management\/managementGroups\/)?[-\w.()]{0,89}[-\w()]$/i.test(given)
          ? undefined
          : 'a management group; use its id, or its name of up to 90 letters, digits, "-", "_", ".", "(" or ")", not ending with a period';
    }
  }
}
