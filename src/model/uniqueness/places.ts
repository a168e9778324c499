import { Place } from './place';
import { ModelResource } from '../model-resource';
import { ModelValue } from '../model-value';
import { Subscription } from '../subscription';
import { TerraformModel } from '../terraform-model';

type Value = ModelValue<ModelResource>;

/** Places in Azure of the resources of a model. */
export class Places {
  private readonly known = new Map<ModelResource, Place>();

  public constructor(private readonly model: TerraformModel) {}

  /** The subscription that a resource is deployed to. */
  public subscriptionOf(resource: ModelResource): Place {
    return Place.in(this.model.subscriptionOf(resource));
  }

  /** The directory that the subscription of a resource trusts; that of another one may be the same. */
  public directoryOf(resource: ModelResource): Place {
    const { key } = this.model.subscriptionOf(resource);
    return Place.in(Subscription.of(`directory ${key}`, 'the directory of a subscription is not known'));
  }

  /** The resource group of a resource. */
  public groupOf(resource: ModelResource): Place {
    const group = resource.at('resource_group_name');
    return Place.in(this.subscriptionOfGroup(resource, group)).child(group.knownText ?? symbolOf(group, resource));
  }

  /** Returns the place that a name decides in azurerm 4, and an id in azurerm 5. */
  public owner(resource: ModelResource, name: string, id: string): Place {
    const given = resource.at(id);
    return given.isAbsent ? this.named(resource, name) : this.identified(given, resource);
  }

  /** The network of a subnet. */
  public networkOf(subnet: ModelResource): Place {
    return this.owner(subnet, 'virtual_network_name', 'virtual_network_id');
  }

  /** Returns the place that an attribute names in the group of a resource. */
  public named(resource: ModelResource, attribute: string): Place {
    const name = resource.at(attribute);
    return this.groupOf(resource).child(name.knownText ?? symbolOf(name, resource));
  }

  /** Returns the place that an id in a resource names. */
  public identified(id: Value, resource: ModelResource): Place {
    if (isOne(id.resource)) return this.of(id.resource);
    const text = id.knownText;
    return (text && Place.ofId(text)) || Place.ofExpression(text ?? symbolOf(id, resource));
  }

  /** Returns the target of an id in a resource, whatever its type: two types may have one name in one group. */
  public targetOf(id: Value, resource: ModelResource): string {
    const { key, resource: target } = this.model.target(id);
    return key === undefined || (target && !isOne(target)) ? symbolOf(id, resource) : key;
  }

  /** Returns the place of a resource itself. */
  private of(resource: ModelResource): Place {
    const known = this.known.get(resource);
    if (known) return known;
    const place = this.read(resource);
    this.known.set(resource, place);
    return place;
  }

  private read(resource: ModelResource): Place {
    const { name, type } = resource;
    if (name && type === 'azurerm_subnet') return this.networkOf(resource).child(name);
    // What has a name or group that only Terraform knows is the same only as itself.
    if (!name || resource.at('resource_group_name').isAbsent) return Place.ofExpression(resource.path);
    return this.groupOf(resource).child(name);
  }

  /**
   * Returns the subscription of the resource's own provider; where it is not known, that of the group, which another
   * stack may define.
   */
  private subscriptionOfGroup(resource: ModelResource, group: Value): Subscription {
    const own = this.model.subscriptionOf(resource);
    return group.resource && !own.isKnown ? this.model.subscriptionOf(group.resource) : own;
  }
}

/** Reports whether a reference names this resource: of repeated ones it may name any. */
function isOne(resource: ModelResource | undefined): resource is ModelResource {
  return resource !== undefined && !resource.isRepeated;
}

/** Stands for what only Terraform knows: the same expression of one stack is one thing, also seen from other stacks. */
function symbolOf({ reference, text }: Value, { place }: ModelResource): string {
  if (reference?.stack === undefined) return `${place.stack} ${text}`;
  return `${reference.stack} ${text.replace(`${reference.stack}::`, '')}`;
}
