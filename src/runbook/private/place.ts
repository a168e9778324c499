import { plainExpressions } from '../../core/internal/expressions';
import { ModelResource } from '../../model/model-resource';
import { Target } from '../../model/target';
import { TerraformModel } from '../../model/terraform-model';
import { Zone } from '../../topology/dns/zones';
import { Value } from '../../topology/values';

/** A name, or what decides it. */
export interface Name {
  readonly text?: string;
  /** Distinguishes unknown places. */
  readonly key: string;
  /** Value that decides, where the place is not known. */
  readonly because: string;
}

/** The place of something in Azure, as far as it is known at synth. */
export interface Place {
  /** Path of its construct, or its id. */
  readonly key: string;
  /** Beginning of the names of variables for it. */
  readonly kind: string;
  readonly name: Name;
  readonly group: Name;
  readonly subscription: Name;
  /** Its id, where that is known. */
  readonly id?: string;
  /** The slot of the app, where it is one. */
  readonly slot?: Name;
  /** Reports whether the configuration defines the place. */
  readonly isDefined: boolean;
}

/** A network of which only group and name are known. */
const IN_GROUP = /^([^/]+)\/([^/]+)$/;
const ID = /^\/subscriptions\/([^/]+)\/resourceGroups\/([^/]+)\/providers\/.+\/([^/]+)$/i;

/** Finds the places of resources. */
export class Places {
  public constructor(private readonly model: TerraformModel) {}

  /** The place of a resource or data source. */
  public of(resource: ModelResource, kind: string): Place {
    const { path } = resource;
    const id = resource.at('id').knownText;
    return {
      key: path,
      kind,
      name: this.named(resource, 'name', `the name of ${path}`),
      group: resource.group === undefined ? this.groupOf(resource) : nameOf(resource.group),
      subscription: this.subscriptionOf(resource),
      id: id !== undefined && ID.test(id) ? id : undefined,
      isDefined: resource.isManaged,
    };
  }

  /** The place of a slot, whose app has name and group. */
  public ofSlot(slot: ModelResource, parent: Target): Place {
    const app = this.target(parent, 'APP', `the app of ${slot.path}`);
    const name = this.named(slot, 'name', `the name of ${slot.path}`);
    return { ...app, key: slot.path, id: undefined, slot: name, isDefined: slot.isManaged };
  }

  /** The place of an id's target. */
  public target({ resource, key, because }: Target, kind: string, what: string): Place {
    if (resource) return this.of(resource, kind);
    const [, ownGroup, ownName] = IN_GROUP.exec(key ?? '') ?? [];
    const [, subscription, group = ownGroup, name = ownName] = ID.exec(key ?? '') ?? [];
    const unknown = (part: string): Name => ({
      key: `${what} ${key ?? because} ${part}`,
      because: `${part} of ${what}, which ${because ?? 'the configuration does not name'}`,
    });
    return {
      key: key ?? what,
      kind,
      name: name === undefined ? unknown('the name') : nameOf(name),
      group: group === undefined ? unknown('the resource group') : nameOf(group),
      subscription: subscription === undefined ? unknown('the subscription') : nameOf(subscription),
      id: subscription === undefined ? undefined : key,
      isDefined: false,
    };
  }

  /** The place of a zone. */
  public zone(zone: Zone, resource: ModelResource | undefined): Place {
    if (resource) return this.of(resource, 'ZONE');
    const open = (part: string): Name => ({
      key: `${zone.key} ${part}`,
      because: `${part} of the zone ${zone.label}, which the configuration does not name`,
    });
    const { name, group, subscription } = zone;
    return {
      key: zone.key,
      kind: 'ZONE',
      name: name === undefined ? open('the name') : nameOf(name),
      group: group === undefined ? open('the resource group') : nameOf(group),
      subscription: subscription?.isKnown ? nameOf(subscription.key) : open('the subscription'),
      isDefined: zone.isManaged,
    };
  }

  /** The name that a resource is given. */
  public named(resource: ModelResource, attribute: string, what: string): Name {
    return this.nameIn(resource.at(attribute), resource, what);
  }

  private nameIn(value: Value, { place }: ModelResource, what: string): Name {
    if (value.knownText !== undefined) return nameOf(value.knownText);
    const decides = value.isAbsent ? 'nothing here' : plainExpressions(value.decidedBy);
    const key = value.isAbsent ? what : `${place.stack} ${value.text}`;
    return { key, because: `${what}, which ${decides} decides` };
  }

  private groupOf(resource: ModelResource): Name {
    return this.named(resource, 'resource_group_name', `the resource group of ${resource.path}`);
  }

  private subscriptionOf(resource: ModelResource): Name {
    const { key, because } = this.model.subscriptionOf(resource);
    return because === undefined ? nameOf(key) : { key, because };
  }
}

/** A name that is known. */
export function nameOf(text: string): Name {
  return { text, key: text, because: '' };
}

/** A name as people read it. */
export function shown({ text, because }: Name): string {
  return text ?? `not known at synth: ${because}`;
}
