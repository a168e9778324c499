import { attributesOf, bodiesOf, Body, changedPaths, StackJson, typeOf } from './bodies';
import { refusalsOf } from './refusals';
import { replacesAt } from './replaces';

/** What Terraform does to one resource. */
export interface ResourceMove {
  readonly type: string;
  /** The attributes that have another value in the configuration. */
  readonly paths: readonly string[];
  /** The attributes that force replacement, also because a resource that they refer to is replaced. */
  readonly forcing: readonly string[];
}

/** What follows from another value of an option, for stacks that are deployed. */
export interface Move {
  readonly replaced: readonly ResourceMove[];
  readonly inPlace: readonly ResourceMove[];
  readonly added: readonly string[];
  readonly removed: readonly string[];
  /** Whether nothing stays that was there before. */
  readonly replacesAll: boolean;
  /** What Azure rejects of it, one sentence each. */
  readonly refused: readonly string[];
}

/** A reference to an attribute of a resource. */
const REFERENCE = /\b((?:azurerm|azapi)_\w+\.\w+)\.(\w+)/g;

/** Compares what two values of an option give, as a plan of Terraform would. */
export function moveOf(before: StackJson, after: StackJson): Move {
  const [old, young] = [bodiesOf(before), bodiesOf(after)];
  const kept = [...young.keys()].filter((address) => old.has(address));
  const changed = new Map(kept.map((address) => [address, new Set(changedOf(old.get(address)!, young.get(address)!))]));
  const own = new Map([...changed].map(([address, paths]) => [address, [...paths]]));
  const forcing = new Map<string, string[]>();

  // A replaced resource has another id, which may replace what refers to it.
  for (let grows = true; grows;) {
    grows = false;
    for (const address of kept) {
      const [was, is] = [old.get(address)!, young.get(address)!];
      const unknown = [...attributesOf(is)]
        .filter(([, values]) => refersTo(values, (other, attribute) => isNewAt(other, attribute)))
        .map(([path]) => path);
      const paths = changed.get(address)!;
      unknown.filter((path) => !ignoredBy(is).includes(path.split('.')[0])).forEach((path) => paths.add(path));
      const found = replacesAt(typeOf(address), [...paths], was, is);
      if (found.length > (forcing.get(address)?.length ?? 0)) {
        forcing.set(address, found);
        grows = true;
      }
    }
  }

  function isNewAt(address: string, attribute: string): boolean {
    if (changed.get(address)?.has(attribute)) return true;
    return forcing.has(address) && !(attribute in young.get(address)!);
  }

  const moves = kept.map((address) => ({
    address,
    type: typeOf(address),
    paths: own.get(address)!,
    forcing: forcing.get(address) ?? [],
  }));
  const typesOf = (here: Map<string, Body>, there: Map<string, Body>) =>
    [...here.keys()].filter((address) => !there.has(address)).map(typeOf);
  return {
    replaced: moves.filter((each) => each.forcing.length > 0),
    inPlace: moves.filter((each) => each.forcing.length === 0 && each.paths.length > 0),
    added: typesOf(young, old),
    removed: typesOf(old, young),
    replacesAll: moves.length > 0 && moves.every((each) => each.forcing.length > 0),
    refused: refusalsOf(old, young, new Set(forcing.keys())),
  };
}

/**
 * What Terraform sees of a change: not what it is to ignore, nor the region of what is looked up, since the cases have all
 * in one region.
 */
function changedOf(before: Body, after: Body): string[] {
  const ignored = ignoredBy(after);
  const isLookedUp = (path: string) => path === 'location' && /\$\{data\./.test(`${before.location} ${after.location}`);
  return changedPaths(before, after).filter((path) => !ignored.includes(path.split('.')[0]) && !isLookedUp(path));
}

function ignoredBy(body: Body): string[] {
  const { ignore_changes: ignored = [] } = (body.lifecycle ?? {}) as { ignore_changes?: string[] };
  return ignored.map((path) => path.split(/[.[]/)[0]);
}

function refersTo(values: readonly string[], isNew: (address: string, attribute: string) => boolean): boolean {
  return values.some((value) =>
    [...value.matchAll(REFERENCE)].some(([, address, attribute]) => isNew(address, attribute)),
  );
}
