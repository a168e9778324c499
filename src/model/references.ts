import { ModelResource } from './model-resource';
import { IReferenceSource, ModelValue } from './model-value';
import { Address, isExpression } from '../core/internal/expressions';

/** Follows each expression once: most resources of a stack name one group and one network. */
export class References implements IReferenceSource<ModelResource> {
  private readonly expressions = new Map<string, ModelValue<ModelResource>>();

  /** @param find the resource of an address, as seen from the stack */
  public constructor(private readonly find: (address: Address) => ModelResource | undefined) {}

  public resourceAt(address: Address): ModelResource | undefined {
    return this.find(address);
  }

  public givenAt(address: Address): ModelValue<ModelResource> | undefined {
    return this.find(address)?.at(address.attribute);
  }

  public value(json: unknown): ModelValue<ModelResource> {
    if (typeof json !== 'string' || !isExpression(json)) return new ModelValue(json, this);
    const value = this.expressions.get(json) ?? new ModelValue(json, this);
    this.expressions.set(json, value);
    return value;
  }
}
