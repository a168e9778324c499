import { Certainty } from '../../core/internal/certainty';
import { ModelResource } from '../../model/model-resource';
import { Subscription } from '../../model/subscription';
import { TerraformModel } from '../../model/terraform-model';
import { APPS } from '../apps/app-types';
import { SIGNALR } from '../signalr/connections';
import { Value } from '../values';

/** Level of a scope. */
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

/** From the widest to the narrowest. */
const WIDTHS = [ScopeKind.MANAGEMENT_GROUP, ScopeKind.SUBSCRIPTION, ScopeKind.RESOURCE_GROUP, ScopeKind.RESOURCE];

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
    azurerm_container_registry: 'Microsoft.ContainerRegistry/registries',
  }),
);

/** Scope of a role, a policy or a lock. */
export class Scope {
  /** The one that something of the configuration has, in the subscription of its provider. */
  public static of(owner: Pick<ModelResource, 'at'>, value: Value, model: TerraformModel): Scope {
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
    // What is in place of a part of an id may hold slashes.
    const id = value.text.replace(/\$\{[^{}]*\}/g, OPEN);
    const parts = value.resource || id === OPEN ? undefined : ID.exec(id);
    [, this.subscription, this.group, this.type, this.name] = parts ?? [];
    this.kind = this.kindOf(id, parts !== undefined && parts !== null);
  }

  /** Reports whether a resource is in the scope. */
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
   * Reports whether a subscription whose id is given is the one of a resource. Where a provider names none, it may be
   * any: roles of a landing zone are given on subscriptions that have nothing to do with it.
   */
  public isSubscriptionOf(each: ModelResource): Certainty {
    if (this.kind !== ScopeKind.SUBSCRIPTION) return Certainty.YES;
    const { resource } = this.value;
    const id = resource ? resource.at('subscription_id').knownText : known(this.subscription);
    return id === undefined ? Certainty.YES : this.model.subscriptionOf(each).isSame(Subscription.ofId(id));
  }

  /** Reports whether another scope is this scope, or is within it. */
  public contains(other: Scope): Certainty {
    if (this.isRead.isMaybe || other.isRead.isMaybe) return Certainty.all([this.isRead, other.isRead]);
    const [ownId, otherId] = [this, other].map(({ value }) => value.knownText?.toLowerCase());
    if (this.kind === ScopeKind.MANAGEMENT_GROUP) {
      return ownId !== undefined && ownId === otherId
        ? Certainty.YES
        : Certainty.maybe('what is below a management group');
    }
    // What is wider is never within what is narrower.
    if (WIDTHS.indexOf(other.kind) < WIDTHS.indexOf(this.kind)) return Certainty.NO;
    const conditions = [this.isInSubscriptionOf(other)];
    if (this.kind !== ScopeKind.SUBSCRIPTION) {
      conditions.push(isSame(this.groupName, other.groupName, 'the resource group of a scope'));
    }
    if (this.kind === ScopeKind.RESOURCE) conditions.push(this.isResourceOf(other));
    return Certainty.all(conditions);
  }

  /**
   * Reports whether it is known what the scope is: an id, or that of a resource; other attributes name what Azure
   * makes.
   */
  private get isRead(): Certainty {
    const { resource, identified, decidedBy } = this.value;
    const isKnown = this.kind !== ScopeKind.UNKNOWN && resource === identified;
    return isKnown ? Certainty.YES : Certainty.maybe(decidedBy);
  }

  private get groupName(): string | undefined {
    const { resource } = this.value;
    if (!resource) return known(this.group);
    return resource.type === GROUP ? resource.name : resource.group;
  }

  private get home(): Subscription | undefined {
    const { resource } = this.value;
    const id = resource ? resource.at('subscription_id').knownText : known(this.subscription);
    if (id !== undefined) return Subscription.ofId(id);
    return resource && this.model.subscriptionOf(resource);
  }

  private isInSubscriptionOf({ home }: Scope): Certainty {
    return (home && this.home?.isSame(home)) ?? Certainty.maybe('the subscription of a scope');
  }

  /** Reports whether another resource is this one or a part of it, where both are in one group. */
  private isResourceOf({ value }: Scope): Certainty {
    const [own, other] = [this.value.knownText, value.knownText].map((id) => id?.toLowerCase());
    if (own !== undefined && other !== undefined) return Certainty.of(`${other}/`.startsWith(`${own}/`));
    return this.value.resource && this.value.resource === value.resource
      ? Certainty.YES
      : Certainty.maybe('whether one resource is a part of another');
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

  /**
   * Reports whether a resource is known to be in another subscription. Where a provider names none, it is taken for the
   * same.
   */
  private isElsewhere(each: ModelResource): Certainty {
    const subscription = known(this.subscription);
    if (subscription === undefined) return Certainty.NO;
    return Certainty.of(this.model.subscriptionOf(each).isSame(Subscription.ofId(subscription)).isNo);
  }
}

/** The provider of a resource; empty for the stack's default one. */
function providerOf(resource: Pick<ModelResource, 'at'>): string {
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
