import { addTo } from '../../core/internal/add-to';
import { Certainty } from '../../core/internal/certainty';
import { ModelResource } from '../../model/model-resource';
import { ModelValue } from '../../model/model-value';
import { Subscription } from '../../model/subscription';
import { TerraformModel } from '../../model/terraform-model';

/** A private DNS zone. */
export interface Zone {
  /** Distinguishes zones. */
  readonly key: string;
  /** Its name in lower case, where it is known. */
  readonly name?: string;
  /** Its resource group in lower case, where it is known. */
  readonly group?: string;
  /** The subscription that it is in, where anything names it. */
  readonly subscription?: Subscription;
  /** Label in reports: the path in the tree, or the name. */
  readonly label: string;
  /** Reports whether the tree defines the zone, and therefore all of its links and records. */
  readonly isManaged: boolean;
  /** Reports whether the zone exists, exactly once. */
  readonly presence: Certainty;
}

const TYPE = 'azurerm_private_dns_zone';
const ID =
  /^(?:\/subscriptions\/([^/]+))?.*\/resourceGroups\/([^/]+)\/providers\/Microsoft\.Network\/privateDnsZones\/([^/]+)$/i;
/**
 * Matches the part of an id from which Terraform reads the resource group, as
 * `PrivateDnsZone.fromPrivateDnsZoneAttributes` does.
 */
const GROUP_OF_ID =
  /^\$\{element\(split\("\/", "\/subscriptions\/([^/"]+)\/resourceGroups\/([^/"]+)\/[^"]*"\), 4\)\}$/i;

/**
 * The private DNS zones that the tree defines or names.
 *
 * azurerm 4 names a zone by its name and resource group, in the subscription of the provider of what names it.
 */
export class Zones {
  private readonly byPath = new Map<string, Zone>();
  private readonly byName = new Map<string, Zone[]>();

  public constructor(private readonly model: TerraformModel) {
    model
      .resources(TYPE)
      .forEach((resource) => this.byPath.set(resource.path, this.register(this.definedZone(resource))));
    model.dataSources(TYPE).forEach((resource) => this.byPath.set(resource.path, this.lookedUpZone(resource)));
  }

  /** The zone with an id; `undefined` where only Terraform knows. */
  public ofId(id: ModelValue<ModelResource>): Zone | undefined {
    const [, subscription, group, name] = ID.exec(id.knownText ?? '') ?? [];
    const within = subscription === undefined ? undefined : Subscription.ofId(subscription);
    return this.referredBy(id) ?? (name ? this.named(name, group, within) : undefined);
  }

  /**
   * The zone of a link or record; `undefined` where only Terraform knows. azurerm 5 takes the id of the zone, azurerm 4
   * its name and resource group, in the subscription of the provider.
   */
  public ofPart(part: ModelResource, nameAttribute: string): Zone | undefined {
    const [id, name] = [part.at('private_dns_zone_id'), part.at(nameAttribute)];
    if (!id.isAbsent) return this.ofId(id);
    const given = part.at('resource_group_name');
    const [, ofId, groupOfId] = GROUP_OF_ID.exec(given.text) ?? [];
    const own = this.model.subscriptionOf(part);
    // A group that is read from the id of a zone names that zone.
    const within = ofId === undefined || own.isKnown ? own : Subscription.ofId(ofId);
    const referred = this.referredBy(name);
    // Of a zone in another subscription azurerm accepts the name alone, and looks for it in that of its provider.
    if (referred && !isInSame(referred.subscription, within).isNo) return referred;
    if (name.knownText === undefined) return undefined;
    const group = given.knownText ?? groupOfId;
    const zone = this.named(name.knownText, group, within);
    // Which of the groups that it may be is that of the zone is not known.
    return given.isUnknown && group === undefined && zone?.group !== undefined ? undefined : zone;
  }

  /** The zone that a resource defines. */
  public of({ path }: ModelResource): Zone {
    return this.byPath.get(path)!;
  }

  /** The resource or data source of a zone; `undefined` where only a name or an id refers to it. */
  public resourceOf({ key }: Zone): ModelResource | undefined {
    return [...this.model.resources(TYPE), ...this.model.dataSources(TYPE)].find(
      ({ path }) => this.byPath.get(path)?.key === key,
    );
  }

  /** Reports whether the tree defines a zone with a name. */
  public isDefined(name: string): boolean {
    return this.byName.get(name)?.some(({ isManaged }) => isManaged) ?? false;
  }

  private referredBy({ resource }: ModelValue<ModelResource>): Zone | undefined {
    return resource && this.byPath.get(resource.path);
  }

  private lookedUpZone(resource: ModelResource): Zone {
    const { name, group, path, presence } = resource;
    const found = name === undefined ? undefined : this.named(name, group, this.model.subscriptionOf(resource));
    return found ?? { key: path, label: path, isManaged: false, presence };
  }

  private named(givenName: string, givenGroup: string | undefined, subscription?: Subscription): Zone | undefined {
    const name = givenName.toLowerCase();
    const group = givenGroup?.toLowerCase();
    const namesakes = (this.byName.get(name) ?? []).filter((zone) => maySame(zone.group, group));
    const certainties = namesakes.map((zone) => isInSame(zone.subscription, subscription));
    const same = namesakes.filter((_, index) => certainties[index].isYes);
    if (same.length === 1) return same[0];
    if (same.length > 1 || certainties.some(({ isMaybe }) => isMaybe)) return undefined;
    const key = `${subscription?.key ?? '?'}/${group ?? '?'}/${name}`;
    return this.register({ key, name, group, subscription, label: name, isManaged: false, presence: Certainty.YES });
  }

  private definedZone(resource: ModelResource): Zone {
    const { path, presence } = resource;
    const subscription = this.model.subscriptionOf(resource);
    const [name, group] = [resource.name?.toLowerCase(), resource.group?.toLowerCase()];
    return { key: path, name, group, subscription, label: path, isManaged: true, presence };
  }

  private register(zone: Zone): Zone {
    if (zone.name !== undefined) addTo(this.byName, zone.name, zone);
    return zone;
  }
}

function isInSame(one: Subscription | undefined, other: Subscription | undefined): Certainty {
  return one && other ? one.isSame(other) : Certainty.YES;
}

function maySame(one: string | undefined, other: string | undefined): boolean {
  return one === undefined || other === undefined || one === other;
}
