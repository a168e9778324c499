import * as fc from 'fast-check';
import { UpstreamCategory } from '../../src/signalr';
import { matchesNothing, sharedMatch, UpstreamPatterns } from '../../src/signalr/private/upstream-match';

const { CONNECTIONS, MESSAGES } = UpstreamCategory;
const ALL: UpstreamPatterns = { hubs: ['*'], categories: ['*'], events: ['*'] };
const HUBS = ['chat', 'Chat', 'game'];
const EVENTS = ['connected', 'Disconnected', 'send', 'SEND', 'vote'];

const patterns = (names: string[]) => fc.oneof(fc.constant(['*']), fc.subarray(names, { minLength: 1 }));
const upstreams: fc.Arbitrary<UpstreamPatterns> = fc.record({
  hubs: patterns(HUBS),
  categories: patterns([CONNECTIONS, MESSAGES]),
  events: patterns(EVENTS),
});

/** Every request that the names above can tell apart, and one that has none of the names. */
const REQUESTS = [...HUBS, 'other'].flatMap((hub) => [
  ...['connected', 'disconnected'].map((event) => ({ hub, category: CONNECTIONS, event })),
  ...['send', 'vote', 'other'].map((event) => ({ hub, category: MESSAGES, event })),
]);

function matches(upstream: UpstreamPatterns, request: (typeof REQUESTS)[number]): boolean {
  const includes = (names: readonly string[], name: string) =>
    names[0] === '*' || names.map((each) => each.toLowerCase()).includes(name.toLowerCase());
  const { hubs, categories, events } = upstream;
  return includes(hubs, request.hub) && includes(categories, request.category) && includes(events, request.event);
}

describe('sharedMatch', () => {
  test('finds a request exactly where one of all requests matches both upstreams', () => {
    fc.assert(
      fc.property(upstreams, upstreams, (one, other) => {
        const shared = REQUESTS.some((request) => matches(one, request) && matches(other, request));
        expect(sharedMatch(one, other) !== undefined).toBe(shared);
      }),
    );
  });

  test('is symmetric', () => {
    fc.assert(
      fc.property(upstreams, upstreams, (one, other) => {
        expect(sharedMatch(one, other) === undefined).toBe(sharedMatch(other, one) === undefined);
      }),
    );
  });

  test('finds nothing where hubs are disjoint', () => {
    fc.assert(
      fc.property(upstreams, upstreams, (one, other) => {
        expect(sharedMatch({ ...one, hubs: ['chat'] }, { ...other, hubs: ['game', 'lobby'] })).toBeUndefined();
      }),
    );
  });

  test('names a request that matches both', () => {
    fc.assert(
      fc.property(upstreams, upstreams, (one, other) => {
        const shared = sharedMatch(one, other);
        fc.pre(shared !== undefined);
        const request = {
          hub: shared.hub === '*' ? 'other' : shared.hub,
          category: shared.category,
          event: shared.event === '*' ? 'other' : shared.event,
        };
        expect([matches(one, request), matches(other, request)]).toEqual([true, true]);
      }),
    );
  });

  test.each<[string, Partial<UpstreamPatterns>, Partial<UpstreamPatterns>, string | undefined]>([
    ['all requests twice', {}, {}, 'connections/connected in *'],
    ['one hub and all hubs', { hubs: ['chat'] }, {}, 'connections/connected in chat'],
    ['hubs in another letter case', { hubs: ['CHAT'] }, { hubs: ['chat'] }, 'connections/connected in CHAT'],
    ['the two categories', { categories: [CONNECTIONS] }, { categories: [MESSAGES] }, undefined],
    ['two events', { events: ['send'] }, { events: ['vote', 'connected'] }, undefined],
    ['all messages and one event', { categories: [MESSAGES] }, { events: ['vote'] }, 'messages/vote in *'],
    ['all messages and an event of connections', { categories: [MESSAGES] }, { events: ['connected'] }, undefined],
    ['all messages twice', { categories: [MESSAGES] }, { categories: [MESSAGES] }, 'messages/* in *'],
  ])('of %s', (_, one, other, expected) => {
    const shared = sharedMatch({ ...ALL, ...one }, { ...ALL, ...other });
    expect(shared && `${shared.category}/${shared.event} in ${shared.hub}`).toBe(expected);
  });
});

describe('matchesNothing', () => {
  test('is true exactly where no request at all matches', () => {
    fc.assert(
      fc.property(upstreams, (upstream) => {
        expect(matchesNothing(upstream)).toBe(!REQUESTS.some((request) => matches(upstream, request)));
      }),
    );
  });
});
