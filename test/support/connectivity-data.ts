import {
  ConnectivityData,
  ConnectivityPath,
  NameResolution,
  OriginKind,
  ResolutionKind,
  Verdict,
} from '../../src/connectivity';

const SIGNALR = 'azurerm_signalr_service';
export const PUBLIC = 'public endpoint';

type Call = readonly [requestType: string, verdict: Verdict, reason: string, code: string];

/** The paths from one origin to one service. */
export function paths(service: string, origin: string, via: string, resolution: NameResolution, calls: Call[]) {
  return calls.map(([requestType, verdict, reason, code]): ConnectivityPath => ({
    service,
    origin,
    requestType,
    verdict,
    via,
    resolution,
    reason,
    code,
  }));
}

const publicly = (name: string): NameResolution => ({
  kind: ResolutionKind.PUBLIC,
  chain: [`${name}.service.signalr.net`],
  reason: 'No private zone stands between the internet and the public name.',
});

const privately = (name: string, address: string, privateEndpoint: string): NameResolution => ({
  kind: ResolutionKind.PRIVATE,
  chain: [`${name}.service.signalr.net`, `CNAME ${name}.privatelink.service.signalr.net`, `A ${address}`],
  reason: 'A zone privatelink.service.signalr.net with the record is linked to the network.',
  privateEndpoint,
});

const allowed = (requestType: string, where: string): Call => [
  requestType,
  Verdict.ALLOWED,
  `${where} allows ${requestType}.`,
  'nac/allowed',
];

const denied = (requestType: string, where: string): Call => [
  requestType,
  Verdict.DENIED,
  `${where} does not allow ${requestType}.`,
  'nac/denied',
];

const CHAT = 'Prod/Chat/SignalR/Resource';
const CHAT_ENDPOINT = 'Prod/Chat/SignalR/PrivateEndpoint/Resource';
const NETWORK = 'Prod/Chat/Network/Resource';
const APP_SUBNET = 'Prod/Chat/Network/AppSubnet/Resource';
const ENDPOINT_SUBNET = 'Prod/Chat/Network/EndpointSubnet/Resource';
const WEB_APP = 'Prod/Chat/WebApp/Resource';
const OF_ENDPOINT = 'The allow list of the private endpoint';
const OF_PUBLIC = 'The allow list of the public network';

/** A web app that reaches its service through a private endpoint, while clients come from the internet. */
export const mainExample: ConnectivityData = {
  networks: [
    {
      id: NETWORK,
      name: 'vnet-chat-prod',
      subnets: [
        {
          id: APP_SUBNET,
          name: 'snet-app',
          addressPrefixes: ['10.0.0.0/26'],
          hosts: [WEB_APP],
          privateEndpoints: [],
        },
        {
          id: ENDPOINT_SUBNET,
          name: 'snet-endpoints',
          addressPrefixes: ['10.0.0.64/27'],
          hosts: [],
          privateEndpoints: [CHAT_ENDPOINT],
        },
      ],
      peers: [],
    },
  ],
  services: [{ id: CHAT, name: 'sigr-chat-prod', type: SIGNALR, privateEndpoints: [CHAT_ENDPOINT] }],
  origins: [
    { id: 'internet', kind: OriginKind.INTERNET, name: 'internet', hosts: [] },
    { id: APP_SUBNET, kind: OriginKind.SUBNET, name: 'apps of snet-app', network: NETWORK, hosts: [WEB_APP] },
    {
      id: CHAT_ENDPOINT,
      kind: OriginKind.PRIVATE_ENDPOINT,
      name: 'private endpoint pep-chat-prod',
      network: NETWORK,
      hosts: [],
    },
  ],
  paths: [
    ...paths(CHAT, 'internet', PUBLIC, publicly('sigr-chat-prod'), [
      denied('ServerConnection', OF_PUBLIC),
      allowed('ClientConnection', OF_PUBLIC),
      denied('RESTAPI', OF_PUBLIC),
      denied('Trace', OF_PUBLIC),
    ]),
    ...[APP_SUBNET, CHAT_ENDPOINT].flatMap((origin) =>
      paths(CHAT, origin, CHAT_ENDPOINT, privately('sigr-chat-prod', '10.0.0.68', CHAT_ENDPOINT), [
        allowed('ServerConnection', OF_ENDPOINT),
        denied('ClientConnection', OF_ENDPOINT),
        allowed('RESTAPI', OF_ENDPOINT),
        denied('Trace', OF_ENDPOINT),
      ]),
    ),
  ],
};

const HUB = 'Hub/Network';
const SPOKE = 'Spoke/Network';
const endpointOf = (name: string) => `Spoke/${name}/PrivateEndpoint`;
const ALL_TYPES = ['ServerConnection', 'ClientConnection', 'RESTAPI', 'Trace'];

/** Two services in a spoke; the hub's resolver answers on-premises; one zone is not linked to the hub. */
export const hubAndSpoke: ConnectivityData = {
  networks: [
    {
      id: HUB,
      name: 'vnet-hub',
      subnets: [
        {
          id: 'Hub/Jump',
          name: 'snet-jump',
          addressPrefixes: ['10.1.0.0/27'],
          hosts: ['Hub/Tool'],
          privateEndpoints: [],
        },
      ],
      peers: [SPOKE],
    },
    {
      id: SPOKE,
      name: 'vnet-spoke',
      subnets: [
        {
          id: 'Spoke/Apps',
          name: 'snet-apps',
          addressPrefixes: ['10.2.0.0/26'],
          hosts: ['Spoke/Api', 'Spoke/Portal', 'Spoke/Worker'],
          privateEndpoints: [],
        },
        {
          id: 'Spoke/Endpoints',
          name: 'snet-endpoints',
          addressPrefixes: ['10.2.0.64/27'],
          hosts: [],
          privateEndpoints: [endpointOf('Orders'), endpointOf('News')],
        },
      ],
      peers: [HUB],
    },
  ],
  services: ['Orders', 'News'].map((name) => ({
    id: `Spoke/${name}`,
    name: `sigr-${name.toLowerCase()}`,
    type: SIGNALR,
    privateEndpoints: [endpointOf(name)],
  })),
  origins: [
    { id: 'internet', kind: OriginKind.INTERNET, name: 'internet', hosts: [] },
    { id: 'Datacenter', kind: OriginKind.ON_PREMISES, name: 'datacenter', network: HUB, hosts: [] },
    { id: 'Hub/Jump', kind: OriginKind.SUBNET, name: 'apps of snet-jump', network: HUB, hosts: ['Hub/Tool'] },
    {
      id: 'Spoke/Apps',
      kind: OriginKind.SUBNET,
      name: 'apps of snet-apps',
      network: SPOKE,
      hosts: ['Spoke/Api', 'Spoke/Portal', 'Spoke/Worker'],
    },
  ],
  paths: ['Orders', 'News'].flatMap((name, index) => {
    const id = `Spoke/${name}`;
    const host = `sigr-${name.toLowerCase()}`;
    const answer = privately(host, `10.2.0.${68 + index}`, endpointOf(name));
    const notLinked: NameResolution = {
      kind: ResolutionKind.NXDOMAIN,
      chain: [`${host}.service.signalr.net`, `CNAME ${host}.privatelink.service.signalr.net`],
      reason: 'The zone is linked to the network and has no record of the service.',
      code: 'dns/no-record',
    };
    return [
      ...paths(
        id,
        'internet',
        PUBLIC,
        publicly(host),
        ALL_TYPES.map((type) => denied(type, OF_PUBLIC)),
      ),
      ...paths(
        id,
        'Datacenter',
        endpointOf(name),
        answer,
        ALL_TYPES.map((type) => allowed(type, OF_ENDPOINT)),
      ),
      ...(index === 0
        ? paths(
            id,
            'Hub/Jump',
            endpointOf(name),
            answer,
            ALL_TYPES.map((type) => allowed(type, OF_ENDPOINT)),
          )
        : paths(
            id,
            'Hub/Jump',
            '',
            notLinked,
            ALL_TYPES.map((type): Call => [type, Verdict.DENIED, 'The name does not exist there.', 'dns/no-record']),
          )),
      ...paths(
        id,
        'Spoke/Apps',
        endpointOf(name),
        answer,
        ALL_TYPES.map((type) => allowed(type, OF_ENDPOINT)),
      ),
    ];
  }),
};

/** Servers outside of the tree answer the app's questions. */
export const unknownNames: ConnectivityData = {
  ...mainExample,
  paths: mainExample.paths.map((path) =>
    path.origin === 'internet'
      ? path
      : {
          ...path,
          verdict: Verdict.UNKNOWN,
          via: '',
          resolution: {
            kind: ResolutionKind.UNKNOWN,
            chain: ['sigr-chat-prod.service.signalr.net'],
            reason: 'The network asks 10.9.0.4, which is not in the configuration.',
            code: 'dns/custom-server',
          },
          reason: 'Where the name leads is not known.',
          code: 'dns/custom-server',
        },
  ),
};

const FUNCTIONS = 'Prod/Chat/Functions';
const LINK = 'Prod/Chat/SignalR/FunctionsLink';

/** A serverless service that calls a function app through a shared private link. */
export const serverless: ConnectivityData = {
  networks: [
    {
      id: NETWORK,
      name: 'vnet-chat-prod',
      subnets: [
        {
          id: APP_SUBNET,
          name: 'snet-functions',
          addressPrefixes: ['10.0.0.0/26'],
          hosts: [FUNCTIONS],
          privateEndpoints: [],
        },
      ],
      peers: [],
    },
  ],
  services: [
    { id: CHAT, name: 'sigr-chat-prod', type: SIGNALR, privateEndpoints: [] },
    { id: FUNCTIONS, name: 'func-chat-prod', type: 'azurerm_linux_function_app', privateEndpoints: [] },
  ],
  origins: [
    { id: 'internet', kind: OriginKind.INTERNET, name: 'internet', hosts: [] },
    { id: CHAT, kind: OriginKind.SERVICE, name: 'sigr-chat-prod', hosts: [] },
  ],
  paths: [
    ...paths(CHAT, 'internet', PUBLIC, publicly('sigr-chat-prod'), [
      allowed('ClientConnection', OF_PUBLIC),
      denied('RESTAPI', OF_PUBLIC),
    ]),
    ...paths(
      FUNCTIONS,
      CHAT,
      LINK,
      {
        kind: ResolutionKind.PRIVATE,
        chain: ['func-chat-prod.azurewebsites.net', LINK],
        reason: 'The service resolves the host of a shared private link to the link.',
        privateEndpoint: LINK,
      },
      [['Upstream', Verdict.ALLOWED, 'The approved shared private link leads to the app.', 'link/approved']],
    ),
    ...paths(
      FUNCTIONS,
      'internet',
      PUBLIC,
      { kind: ResolutionKind.PUBLIC, chain: ['func-chat-prod.azurewebsites.net'], reason: 'The name is public.' },
      [['Upstream', Verdict.DENIED, 'Public network access of the app is disabled.', 'network/denied']],
    ),
  ],
};

/** Two services that call each other, so that one arrow leads back. */
export const callingEachOther: ConnectivityData = {
  networks: [],
  services: ['One', 'Two'].map((id) => ({ id, name: id, type: SIGNALR, privateEndpoints: [] })),
  origins: ['One', 'Two'].map((id) => ({ id, kind: OriginKind.SERVICE, name: id, hosts: [] })),
  paths: [
    ...paths('Two', 'One', PUBLIC, publicly('two'), [allowed('Upstream', OF_PUBLIC)]),
    ...paths('One', 'Two', PUBLIC, publicly('one'), [denied('Upstream', OF_PUBLIC)]),
  ],
};

/** A tree without any service. */
export const nothing: ConnectivityData = { networks: [], services: [], origins: [], paths: [] };
