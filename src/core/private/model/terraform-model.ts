import { TerraformDataSource, TerraformElement, TerraformOutput, TerraformResource, TerraformStack } from 'cdktf';
import { IConstruct } from 'constructs';
import { addTo } from '../add-to';
import { backendOf } from './backend';
import { Body } from './body';
import { Address, resolvedJson } from './expressions';
import { ElementKind, ModelResource, Place } from './model-resource';
import { IReferenceSource, ModelValue } from './model-value';
import { Target } from './target';

/**
 * Every resource, data source, output and backend of a construct tree, as Terraform will read them.
 *
 * Reads types and values, not classes: resources of any provider bindings are here, written by hand or by this library.
 * Values are read when they are asked for, once; a model does not see what changes later.
 */
export class TerraformModel {
  /** The model of the whole tree that a construct is in. */
  public static of(scope: IConstruct): TerraformModel {
    return new TerraformModel(scope.node.root);
  }

  /** All resources, data sources, outputs and backends, in the order of their definition. */
  public readonly all: readonly ModelResource[];

  private readonly byAddress = new Map<string, ModelResource>();
  private readonly byType = new Map<string, ModelResource[]>();
  private readonly byName = new Map<string, ReadonlyMap<string | undefined, ModelResource[]>>();

  private constructor(root: IConstruct) {
    this.all = root.node.findAll().flatMap((construct) => this.add(construct) ?? []);
  }

  /** The resources of some types, without data sources. */
  public resources(...types: string[]): ModelResource[] {
    return this.ofTypes(types).filter(({ place }) => place.kind !== ElementKind.DATA_SOURCE);
  }

  /** The data sources of some types, such as `azurerm_subnet`. */
  public dataSources(...types: string[]): ModelResource[] {
    return this.ofTypes(types).filter(({ place }) => place.kind === ElementKind.DATA_SOURCE);
  }

  /**
   * What the id, or the name, in a value leads to: a resource of the tree, something outside of it, or nothing known.
   *
   * @param types types of resources that an id written as text may belong to
   */
  public target(value: ModelValue<ModelResource>, ...types: string[]): Target {
    const { resource, knownText } = value;
    if (resource && (types.length === 0 || types.includes(resource.type))) return Target.resource(resource);
    if (knownText === undefined) return Target.unknown();
    return this.targetOfId(knownText, ...types);
  }

  /** The same for an id, or a name, that is known. */
  public targetOfId(id: string, ...types: string[]): Target {
    const name = id.slice(id.lastIndexOf('/') + 1).toLowerCase();
    return Target.ofId(
      id,
      types.flatMap((type) => this.namesOf(type).get(name) ?? []),
    );
  }

  /** A value that a construct holds, such as the id of a resource. */
  public read(scope: IConstruct, value: unknown): ModelValue<ModelResource> {
    return new ModelValue(resolvedJson(scope, value), this.sourceFor(TerraformStack.of(scope).node.path));
  }

  private ofTypes(types: readonly string[]): ModelResource[] {
    return types.flatMap((type) => this.byType.get(type) ?? []);
  }

  /** The resources of a type by their names, read when they are first asked for. */
  private namesOf(type: string): ReadonlyMap<string | undefined, ModelResource[]> {
    const known = this.byName.get(type);
    if (known) return known;
    const names = new Map<string | undefined, ModelResource[]>();
    this.ofTypes([type]).forEach((resource) => addTo(names, resource.name?.toLowerCase(), resource));
    this.byName.set(type, names);
    return names;
  }

  private add(construct: IConstruct): ModelResource | undefined {
    const kind = kindOf(construct);
    if (!kind) return undefined;
    const place = placeOf(construct, kind);
    const resource = new ModelResource(construct, place, bodyOf(construct, place), this.sourceFor(place.stack));
    this.byAddress.set(keyOf(place.stack, place.address), resource);
    addTo(this.byType, place.type, resource);
    return resource;
  }

  /** Finds what values refer to that stand in a stack. */
  private sourceFor(from: string): IReferenceSource<ModelResource> {
    const at = ({ stack, resource }: Address) => this.byAddress.get(keyOf(stack ?? from, resource));
    return { resourceAt: at, givenAt: (address) => at(address)?.at(address.attribute) };
  }
}

function keyOf(stack: string, address: string): string {
  return `${stack} ${address}`;
}

function kindOf(construct: IConstruct): ElementKind | undefined {
  if (TerraformResource.isTerraformResource(construct)) return ElementKind.RESOURCE;
  if (TerraformDataSource.isTerraformDataSource(construct)) return ElementKind.DATA_SOURCE;
  if (TerraformStack.isStack(construct)) return ElementKind.BACKEND;
  return TerraformOutput.isTerraformOutput(construct) ? ElementKind.OUTPUT : undefined;
}

function placeOf(construct: IConstruct, kind: ElementKind): Place {
  const stack = TerraformStack.of(construct).node.path;
  if (kind === ElementKind.BACKEND) return { kind, type: kind, address: 'terraform.backend', stack };
  const element = construct as TerraformElement;
  const type = (element as Partial<TerraformResource>).terraformResourceType ?? kind;
  const address = `${kind === ElementKind.DATA_SOURCE ? 'data.' : ''}${type}.${element.friendlyUniqueId}`;
  return { kind, type, address, stack };
}

type Json = Readonly<Record<string, unknown>>;

function bodyOf(construct: IConstruct, { kind, type }: Place): Body {
  if (TerraformStack.isStack(construct)) {
    return Body.lazy(
      () => backendOf(construct),
      (value) => value,
    );
  }
  const element = construct as TerraformElement;
  const path = [...(kind === ElementKind.OUTPUT ? [kind] : [kind, type]), element.friendlyUniqueId];
  const read = () => path.reduce<Json>((json, name) => (json[name] ?? {}) as Json, element.toTerraform() as Json);
  return Body.lazy(read, (value) => resolvedJson(element, value));
}
