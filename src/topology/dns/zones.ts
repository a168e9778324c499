import { addTo } from '../../core/internal/add-to';
import { Certainty } from '../../core/internal/certainty';
import { ModelResource } from '../../model/model-resource';
import { ModelValue } from '../../model/model-value';
import { TerraformModel } from '../../model/terraform-model';

/** A private DNS zone. */
export interface Zone {
  /** Tells zones apart. */
  readonly key: string;
  /** Its name in lower case, where it is known. */
  readonly name?: string;
  /** Its resource group in lower case, where it is known. */
  readonly group?: string;
  /** What reports call it: its path in the tree, or its name. */
  readonly label: string;
  /** Whether the tree defines it, and with it all of its links and records. */
  readonly isManaged: boolean;
  /** Whether it is there, exactly once. */
  readonly presence: Certainty;
}

const TYPE = 'azurerm_private_dns_zone';
const ID = /\/resourceGroups\/([^/]+)\/providers\/Microsoft\.Network\/privateDnsZones\/([^/]+)$/i;
/** What Terraform takes from an id to tell its resource group, as `PrivateDnsZone.fromPrivateDnsZoneAttributes` does. */
const GROUP_OF_ID = /^\$\{element\(split\("\/", "\/subscriptions\/[^/"]+\/resourceGroups\/([^/"]+)\/[^"]*"\), 4\)\}$/i;

/**
 * The private DNS zones that the tree defines or names.
 *
 * A zone outside of the tree is told by its name and resource group: azurerm 4 links a zone by these two, without a
 * subscription.
 */
export class Zones {
  private readonly byPath = new Map<string, Zone>();
  private readonly byName = new Map<string, Zone[]>();

  public constructor(model: TerraformModel) {
    model.resources(TYPE).forEach((resource) => this.byPath.set(resource.path, this.register(definedZone(resource))));
    model.dataSources(TYPE).forEach((resource) => this.byPath.set(resource.path, this.lookedUpZone(resource)));
  }

  /** The zone with an id; `undefined` where only Terraform knows. */
  public ofId(id: ModelValue<ModelResource>): Zone | undefined {
    const [, group, name] = ID.exec(id.knownText ?? '') ?? [];
    return this.referredBy(id) ?? (name ? this.named(name, group) : undefined);
  }

  /**
   * The zone of a link or record; `undefined` where only Terraform knows. azurerm 5 takes the id of the zone, azurerm 4
   * its name and resource group.
   */
  public ofPart(part: ModelResource, nameAttribute: string): Zone | undefined {
    const [id, name] = [part.at('private_dns_zone_id'), part.at(nameAttribute)];
    if (!id.isAbsent) return this.ofId(id);
    const { knownText } = name;
    if (knownText === undefined || this.referredBy(name)) return this.referredBy(name);
    const given = part.at('resource_group_name');
    const zone = this.named(knownText, groupIn(given));
    // Which of the groups it may name is that of the zone is not known.
    return given.isUnknown && zone.isManaged && zone.group !== undefined && !groupIn(given) ? undefined : zone;
  }

  /** The zone that a resource defines. */
  public of({ path }: ModelResource): Zone {
    return this.byPath.get(path)!;
  }

  /** Whether the tree defines a zone with a name. */
  public isDefined(name: string): boolean {
    return this.byName.get(name)?.some(({ isManaged }) => isManaged) ?? false;
  }

  private referredBy({ resource }: ModelValue<ModelResource>): Zone | undefined {
    return resource && this.byPath.get(resource.path);
  }

  private lookedUpZone(resource: ModelResource): Zone {
    if (resource.name !== undefined) return this.named(resource.name, resource.group);
    return { key: resource.path, label: resource.path, isManaged: false, presence: resource.presence };
  }

  private named(givenName: string, givenGroup: string | undefined): Zone {
    const name = givenName.toLowerCase();
    const group = givenGroup?.toLowerCase();
    const found = (this.byName.get(name) ?? []).filter((zone) => maySame(zone.group, group));
    if (found.length === 1) return found[0];
    const zone = {
      key: `${group ?? '?'}/${name}`,
      name,
      group,
      label: name,
      isManaged: false,
      presence: Certainty.YES,
    };
    return found.length === 0 ? this.register(zone) : zone;
  }

  private register(zone: Zone): Zone {
    if (zone.name !== undefined) addTo(this.byName, zone.name, zone);
    return zone;
  }
}

function definedZone(resource: ModelResource): Zone {
  const { path, name, group } = resource;
  const presence = resource.presence;
  return { key: path, name: name?.toLowerCase(), group: group?.toLowerCase(), label: path, isManaged: true, presence };
}

function groupIn(group: ModelValue<ModelResource>): string | undefined {
  return group.knownText ?? GROUP_OF_ID.exec(group.text)?.[1];
}

function maySame(one: string | undefined, other: string | undefined): boolean {
  return one === undefined || other === undefined || one === other;
}
