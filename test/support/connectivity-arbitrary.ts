import * as fc from 'fast-check';
import { HOSTILE } from './hostile-connectivity';
import {
  ConnectivityData,
  ConnectivityPath,
  NameResolution,
  OriginKind,
  ResolutionKind,
  Verdict,
} from '../../src/connectivity';

const text = fc.oneof(
  fc.string({ minLength: 1, maxLength: 24 }),
  fc.string({ minLength: 1, maxLength: 24, unit: 'grapheme' }),
  fc.constantFrom(...Object.values(HOSTILE)),
  fc.constantFrom('snet-app', 'vnet', 'Prod/Chat/SignalR/Resource', 'internet', 'azure'),
);

const resolution: fc.Arbitrary<NameResolution> = fc.record(
  {
    kind: fc.constantFrom(...Object.values(ResolutionKind)),
    chain: fc.array(text, { maxLength: 4 }),
    reason: text,
    code: text,
    privateEndpoint: text,
  },
  { requiredKeys: ['kind', 'chain', 'reason'] },
);

const names = (maxLength: number) => fc.uniqueArray(text, { maxLength });

/** What a report may tell: all keys that paths name are there, and everything else is as wild as it can be. */
export const connectivityData: fc.Arbitrary<ConnectivityData> = fc
  .tuple(
    fc.uniqueArray(text, { minLength: 1, maxLength: 3 }),
    fc.uniqueArray(text, { minLength: 1, maxLength: 5 }),
    names(3),
    names(6),
    fc.infiniteStream(fc.nat()),
    fc.infiniteStream(text),
  )
  .chain(([services, origins, networks, endpoints, numbers, texts]) => {
    const number = (below: number) => numbers.next().value % below;
    const some = () => texts.next().value as string;
    const kinds = Object.values(OriginKind);
    const subnetsOf = (network: string) =>
      Array.from({ length: number(3) }, (_, index) => ({
        id: index === 0 ? origins[number(origins.length)] : `${network}/${index}`,
        name: some(),
        addressPrefixes: number(2) ? ['10.0.0.0/24'] : [],
        hosts: number(2) ? [some()] : [],
        privateEndpoints: endpoints.filter(() => number(2) === 0),
      }));
    const path: fc.Arbitrary<ConnectivityPath> = fc.record({
      service: fc.constantFrom(...services),
      origin: fc.constantFrom(...origins),
      requestType: fc.constantFrom(
        'ServerConnection',
        'ClientConnection',
        'RESTAPI',
        'Trace',
        'Upstream',
        HOSTILE.pipes,
      ),
      verdict: fc.constantFrom(...Object.values(Verdict)),
      via: fc.constantFrom('', 'public endpoint', ...endpoints, 'a link'),
      resolution,
      reason: text,
      code: text,
    });
    return fc.record({
      networks: fc.constant(
        networks.map((id) => ({ id, name: some(), subnets: subnetsOf(id), peers: number(2) ? [networks[0]] : [] })),
      ),
      services: fc.constant(
        services.map((id) => ({ id, name: some(), type: 'azurerm_signalr_service', privateEndpoints: endpoints })),
      ),
      origins: fc.constant(
        origins.map((id) => ({
          id,
          kind: kinds[number(kinds.length)],
          name: some(),
          ...(number(2) && networks.length > 0 ? { network: networks[number(networks.length)] } : {}),
          hosts: number(2) ? [some(), some()] : [],
        })),
      ),
      paths: fc.array(path, { maxLength: 16 }),
    });
  });
