import { evaluated, NotThere, Scope, UNKNOWN } from './expressions';
import { RawJson, RawResource } from '../terraform';

/** One instance of a resource. */
export interface Instance {
  readonly resource: RawResource;
  /** Without modules. */
  readonly address: string;
  readonly index?: string | number;
  /** In `for_each`. */
  readonly value?: unknown;
}

const STEP = /\[(\d+)\]|\.?(\w+)/g;

/** An estate with an instance for each key, and the values that all attributes have. */
export class Deployment {
  public readonly instances: readonly Instance[];

  private readonly byAddress = new Map<string, Instance>();
  private readonly byResource = new Map<string, string[]>();

  /**
   * @param resources all, or those that are there
   * @param isOn how variables turn out that decide how often something is there
   * @param computed what an instance has that is not given, by its path
   */
  public constructor(
    resources: readonly RawResource[],
    isOn: boolean,
    private readonly computed: (deployment: Deployment, instance: Instance, path: string) => unknown,
  ) {
    this.instances = resources.flatMap((resource) => {
      const { type, key } = resource;
      const instances = keysOf(resource.body, isOn).map(([index, value]): Instance => {
        const suffix = index === undefined ? '' : `[${JSON.stringify(index)}]`;
        return { resource, address: `${type}.${key}${suffix}`, index, value };
      });
      this.byResource.set(
        `${type}.${key}`,
        instances.map(({ address }) => address),
      );
      instances.forEach((instance) => this.byAddress.set(instance.address, instance));
      return instances;
    });
  }

  /** What an instance is given, in values. */
  public given(instance: Instance): RawJson {
    const { count, for_each: forEach, ...body } = instance.resource.body;
    return evaluated(body, this.scopeOf(instance)) as RawJson;
  }

  /** What is there of a type. */
  public ofType(type: string): Instance[] {
    return this.instances.filter(({ resource }) => resource.type === type);
  }

  /** The instance of an address. */
  public at(address: string): Instance | undefined {
    return this.byAddress.get(address);
  }

  /** A value of an instance, given or computed. */
  public attribute(address: string, path: string): unknown {
    const instance = this.byAddress.get(address);
    if (!instance) throw new NotThere(address);
    const [, , first] = [...path.matchAll(STEP)][0];
    const written = instance.resource.body[first];
    const given = written === undefined ? undefined : dig(evaluated(written, this.scopeOf(instance)), path, first);
    return given ?? this.computed(this, instance, path);
  }

  private scopeOf({ index, value }: Instance): Scope {
    const scope: Scope = {
      index,
      attribute: (address, path) => this.attribute(address, path),
      instancesOf: (address) => this.byResource.get(address) ?? [],
    };
    return { ...scope, value: value === undefined ? undefined : evaluated(value, scope) };
  }
}

/** What a path leads to below an attribute; JSON may write the only block of a list without the list. */
export function dig(value: unknown, path: string, first: string): unknown {
  const steps = [...path.slice(first.length).matchAll(STEP)];
  return steps.reduce((at: unknown, [, index, name]) => {
    if (at === UNKNOWN || at === undefined || at === null) return at;
    if (index !== undefined) return Array.isArray(at) ? at[Number(index)] : index === '0' ? at : undefined;
    return (at as RawJson)[name];
  }, value);
}

function keysOf({ count, for_each: forEach }: RawJson, isOn: boolean): [string | number | undefined, unknown][] {
  if (typeof forEach === 'string') return isOn ? [['one', 'one']] : [];
  if (forEach !== undefined) return Object.entries(forEach as RawJson);
  if (count === undefined) return [[undefined, undefined]];
  const number = typeof count === 'string' ? Number(isOn) : (count as number);
  return Array.from({ length: number }, (_, index) => [index, undefined]);
}
