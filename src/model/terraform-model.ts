import { TerraformDataSource, TerraformElement, TerraformOutput, TerraformResource, TerraformStack } from 'cdktf';
import { IConstruct } from 'constructs';
import { Body } from './body';
import { ModelPart } from './model-part';
import { ElementKind, ModelResource, Place } from './model-resource';
import { ModelValue } from './model-value';
import { Target } from './target';
import { addTo } from '../core/internal/add-to';
import { backendOf } from '../engine/backend';
import { resolvedJson, resolverIn } from '../engine/resolver';
import { isRemoved, overridden, overridesAt } from '../engine/stack-overrides';

/**
 * Every resource, data source, output and backend of a construct tree, as Terraform will read them.
 *
 * Reads types and values, not classes: resources of any provider bindings are here, written by hand or by this library.
 * Values are read when they are asked for, once; a model does not see what changes later.
 */
export class TerraformModel {
  /** The model of the whole tree that a construct is in. */
  public static of(scope: IConstruct): TerraformModel {
    return new TerraformModel(scope.node.root, new Map(), new Map());
  }

  /** All resources, data sources, outputs and backends, in the order of their definition. */
  public readonly all: readonly ModelResource[];

  /** All stacks, in the order in which cdktf synthesizes them. */
  public readonly stacks: readonly TerraformStack[];

  private readonly nestedStacks: readonly TerraformStack[];
  private readonly parts = new Map<TerraformStack, ModelPart>();
  private readonly partsByPath = new Map<string, ModelPart>();
  private readonly byType = new Map<string, ModelResource[]>();
  private readonly present = new Map<string, readonly ModelResource[]>();
  private readonly byName = new Map<string, ReadonlyMap<string | undefined, ModelResource[]>>();

  private constructor(
    private readonly root: IConstruct,
    private readonly bodies: Map<Key, Body>,
    private readonly resolvers: Map<TerraformStack, Resolve>,
  ) {
    const constructs = root.node.findAll();
    const defined = constructs.flatMap((construct) => this.addConstruct(construct) ?? []);
    this.stacks = constructs.filter(TerraformStack.isStack);
    this.nestedStacks = this.stacks.filter(({ node }) => node.scopes.slice(0, -1).some(TerraformStack.isStack));
    this.all = [...defined, ...this.stacks.flatMap((stack) => this.addOverrides(stack))];
  }

  /**
   * A model of the tree as it is once a stack may have changed: this one, where the stack is as it was read.
   *
   * What was read of other stacks is kept, so a run that validates one stack after the other reads each a few times, and
   * not once for each stack.
   */
  public refreshed(stack: TerraformStack): TerraformModel {
    const part = this.partOf(stack);
    const known = part.resources;
    const defined = known.filter(({ place }) => !place.isOverride);
    const constructs = stack.node.findAll().filter((each) => kindOf(each) && TerraformStack.of(each) === stack);
    const hasSame =
      defined.length === constructs.length &&
      defined.every(({ construct }, i) => construct === constructs[i]) &&
      placesInOverrides(stack).every(({ address }) => part.byAddress.has(address));
    const keys = known.map((resource) => keyOfBody(resource.construct, resource.place));
    this.resolvers.delete(stack);
    const refresh = (resource: ModelResource, i: number) =>
      this.bodies.get(keys[i])!.refresh((name) => resource.wasAsked(name));
    if (hasSame && known.every(refresh)) return this;
    const bodies = new Map(this.bodies);
    keys.forEach((key) => bodies.delete(key));
    return new TerraformModel(this.root, bodies, this.resolvers);
  }

  /** What stands in the JSON of a stack, and of those that are defined in it. */
  public inStack(stack: TerraformStack): ModelResource[] {
    const below = this.nestedStacks.filter(({ node }) => node.path.startsWith(`${stack.node.path}/`));
    return [stack, ...below].flatMap((each) => this.partOf(each).resources);
  }

  /** The resources of some types, without data sources and those that are left out. */
  public resources(...types: string[]): ModelResource[] {
    return types.flatMap((type) => this.presentOf(type));
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
    return this.partOf(TerraformStack.of(scope)).references.value(resolvedJson(scope, value));
  }

  /** The resources of a type that are not left out, looked for once. */
  private presentOf(type: string): readonly ModelResource[] {
    const known = this.present.get(type);
    if (known) return known;
    const present = this.ofTypes([type]).filter(
      (each) => each.place.kind !== ElementKind.DATA_SOURCE && !each.isOmitted,
    );
    this.present.set(type, present);
    return present;
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

  private addConstruct(construct: IConstruct): ModelResource | undefined {
    const kind = kindOf(construct);
    if (!kind) return undefined;
    const stack = TerraformStack.of(construct);
    return this.add(construct, stack, placeOf(construct, kind, this.partOf(stack).path));
  }

  /** What no construct defines, but an override of a stack. */
  private addOverrides(stack: TerraformStack): ModelResource[] {
    const { byAddress } = this.partOf(stack);
    return placesInOverrides(stack)
      .filter(({ address }) => !byAddress.has(address))
      .map((place) => this.add(stack, stack, place));
  }

  private add(construct: IConstruct, stack: TerraformStack, place: Place): ModelResource {
    const key = keyOfBody(construct, place);
    const body = this.bodies.get(key) ?? bodyOf(construct, stack, place, this.resolvers);
    this.bodies.set(key, body);
    const part = this.partOf(stack);
    const resource = new ModelResource(construct, place, body, part.references);
    part.byAddress.set(place.address, resource);
    part.resources.push(resource);
    addTo(this.byType, place.type, resource);
    return resource;
  }

  private partOf(stack: TerraformStack): ModelPart {
    const known = this.parts.get(stack);
    if (known) return known;
    const part = new ModelPart(stack.node.path, (path) => this.partsByPath.get(path));
    this.parts.set(stack, part);
    this.partsByPath.set(part.path, part);
    return part;
  }
}

function kindOf(construct: IConstruct): ElementKind | undefined {
  if (TerraformResource.isTerraformResource(construct)) return ElementKind.RESOURCE;
  if (TerraformDataSource.isTerraformDataSource(construct)) return ElementKind.DATA_SOURCE;
  if (TerraformStack.isStack(construct)) return ElementKind.BACKEND;
  return TerraformOutput.isTerraformOutput(construct) ? ElementKind.OUTPUT : undefined;
}

function placeOf(construct: IConstruct, kind: ElementKind, stack: string): Place {
  if (kind === ElementKind.BACKEND) return { kind, type: kind, address: 'terraform.backend', stack };
  const element = construct as TerraformElement;
  const type = (element as Partial<TerraformResource>).terraformResourceType ?? kind;
  return { kind, type, address: addressOf(kind, type, element.friendlyUniqueId), stack };
}

/** The resources and data sources in the overrides of a stack. */
function placesInOverrides(stack: TerraformStack): Place[] {
  const { path } = stack.node;
  return [ElementKind.RESOURCE, ElementKind.DATA_SOURCE].flatMap((kind) =>
    Object.entries(overridesAt(stack, [kind])).flatMap(([type, bodies]) =>
      Object.keys(bodies ?? {}).map((id) => ({
        kind,
        type,
        address: addressOf(kind, type, id),
        stack: path,
        isOverride: true,
      })),
    ),
  );
}

function addressOf(kind: ElementKind, type: string, id: string): string {
  return `${kind === ElementKind.DATA_SOURCE ? 'data.' : ''}${type}.${id}`;
}

/** What tells bodies apart: two constructs may have one address. */
type Key = IConstruct | string;

function keyOfBody(construct: IConstruct, { stack, address, isOverride }: Place): Key {
  return isOverride ? `${stack} ${address}` : construct;
}

type Json = Readonly<Record<string, unknown>>;
type Resolve = (json: unknown) => unknown;

function bodyOf(
  construct: IConstruct,
  stack: TerraformStack,
  { kind, type, address, isOverride }: Place,
  resolvers: Map<TerraformStack, Resolve>,
): Body {
  if (kind === ElementKind.BACKEND) return new Body(() => backendOf(stack));
  const id = address.slice(address.lastIndexOf('.') + 1);
  const path = kind === ElementKind.OUTPUT ? [kind, id] : [kind, type, id];
  return new Body(() => {
    if (isRemoved(stack, path)) return { count: 0 };
    const resolve = resolvers.get(stack) ?? resolverIn(stack);
    resolvers.set(stack, resolve);
    const defined = isOverride ? {} : (construct as TerraformElement).toTerraform();
    const json = resolve(path.reduce<Json>((within, name) => (within[name] ?? {}) as Json, defined as Json)) as Json;
    const overrides = overridesAt(stack, path);
    return Object.keys(overrides).length === 0 ? json : overridden(json, overrides, resolve);
  });
}
