import { Counterpart, Counterparts } from './counterparts';
import { Comparison, Differences } from './differences';
import { isAddress, StateResource } from './state-resource';
import { ModelResource } from '../../../model/model-resource';

/** Types that azurerm and azapi cannot import, since they are an action and no object in Azure. */
const ACTIONS = ['azapi_update_resource', 'azapi_resource_action'];

/** A resource of the stack that is there already. */
export interface Adopted {
  readonly resource: ModelResource;
  /** Its address in the stack. */
  readonly address: string;
  readonly state: StateResource;
  /** Id for `import`. */
  readonly id: string;
  readonly differences: Differences;
}

/** A resource of the stack that may be there already. */
export interface Undecided {
  readonly resource: ModelResource;
  readonly address: string;
  /** A clause that says what decides. */
  readonly because: string;
}

/** Plan for each resource of a state, and of the stacks that adopt the state. */
export interface Adoption {
  readonly adopted: readonly Adopted[];
  readonly undecided: readonly Undecided[];
  readonly created: readonly ModelResource[];
  readonly left: readonly StateResource[];
  /** Blocks of resources of the state that no resource of the stack is. */
  readonly blocks: readonly StateResource[];
}

/**
 * Decides what of a state each resource of the stacks is.
 *
 * @param majorOf major version of azurerm that a stack requires
 */
export function adoptionOf(
  counterparts: Counterparts,
  state: readonly StateResource[],
  majorOf: (stack: string) => string | undefined,
): Adoption {
  const { resources } = counterparts;
  const known = resources.map((resource) => ({ resource, counterpart: counterparts.of(resource) }));
  const takers = new Map<StateResource, string[]>();
  for (const { resource, counterpart } of known) {
    if (counterpart.state) takers.set(counterpart.state, [...(takers.get(counterpart.state) ?? []), resource.path]);
  }
  const adopted: Adopted[] = [];
  const undecided: Undecided[] = [];
  for (const { resource, counterpart } of known) {
    if (counterpart.isNew || ACTIONS.includes(resource.type)) continue;
    const address = counterparts.addressOf(resource);
    const because = doubtOf(counterpart, address, takers);
    const found = counterpart.state;
    if (because !== undefined) {
      undecided.push({ resource, address, because });
    } else if (found?.id !== undefined) {
      const differences = new Comparison(counterparts, resource, found).differences(majorOf(resource.place.stack));
      adopted.push({ resource, address, state: found, id: found.id, differences });
    }
  }
  const taken = new Set(adopted.map((each) => each.state));
  return {
    adopted,
    undecided,
    created: known
      .filter(({ counterpart, resource }) => counterpart.isNew || ACTIONS.includes(resource.type))
      .map((each) => each.resource),
    left: state.filter((each) => each.isManaged && !each.isPart && !taken.has(each)),
    blocks: state.filter((each) => each.isPart && !taken.has(each)),
  };
}

function doubtOf(
  { state, because }: Counterpart,
  address: string,
  takers: ReadonlyMap<StateResource, readonly string[]>,
): string | undefined {
  if (!state) return because;
  const others = takers.get(state) ?? [];
  if (others.length > 1) return `${others.join(' and ')} are one resource of the state, ${state.address}`;
  if (state.id === undefined) return `${state.address} has no id in the state that can be read`;
  const odd = [address, state.address].find((each) => !isAddress(each));
  return odd === undefined ? undefined : `${odd} is no address that Terraform reads`;
}
