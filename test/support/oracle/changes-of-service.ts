import { anyRepetition, Change, literalId, other } from './changes';
import { Repetition, Types } from './estate';

/** Changes of the service, its list and endpoints, and of the apps. */
export const serviceChanges: Readonly<Record<string, Change>> = {
  'no list': ({ service }) => {
    delete service.list;
  },
  'a list that is repeated': ({ service }, pick) => {
    if (service.list) service.list.repeat = anyRepetition(pick);
  },
  'a list that lets all but some through': ({ service: { list } }, pick) => {
    if (!list) return;
    list.defaultAction = 'Allow';
    list.publicNetwork = pick<Types>({}, { denied: ['ServerConnection', 'RESTAPI', 'Trace'] });
    list.endpoints = list.endpoints.map(({ endpoint }) => ({ endpoint, ...pick<Types>({ denied: ['Trace'] }, {}) }));
  },
  'an endpoint by id in the list': ({ service: { list }, endpoints }, pick) => {
    const [endpoint] = endpoints;
    // Of two blocks for one endpoint, azurerm takes either, so the others keep theirs.
    list?.endpoints.slice(0, 1).forEach((each) => {
      each.endpoint = literalId(endpoint, 'endpoint', pick(endpoint.subscription, other(endpoint.subscription)));
    });
  },
  'an endpoint in other letters in the list': ({ service: { list }, endpoints }) => {
    const [endpoint] = endpoints;
    list?.endpoints.slice(0, 1).forEach((each) => {
      const exact = literalId(endpoint, 'endpoint', endpoint.subscription);
      // azurerm refuses other letters in the fixed parts of an id, and takes them in names.
      if ('id' in exact) each.endpoint = { id: exact.id.replace('/resourceGroups/rg/', '/resourceGroups/RG/') };
    });
  },
  'a list without endpoints': ({ service: { list } }) => {
    if (list) list.endpoints = [];
  },
  'a public endpoint on or off': ({ service }, pick) => {
    service.publicAccess = pick(false, true);
  },
  'a second endpoint': ({ endpoints, service: { list } }, pick) => {
    if (endpoints.length > 1) return;
    const { repeat, ...first } = structuredClone(endpoints[0]);
    const address = first.address.replace(/\d+$/, '69');
    endpoints.push({ ...first, key: 'second', name: 'pep-second', address, zones: pick([], first.zones) });
    if (!list || pick(false, true)) return;
    const types: Types = list.defaultAction === 'Deny' ? { allowed: ['ClientConnection'] } : { denied: ['Trace'] };
    list.endpoints.push({ endpoint: { key: 'second' }, ...pick(types, {}) });
  },
  'no endpoint': (estate) => {
    estate.endpoints = [estate.endpoints[0]];
    const [endpoint] = estate.endpoints;
    endpoint.repeat = { count: 0 };
    if (estate.service.list) estate.service.list.endpoints = [];
    estate.records = [];
  },
  'an endpoint and its list by one variable': ({ endpoints, service: { list }, records }, pick) => {
    const repeat = pick<Repetition>({ countOf: 'on' }, { count: 1 });
    endpoints[0].repeat = repeat;
    if (list) list.repeat = repeat;
    records.forEach((record) => (record.address = endpoints[0].address));
  },
  'an endpoint of a service by id': ({ endpoints, service }) => {
    endpoints.forEach((endpoint) => (endpoint.service = literalId(service, 'service', service.subscription)));
  },
  'an app without a subnet': ({ apps }, pick) => {
    const app = pick(...apps.flatMap((each) => [each, ...each.slots]));
    delete app.integration;
  },
  'an app in a subnet by id': (estate, pick) => {
    const app = pick(...estate.apps.flatMap((each) => [each, ...each.slots]));
    const [network] = estate.networks;
    const subnet = network.subnets.find(({ key }) => key === 'app')!;
    if (!app.integration) return;
    app.integration.subnet = literalId(network, 'network', pick('a', 'b'), `/subnets/${subnet.name}`);
  },
  'how an app names the service': ({ apps }, pick) => {
    apps.flatMap((app) => [app, ...app.slots]).forEach((app) => (app.calls = pick('host', undefined, 'reference')));
  },
  'an app by swift connection': (estate, pick) => {
    const app = pick(...estate.apps.flatMap((each) => [each, ...each.slots]));
    if (!app.integration) return;
    app.integration.by = 'swift';
    app.integration.repeat = pick(undefined, undefined, anyRepetition(pick));
  },
  'an upstream': ({ apps, service }, pick) => {
    const app = pick(...apps.flatMap((each) => [each, ...each.slots]));
    app.publicAccess = pick(false, false, undefined, true);
    service.upstream = { to: app.key, by: pick('reference', 'host') };
    const linked = pick(undefined, app, ...apps);
    if (linked) {
      service.sharedLink = {
        key: 'sharedlink',
        to: linked.key,
        repeat: pick(undefined, undefined, anyRepetition(pick)),
      };
    }
  },
  'a Logic App': ({ apps, service: { upstream, sharedLink } }) => {
    const app = apps[apps.length - 1];
    if (app.slots.some(({ key }) => key === upstream?.to || key === sharedLink?.to)) return;
    app.kind = 'logic';
    app.slots = [];
  },
  'the letters of a slot': ({ apps }) => {
    apps.forEach(({ slots }) => slots.forEach((slot) => (slot.nameInConnection = slot.name.toUpperCase())));
  },
  'what apps send into the subnet': ({ apps }, pick) => {
    const app = pick(...apps.flatMap((each) => [each, ...each.slots]));
    app.routeAll = pick(false, undefined, true);
  },
  'a provider without a subscription': ({ known }, pick) => {
    known[pick('a', 'a', 'b')] = false;
  },
};
