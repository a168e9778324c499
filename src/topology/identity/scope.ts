import { Certainty } from '../../core/internal/certainty';
import { ModelResource } from '../../model/model-resource';
import { Subscription } from '../../model/subscription';
import { TerraformModel } from '../../model/terraform-model';
import { APPS } from '../apps/app-types';
import { SIGNALR } from '../signalr/connections';
import { Value } from '../values';

/** How much a scope covers. */
export enum ScopeKind {
  RESOURCE = 'Resource',
  RESOURCE_GROUP = 'ResourceGroup',
  SUBSCRIPTION = 'Subscription',
  MANAGEMENT_GROUP = 'ManagementGroup',
  UNKNOWN = 'Unknown',
}

const GROUP = 'azurerm_resource_group';
const OF_TYPE = new Map<string, ScopeKind>(
  Object.entries({
    [GROUP]: ScopeKind.RESOURCE_GROUP,
    azurerm_subscription: ScopeKind.SUBSCRIPTION,
    azurerm_management_group: ScopeKind.MANAGEMENT_GROUP,
  }),
);

const MANAGEMENT_GROUP = /^\/providers\/Microsoft\.Management\/managementGroups\//i;
const ID = /^(?:\/subscriptions\/([^/]+)|\?)(?:\/resourceGroups\/([^/]+)(?:\/providers\/([^/]+\/[^/]+)\/(.+?))?)?\/?$/i;

/** Stands for a part of an id that only Terraform knows. */
const OPEN = '?';

/** ARM types of the resources that are asked about. */
const ARM_TYPES = new Map<string, string>(
  Object.entries({
    ...Object.fromEntries(APPS.map((type) => [type, 'Microsoft.Web/sites'])),
    azurerm_service_plan: 'Microsoft.Web/serverFarms',
    [SIGNALR]: 'Microsoft.SignalRService/SignalR',
    azurerm_key_vault: 'Microsoft.KeyVault/vaults',
  }),
);

/** What a role, a policy or a lock is for. */
export class Scope {
  /** The one that something of the configuration has, in the subscription of its provider. */
  public static of(owner: ModelResource, value: Value, model: TerraformModel): Scope {
    return new Scope(value, providerOf(owner), model);
  }

  public readonly kind: ScopeKind;
  private readonly subscription?: string;
  private readonly group?: string;
  private readonly type?: string;
  private readonly name?: string;

  /**
   * @param value id of a resource, a resource group, a subscription or a management group
   * @param provider of what has the scope; empty for the stack's default one
   */
  public constructor(
    private readonly value: Value,
    private readonly provider: string,
    private readonly model: TerraformModel,
  ) {
    // What stands in place of a part of an id may hold slashes.
    const id = value.text.replace(/\$\{[^{}]*\}/g, OPEN);
    const parts = value.resource || id === OPEN ? undefined : ID.exec(id);
    [, this.subscription, this.group, this.type, this.name] = parts ?? [];
    this.kind = this.kindOf(id, parts !== undefined && parts !== null);
  }

  /** Whether a resource lies in the scope. */
  public covers(each: ModelResource): Certainty {
    const { resource } = this.value;
    switch (this.kind) {
      case ScopeKind.UNKNOWN:
        return Certainty.maybe('the scope');
      case ScopeKind.RESOURCE:
        return resource ? Certainty.of(each === resource) : this.isNamed(each);
      case ScopeKind.RESOURCE_GROUP:
        if (!resource) return Certainty.all([this.isInGroup(each), this.isElsewhere(each).not]);
        return Certainty.any([
          Certainty.of(each.at('resource_group_name').resource === resource),
          isSame(each.group, resource.name, 'the resource group'),
        ]);
      default:
        if (this.isElsewhere(each).isYes) return Certainty.NO;
        return Certainty.of(providerOf(each) === this.provider || undefined, 'the provider of the resource');
    }
  }

  /**
   * Whether a subscription whose id is given is the one of a resource. Where a provider names none, it may be any: roles of
   * a landing zone are given on subscriptions that have nothing to do with it.
   */
  public isSubscriptionOf(each: ModelResource): Certainty {
    if (this.kind !== ScopeKind.SUBSCRIPTION) return Certainty.YES;
    const { resource } = this.value;
    const id = resource ? resource.at('subscription_id').knownText : known(this.subscription);
    return id === undefined ? Certainty.YES : this.model.subscriptionOf(each).isSame(Subscription.ofId(id));
  }

  private kindOf(id: string, isRead: boolean): ScopeKind {
    const { resource, isUnknown } = this.value;
    if (resource) return OF_TYPE.get(resource.type) ?? ScopeKind.RESOURCE;
    if (MANAGEMENT_GROUP.test(id)) return ScopeKind.MANAGEMENT_GROUP;
    if (!isRead) return isUnknown ? ScopeKind.UNKNOWN : ScopeKind.RESOURCE;
    if (this.name !== undefined) return ScopeKind.RESOURCE;
    return this.group === undefined ? ScopeKind.SUBSCRIPTION : ScopeKind.RESOURCE_GROUP;
  }

  private isNamed(each: ModelResource): Certainty {
    if (this.name === undefined) return Certainty.NO;
    return Certainty.all([
      isSame(ARM_TYPES.get(each.type), this.type, 'the type of the resource'),
      this.isInGroup(each),
      isSame(each.name, known(this.name), 'the name of the resource'),
    ]);
  }

  private isInGroup(each: ModelResource): Certainty {
    return isSame(each.group, known(this.group), 'the resource group');
  }

  /** Whether a resource is known to be in another subscription. Where a provider names none, it is taken for the same. */
  private isElsewhere(each: ModelResource): Certainty {
    const subscription = known(this.subscription);
    if (subscription === undefined) return Certainty.NO;
    return Certainty.of(this.model.subscriptionOf(each).isSame(Subscription.ofId(subscription)).isNo);
  }
}

/** The provider of a resource; empty for the stack's default one. */
function providerOf(resource: ModelResource): string {
  return resource.at('provider').text;
}

/** A part of an id, where it can be read. */
function known(part: string | undefined): string | undefined {
  return part?.includes(OPEN) ? undefined : part;
}

function isSame(a: string | undefined, b: string | undefined, because: string): Certainty {
  if (a === undefined || b === undefined) return Certainty.maybe(because);
  return Certainty.of(a.toLowerCase() === b.toLowerCase());
}
