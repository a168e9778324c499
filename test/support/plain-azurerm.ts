import { TerraformDataSource, TerraformResource, TerraformStack } from 'cdktf';
import { Construct } from 'constructs';
import { newStack } from './synth';

/** A resource of whatever provider bindings, with its attributes as they stand in the JSON. */
export class PlainResource extends TerraformResource {
  public constructor(
    scope: Construct,
    type: string,
    id: string,
    private readonly attributes: object,
  ) {
    super(scope, id, { terraformResourceType: type });
  }

  /** The attribute for others to refer to. */
  public ref(attribute: string = 'id'): string {
    return this.getStringAttribute(attribute);
  }

  protected synthesizeAttributes(): Record<string, unknown> {
    return { ...this.attributes };
  }
}

/** A data source of whatever provider bindings. */
export class PlainData extends TerraformDataSource {
  public constructor(
    scope: Construct,
    type: string,
    id: string,
    private readonly attributes: object,
  ) {
    super(scope, id, { terraformResourceType: type });
  }

  public ref(attribute: string = 'id'): string {
    return this.getStringAttribute(attribute);
  }

  protected synthesizeAttributes(): Record<string, unknown> {
    return { ...this.attributes };
  }
}

/** Adds a resource. */
export function add(scope: Construct, type: string, id: string, attributes: object = {}): PlainResource {
  return new PlainResource(scope, type, id, attributes);
}

/** A SignalR service of the Standard tier in the group `rg`, and what the test changes. */
export function addService(stack: TerraformStack, attributes: object = {}, id: string = 'Service'): PlainResource {
  const basics = { name: 'sigr-chat', resource_group_name: 'rg', sku: { name: 'Standard_S1', capacity: 1 } };
  return add(stack, 'azurerm_signalr_service', id, { ...basics, ...attributes });
}

/** A stack that holds only a SignalR service. */
export function stackWithService(attributes: object = {}): TerraformStack {
  const stack = newStack();
  addService(stack, attributes);
  return stack;
}
