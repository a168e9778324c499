import { IBody } from './body';
import { bindingsOf, REPETITION } from './instances';
import { ModelResource } from './model-resource';
import { IModelElement } from './model-source';
import { IReferenceSource } from './model-value';
import { Bindings, substituted } from './substitution';
import { Certainty } from '../core/internal/certainty';
import { plainExpressions } from '../core/internal/expressions';

/** An element of a configuration with its instances. */
export class ModelEntry {
  private known?: readonly ModelResource[];
  private bindings?: readonly Bindings[];

  /** @param entryAt the entry of an address in the same part */
  public constructor(
    public readonly element: IModelElement,
    private readonly source: IReferenceSource<ModelResource>,
    private readonly entryAt: (address: string) => ModelEntry | undefined,
  ) {}

  /**
   * Instances that Terraform makes of the element: one for each key; one that may exist, where the keys are not known.
   */
  public get instances(): readonly ModelResource[] {
    return (this.known ??= this.read());
  }

  /** Keys of the instances; `undefined` where they are not known, or the element is not repeated. */
  public get keys(): readonly (string | number)[] | undefined {
    return this.instances.length >= 0 ? this.bindings?.map(({ key }) => key) : undefined;
  }

  /**
   * The instance that an expression names.
   *
   * @param key as it is between brackets; without one the only instance is meant
   */
  public instanceAt(key: string | undefined): ModelResource | undefined {
    const { instances, bindings } = this;
    if (!bindings || key === undefined) return instances.length === 1 ? instances[0] : undefined;
    const index = bindings.findIndex((each) => JSON.stringify(each.key) === key);
    return instances[index];
  }

  /** Reports whether anything that was read of the element depends on an attribute, or on the blocks of a name. */
  public wasAsked(name: string): boolean {
    if (!this.known) return false;
    return REPETITION.includes(name) || this.known.some((instance) => instance.wasAsked(name));
  }

  private read(): readonly ModelResource[] {
    const { body, path } = this.element;
    const [count, forEach] = REPETITION.map((name) => body.get(name) ?? undefined);
    if (count === undefined && forEach === undefined) return [this.resource(path, body, Certainty.YES)];
    this.bindings = bindingsOf(count, forEach, (address) => this.entryAt(address)?.keys);
    if (!this.bindings) {
      const given = count === undefined ? `for_each is ${plain(forEach)}` : `count is ${plain(count)}`;
      const because = `how many instances ${path} has is only known when Terraform runs: ${given}`;
      return [this.resource(path, body, Certainty.maybe(because))];
    }
    return this.bindings.map((bindings) => {
      const own = this.bindings!.length === 1 && typeof bindings.key === 'number' ? path : pathOf(path, bindings);
      const given: IBody = { get: (name) => substituted(body.get(name), bindings) };
      return this.resource(own, given, Certainty.YES);
    });
  }

  private resource(path: string, body: IBody, presence: Certainty): ModelResource {
    const { place, label } = this.element;
    return new ModelResource({ place, path, label, body, names: () => this.element.body.names, presence }, this.source);
  }
}

function pathOf(path: string, { key }: Bindings): string {
  return `${path}[${JSON.stringify(key)}]`;
}

function plain(json: unknown): string {
  return plainExpressions(typeof json === 'string' ? json : JSON.stringify(json));
}
