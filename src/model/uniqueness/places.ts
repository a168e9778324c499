import { Place, Subscription } from './place';
import { Subscriptions } from './subscriptions';
import { ModelResource } from '../model-resource';
import { ModelValue } from '../model-value';
import { TerraformModel } from '../terraform-model';

type Value = ModelValue<ModelResource>;

/** Where in Azure the resources of a model are. */
export class Places {
  private readonly subscriptions: Subscriptions;
  private readonly known = new Map<ModelResource, Place>();

  public constructor(private readonly model: TerraformModel) {
    this.subscriptions = new Subscriptions(model);
  }

  /** The subscription that a resource is deployed to. */
  public subscriptionOf(resource: ModelResource): Place {
    return Place.in(this.subscriptions.of(resource, 'subscription_id'));
  }

  /** The directory that a resource is deployed to. */
  public tenantOf(resource: ModelResource): Place {
    return Place.in(this.subscriptions.of(resource, 'tenant_id'));
  }

  /** The resource group of a resource. */
  public groupOf(resource: ModelResource): Place {
    const group = resource.at('resource_group_name');
    return Place.in(this.subscriptionOfGroup(resource, group)).child(group.knownText ?? symbolOf(group, resource));
  }

  /** The private DNS zone that a link or record is in: azurerm 5 names it by its id. */
  public zoneOf(resource: ModelResource, attribute: string): Place {
    const id = resource.at('private_dns_zone_id');
    return id.isAbsent ? this.named(resource, attribute) : this.identified(id, resource);
  }

  /** What an attribute names in the group of a resource. */
  public named(resource: ModelResource, attribute: string): Place {
    const name = resource.at(attribute);
    return this.groupOf(resource).child(name.knownText ?? symbolOf(name, resource));
  }

  /** What an id in a resource leads to. */
  public identified(id: Value, resource: ModelResource): Place {
    if (isOne(id.resource)) return this.of(id.resource);
    const text = id.knownText;
    return (text && Place.ofId(text)) || Place.ofExpression(text ?? symbolOf(id, resource));
  }

  /** What an id in a resource leads to, whatever its type: two types may have one name in one group. */
  public targetOf(id: Value, resource: ModelResource): string {
    const { key, resource: target } = this.model.target(id);
    return key === undefined || (target && !isOne(target)) ? symbolOf(id, resource) : key;
  }

  /** Where a resource is itself. */
  private of(resource: ModelResource): Place {
    const known = this.known.get(resource);
    if (known) return known;
    const place = this.read(resource);
    this.known.set(resource, place);
    return place;
  }

  private read(resource: ModelResource): Place {
    const { name } = resource;
    // What has a name or group that only Terraform knows is the same only as itself.
    if (!name || resource.at('resource_group_name').isAbsent) {
      return Place.ofExpression(resource.path);
    }
    const hasNetwork = !resource.at('virtual_network_name').isAbsent;
    return (hasNetwork ? this.named(resource, 'virtual_network_name') : this.groupOf(resource)).child(name);
  }

  /** That of its own provider; where the environment decides, that of the group, which another stack may define. */
  private subscriptionOfGroup(resource: ModelResource, group: Value): Subscription {
    const own = this.subscriptions.of(resource);
    return own.decidedBy && group.resource ? this.subscriptions.of(group.resource) : own;
  }
}

/** Whether a reference leads to this one: of what is repeated, it may lead to any. */
function isOne(resource: ModelResource | undefined): resource is ModelResource {
  return resource !== undefined && !resource.isRepeated;
}

/** Stands for what only Terraform knows: the same expression of one stack is one thing, also seen from other stacks. */
function symbolOf({ reference, text }: Value, { place }: ModelResource): string {
  if (reference?.stack === undefined) return `${place.stack} ${text}`;
  return `${reference.stack} ${text.replace(`${reference.stack}::`, '')}`;
}
