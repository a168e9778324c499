import { Estate, idOf, ID_TYPES, Item, Reference, Repetition, Subscription, SUBSCRIPTION_IDS } from './estate';

/** Changes an estate in place; `pick` chooses among what the change offers. */
export type Change = (estate: Estate, pick: Pick) => void;

/** Chooses one of some options. */
export type Pick = <T>(...options: T[]) => T;

/** Something that is there only as a variable says, or not at all, or once. */
export function anyRepetition(pick: Pick): Repetition {
  return pick<Repetition>({ countOf: 'on' }, { count: 0 }, { count: 1 }, { forEachOf: 'names' });
}

/** The id of something of an estate as a text, as it is in one of the subscriptions. */
export function literalId(
  item: Item,
  type: keyof typeof ID_TYPES,
  subscription: Subscription,
  suffix: string = '',
): Reference {
  return { id: idOf(SUBSCRIPTION_IDS[subscription], item.group, `${ID_TYPES[type]}/${item.name}${suffix}`) };
}

/** The other subscription. */
export function other(subscription: Subscription): Subscription {
  return subscription === 'a' ? 'b' : 'a';
}
