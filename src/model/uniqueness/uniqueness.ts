import { TerraformStack } from 'cdktf';
import { Place } from './place';
import { Places } from './places';
import { Row } from './row';
import { TABLE } from './table';
import { addTo } from '../../core/internal/add-to';
import { Problem, withoutPath } from '../../core/internal/violations';
import { warnOnce } from '../../engine/warn';
import { ModelResource } from '../model-resource';
import { ElementKind, IModelElement } from '../model-source';
import { TerraformModel } from '../terraform-model';

/** Elements that the JSON of a stack has by their addresses. */
const KEYED = [ElementKind.RESOURCE, ElementKind.DATA_SOURCE, ElementKind.OUTPUT];

/** Resource that uses a unique value. */
interface Taker {
  readonly resource: ModelResource;
  readonly place: Place;
  readonly given: string;
}

/** Several resources of which Azure or Terraform accepts one. */
interface Clash {
  readonly stacks: ReadonlySet<string>;
  readonly problem: Problem;
}

/** Two resources of two stacks, of which Azure accepts one if both stacks are deployed to one subscription. */
interface Doubt {
  readonly stack: string;
  readonly message: string;
}

interface Clashes {
  readonly certain: readonly Clash[];
  /** The first doubt of each stack: two environments of one architecture would have one for each of their names. */
  readonly doubts: ReadonlyMap<string, string>;
}

const found = new WeakMap<TerraformModel, Clashes>();

/**
 * Reports names and other values of a stack that Azure or Terraform accepts once; warns where a subscription decides.
 */
export function uniquenessProblems(model: TerraformModel, stack: TerraformStack): Problem[] {
  const { path } = stack.node;
  const { certain, doubts } = found.get(model) ?? clashesIn(model);
  const doubt = doubts.get(path);
  if (doubt) warnOnce(stack, doubt);
  return certain.filter(({ stacks }) => stacks.has(path)).map(({ problem }) => problem);
}

function clashesIn(model: TerraformModel): Clashes {
  const places = new Places(model);
  const certain = sharedAddresses(model);
  const doubts = new Map<string, string>();
  for (const row of rowsFor(model)) {
    for (const takers of takersOf(row, model, places)) {
      const bySubscription = new Map<string, Taker[]>();
      takers.forEach((taker) => addTo(bySubscription, taker.place.subscription.key, taker));
      const groups = [...bySubscription.values()];
      certain.push(...groups.filter(({ length }) => length > 1).map((group) => clashOf(row, group)));
      const firsts = groups.map(([first]) => first);
      doubtsOf(row, firsts).forEach(({ stack, message }) => doubts.set(stack, doubts.get(stack) ?? message));
    }
  }
  const clashes = { certain, doubts };
  found.set(model, clashes);
  return clashes;
}

/**
 * The rows of which there are two resources, or one with blocks of both: to read a resource costs more than all else.
 */
function rowsFor(model: TerraformModel): Row[] {
  const counts = new Map<string, number>();
  model.elements.forEach(({ place }) => counts.set(place.type, (counts.get(place.type) ?? 0) + 1));
  const least = ({ types }: Row) => (types.length > 1 ? 1 : 2);
  return TABLE.filter((row) => row.types.reduce((sum, type) => sum + (counts.get(type) ?? 0), 0) >= least(row));
}

/** Those of a row that take one place, if they are in one subscription. What may not be there takes none. */
function takersOf(row: Row, model: TerraformModel, places: Places): Taker[][] {
  const byPath = new Map<string, Taker[]>();
  model
    .resources(...row.types)
    .filter(({ isRepeated }) => !isRepeated)
    .forEach((resource) =>
      row.taken(resource, places).forEach(({ place, given }) => addTo(byPath, place.path, { resource, place, given })),
    );
  return [...byPath.values()].filter(({ length }) => length > 1);
}

function clashOf({ code, message }: Row, takers: readonly Taker[]): Clash {
  const resources = takers.map(({ resource }) => resource);
  return {
    stacks: new Set(resources.map(({ place }) => place.stack)),
    problem: { code, message: `${listed(resources)} ${message(takers[takers.length - 1].given)}` },
  };
}

/** Those that are not known to be in one subscription, nor in two; providers of one stack are meant to differ. */
function doubtsOf({ code, message }: Row, [first, ...others]: readonly Taker[]): Doubt[] {
  const stackOf = ({ resource }: Taker) => resource.place.stack;
  return others.flatMap((other) => {
    const { isMaybe, because } = first.place.subscription.isSame(other.place.subscription);
    if (!isMaybe || stackOf(other) === stackOf(first)) return [];
    const text = `whether ${stackOf(first)} and ${stackOf(other)} are deployed to one place is not known, because ${because}; if they are, ${listed([first.resource, other.resource])} ${message(other.given)}`;
    return [{ stack: stackOf(other), message: withoutPath({ code, message: text }) }];
  });
}

/** The address of a resource is its key in the JSON, where the last one replaces the others. */
function sharedAddresses(model: TerraformModel): Clash[] {
  const byAddress = new Map<string, IModelElement[]>();
  model.elements
    .filter(({ place }) => KEYED.includes(place.kind))
    .forEach((element) => addTo(byAddress, `${element.place.stack} ${element.place.address}`, element));
  return [...byAddress.values()]
    .filter(({ length }) => length > 1)
    .map((elements) => {
      const [{ place }] = elements;
      const message = `${listed(elements)} have the address ${place.address}, so only one of them is in the JSON; give each a logical id of its own, with overrideLogicalId or in getLogicalId of the stack`;
      return { stacks: new Set([place.stack]), problem: { code: 'core/duplicate-address', message } };
    });
}

function listed(named: readonly { readonly path: string }[]): string {
  const paths = [...new Set(named.map(({ path }) => path))];
  return paths.length === 1 && named.length > 1 ? `blocks of ${paths[0]}` : paths.join(' and ');
}
