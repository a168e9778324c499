import { ModelEntry } from './model-entry';
import { ModelResource } from './model-resource';
import { References } from './references';
import { Address } from '../core/internal/expressions';

/** Part of a configuration in a model, such as a stack, within which addresses are unique. */
export class ModelPart {
  /** References of values in the part. */
  public readonly references: References;

  private readonly byAddress = new Map<string, ModelEntry>();

  /** @param other other parts by their paths */
  public constructor(other: (path: string) => ModelPart | undefined) {
    this.references = new References(({ stack, resource, key }: Address) =>
      (stack === undefined ? this : other(stack))?.instanceAt(resource, key),
    );
  }

  public add(entry: ModelEntry): void {
    this.byAddress.set(entry.element.place.address, entry);
  }

  /** The element with an address, such as `azurerm_subnet.app`. */
  public entryAt(address: string): ModelEntry | undefined {
    return this.byAddress.get(address);
  }

  /** The resource that an expression names. Plans and states list instances, so each is an element by itself there. */
  private instanceAt(resource: string, key: string | undefined): ModelResource | undefined {
    const listed = key === undefined ? undefined : this.entryAt(`${resource}[${key}]`);
    return listed ? listed.instanceAt(undefined) : this.entryAt(resource)?.instanceAt(key);
  }
}
