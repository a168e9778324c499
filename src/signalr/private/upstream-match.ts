import { UpstreamCategory } from '../upstream-category';

const ANY = '*';
const CONNECTION_EVENTS = ['connected', 'disconnected'];

/** The patterns of an upstream; each is a list of names, or `*` alone. */
export interface UpstreamPatterns {
  readonly hubs: readonly string[];
  readonly categories: readonly string[];
  readonly events: readonly string[];
}

/** A request that upstreams match; `*` stands for any name. */
export interface UpstreamMatch {
  readonly hub: string;
  readonly category: UpstreamCategory;
  readonly event: string;
}

/** Reports whether clients cause an event by connecting or disconnecting, and not by invoking a hub method. */
export function isConnectionEvent(event: string): boolean {
  return includesName(CONNECTION_EVENTS, event);
}

/** A request that both upstreams match, if there is any. */
export function sharedMatch(one: UpstreamPatterns, other: UpstreamPatterns): UpstreamMatch | undefined {
  const hub = sharedName(one.hubs, other.hubs);
  if (hub === undefined) return undefined;
  return Object.values(UpstreamCategory).flatMap((category) => {
    const event = sharedName(eventsOf(category, one), eventsOf(category, other));
    return event === undefined ? [] : { hub, category, event };
  })[0];
}

/** Reports whether no request at all has a category and an event of the upstream. */
export function matchesNothing(patterns: UpstreamPatterns): boolean {
  return Object.values(UpstreamCategory).every((category) => eventsOf(category, patterns).length === 0);
}

/** The events that an upstream matches in a category; every category has events that the others do not. */
function eventsOf(category: UpstreamCategory, { categories, events }: UpstreamPatterns): readonly string[] {
  if (sharedName(categories, [category]) === undefined) return [];
  const ofConnections = category === UpstreamCategory.CONNECTIONS;
  if (events.includes(ANY)) return ofConnections ? CONNECTION_EVENTS : [ANY];
  return events.filter((event) => isConnectionEvent(event) === ofConnections);
}

function sharedName(some: readonly string[], others: readonly string[]): string | undefined {
  if (some.includes(ANY)) return others[0];
  if (others.includes(ANY)) return some[0];
  return some.find((name) => includesName(others, name));
}

/** Azure does not say whether letter case matters, so names that differ in it alone may be one. */
function includesName(names: readonly string[], name: string): boolean {
  return names.some((each) => each.toLowerCase() === name.toLowerCase());
}
