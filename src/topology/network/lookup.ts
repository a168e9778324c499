import { addTo } from '../../core/internal/add-to';
import { Certainty } from '../../core/internal/certainty';
import { AzureId } from '../../model/azure-id';
import { ModelResource } from '../../model/model-resource';
import { ModelValue } from '../../model/model-value';
import { Target } from '../../model/target';
import { TerraformModel } from '../../model/terraform-model';

/** Finds resources and data sources of some types by ids and names, without a scan for each. */
export class Lookup {
  /** The resources, then the data sources, each thing in Azure once as far as that is known. */
  public readonly all: readonly ModelResource[];

  private readonly types: ReadonlySet<string>;
  private readonly byName = new Map<string, ModelResource[]>();
  private readonly originals = new Map<ModelResource, Target>();

  public constructor(
    private readonly model: TerraformModel,
    ...types: string[]
  ) {
    this.types = new Set(types);
    const defined = model.resources(...types);
    defined.forEach((resource) => this.add(resource));
    this.all = [...defined, ...model.dataSources(...types).filter((source) => this.isFirst(source))];
  }

  /** Returns the target of an id. */
  public target(value: ModelValue<ModelResource>): Target {
    const { resource } = value;
    if (resource && this.types.has(resource.type)) return this.original(resource);
    const id = this.model.idIn(value);
    return id ? this.among(id) : Target.decidedBy(value.decidedBy);
  }

  /** Returns the target of an id that is written as text. */
  public ofId(id: string): Target {
    return this.among(AzureId.of(id));
  }

  /**
   * Returns the target of an attribute that names a resource in the same resource group; `undefined` where the tree
   * does not have it.
   */
  public named(resource: ModelResource, attribute: string): Target | undefined {
    const name = resource.at(attribute);
    if (name.resource && this.types.has(name.resource.type)) return this.original(name.resource);
    if (name.knownText === undefined) return Target.unknown();
    const subscription = this.model.subscriptionOf(resource);
    const matches = this.candidates(name.knownText).map((candidate) => ({
      candidate,
      match: Certainty.all([
        isInSameGroup(candidate, resource),
        this.model.subscriptionOf(candidate).isSame(subscription),
      ]),
    }));
    const found = matches.filter(({ match }) => match.isYes);
    if (found.length === 1) return this.original(found[0].candidate);
    return matches.every(({ match }) => match.isNo) ? undefined : Target.unknown();
  }

  /** Of all data sources that look one thing up, the first; or the resource that defines it, also in another stack. */
  public original(resource: ModelResource): Target {
    return this.originals.get(resource) ?? Target.resource(resource);
  }

  private among(id: AzureId): Target {
    return this.model.among(id, this.candidates(id.name));
  }

  private candidates(name: string): ModelResource[] {
    return this.byName.get(name.toLowerCase()) ?? [];
  }

  private add(resource: ModelResource): void {
    addTo(this.byName, resource.name?.toLowerCase() ?? '', resource);
  }

  /** Reports whether nothing before is known to be what a data source looks up. */
  private isFirst(source: ModelResource): boolean {
    const original = this.find(source);
    if (original) this.originals.set(source, original);
    if (original?.resource) return false;
    this.add(source);
    return true;
  }

  /**
   * Finds the target of a data source, where another data source reads it too, or the configuration defines it, or may
   * define it.
   */
  private find(source: ModelResource): Target | undefined {
    const id = this.idOf(source);
    if (!id) return undefined;
    const before = this.candidates(id.name);
    const defined = this.model.among(
      id,
      before.filter(({ isManaged }) => isManaged),
    );
    if (defined.resource) return defined;
    const [possible] = defined.candidates ?? [];
    if (possible) return Target.unknown(`${source.path} may look ${possible.path} up`, defined.candidates);
    const { resource } = this.model.among(id, before);
    return resource && Target.resource(resource);
  }

  /** The id of what a data source looks up; `undefined` where part of it is not known. */
  private idOf(source: ModelResource): AzureId | undefined {
    const names = ['resource_group_name', 'virtual_network_name', 'name'].map((attribute) => source.at(attribute));
    const [group, network, name] = names.map(({ knownText = '' }) => knownText);
    if (names.some(({ isUnknown }) => isUnknown) || group === '') return undefined;
    const parent = network === '' ? '' : `/virtualNetworks/${network}`;
    return AzureId.within(this.model.subscriptionOf(source), `/resourceGroups/${group}${parent}/${name}`);
  }
}

function isInSameGroup(a: ModelResource, b: ModelResource): Certainty {
  const [first, second] = [a, b].map((resource) => resource.at('resource_group_name'));
  const isKnown = a.group !== undefined && b.group !== undefined;
  // One expression is one group within a stack alone.
  const isComparable = isKnown || a.place.stack === b.place.stack;
  const isSame = isComparable && first.text.toLowerCase() === second.text.toLowerCase();
  return isSame || isKnown ? Certainty.of(isSame) : Certainty.MAYBE;
}
