import { Estate, Network, RequestTypeName, Server, Subnet, Subscription } from './estate';
import { PRIVATE_ZONE } from './names';

/** Where things are before anything is changed; in each layout the app reaches the endpoint. */
export interface Plan {
  /**
   * All in one network; app and endpoint in peered ones; besides, the app's network asks the resolver of the other one; or
   * forwards to it by a rule.
   */
  readonly layout: 'single' | 'peered' | 'resolver' | 'ruleset';
  /** The first three numbers of the network's addresses. */
  readonly near: string;
  readonly far: string;
  readonly farSubscription: Subscription;
  readonly form: Network['form'];
  readonly routeAll: boolean | undefined;
  readonly integration: 'attribute' | 'swift';
  readonly hasSlot: boolean;
  readonly hasSecondApp: boolean;
  readonly listed: readonly RequestTypeName[];
  readonly publicTypes: readonly RequestTypeName[];
  readonly publicAccess: boolean | undefined;
  /** Whether servers are named by reference. */
  readonly byReference: boolean;
}

/** A plan in which everything works as most people have it. */
export const USUAL: Plan = {
  layout: 'single',
  near: '10.0.0',
  far: '10.1.0',
  farSubscription: 'a',
  form: 'separate',
  routeAll: true,
  integration: 'attribute',
  hasSlot: false,
  hasSecondApp: false,
  listed: ['ServerConnection', 'RESTAPI'],
  publicTypes: ['ClientConnection'],
  publicAccess: undefined,
  byReference: true,
};

const WEB = 'Microsoft.Web/serverFarms';
const DNS = 'Microsoft.Network/dnsResolvers';

/** The estate of a plan. Keys: `near`, `far`, `app`, `pe`, `in`, `out`, `zone`, `link`, `chat`, `endpoint`, `web`. */
export function baseEstate(plan: Plan): Estate {
  const { layout, far, byReference } = plan;
  const hasFar = layout !== 'single';
  const hasResolver = layout === 'resolver' || layout === 'ruleset';
  const endpoints = hasFar ? far : plan.near;
  const server: Server = byReference ? { inbound: 'inbound' } : `${far}.100`;
  const at = plan.farSubscription;
  const inA = { group: 'rg', subscription: 'a' as const };
  const inFar = { group: 'rg', subscription: hasFar ? at : ('a' as const) };
  return {
    known: { a: true, b: true },
    networks: [
      nearNetwork(plan, layout === 'resolver' ? [server] : []),
      ...(hasFar ? [farNetwork(plan, hasResolver)] : []),
    ],
    peerings: hasFar
      ? [
          { key: 'there', name: 'there', ...inA, from: 'near', to: { key: 'far' } },
          { key: 'back', name: 'back', group: 'rg', subscription: at, from: 'far', to: { key: 'near' } },
        ]
      : [],
    securityGroups: [],
    routeTables: [],
    zones: [{ key: 'zone', name: PRIVATE_ZONE, group: 'rg-dns', subscription: inFar.subscription }],
    zoneLinks: [
      {
        key: 'link',
        name: 'link',
        group: 'rg-dns',
        subscription: inFar.subscription,
        zone: { key: 'zone' },
        network: { key: hasResolver ? 'far' : 'near' },
      },
    ],
    records: [],
    resolvers: hasResolver ? [resolver(plan)] : [],
    rulesets:
      layout === 'ruleset'
        ? [
            {
              key: 'ruleset',
              name: 'ruleset',
              group: 'rg',
              subscription: at,
              outbound: ['outbound'],
              rules: [{ key: 'forward', domain: 'service.signalr.net.', targets: [server] }],
              links: [{ key: 'rulesetlink', network: { key: 'near' } }],
            },
          ]
        : [],
    service: {
      key: 'chat',
      name: 'sigr-chat',
      ...inA,
      publicAccess: plan.publicAccess,
      list: {
        key: 'list',
        defaultAction: 'Deny',
        publicNetwork: plan.publicTypes.length > 0 ? { allowed: plan.publicTypes } : {},
        endpoints: [{ endpoint: { key: 'endpoint' }, allowed: plan.listed }],
      },
    },
    endpoints: [
      {
        key: 'endpoint',
        name: 'pep-chat',
        ...inFar,
        subnet: { key: 'pe' },
        service: { key: 'chat' },
        address: `${endpoints}.68`,
        zones: [{ key: 'zone' }],
      },
    ],
    apps: appsOf(plan),
  };
}

/** The addresses of a subnet that bear on each other: apps, private endpoints, the endpoints of a resolver. */
const PLACES = { app: '0/26', pe: '64/27', in: '96/28', out: '112/28' } as const;

/** A subnet of a network of 256 addresses. */
export function subnetAt(key: string, place: keyof typeof PLACES, network: string): Subnet {
  const delegation = place === 'pe' ? undefined : place === 'app' ? WEB : DNS;
  return { key, name: `snet-${key}`, prefix: `${network}.${PLACES[place]}`, delegation };
}

function nearNetwork({ layout, near, form }: Plan, dnsServers: Server[]): Network {
  const places = layout === 'single' ? (['app', 'pe'] as const) : (['app'] as const);
  return {
    key: 'near',
    name: 'vnet-near',
    group: 'rg',
    subscription: 'a',
    addressSpace: [`${near}.0/24`],
    dnsServers,
    form,
    subnets: places.map((place) => subnetAt(place, place, near)),
  };
}

function farNetwork({ far, farSubscription, form }: Plan, hasResolver: boolean): Network {
  const places = hasResolver ? (['pe', 'in', 'out'] as const) : (['pe'] as const);
  return {
    key: 'far',
    name: 'vnet-far',
    group: 'rg',
    subscription: farSubscription,
    addressSpace: [`${far}.0/24`],
    dnsServers: [],
    form,
    subnets: places.map((place) => subnetAt(place, place, far)),
  };
}

function resolver({ far, farSubscription }: Plan): Estate['resolvers'][number] {
  return {
    key: 'resolver',
    name: 'dnspr',
    group: 'rg',
    subscription: farSubscription,
    network: 'far',
    inbound: [{ key: 'inbound', subnet: 'in', address: `${far}.100` }],
    outbound: [{ key: 'outbound', subnet: 'out' }],
  };
}

function appsOf({ routeAll, integration, hasSlot, hasSecondApp }: Plan): Estate['apps'] {
  const into = (key: string) => ({ key, by: integration, subnet: { key: 'app' } });
  const item = { group: 'rg', subscription: 'a' as const, settings: {}, routeAll, calls: 'reference' as const };
  const slot = {
    key: 'staging',
    name: 'staging',
    nameInConnection: 'staging',
    settings: {},
    routeAll,
    calls: 'reference' as const,
  };
  return [
    {
      ...item,
      key: 'web',
      name: 'app-chat',
      kind: 'web',
      integration: into('webswift'),
      slots: hasSlot ? [{ ...slot, integration: into('stagingswift') }] : [],
    },
    ...(hasSecondApp
      ? [
          {
            ...item,
            key: 'func',
            name: 'func-chat',
            kind: 'function' as const,
            integration: into('funcswift'),
            slots: [],
          },
        ]
      : []),
  ];
}
