import { addTo } from '../../core/internal/add-to';
import { AzureId } from '../../model/azure-id';
import { ModelResource } from '../../model/model-resource';
import { ModelValue } from '../../model/model-value';
import { Target } from '../../model/target';
import { TerraformModel } from '../../model/terraform-model';

/** Finds resources and data sources of some types by ids and names, without a scan for each. */
export class Lookup {
  /** The resources, then the data sources, each thing in Azure once per stack and provider. */
  public readonly all: readonly ModelResource[];

  private readonly types: ReadonlySet<string>;
  private readonly byName = new Map<string, ModelResource[]>();
  private readonly originals = new Map<ModelResource, ModelResource>();

  public constructor(
    private readonly model: TerraformModel,
    ...types: string[]
  ) {
    this.types = new Set(types);
    const [defined, lookedUp] = [model.resources(...types), model.dataSources(...types)];
    this.all = lookedUp.length > 0 ? this.distinct([...defined, ...lookedUp]) : defined;
    this.all.forEach((resource) => addTo(this.byName, resource.name?.toLowerCase() ?? '', resource));
  }

  /** What an id leads to. */
  public target(value: ModelValue<ModelResource>): Target {
    const { resource } = value;
    if (resource && this.types.has(resource.type)) return Target.resource(this.original(resource));
    const id = this.model.idIn(value);
    return id ? this.among(id) : Target.decidedBy(value.decidedBy);
  }

  /** What an id leads to that is written as text. */
  public ofId(id: string): Target {
    return this.among(AzureId.of(id));
  }

  /**
   * What an attribute leads to that names something in the resource group of the resource; `undefined` where the tree
   * does not have it.
   */
  public named(resource: ModelResource, attribute: string): Target | undefined {
    const name = resource.at(attribute);
    if (name.resource && this.types.has(name.resource.type)) return Target.resource(this.original(name.resource));
    if (name.knownText === undefined) return Target.unknown();
    const candidates = this.candidates(name.knownText);
    const found = candidates.filter((candidate) => isInSameGroup(candidate, resource));
    if (found.length === 1) return Target.resource(found[0]);
    const isClear = found.length === 0 && resource.group !== undefined && candidates.every(({ group }) => group);
    return isClear ? undefined : Target.unknown();
  }

  /** Of all data sources that look one thing up, the first; or the resource that defines it. */
  public original(resource: ModelResource): ModelResource {
    return this.originals.get(resource) ?? resource;
  }

  private among(id: AzureId): Target {
    return this.model.among(id, this.candidates(id.name));
  }

  private candidates(name: string): ModelResource[] {
    return this.byName.get(name.toLowerCase()) ?? [];
  }

  private distinct(resources: readonly ModelResource[]): ModelResource[] {
    const first = new Map<string, ModelResource>();
    return resources.filter((resource) => {
      const identity = identityOf(resource);
      const original = identity === undefined ? undefined : first.get(identity);
      if (original && !resource.isManaged) {
        this.originals.set(resource, original);
        return false;
      }
      if (identity !== undefined && !original) first.set(identity, resource);
      return true;
    });
  }
}

/** What tells a thing in Azure from others, among those of one type; `undefined` where that is not known. */
function identityOf(resource: ModelResource): string | undefined {
  const names = ['resource_group_name', 'virtual_network_name', 'name'].map((attribute) => resource.at(attribute));
  if (names.some((name) => name.isUnknown)) return undefined;
  const provider = resource.at('provider').text;
  return [resource.place.stack, provider, resource.type, ...names.map((name) => name.text.toLowerCase())].join(' ');
}

function isInSameGroup(a: ModelResource, b: ModelResource): boolean {
  const [first, second] = [a, b].map((resource) => resource.at('resource_group_name'));
  const isComparable = a.place.stack === b.place.stack || !(first.isUnknown || second.isUnknown);
  return isComparable && first.text.toLowerCase() === second.text.toLowerCase();
}
