import { identifyingText, identityOf, isIdentifiedBy } from './identity';
import { replaces } from './replacing';
import { StateResource } from './state-resource';
import { addTo } from '../../../core/internal/add-to';
import { IElementBody } from '../../../model/body';
import { ModelResource } from '../../../model/model-resource';
import { ElementKind, IModelElement, IModelSource, Place } from '../../../model/model-source';
import { objectOf } from '../../../model/terraform/json';
import { TerraformModel } from '../../../model/terraform-model';

/** Counterpart of a stack's resource in the state: one resource, nothing, or not known. */
export class Counterpart {
  public static readonly NONE = new Counterpart();

  public static found(state: StateResource): Counterpart {
    return new Counterpart(state);
  }

  /** @param because a clause that says what decides */
  public static undecided(because: string): Counterpart {
    return new Counterpart(undefined, because);
  }

  private constructor(
    public readonly state?: StateResource,
    public readonly because?: string,
  ) {}

  public get isNew(): boolean {
    return !this.state && this.because === undefined;
  }
}

/** Arguments of Terraform's own. */
export const META = [
  'count',
  'for_each',
  'depends_on',
  'lifecycle',
  'provider',
  'provisioner',
  'connection',
  'timeouts',
];

/**
 * Finds the resources of a synthesized stack in a state, by what identifies them in Azure. What a stack leaves to Azure,
 * such as an id, is read from the state, so that references between its resources refer to what they are there.
 */
export class Counterparts {
  public readonly model: TerraformModel;

  private readonly elements: ReadonlyMap<Place, IModelElement>;
  private readonly found = new Map<string, Counterpart>();
  private readonly byType = new Map<string, StateResource[]>();
  private readonly byAddress = new Map<string, StateResource>();
  private single?: ReadonlyMap<Place, ModelResource>;

  /** @param isSameState whether the stack takes over the state itself, in which an address is what it was */
  public constructor(
    source: IModelSource,
    state: readonly StateResource[],
    private readonly isSameState: boolean,
  ) {
    for (const resource of state) {
      addTo(this.byType, resource.type, resource);
      if (resource.isManaged && !resource.isPart) this.byAddress.set(resource.address, resource);
    }
    this.elements = new Map(source.elements.map((element) => [element.place, element]));
    this.model = new TerraformModel({ elements: source.elements.map((element) => this.completed(element)) });
  }

  /** The resources that the stack creates or takes over. */
  public get resources(): ModelResource[] {
    return this.model.select(({ place }) => place.kind === ElementKind.RESOURCE);
  }

  /** Attributes of a resource, as they are written. */
  public givenTo(resource: ModelResource): IElementBody {
    return this.elements.get(resource.place)!.body;
  }

  /** The address of a resource in its stack, with the key of an instance. */
  public addressOf(resource: ModelResource): string {
    const { address } = resource.place;
    const key = resource.path.slice(this.elements.get(resource.place)!.path.length);
    const isCounted = key === '' && this.givenTo(resource).names.includes('count');
    return `${address}${isCounted ? '[0]' : key}`;
  }

  /** Finds the counterpart of a resource in the state. */
  public of(resource: ModelResource): Counterpart {
    const key = `${resource.place.stack} ${resource.path}`;
    const known = this.found.get(key);
    if (known) return known;
    // References in a circle, which Terraform refuses, lead to nothing.
    this.found.set(key, Counterpart.NONE);
    const counterpart = this.find(resource);
    this.found.set(key, counterpart);
    return counterpart;
  }

  private find(resource: ModelResource): Counterpart {
    const identified = this.identified(resource);
    if (identified.state || !this.isSameState || !resource.isManaged) return identified;
    const same = this.byAddress.get(this.addressOf(resource));
    return same ? Counterpart.found(same) : identified;
  }

  private identified(resource: ModelResource): Counterpart {
    const { type } = resource;
    const ofType = (this.byType.get(type) ?? []).filter(({ isManaged }) => isManaged || !resource.isManaged);
    if (ofType.length === 0) return Counterpart.NONE;
    if (resource.isRepeated) return Counterpart.undecided(resource.presence.because ?? '');
    const given = identityOf(type, resource.names).map((name) => {
      const value = resource.at(name);
      return { name, value, text: identifyingText(name, value) };
    });
    if (given.length === 0) return Counterpart.undecided(`what identifies a resource of ${type} is not known`);
    const matching = ofType.filter(({ values }) =>
      given.every(({ name, text }) => text === undefined || isIdentifiedBy(values, name, text)),
    );
    if (matching.length === 0) return Counterpart.NONE;
    const open = given.find(({ text }) => text === undefined);
    if (open) {
      // What is part of something new is new.
      const isOfNew = open.value.links.some(({ resource: of }) => of.isManaged && this.of(of).isNew);
      if (isOfNew) return Counterpart.NONE;
      return Counterpart.undecided(`${open.name} is ${open.value.decidedBy}, which only Terraform knows`);
    }
    const ids = new Set(matching.map(({ id = '' }) => id.toLowerCase()));
    const [first] = matching;
    if (matching.length === 1 || (!resource.isManaged && ids.size === 1)) return Counterpart.found(first);
    const addresses = matching.map(({ address, id }) => `${address} (${id ?? 'without id'})`).join(', ');
    return Counterpart.undecided(`the state has it more than once: ${addresses}`);
  }

  /** An element that also has what the state says of it. */
  private completed(element: IModelElement): IModelElement {
    const { body, place } = element;
    const isRead = place.kind === ElementKind.RESOURCE || place.kind === ElementKind.DATA_SOURCE;
    if (!isRead || body.names.includes('count') || body.names.includes('for_each')) return element;
    return { ...element, body: new CompletedBody(body, place.type, () => this.stateAt(place)) };
  }

  private stateAt(place: Place): StateResource | undefined {
    this.single ??= new Map(this.model.all.map((resource) => [resource.place, resource]));
    const resource = this.single.get(place);
    return resource && this.of(resource).state;
  }
}

/** Attributes of a resource in the stack, completed with those of the state. */
class CompletedBody implements IElementBody {
  public constructor(
    private readonly given: IElementBody,
    private readonly type: string,
    private readonly state: () => StateResource | undefined,
  ) {}

  public get names(): string[] {
    return this.given.names;
  }

  public get(name: string): unknown {
    const given = this.given.get(name);
    if (META.includes(name) || name === 'dynamic') return given;
    if (given === undefined || given === null) return ownOf(this.state()?.asWritten, name);
    const [block, ...others] = Array.isArray(given) ? given : [given];
    return typeof block === 'object' && block !== null && others.length === 0 ? this.withComputed(name, given) : given;
  }

  /** A block with what Azure gives of it, such as the principal of an identity. */
  private withComputed(name: string, given: unknown): unknown {
    const state = ownOf(this.state()?.asWritten, name);
    // Of a map, such as tags, a state has no list.
    if (!Array.isArray(state) || state.length !== 1) return given;
    const computed = Object.entries(objectOf(state[0])).filter(
      ([key, value]) => typeof value === 'string' && !replaces(this.type, `${name}.${key}`),
    );
    const [block] = Array.isArray(given) ? given : [given];
    return [{ ...Object.fromEntries(computed), ...objectOf(block) }];
  }
}

function ownOf(values: object | undefined, name: string): unknown {
  return values && Object.prototype.hasOwnProperty.call(values, name)
    ? (values as Record<string, unknown>)[name]
    : undefined;
}
