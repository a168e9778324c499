import { sortedBy, sortedTexts, withoutSecrets } from './facts';
import { EvidenceScope, isAskedKey } from './scope';
import { Answer, answerOf } from './security-rules';
import { NameResolution } from '../../connectivity/connectivity-data';
import { Analysis, analysisOf } from '../../connectivity/internal/analysis';
import { namesIn, PrivateRecord } from '../../topology/dns/private-names';
import { Service } from '../../topology/signalr/services';
import { Topology } from '../../topology/topology';

/** More pairs than a reader reads; beyond them, those count that the connectivity report has. */
const MAX_PAIRS = 400;

/** A private zone that a network is linked to. */
export interface ZoneFact {
  readonly zone: string;
  readonly name: string;
  readonly link: string;
  readonly registersMachines: Answer;
  readonly records: readonly PrivateRecord[];
  readonly unknown: readonly string[];
}

/** Answer to the name of a service in a network. */
export interface ServiceNameFact extends NameResolution {
  readonly service: string;
  readonly hostname?: string;
}

/** The names of a network. */
export interface NetworkFact {
  readonly network: string;
  readonly name: string;
  readonly dnsServers?: readonly string[];
  readonly zones: readonly ZoneFact[];
  readonly services: readonly ServiceNameFact[];
  readonly unknown: readonly string[];
}

/** The private names of the networks. */
export interface PrivateNames {
  readonly networks: readonly NetworkFact[];
}

/** The zones, records, DNS servers and service names of the networks of a configuration. */
export function privateNamesOf(scope: EvidenceScope): PrivateNames {
  const { model, connectivity } = scope;
  const topology = Topology.of(model);
  const analysis = analysisOf(model);
  const shown = connectivity.networks.map(({ id }) => id);
  const own = topology.networks.keys.filter((key) => isAskedKey(scope, topology.networks.resourceOf(key)));
  const keys = sortedTexts([...shown, ...own]);
  const reported = new Set(connectivity.services.map(({ id }) => id));
  const services = analysis.services.all.filter(({ key }) => reported.has(key));
  const isLarge = keys.length * services.length > MAX_PAIRS;
  const pairs = isLarge ? pairsIn(scope) : undefined;
  const networks = keys.map((key): NetworkFact => {
    const { name, dnsServers, zones, unknown } = namesIn(topology, key);
    const asked = services.filter((service) => pairs === undefined || pairs.has(`${key} ${service.key}`));
    return {
      network: key,
      name,
      dnsServers,
      zones: sortedBy(
        zones.map((zone) => ({
          ...zone,
          registersMachines: answerOf(zone.registersMachines),
          records: sortedBy(
            zone.records,
            (record) => record.name,
            ({ writtenBy }) => writtenBy,
          ),
        })),
        (zone) => zone.name,
      ),
      services: sortedBy(asked, (service) => service.key).map((service) => nameFact(analysis, key, service)),
      unknown: sortedTexts(unknown),
    };
  });
  return withoutSecrets({ networks });
}

function nameFact(analysis: Analysis, network: string, service: Service): ServiceNameFact {
  const { key, hostname } = service;
  return { service: key, hostname, ...analysis.resolutionIn(network, service) };
}

/** The networks that services are called from, each with the service. */
function pairsIn({ connectivity: { origins, paths } }: EvidenceScope): ReadonlySet<string> {
  const networks = new Map(origins.map(({ id, network }) => [id, network]));
  return new Set(paths.map(({ origin, service }) => `${networks.get(origin)} ${service}`));
}
