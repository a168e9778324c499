import * as fc from 'fast-check';
import { PlanSku } from '../../src/appservice';
import { ManagedIdentity } from '../../src/identity';
import { ConnectionSettings, ConnectOptions, Cors, ServiceMode, SignalRService } from '../../src/signalr';
import { setUpLinuxFunctions } from '../support/function-app';
import { seedOf } from '../support/seed';
import { Place, placeOf, swapped } from '../support/swap';
import { readable } from '../support/synth';
import { setUpLinux } from '../support/web-app';

/** A connection of an app or slot. */
interface Connecting {
  /** The app is 0, slots follow. */
  readonly place: number;
  readonly service: 'east' | 'west';
  readonly isNamed: boolean;
  readonly sharesHubs?: boolean;
}

/** An app with slots, and in which order they are connected to what. */
interface Family {
  /** Whether each slot has an identity of its own. */
  readonly slots: readonly boolean[];
  readonly connections: readonly Connecting[];
}

const families = (placesOf: fc.Arbitrary<boolean[]>): fc.Arbitrary<Family> =>
  placesOf.chain((slots) =>
    fc.record({
      slots: fc.constant(slots),
      connections: fc.uniqueArray(
        fc.record({
          place: fc.integer({ min: 0, max: slots.length }),
          service: fc.constantFrom('east' as const, 'west' as const),
          isNamed: fc.boolean(),
          sharesHubs: fc.constantFrom(undefined, true),
        }),
        // One setting names one service: a connection without a name is the only one.
        { selector: ({ place, service, isNamed }) => `${place} ${isNamed ? service : ''}`, maxLength: 6 },
      ),
    }),
  );

const family = families(fc.array(fc.boolean(), { minLength: 1, maxLength: 3 }));

/** The names of places in the JSON: the app, then its slots. */
const nameOf = (index: number) => (index === 0 ? 'app-test' : `slot-${index}`);

type Setting = Pick<ReturnType<typeof setUpLinux>, 'stack' | 'resourceGroup'>;

function servicesIn({ stack, resourceGroup }: Setting, serviceMode: ServiceMode) {
  const define = (id: string) =>
    new SignalRService(stack, id, { name: `sigr-${id}`, resourceGroup, cors: Cors.allowAnyOrigin(), serviceMode });
  return { east: define('east'), west: define('west') };
}

function ownIdentity({ stack, resourceGroup }: Setting, index: number) {
  return new ManagedIdentity(stack, `Own${index}`, { name: `id-own-${index}`, resourceGroup });
}

function optionsOf({ service, isNamed, sharesHubs }: Connecting, settings: (name: string) => ConnectionSettings) {
  const options: ConnectOptions = { connectivityCheck: false, sharesHubs };
  return isNamed ? { ...options, settings: settings(service) } : options;
}

/** The sites of a stack: the app, then its slots. */
function sitesOf({ stack }: Setting, type: string): any[] {
  const { resource } = readable(stack) as any;
  return [...Object.values(resource[type]), ...Object.values(resource[`${type}_slot`] ?? {})];
}

/** The services that settings of a place name, each with the client id beside it, by the name of the setting. */
function connectionsOf({ settings }: Place): Record<string, string> {
  const named = Object.entries(settings).filter(([, value]) => value.includes('azurerm_signalr_service.'));
  const service = (value: string) => /azurerm_signalr_service\.(\w+)\./.exec(value)![1];
  return Object.fromEntries(named.map(([name, value]) => [name, service(value)]));
}

/** Every identity that settings of a place sign in with. */
function signingIn({ settings }: Place): string[] {
  const text = Object.values(settings).join(' ');
  const names = [...text.matchAll(/azurerm_user_assigned_identity\.(\w+)\.(?:client_id|id)\b/g)].map(
    ([, name]) => name,
  );
  return [...new Set(names)];
}

/** Holds each swap of the app with one of its slots to what the program said of the place. */
function expectSound(sites: readonly any[], connections: readonly Connecting[]): void {
  const [app, ...slots] = sites;
  const before = new Map(sites.map((site) => [site.name as string, placeOf(site)]));
  for (const slot of slots) {
    for (const place of swapped(app, slot)) {
      const own = before.get(place.name)!;
      expect([place.name, connectionsOf(place)]).toEqual([place.name, connectionsOf(own)]);
      const identities = place.identities.map((id) => /identity\.(\w+)\./.exec(id)![1]);
      expect(identities).toEqual(expect.arrayContaining(signingIn(place)));
      const meant = connections
        .filter(({ place: index }) => nameOf(index) === place.name)
        .map(({ service }) => service);
      expect(new Set(Object.values(connectionsOf(place)))).toEqual(new Set(meant));
    }
  }
}

describe('a swap of an app with any of its slots', () => {
  test('gives no hub server a wrong service, a wrong identity or the hubs of another', () => {
    fc.assert(
      fc.property(family, ({ slots, connections }) => {
        const setting = setUpLinux(PlanSku.P0V3);
        const services = servicesIn(setting, ServiceMode.DEFAULT);
        const app = setting.define({ name: nameOf(0), identity: ownIdentity(setting, 0) });
        const places = [
          app,
          ...slots.map((isOwn, index) =>
            app.addSlot(`Slot${index + 1}`, {
              name: nameOf(index + 1),
              ...(isOwn && { identity: ownIdentity(setting, index + 1) }),
            }),
          ),
        ];
        connections.forEach((each) =>
          services[each.service].connectServer(
            places[each.place],
            optionsOf(each, ConnectionSettings.aspNetCoreEndpoint),
          ),
        );
        const sites = sitesOf(setting, 'azurerm_linux_web_app');
        expectSound(sites, connections);
        expectHubsApart(sites, connections);
      }),
      { seed: seedOf(process.env.SWAP_SEED), numRuns: 60 },
    );
  });

  test('gives no function app a wrong service, identity or storage', () => {
    fc.assert(
      fc.property(family, ({ slots, connections }) => {
        const setting = setUpLinuxFunctions();
        const services = servicesIn(setting, ServiceMode.SERVERLESS);
        const app = setting.define({ name: nameOf(0), identity: ownIdentity(setting, 0) });
        const places = [
          app,
          ...slots.map((isOwn, index) => {
            const identity = isOwn ? ownIdentity(setting, index + 1) : undefined;
            return app.addSlot(`Slot${index + 1}`, { name: nameOf(index + 1), ...(identity && { identity }) });
          }),
        ];
        connections.forEach((each) =>
          services[each.service].connectNegotiator(
            places[each.place],
            optionsOf(each, (name) => ConnectionSettings.functions(name)),
          ),
        );
        expectSound(sitesOf(setting, 'azurerm_linux_function_app'), connections);
      }),
      { seed: seedOf(process.env.SWAP_SEED), numRuns: 60 },
    );
  });
});

/** Places on one service have hubs of one name only where one of them is said to share, before a swap and after. */
function expectHubsApart(sites: readonly any[], connections: readonly Connecting[]): void {
  const [app, ...slots] = sites;
  const sharing = new Set(connections.flatMap(({ place, sharesHubs }) => (sharesHubs ? nameOf(place) : [])));
  const unswapped = sites.map(placeOf);
  const states = [
    unswapped,
    ...slots.map((slot) => {
      const [newApp, newSlot] = swapped(app, slot);
      return unswapped.map((place) => [newApp, newSlot].find(({ name }) => name === place.name) ?? place);
    }),
  ];
  for (const places of states) {
    places.forEach((place, index) =>
      places.slice(index + 1).forEach((other) => {
        const services = Object.values(connectionsOf(place));
        const isTogether = Object.values(connectionsOf(other)).some((service) => services.includes(service));
        if (!isTogether || sharing.has(place.name) || sharing.has(other.name)) return;
        expect(hubsOf(other)).not.toBe(hubsOf(place));
      }),
    );
  }
}

function hubsOf({ settings }: Place): string {
  return settings.Azure__SignalR__ApplicationName ?? '';
}
