import { Chain, missingAnswer, privateAnswer, publicAnswer, unknownAnswer } from './answers';
import { chainTo, Search } from './search';
import { ModelResource } from '../../../model/model-resource';
import { endpointsIn } from '../../../topology/dns/registration';
import { ZoneLink } from '../../../topology/dns/zone-links';
import { RecordName, ZoneRecords } from '../../../topology/dns/zone-records';
import { NameResolution } from '../../connectivity-data';

/** A name that a linked zone answers for. */
export interface ZoneQuery {
  readonly search: Search;
  /** The name asked, one of the service's two. */
  readonly name: string;
  /** The network that the zone is linked to. */
  readonly network: string;
  readonly link: ZoneLink;
}

/** Answer of a linked zone; no other server is asked, whether the zone has the name or not. */
export function zoneAnswer(query: ZoneQuery, records: ZoneRecords): NameResolution {
  const { search, name, link } = query;
  const chain = chainTo(search, name);
  const { key: id, name: zoneName, label } = link.zone;
  const zone = { id, name: zoneName ?? label, type: 'azurerm_private_dns_zone' };
  return { ...answerOf(query, records, chain), zone };
}

function answerOf(query: ZoneQuery, records: ZoneRecords, chain: Chain): NameResolution {
  const { search, link, network } = query;
  const { label } = link.zone;
  if (link.rival) {
    const paths = `${link.rival.path} and ${link.resource.path}`;
    return unknownAnswer(chain, `${paths} link two zones of one name to ${network}, but Azure allows only one`);
  }
  const found = records.find(link.zone, recordNameOf(query));
  const doubt = found.find(({ presence }) => presence.because)?.presence.because;
  if (doubt) return unknownAnswer(chain, doubt);
  const leadsTo = found.flatMap((record) => endpointsIn(record, search.question.endpoints));
  const recorded = leadsTo.filter((endpoint) => endpoint !== undefined);
  if (recorded.length < leadsTo.length) {
    const paths = found.map(({ path }) => path).join(' and ');
    return unknownAnswer(chain, `${paths} in zone ${label} may resolve to something other than a private endpoint`);
  }
  const endpoints = new Set([...registeredIn(query), ...recorded]);
  const [endpoint, ...others] = endpoints;
  if (!endpoint) return answerWithoutRecord(query, records);
  if (others.length === 0) {
    return privateAnswer(chain, `zone ${label}, linked to ${network}, has the address of ${endpoint.path}`, endpoint);
  }
  // https://learn.microsoft.com/azure/private-link/private-endpoint-dns: no zone for two endpoints of one service.
  const paths = [...endpoints].map(({ path }) => path).join(' and ');
  return unknownAnswer(chain, `${paths} write the same record of zone ${label}, and the last one replaces the others`);
}

/** The endpoints that Azure records under the name in the zone; the zone has to have the name of the service's kind. */
function registeredIn(query: ZoneQuery): ModelResource[] {
  const { name, search, link } = query;
  if (name !== search.names.alias || link.zone.name !== search.names.privateZone) return [];
  return registrationsOf(query).map(({ endpoint }) => endpoint);
}

function registrationsOf({ search, link }: ZoneQuery) {
  return search.registrations.filter(({ zones }) => zones.some(({ key }) => key === link.zone.key));
}

function recordNameOf({ search, link, name }: ZoneQuery): RecordName {
  const { label, domain, privateZone } = search.names;
  const zoneName = link.zone.name!;
  const below = name === zoneName ? '@' : name.slice(0, -zoneName.length - 1);
  return {
    label: label === undefined ? undefined : below,
    service: [domain, privateZone].includes(zoneName) ? search.question.service : undefined,
  };
}

function answerWithoutRecord(query: ZoneQuery, records: ZoneRecords): NameResolution {
  const { search, name, network, link } = query;
  const chain = chainTo(search, name);
  const { zone, resource } = link;
  const lacks = `zone ${zone.label}, linked to ${network}, has no record of ${name}`;
  const doubt = doubtOf(query, records);
  if (doubt) return unknownAnswer(chain, `${lacks} that is known, but ${doubt}`);
  // https://learn.microsoft.com/azure/dns/private-dns-fallback
  const redirects = resource.at('resolution_policy').is('NxDomainRedirect');
  return redirects
    ? publicAnswer(chain, `${lacks}, and ${resource.path} redirects to public DNS`)
    : missingAnswer(chain, lacks);
}

/** Value that may change the answer that the zone lacks the name. */
function doubtOf(query: ZoneQuery, records: ZoneRecords): string | undefined {
  const { search, link } = query;
  // Azure records each endpoint in the zones of its group, and in no others of that name.
  const isRecordedElsewhere = search.registrations.every(({ zones }) =>
    zones.some(({ name }) => name === link.zone.name),
  );
  if (!link.zone.isManaged && !isRecordedElsewhere) return 'the configuration does not define the zone';
  if (records.mayFind(link.zone, recordNameOf(query))) return 'a record may have this name when Terraform runs';
  if (search.question.mayHaveOthers) {
    return 'the service may have private endpoints that the configuration does not define';
  }
  const open = search.registrations.find(({ hasUnknownZones }) => hasUnknownZones);
  if (open) return `the zones that record ${open.endpoint.path} are only known when Terraform runs`;
  const [misplaced] = registrationsOf(query);
  if (misplaced) return `${misplaced.endpoint.path} is recorded there under a name that Azure chooses`;
  const attached = search.registrations.find(({ isByPolicy }) => isByPolicy);
  if (attached) return `Azure Policy attaches the zone of ${attached.endpoint.path}`;
  return link.resource.at('resolution_policy').isUnknown
    ? `the policy of ${link.resource.path} is not known`
    : undefined;
}
