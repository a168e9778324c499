import { Place } from './place';
import { Places } from './places';
import type { Code } from '../../core/internal/codes/codes';
import { ModelBlock } from '../model-block';
import { ModelResource } from '../model-resource';

/** Unique value that a resource, or a block of it, uses. */
export interface Taken {
  /** A place that only one can have. */
  readonly place: Place;
  /** Given text of the value. */
  readonly given: string;
}

/** Values that Azure accepts once, for resources of some types. */
export interface Row {
  readonly types: readonly string[];
  readonly code: Code;
  /** Lists the unique values of a resource; empty where they are not known. */
  taken(resource: ModelResource, places: Places): Taken[];
  /** Common parts of those that take one place, and what to do. */
  message(given: string): string;
}

type Block = ModelBlock<ModelResource>;
export type Within = (resource: ModelResource, places: Places) => Place;

const AZURE: Within = () => Place.AZURE;
const SUBSCRIPTION: Within = (resource, places) => places.subscriptionOf(resource);
const GROUP: Within = (resource, places) => places.groupOf(resource);

/** A name in a place. */
export function taken(within: Place, part: Block, attribute: string = 'name'): Taken[] {
  const given = part.at(attribute).knownText;
  return given === undefined ? [] : [{ place: within.child(given), given }];
}

/** Limits uniqueness to the resource that an attribute names in the same group. */
export function named(attribute: string): Within {
  return (resource, places) => places.named(resource, attribute);
}

/** Limits uniqueness to the resource whose id an attribute has. */
export function identified(attribute: string): Within {
  return (resource, places) => places.identified(resource.at(attribute), resource);
}

/** Names, or another attribute, that are unique within a place. */
export function unique(
  type: string,
  within: Within,
  message: Row['message'],
  code: Code = 'core/duplicate-name',
  attribute?: string,
): Row {
  return {
    types: [type],
    code,
    taken: (resource, places) => taken(within(resource, places), resource, attribute),
    message,
  };
}

/** Names of a type in a resource group. */
export function inGroup(type: string, what: string): Row {
  return unique(type, GROUP, (given) => `are ${what} named "${given}" in one resource group; ${RENAME}`);
}

/** Names that others in Azure may have too. */
export function inAzure(type: string, what: string, code: Code, attribute?: string): Row {
  const message = (given: string) => `are ${what} named "${given}", which is unique in all of Azure; ${RENAME}`;
  return unique(type, AZURE, message, code, attribute);
}

/** Names of a type in a subscription. */
export function inSubscription(type: string, what: string): Row {
  return unique(type, SUBSCRIPTION, (given) => `are ${what} named "${given}" in one subscription; ${RENAME}`);
}

/** One for each resource that an id names. */
export function oneOf(types: string | readonly string[], within: Within, code: Code, message: string): Row {
  return {
    types: typeof types === 'string' ? [types] : types,
    code,
    taken: (resource, places) => [{ place: within(resource, places), given: '' }],
    message: () => message,
  };
}

/** Advice for two resources of one name. */
export const RENAME = 'give one of them another name';
