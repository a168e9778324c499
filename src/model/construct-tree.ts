import {
  TerraformDataSource,
  TerraformElement,
  TerraformOutput,
  TerraformProvider,
  TerraformResource,
  TerraformStack,
} from 'cdktf';
import { IConstruct } from 'constructs';
import { Body } from './body';
import { ElementKind, IModelElement, IModelSource, Place } from './model-source';
import { addTo } from '../core/internal/add-to';
import { backendOf } from '../engine/backend';
import { resolverIn } from '../engine/resolver';
import { isRemoved, overridden, overridesAt } from '../engine/stack-overrides';

type Json = Readonly<Record<string, unknown>>;
type Resolve = (json: unknown) => unknown;

/** An element of a construct tree. */
interface TreeElement extends IModelElement {
  /** The construct that defines it; nothing for what only an override of its stack defines. */
  readonly construct?: IConstruct;
  readonly body: Body;
}

/**
 * A construct tree as Terraform will read it: types and values, not classes, so that resources of any provider bindings
 * are here, written by hand or by this library.
 */
export class ConstructTree implements IModelSource {
  /** The tree that a construct is in. */
  public static of(scope: IConstruct): ConstructTree {
    return new ConstructTree(scope.node.root, new Map(), new Map());
  }

  public readonly elements: readonly IModelElement[];

  /** All stacks, in the order in which cdktf synthesizes them. */
  public readonly stacks: readonly TerraformStack[];

  private readonly byStack = new Map<TerraformStack, TreeElement[]>();

  private constructor(
    private readonly root: IConstruct,
    private readonly bodies: Map<IConstruct | string, Body>,
    private readonly resolvers: Map<TerraformStack, Resolve>,
  ) {
    const constructs = root.node.findAll();
    const defined = constructs.flatMap((construct) => this.addConstruct(construct) ?? []);
    this.stacks = constructs.filter(TerraformStack.isStack);
    this.elements = [...defined, ...this.stacks.flatMap((stack) => this.addOverrides(stack))];
  }

  /**
   * The tree as it is once a stack may have changed: this one, where the stack is as it was read. What was read of
   * other stacks is kept, so a run that validates one stack after the other reads each a few times, not once for each
   * stack.
   *
   * @param wasAsked whether anything was read of an element that depends on an attribute, or on the blocks of a name
   */
  public refreshed(stack: TerraformStack, wasAsked: (element: IModelElement, name: string) => boolean): ConstructTree {
    const known = this.byStack.get(stack) ?? [];
    const addresses = new Set(known.map(({ place }) => place.address));
    const constructs = stack.node.findAll().filter((each) => kindOf(each) && TerraformStack.of(each) === stack);
    const defined = known.flatMap(({ construct }) => construct ?? []);
    const hasSame =
      defined.length === constructs.length &&
      defined.every((construct, i) => construct === constructs[i]) &&
      known.every(hasItsAddress) &&
      placesInOverrides(stack).every(({ address }) => addresses.has(address));
    this.resolvers.delete(stack);
    if (hasSame && known.every((element) => element.body.refresh((name) => wasAsked(element, name)))) return this;
    const bodies = new Map(this.bodies);
    known.forEach((element) => bodies.delete(keyOf(element)));
    return new ConstructTree(this.root, bodies, this.resolvers);
  }

  private addConstruct(construct: IConstruct): IModelElement | undefined {
    const kind = kindOf(construct);
    if (!kind) return undefined;
    const stack = TerraformStack.of(construct);
    const { path, id } = construct.node;
    return this.add(stack, { construct, place: placeOf(construct, kind, stack.node.path), path, label: id });
  }

  /** Adds elements that no construct defines, but an override of a stack. */
  private addOverrides(stack: TerraformStack): IModelElement[] {
    const addresses = new Set((this.byStack.get(stack) ?? []).map(({ place }) => place.address));
    return placesInOverrides(stack)
      .filter(({ address }) => !addresses.has(address))
      .map((place) => this.add(stack, { place, path: `${place.stack}/${place.address}`, label: place.address }));
  }

  private add(stack: TerraformStack, element: Omit<TreeElement, 'body'>): TreeElement {
    const key = keyOf(element);
    const body = this.bodies.get(key) ?? this.bodyOf(stack, element);
    this.bodies.set(key, body);
    const added = { ...element, body };
    addTo(this.byStack, stack, added);
    return added;
  }

  private bodyOf(stack: TerraformStack, { construct, place }: Omit<TreeElement, 'body'>): Body {
    const { kind, type, address } = place;
    if (kind === ElementKind.BACKEND) return new Body(() => backendOf(stack));
    if (kind === ElementKind.PROVIDER) return new Body(() => this.providerBody(construct as TerraformProvider, stack));
    const id = address.slice(address.lastIndexOf('.') + 1);
    const path = kind === ElementKind.OUTPUT ? [kind, id] : [kind, type, id];
    const read = () => {
      const defined = construct ? (construct as TerraformElement).toTerraform() : {};
      // What is moved away leaves a block `moved` alone.
      const isMoved = construct !== undefined && defined[kind] === undefined;
      if (isMoved || isRemoved(stack, path)) return { count: 0 };
      const json = path.reduce<Json>((within, name) => (within[name] ?? {}) as Json, defined);
      const overrides = overridesAt(stack, path);
      if (Object.keys(overrides).length === 0) return json;
      const resolve = this.resolverOf(stack);
      return overridden(resolve(json) as Json, overrides, resolve);
    };
    return new Body(read, (value) => this.resolverOf(stack)(value));
  }

  private providerBody(provider: TerraformProvider, stack: TerraformStack): Json {
    const [block = {}] = provider.toTerraform().provider?.[provider.terraformResourceType] ?? [];
    return this.resolverOf(stack)(block) as Json;
  }

  private resolverOf(stack: TerraformStack): Resolve {
    const resolve = this.resolvers.get(stack) ?? resolverIn(stack);
    this.resolvers.set(stack, resolve);
    return resolve;
  }
}

function kindOf(construct: IConstruct): ElementKind | undefined {
  if (TerraformResource.isTerraformResource(construct)) return ElementKind.RESOURCE;
  if (TerraformDataSource.isTerraformDataSource(construct)) return ElementKind.DATA_SOURCE;
  if (TerraformStack.isStack(construct)) return ElementKind.BACKEND;
  if (TerraformProvider.isTerraformProvider(construct)) return ElementKind.PROVIDER;
  return TerraformOutput.isTerraformOutput(construct) ? ElementKind.OUTPUT : undefined;
}

function placeOf(construct: IConstruct, kind: ElementKind, stack: string): Place {
  if (kind === ElementKind.BACKEND) return { kind, type: kind, address: 'terraform.backend', stack };
  if (kind === ElementKind.PROVIDER) return { kind, type: kind, address: (construct as TerraformProvider).fqn, stack };
  const element = construct as TerraformElement;
  const type = (element as Partial<TerraformResource>).terraformResourceType ?? kind;
  return { kind, type, address: addressOf(kind, type, element.friendlyUniqueId), stack };
}

/** The resources and data sources in the overrides of a stack. */
function placesInOverrides(stack: TerraformStack): Place[] {
  const { path } = stack.node;
  return [ElementKind.RESOURCE, ElementKind.DATA_SOURCE].flatMap((kind) =>
    Object.entries(overridesAt(stack, [kind])).flatMap(([type, bodies]) =>
      Object.keys(bodies ?? {}).map((id) => ({ kind, type, address: addressOf(kind, type, id), stack: path })),
    ),
  );
}

/** Reports whether the logical id has not been overridden since. */
function hasItsAddress({ construct, place }: TreeElement): boolean {
  return !construct || placeOf(construct, place.kind, place.stack).address === place.address;
}

function addressOf(kind: ElementKind, type: string, id: string): string {
  return `${kind === ElementKind.DATA_SOURCE ? 'data.' : ''}${type}.${id}`;
}

/** Returns the key that distinguishes bodies: two constructs may have one address. */
function keyOf({ construct, place }: Omit<TreeElement, 'body'>): IConstruct | string {
  return construct ?? `${place.stack} ${place.address}`;
}
