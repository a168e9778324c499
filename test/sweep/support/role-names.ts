import { allSlots } from './manifest';

/** A name that Azure accepts for every role, in each place where one is given. */
export const ROLE_NAMES: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  allSlots
    .filter(({ slot }) => /^(\w+)?RoleNames\./.test(slot.place))
    .map(({ slot }) => [slot.place, [`role${slot.name.toLowerCase().slice(0, 18)}`]]),
);
