import * as fc from 'fast-check';
import { HUB_ZONE_ID, Topology, ZONE_NAME } from '../support/topology';

const MAX = 3;
const index = fc.nat(MAX - 1);

/** Networks, zones, services; and which of them are linked, recorded, forwarded. */
const topologies = fc.record({
  zoneNames: fc.array(fc.constantFrom(ZONE_NAME, 'service.signalr.net', 'privatelink.azurewebsites.net'), {
    minLength: MAX,
    maxLength: MAX,
  }),
  links: fc.uniqueArray(fc.record({ zone: index, network: index, redirects: fc.boolean() }), {
    maxLength: 6,
    selector: ({ zone, network }) => `${zone} ${network}`,
  }),
  endpoints: fc.array(
    fc.record({ service: index, zone: fc.option(index), isExternal: fc.boolean(), isByPolicy: fc.boolean() }),
    { maxLength: 4 },
  ),
  records: fc.array(fc.record({ service: index, zone: index, last: fc.integer({ min: 10, max: 13 }) }), {
    maxLength: 3,
  }),
  servers: fc.array(fc.option(fc.constantFrom('10.0.1.0', '10.0.1.1', '10.0.1.2', '10.9.0.4')), {
    minLength: MAX,
    maxLength: MAX,
  }),
  rules: fc.array(fc.option(index), { minLength: MAX, maxLength: MAX }),
});

type Plan = typeof topologies extends fc.Arbitrary<infer T> ? T : never;

/** A topology with a private answer, which only one in 25 random ones has. */
const PRIVATE: Plan = {
  zoneNames: [ZONE_NAME, ZONE_NAME, 'privatelink.azurewebsites.net'],
  links: [{ zone: 0, network: 0, redirects: false }],
  endpoints: [{ service: 0, zone: 0, isExternal: false, isByPolicy: false }],
  records: [],
  servers: [null, null, null],
  rules: [null, null, null],
};

function build(plan: Plan) {
  const topology = new Topology();
  const zones = plan.zoneNames.map((name, at) => topology.zone(`Zone${at}`, name, `rg-${at}`));
  const networks = plan.servers.map((server, at) => topology.network(`Network${at}`, server ? [server] : undefined));
  const inbound = networks.map((network, at) => topology.inbound(`Inbound${at}`, network, `10.0.1.${at}`));
  const services = zones.map((_, at) => topology.service(`service${at}`));
  const links = plan.links.map(({ zone, network, redirects }, at) =>
    topology.link(`Link${at}`, zones[zone], networks[network], redirects ? 'NxDomainRedirect' : undefined),
  );
  plan.endpoints.forEach(({ service, zone, isExternal, isByPolicy }, at) => {
    const ids = zone === null ? [] : [isExternal ? HUB_ZONE_ID : zones[zone].id];
    const endpoint = topology.endpoint(`Endpoint${at}`, services[service], ids, `10.0.0.${10 + at}`);
    if (isByPolicy) endpoint.lifecycle = { ignoreChanges: ['private_dns_zone_group'] };
  });
  plan.records.forEach(({ service, zone, last }, at) =>
    topology.record(`Record${at}`, zones[zone], `service${service}`, [`10.0.0.${last}`]),
  );
  plan.rules.forEach((target, at) => {
    if (target !== null) {
      topology.ruleset(
        `Rules${at}`,
        { 'signalr.net.': [inbound[target].ipConfigurations.privateIpAddress] },
        networks[at],
      );
    }
  });
  return { topology, networks, services, links };
}

describe('in any topology', () => {
  test('an answer is private only by a zone that is linked', () => {
    let privateAnswers = 0;
    fc.assert(
      fc.property(topologies, (plan) => {
        const { topology, networks, services, links } = build(plan);
        const ask = () => networks.flatMap((network) => services.map((service) => topology.resolve(service, network)));
        const before = ask();
        privateAnswers += before.filter(({ kind }) => kind === 'private').length;
        before.forEach(({ kind, privateEndpoint, chain }) => {
          expect(privateEndpoint !== undefined).toBe(kind === 'private');
          expect(chain.length).toBeGreaterThan(0);
        });
        links.forEach(({ node }) => topology.stack.node.tryRemoveChild(node.id));
        expect(ask().filter(({ kind }) => kind === 'private' || kind === 'nxdomain')).toEqual([]);
      }),
      { numRuns: 60, examples: [[PRIVATE]] },
    );
    expect(privateAnswers).toBeGreaterThan(0);
  });

  test('without the link that decides, a private answer is none any more', () => {
    const one = fc.record({ networks: fc.integer({ min: 1, max: 4 }), services: fc.integer({ min: 1, max: 4 }) });
    fc.assert(
      fc.property(one, fc.nat(), fc.nat(), (size, network, service) => {
        const topology = new Topology();
        const zone = topology.zone('Zone');
        const networks = [...Array(size.networks).keys()].map((at) => topology.network(`Network${at}`));
        networks.forEach((each, at) => topology.link(`Link${at}`, zone, each));
        const services = [...Array(size.services).keys()].map((at) => topology.service(`service${at}`));
        services.forEach((each, at) => topology.endpoint(`Endpoint${at}`, each, [zone.id]));
        const chosen = network % size.networks;
        const answers = () =>
          networks.map((each) => topology.resolve(services[service % size.services], each).kind.toString());
        expect(new Set(answers())).toEqual(new Set(['private']));
        topology.stack.node.tryRemoveChild(`Link${chosen}`);
        expect(answers()).toEqual(networks.map((_, at) => (at === chosen ? 'public' : 'private')));
      }),
      { numRuns: 25 },
    );
  });
});
