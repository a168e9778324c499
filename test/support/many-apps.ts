import { paths, PUBLIC } from './connectivity-data';
import { ConnectivityData, NameResolution, OriginKind, ResolutionKind, Verdict } from '../../src/connectivity';

const numbers = (count: number) => Array.from({ length: count }, (_, index) => index + 1);
const TYPES = ['ServerConnection', 'ClientConnection', 'RESTAPI', 'Trace'];

/** An estate of apps, ten in a network, which all may call each service through a private endpoint of their network. */
export function manyApps(apps: number, services: number): ConnectivityData {
  const networks = numbers(Math.ceil(apps / 10));
  const networkOf = (app: number) => Math.ceil(app / 10);
  const idOf = (network: number) => `Estate/Network${network}/Resource`;
  const subnetOf = (app: number) => `Estate/App${app}/Subnet/Resource`;
  const endpointOf = (service: number, network: number) => `Estate/Service${service}/Endpoint${network}/Resource`;
  const nameOf = (service: number) => `sigr-team${service}-prod-centralus-4e39fc`;
  const pairs = numbers(services).flatMap((service) => networks.map((network) => [service, network] as const));
  return {
    networks: networks.map((network) => ({
      id: idOf(network),
      name: `vnet-estate${network}-prod-centralus`,
      peers: [],
      subnets: [
        ...numbers(apps)
          .filter((app) => networkOf(app) === network)
          .map((app) => ({
            id: subnetOf(app),
            name: `snet-app${app}-prod-centralus`,
            addressPrefixes: [`10.${network}.${app}.0/26`],
            hosts: [`Estate/App${app}/WebApp/Resource`],
            privateEndpoints: [],
          })),
        {
          id: `Estate/Endpoints${network}/Resource`,
          name: `snet-endpoints${network}-prod-centralus`,
          addressPrefixes: [`10.${network}.0.0/26`],
          hosts: [],
          privateEndpoints: numbers(services).map((service) => endpointOf(service, network)),
        },
      ],
    })),
    services: numbers(services).map((service) => ({
      id: `Estate/Service${service}/SignalR/Resource`,
      name: nameOf(service),
      type: 'azurerm_signalr_service',
      privateEndpoints: networks.map((network) => endpointOf(service, network)),
    })),
    origins: [
      { id: 'internet', kind: OriginKind.INTERNET, name: 'internet', hosts: [] },
      ...numbers(apps).map((app) => ({
        id: subnetOf(app),
        kind: OriginKind.SUBNET,
        name: `app-team${app}-prod-centralus-4e39fc`,
        network: idOf(networkOf(app)),
        hosts: [`Estate/App${app}/WebApp/Resource`],
      })),
      ...pairs.map(([service, network]) => ({
        id: endpointOf(service, network),
        kind: OriginKind.PRIVATE_ENDPOINT,
        name: `private endpoint pep-team${service}-net${network}-prod-centralus`,
        network: idOf(network),
        hosts: [],
      })),
    ],
    paths: numbers(services).flatMap((service) => {
      const host = `${nameOf(service)}.service.signalr.net`;
      const id = `Estate/Service${service}/SignalR/Resource`;
      const list = `Estate/Service${service}/SignalR/NetworkAcl`;
      const calls = (place: string, isAllowed: (type: string) => boolean) =>
        TYPES.map((type) =>
          isAllowed(type)
            ? ([type, Verdict.ALLOWED, `the rules of the ${place} allow ${type} (${list})`, 'nac/allowed'] as const)
            : ([
                type,
                Verdict.DENIED,
                `no rule of the ${place} names ${type}, and the default action denies it (${list})`,
                'nac/denied',
              ] as const),
        );
      const privately = (network: number): NameResolution => ({
        kind: ResolutionKind.PRIVATE,
        chain: [host, `CNAME ${nameOf(service)}.privatelink.service.signalr.net`, `A 10.${network}.0.${3 + service}`],
        reason: `zone Estate/Zone/Resource, linked to ${idOf(network)}, has the address of ${endpointOf(service, network)}`,
        privateEndpoint: endpointOf(service, network),
      });
      const throughEndpoint = (origin: string, network: number) =>
        paths(
          id,
          origin,
          endpointOf(service, network),
          privately(network),
          calls('private endpoint', (type) => type === 'ServerConnection' || type === 'RESTAPI'),
        );
      const publicly: NameResolution = {
        kind: ResolutionKind.PUBLIC,
        chain: [host, `CNAME ${nameOf(service)}.privatelink.service.signalr.net`, 'public address'],
        reason: 'on the internet, public DNS answers',
      };
      return [
        ...paths(
          id,
          'internet',
          PUBLIC,
          publicly,
          calls('public network', (type) => type === 'ClientConnection'),
        ),
        ...numbers(apps).flatMap((app) => throughEndpoint(subnetOf(app), networkOf(app))),
        ...networks.flatMap((network) => throughEndpoint(endpointOf(service, network), network)),
      ];
    }),
  };
}
