import { AzureId } from './azure-id';
import { ModelEntry } from './model-entry';
import { ModelPart } from './model-part';
import { ModelResource } from './model-resource';
import { ElementKind, IModelElement, IModelSource } from './model-source';
import { ModelValue } from './model-value';
import { Subscription } from './subscription';
import { Subscriptions } from './subscriptions';
import { Target } from './target';
import { addTo } from '../core/internal/add-to';

/** The id of a subscription, or what names one, and what follows in an id. */
const OWN_SUBSCRIPTION = /^(?:\/subscriptions\/)?\$\{[^{}]+\}(\/resourceGroups\/[^${}]*)$/i;

/**
 * Every resource, data source, output, backend and provider of a configuration, as Terraform will read them.
 *
 * Values are read when they are asked for, once; a model does not see what changes later.
 */
export class TerraformModel {
  private readonly parts = new Map<string, ModelPart>();
  private readonly entries: readonly ModelEntry[];
  private readonly byElement = new Map<IModelElement, ModelEntry>();
  private readonly byType = new Map<string, ModelEntry[]>();
  private readonly present = new Map<string, readonly ModelResource[]>();
  private readonly byName = new Map<string, ReadonlyMap<string | undefined, ModelResource[]>>();
  private readonly subscriptions = new Subscriptions((path) => this.parts.get(path));

  /** @param source where the configuration comes from */
  public constructor(source: IModelSource) {
    this.entries = source.elements.map((element) => this.add(element));
  }

  /** Everything that is there, in the order of its definition. */
  public get all(): ModelResource[] {
    return this.select(() => true);
  }

  /** Elements that the configuration contains, whether they exist or are left out. */
  public get elements(): IModelElement[] {
    return this.entries.map(({ element }) => element);
  }

  /** Selects the existing resources of the elements that are asked for; the others are not read. */
  public select(isAsked: (element: IModelElement) => boolean): ModelResource[] {
    return this.entries.filter(({ element }) => isAsked(element)).flatMap(({ instances }) => instances);
  }

  /** The resources of some types, without data sources and what is left out. */
  public resources(...types: string[]): ModelResource[] {
    return types.flatMap((type) => this.presentOf(type));
  }

  /** The data sources of some types, such as `azurerm_subnet`. */
  public dataSources(...types: string[]): ModelResource[] {
    return types.flatMap((type) => this.ofType(type)).filter(({ place }) => place.kind === ElementKind.DATA_SOURCE);
  }

  /**
   * Returns the target of the id, or the name, in a value: a resource of the configuration, a resource outside of it,
   * or an unknown one.
   *
   * @param types types of resources that an id written as text may belong to
   */
  public target(value: ModelValue<ModelResource>, ...types: string[]): Target {
    const { resource } = value;
    if (resource && (types.length === 0 || types.includes(resource.type))) return Target.resource(resource);
    const id = this.idIn(value);
    return id ? this.targetOf(id, types) : Target.decidedBy(value.decidedBy);
  }

  /** The same for an id, or a name, that is known. */
  public targetOfId(id: string, ...types: string[]): Target {
    return this.targetOf(AzureId.of(id), types);
  }

  /** The id in a value, as far as it shows its target; `undefined` where only Terraform knows. */
  public idIn(value: ModelValue<ModelResource>): AzureId | undefined {
    const { knownText } = value;
    if (knownText !== undefined) return AzureId.of(knownText);
    const [, rest] = OWN_SUBSCRIPTION.exec(value.text) ?? [];
    if (rest === undefined) return undefined;
    const [{ resource }] = value.links.length > 0 ? value.links : [{ resource: undefined }];
    const subscription = resource && this.subscriptions.namedBy(resource);
    return subscription && AzureId.within(subscription, rest);
  }

  /** Finds the resource with an id among some resources. */
  public among(id: AzureId, candidates: readonly ModelResource[]): Target {
    return id.among(candidates, this.subscriptions);
  }

  /** The subscription that a resource is in. */
  public subscriptionOf(resource: ModelResource): Subscription {
    return this.subscriptions.of(resource);
  }

  /** The provider block of a resource; `undefined` where the configuration has none. */
  public providerOf(resource: ModelResource): ModelResource | undefined {
    return this.subscriptions.blockOf(resource);
  }

  /** A value as it is in the JSON of a part. */
  protected valueIn(part: string, json: unknown): ModelValue<ModelResource> {
    return this.partOf(part).references.value(json);
  }

  /** Reports whether anything that was read of an element depends on an attribute, or on the blocks of a name. */
  protected wasAsked(element: IModelElement, name: string): boolean {
    return this.byElement.get(element)!.wasAsked(name);
  }

  private targetOf(id: AzureId, types: readonly string[]): Target {
    const name = id.name.toLowerCase();
    return this.among(
      id,
      types.flatMap((type) => this.namesOf(type).get(name) ?? []),
    );
  }

  /** The resources of a type that are there, looked for once. */
  private presentOf(type: string): readonly ModelResource[] {
    const known = this.present.get(type);
    if (known) return known;
    const present = this.ofType(type).filter(({ place }) => place.kind !== ElementKind.DATA_SOURCE);
    this.present.set(type, present);
    return present;
  }

  private ofType(type: string): ModelResource[] {
    return (this.byType.get(type) ?? []).flatMap(({ instances }) => instances);
  }

  /** The resources of a type by their names, read when they are first asked for. */
  private namesOf(type: string): ReadonlyMap<string | undefined, ModelResource[]> {
    const known = this.byName.get(type);
    if (known) return known;
    const names = new Map<string | undefined, ModelResource[]>();
    this.ofType(type).forEach((resource) => addTo(names, resource.name?.toLowerCase(), resource));
    this.byName.set(type, names);
    return names;
  }

  private add(element: IModelElement): ModelEntry {
    const part = this.partOf(element.place.stack);
    const entry = new ModelEntry(element, part.references, (address) => part.entryAt(address));
    part.add(entry);
    this.byElement.set(element, entry);
    addTo(this.byType, element.place.type, entry);
    return entry;
  }

  private partOf(path: string): ModelPart {
    const known = this.parts.get(path);
    if (known) return known;
    const part = new ModelPart((other) => this.parts.get(other));
    this.parts.set(path, part);
    return part;
  }
}
