import { TerraformDataSource, TerraformProvider, TerraformResource, TerraformStack } from 'cdktf';
import { IConstruct } from 'constructs';
import { addTo } from './add-to';
import { registry } from './registry';
import { isKnown } from './violations';

/** Provider of a construct that has no resource of its own. */
interface Provided {
  readonly _provider?: TerraformProvider;
  /** The resource that a subnet is a block of. */
  readonly _network?: TerraformResource;
}

/** The provider of what hangs on other constructs, where none is given: that of the first of them that is known. */
export function followedProvider(
  scope: IConstruct,
  given: TerraformProvider | undefined,
  ...parents: readonly (IConstruct | undefined)[]
): TerraformProvider | undefined {
  if (given) return given;
  const stack = TerraformStack.of(scope);
  for (const parent of parents) {
    const known = parent && providerIn(parent, stack);
    if (known) return known.provider;
  }
  return undefined;
}

/** Properties with the provider of what they hang on, where none is given. */
export function withProvider<P extends { readonly provider?: TerraformProvider }>(
  scope: IConstruct,
  props: P,
  ...parents: readonly (IConstruct | undefined)[]
): P {
  parents.forEach((parent) => parent && findsByName(scope, parent));
  const provider = followedProvider(scope, props.provider, ...parents);
  return provider === props.provider ? props : { ...props, provider };
}

/** Resource that Terraform finds by its name, though its id is also known. */
export interface FoundByName {
  /** The resource, or the construct whose resource it is. */
  readonly finder: IConstruct;
  readonly found: IConstruct;
  /** The id of what is found. */
  readonly id: string;
}

/** Construct that azurerm looks up by name, in the subscription of the provider. */
interface Named extends IConstruct {
  readonly resourceGroupId?: string;
  readonly virtualNetworkId?: string;
  readonly virtualNetworkName?: string;
  readonly zoneId?: string;
}

const FOUND = 'found by name';

/**
 * Remembers that a resource finds a group, network or zone by its name, where the id says which subscription is meant.
 */
export function findsByName(finder: IConstruct, found: IConstruct): void {
  const { resourceGroupId, virtualNetworkId, virtualNetworkName, zoneId } = found as Named;
  const id = resourceGroupId ?? (virtualNetworkName === undefined ? zoneId : virtualNetworkId);
  if (!isKnown(id) || typeof id !== 'string') return;
  const { path } = TerraformStack.of(finder).node;
  const all = registry<FoundByName[]>(finder, FOUND);
  addTo(all, path, { finder, found, id });
}

/** Lists the resources that a stack finds by name. */
export function foundByName(stack: TerraformStack): readonly FoundByName[] {
  return registry<FoundByName[]>(stack, FOUND).get(stack.node.path) ?? [];
}

/** The provider of a construct; `undefined` where it is not known, or only another stack has it. */
function providerIn(construct: IConstruct, stack: TerraformStack): { provider?: TerraformProvider } | undefined {
  const { _provider: shown, _network: network } = construct as IConstruct & Provided;
  if (shown) return TerraformStack.of(shown) === stack ? { provider: shown } : undefined;
  const resource = network ?? construct.node?.tryFindChild('Resource');
  if (!TerraformResource.isTerraformResource(resource) && !TerraformDataSource.isTerraformDataSource(resource)) {
    return undefined;
  }
  const { provider } = resource;
  if (TerraformStack.of(provider ?? resource) !== stack) return undefined;
  return { provider };
}
