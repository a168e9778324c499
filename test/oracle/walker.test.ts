import {
  appSubnet,
  byId,
  denyAll,
  endpointSubnet,
  far,
  letIn,
  near,
  route,
  secured,
  signs,
  unlinked,
} from './support/walks';
import { baseEstate, Plan, USUAL } from '../support/oracle/base-estate';
import { App, Caller, Estate } from '../support/oracle/estate';
import { PRIVATE_ZONE } from '../support/oracle/names';
import { followUpstream, verdictOf } from '../support/oracle/walker';

/** A title, the layout, what is changed, what becomes of client, server, REST and trace from the app. */
type Case = [string, Plan['layout'], (estate: Estate) => void, string, Partial<Plan>?];

const REFUSED = '+ - - -';
const PRIVATE = '- + + -';
const NOTHING = '- - - -';
const OPEN = '? ? ? ?';

/** https://learn.microsoft.com/azure/private-link/private-endpoint-dns-integration and pages that it leads to. */
const names: Case[] = [
  ['a linked zone answers with the endpoint', 'single', () => {}, PRIVATE],
  ['without a link public DNS answers', 'single', unlinked, REFUSED],
  ['a link of the endpoint network alone does not help a peer', 'peered', (estate) => linkTo(estate, 'far'), REFUSED],
  ['a zone without the record has no such name', 'single', (estate) => (estate.endpoints[0].zones = []), NOTHING],
  ['a link may fall back to public DNS', 'single', fallBack, REFUSED],
  ['a record of the address does as well as a zone group', 'single', (estate) => record(estate, 'sigr-chat'), PRIVATE],
  ['a record of another name does not count', 'single', (estate) => record(estate, 'other'), NOTHING],
  ['a zone of another name is not asked', 'single', (estate) => (estate.zones[0].name = 'privatelink.x.net'), REFUSED],
  ['zones of one name in two subscriptions are two zones', 'single', twoZones, NOTHING],
  ['a link to the id of the own network is a link', 'single', (estate) => linkById(estate, 'a'), PRIVATE],
  ['a link to a network of another subscription does not count', 'single', (estate) => linkById(estate, 'b'), REFUSED],
  [
    'whether an id is the own network is open where the subscription is',
    'single',
    (estate) => {
      estate.known.a = false;
      linkById(estate, 'a');
    },
    '? ? ? -',
  ],
  [
    'a link that a variable creates is open',
    'single',
    (estate) => (estate.zoneLinks[0].repeat = { countOf: 'on' }),
    '? ? ? -',
  ],
  ['a link with count 0 is not there', 'single', (estate) => (estate.zoneLinks[0].repeat = { count: 0 }), REFUSED],
];

/** https://learn.microsoft.com/azure/dns/private-resolver-endpoints-rulesets */
const servers: Case[] = [
  ['an inbound endpoint answers by the zones of its network', 'resolver', () => {}, PRIVATE],
  ['a server that no peering leads to does not answer', 'resolver', (estate) => (estate.peerings = []), NOTHING],
  ['a peering in one direction carries nothing', 'resolver', (estate) => estate.peerings.pop(), NOTHING],
  [
    'rules of the resolver keep queries out',
    'resolver',
    (estate) => secured(estate, 'in', denyAll('Inbound')),
    NOTHING,
  ],
  ['rules of the app keep queries in', 'resolver', (estate) => secured(estate, 'app', denyAll('Outbound')), NOTHING],
  [
    'rules that let only HTTPS out keep queries in',
    'resolver',
    (estate) => secured(estate, 'app', letIn('Outbound', '443'), denyAll('Outbound')),
    NOTHING,
  ],
  [
    "rules do not judge queries to Azure's DNS",
    'single',
    (estate) => secured(estate, 'app', letIn('Outbound', '443'), denyAll('Outbound')),
    PRIVATE,
  ],
  ['a rule forwards to the inbound endpoint', 'ruleset', () => {}, PRIVATE],
  [
    'a rule forwards without a peering, but nothing reaches the endpoint',
    'ruleset',
    (estate) => (estate.peerings = []),
    NOTHING,
  ],
  [
    'a rule that is off forwards nothing',
    'ruleset',
    (estate) => (estate.rulesets[0].rules[0].enabled = false),
    REFUSED,
  ],
  ['an outbound endpoint has to reach the server', 'ruleset', elsewhere, NOTHING],
  [
    'the server of a setting is asked, whatever its letters',
    'single',
    (estate) => ask(estate, 'website_dns_server'),
    OPEN,
  ],
  ['an alternative server may answer', 'single', (estate) => ask(estate, 'WEBSITE_DNS_ALT_SERVER'), OPEN],
];

/** https://learn.microsoft.com/azure/app-service/overview-vnet-integration, /azure/virtual-network/virtual-networks-udr-overview */
const ways: Case[] = [
  [
    'without Route All, only RFC 1918 enters the subnet',
    'peered',
    () => {},
    NOTHING,
    { far: '11.0.0', routeAll: undefined },
  ],
  ['with Route All, all enters it', 'peered', () => {}, PRIVATE, { far: '100.64.0' }],
  ['RFC 1918 enters it without Route All', 'peered', () => {}, PRIVATE, { far: '172.16.4', routeAll: false }],
  ['rules keep the app in', 'single', (estate) => secured(estate, 'app', denyAll('Outbound')), NOTHING],
  [
    'rules of endpoints are ignored by default',
    'single',
    (estate) => secured(estate, 'pe', denyAll('Inbound')),
    PRIVATE,
  ],
  ['policies make them hold', 'single', closedEndpoint, NOTHING],
  [
    'a wide route does not take what goes to an endpoint',
    'single',
    (estate) => route(estate, '10.0.0.0/24', 'None'),
    PRIVATE,
  ],
  ['a route of one address does', 'single', (estate) => route(estate, '10.0.0.68/32', 'None'), NOTHING],
  [
    'a route as narrow as the network does where policies let it',
    'single',
    (estate) => {
      endpointSubnet(estate).policies = 'RouteTableEnabled';
      route(estate, '10.0.0.0/24', 'None');
    },
    NOTHING,
  ],
  ['the default route does not, whatever the policies', 'single', defaultRoute, PRIVATE],
  [
    'what an appliance lets through is open',
    'single',
    (estate) => route(estate, '10.0.0.68/32', 'VirtualAppliance'),
    '- ? ? -',
  ],
  ['networks without peering are apart', 'peered', (estate) => (estate.peerings = []), NOTHING],
  [
    'a peering with a network of another subscription is another peering',
    'peered',
    (estate) => (estate.peerings[0].to = byId(far(estate), 'b')),
    NOTHING,
  ],
  ['an app without a subnet comes from the internet', 'single', (estate) => delete estate.apps[0].integration, REFUSED],
  ['a swift connection that a variable creates is open', 'single', swift, '? ? ? -'],
];

/** https://learn.microsoft.com/azure/azure-signalr/howto-network-access-control, and azurerm's code */
const lists: Case[] = [
  ['an endpoint that the list does not name has no rules', 'single', (estate) => listOther(estate), NOTHING],
  ['an id in other letters names nothing', 'single', (estate) => listById(estate, 'RG'), NOTHING],
  [
    'a list without any endpoint leaves open what stays',
    'single',
    (estate) => (estate.service.list!.endpoints = []),
    OPEN,
  ],
  ['without a list all pass', 'single', (estate) => delete estate.service.list, '+ + + +'],
  ['a list with count 0 is no list', 'single', (estate) => (estate.service.list!.repeat = { count: 0 }), '+ + + +'],
  ['an open default with denied types lets the rest in', 'single', openList, '+ + + -'],
  ['without a link and the public endpoint nothing passes', 'single', (estate) => unlinked(estate, false), NOTHING],
];

describe('the walker of the oracle', () => {
  test.each([...names, ...servers, ...ways, ...lists])('%s', (_title, layout, change, expected, plan = {}) => {
    expect(signs(layout, plan, change, { kind: 'app', key: 'web' })).toBe(expected);
  });

  test.each<[string, (estate: Estate) => void, string]>([
    ['the internet meets the public rules', () => {}, REFUSED],
    [
      'the internet meets nothing where the public endpoint is off',
      (estate) => (estate.service.publicAccess = false),
      NOTHING,
    ],
    [
      'a list that a variable creates is open',
      (estate) => (estate.service.list!.repeat = { countOf: 'on' }),
      '+ ? ? ?',
    ],
  ])('%s', (_title, change, expected) => {
    expect(signs('single', {}, change, { kind: 'internet' })).toBe(expected);
  });

  test('a slot is the one of its name, whatever the letters', () => {
    const change = (estate: Estate) => (estate.apps[0].slots[0].nameInConnection = 'STAGING');
    const plan: Partial<Plan> = { hasSlot: true, integration: 'swift' };
    expect(signs('single', plan, change, { kind: 'app', key: 'staging' })).toBe(PRIVATE);
  });

  // https://learn.microsoft.com/azure/azure-signalr/howto-shared-private-endpoints
  test.each<[string, (app: App) => { key: string; link?: string }, string]>([
    ['a service reaches an upstream that is open', ({ key }) => ({ key }), 'allowed'],
    ['a service does not reach a closed upstream', (app) => closed(app), 'denied'],
    ['a service does not reach a closed slot', (app) => closed(app.slots[0]), 'denied'],
    ['a link to the app does not lead to its slot', (app) => ({ ...closed(app.slots[0]), link: 'web' }), 'denied'],
    ['a link leaves open who approves it', (app) => ({ ...closed(app), link: 'web' }), 'open'],
  ])('%s', (_title, change, expected) => {
    const estate = baseEstate({ ...USUAL, hasSlot: true });
    const { key, link } = change(estate.apps[0]);
    estate.service.upstream = { to: key, by: 'host' };
    if (link) estate.service.sharedLink = { key: 'sharedlink', to: link };
    expect(verdictOf(followUpstream(estate)) ?? 'open').toBe(expected);
  });

  test('one variable decides on an endpoint and its list at once', () => {
    const change = (estate: Estate) => {
      estate.endpoints[0].repeat = { countOf: 'on' };
      estate.service.list!.repeat = { countOf: 'on' };
    };
    expect(signs('single', {}, change, { kind: 'app', key: 'web' })).toBe('? + + ?');
  });
});

function closed(caller: Caller): { key: string } {
  caller.publicAccess = false;
  return { key: caller.key };
}

function linkTo(estate: Estate, key: string): void {
  estate.zoneLinks[0].network = { key };
}

function linkById(estate: Estate, subscription: 'a' | 'b'): void {
  estate.zoneLinks[0].network = byId(near(estate), subscription);
}

function fallBack(estate: Estate): void {
  estate.endpoints[0].zones = [];
  estate.zoneLinks[0].policy = 'NxDomainRedirect';
}

function record(estate: Estate, name: string): void {
  estate.endpoints[0].zones = [];
  const [{ key, group, subscription }] = estate.zones;
  estate.records.push({ key: 'record', name, group, subscription, zone: { key }, address: { endpoint: 'endpoint' } });
}

function twoZones(estate: Estate): void {
  const zone = { name: PRIVATE_ZONE, group: 'rg-dns' };
  estate.zoneLinks[0].zone = zone;
  estate.zoneLinks[0].subscription = 'b';
}

function elsewhere(estate: Estate): void {
  estate.networks.push({ ...far(estate), key: 'third', name: 'third', addressSpace: ['10.7.0.0/24'] });
  const [subnet] = far(estate).subnets;
  estate.networks[2].subnets = [{ ...subnet, key: 'thirdout', prefix: '10.7.0.0/28' }];
  estate.resolvers.push({ ...estate.resolvers[0], key: 'other', network: 'third', inbound: [] });
  estate.resolvers[1].outbound = [{ key: 'otherout', subnet: 'thirdout' }];
  estate.rulesets[0].outbound = ['otherout'];
}

function ask(estate: Estate, setting: string): void {
  estate.service.list!.publicNetwork = { allowed: ['ClientConnection', 'ServerConnection', 'RESTAPI', 'Trace'] };
  estate.service.list!.endpoints[0] = { endpoint: { key: 'endpoint' } };
  estate.apps[0].settings = { [setting]: '8.8.8.8' };
}

function closedEndpoint(estate: Estate): void {
  endpointSubnet(estate).policies = 'NetworkSecurityGroupEnabled';
  secured(estate, 'pe', denyAll('Inbound'));
}

function defaultRoute(estate: Estate): void {
  endpointSubnet(estate).policies = 'Enabled';
  route(estate, '0.0.0.0/0', 'None');
}

function swift(estate: Estate): void {
  const { integration } = estate.apps[0];
  estate.apps[0].integration = { ...integration!, by: 'swift', repeat: { forEachOf: 'names' } };
  expect(appSubnet(estate).key).toBe('app');
}

function listOther(estate: Estate): void {
  estate.service.list!.endpoints = [{ endpoint: byId(estate.endpoints[0], 'b'), allowed: ['ServerConnection'] }];
}

function listById(estate: Estate, group: string): void {
  const { endpoints } = estate.service.list!;
  endpoints[0].endpoint = byId({ ...estate.endpoints[0], group }, 'a');
}

function openList(estate: Estate): void {
  const list = estate.service.list!;
  list.defaultAction = 'Allow';
  list.endpoints = [{ endpoint: { key: 'endpoint' }, denied: ['Trace'] }];
}
