import { Server } from './dns-servers';
import { fixedAddressOf } from './registration';
import { Zone } from './zones';
import { asText } from '../../core/internal/as-text';
import { AZURE_DNS } from '../../core/internal/azure-dns';
import { Certainty } from '../../core/internal/certainty';
import { ModelResource } from '../../model/model-resource';
import type { Topology } from '../topology';
import { isOn, plain, Value } from '../values';

/** DNS servers and linked private zones of a network. */
export interface NetworkNames {
  readonly key: string;
  readonly name: string;
  /** The DNS servers that it asks; `undefined` where they are not known. */
  readonly dnsServers?: readonly string[];
  readonly zones: readonly LinkedZone[];
  /** Values that decide what is not known, in sentences. */
  readonly unknown: readonly string[];
}

/** A private zone that a network is linked to. */
export interface LinkedZone {
  readonly zone: string;
  readonly name: string;
  readonly link: string;
  /** States whether Azure records the machines of the network in it. */
  readonly registersMachines: Certainty;
  readonly records: readonly PrivateRecord[];
  readonly unknown: readonly string[];
}

/** A name in a private zone, and its addresses. */
export interface PrivateRecord {
  /** Name below the zone; `undefined` where only Azure or Terraform knows it. */
  readonly name?: string;
  readonly type: 'A' | 'CNAME';
  /** Addresses or names; an address that only Azure knows is called by the endpoint that has it. */
  readonly leadsTo: readonly string[];
  /** Path of the private endpoint that has the address. */
  readonly endpoint?: string;
  /** Path of what writes it: the record, or the endpoint with its zone group. */
  readonly writtenBy: string;
  /** Values that decide what is not known. */
  readonly unknown: readonly string[];
}

/** Known private names of a network. */
export function namesIn(topology: Topology, network: string): NetworkNames {
  const { networks, dnsServers, zoneLinks, recordedEndpoints, zoneRecords } = topology;
  const asked = dnsServers.of(network);
  const ownServers = asked.servers?.filter(({ address }) => address !== AZURE_DNS) ?? [];
  const unread = asked.servers === undefined || ownServers.length > 0 ? [asked.doubt] : [];
  const zones = zoneLinks.of(network).map(({ zone, resource, rival }): LinkedZone => {
    const doubts = [
      ...(rival ? [`${rival.path} links another zone of this name, but Azure allows only one`] : []),
      ...(zone.isManaged ? [] : ['the configuration does not define the zone, so it may have further records']),
    ];
    return {
      zone: zone.label,
      name: zone.name!,
      link: resource.path,
      registersMachines: isOn(resource.at('registration_enabled'), false),
      records: recordsIn(topology, zone),
      unknown: doubts,
    };
  });
  const unplaced = zoneRecords.unplaced.map(({ path }) => `which zone ${path} is in is not known`);
  const unrecorded = recordedEndpoints.doubt === undefined ? [] : [recordedEndpoints.doubt];
  return {
    key: network,
    name: networks.name(network),
    dnsServers: asked.servers?.map(serverText),
    zones,
    unknown: [...unread, ...zoneLinks.doubtsOf(network), ...unplaced, ...unrecorded],
  };
}

/** The records of a zone: those that the configuration writes, and those that Azure writes for endpoints. */
function recordsIn(topology: Topology, zone: Zone): PrivateRecord[] {
  const { recordedEndpoints, zoneRecords, services } = topology;
  const labels = new Map(
    services.all.flatMap(({ endpoints, name, hostname }) =>
      endpoints.map(({ path }): [string, string | undefined] => [path, hostname === undefined ? undefined : name]),
    ),
  );
  const written = zoneRecords.in(zone).map((record) => recordOf(record, topology.model.resources(ENDPOINT)));
  const byGroup = recordedEndpoints
    .in(zone)
    .filter(({ record }) => record === undefined)
    .map(({ endpoint }): PrivateRecord => {
      const name = labels.get(endpoint.path);
      const doubts = [endpoint.presence.because ?? []].flat();
      return {
        name,
        type: 'A',
        leadsTo: [addressOf(endpoint)],
        endpoint: endpoint.path,
        writtenBy: endpoint.path,
        unknown: name === undefined ? [...doubts, 'Azure names it after what the endpoint connects to'] : doubts,
      };
    });
  return [...written, ...byGroup];
}

const ENDPOINT = 'azurerm_private_endpoint';

function recordOf(record: ModelResource, endpoints: readonly ModelResource[]): PrivateRecord {
  const isAlias = record.type.includes('cname');
  const given = record.at(isAlias ? 'record' : 'records');
  const values = given.resource || isAlias ? [given] : (given.elements ?? [given]);
  const ends = values.map((value) => endOf(value, isAlias ? [] : endpoints));
  return {
    name: record.name,
    type: isAlias ? 'CNAME' : 'A',
    leadsTo: ends.map(({ text }) => text),
    endpoint: ends.find(({ endpoint }) => endpoint)?.endpoint?.path,
    writtenBy: record.path,
    unknown: [
      ...[record.presence.because ?? []].flat(),
      ...(record.name === undefined
        ? [`its name is only known when Terraform runs: ${record.at('name').decidedBy}`]
        : []),
    ],
  };
}

function endOf({ known, resource, decidedBy }: Value, endpoints: readonly ModelResource[]) {
  const text = known === undefined ? undefined : asText(known);
  const endpoint = endpoints.find((each) => each === resource || (text !== undefined && fixedAddressOf(each) === text));
  if (text !== undefined) return { text, endpoint };
  return { text: endpoint ? addressOf(endpoint) : plain(decidedBy), endpoint };
}

function addressOf(endpoint: ModelResource): string {
  return fixedAddressOf(endpoint) ?? `(address of ${endpoint.path})`;
}

function serverText({ address, inbound }: Server): string {
  if (address !== undefined) return address;
  return inbound ? `(address of ${inbound.path})` : '(an address that is only known when Terraform runs)';
}
