import { notes, textTable } from './text-table';
import { Markup, markup } from '../../../page/markup';
import { NetworkFact, PrivateNames } from '../private-names';

/** DNS servers of each network, and their answers. */
export function nameSections({ networks }: PrivateNames): Markup {
  return markup`<section>
<h2>Private names</h2>
${
  networks.length === 0
    ? markup`<p>The configuration defines no network here.</p>
`
    : networks.map(networkSection)
}</section>
`;
}

function networkSection({ network, name, dnsServers, zones, services, unknown }: NetworkFact): Markup {
  const servers = dnsServers === undefined ? 'not known' : dnsServers.join(', ');
  const records = zones.flatMap((zone) =>
    zone.records.map((record) => [
      zone.name,
      record.name ?? 'unknown',
      `${record.type} ${record.leadsTo.join(', ')}`,
      record.writtenBy,
      record.unknown,
    ]),
  );
  return markup`<h3>${name}</h3>
<p class="muted">${network}; DNS servers: ${servers}</p>
${textTable(
  `Zones of ${name}`,
  ['Zone', 'Path', 'Link', 'Records machines', 'Not known'],
  zones.map((zone) => [zone.name, zone.zone, zone.link, zone.registersMachines, zone.unknown]),
  'The configuration links no private DNS zone to it.',
)}${
    records.length === 0
      ? []
      : textTable(`Records of ${name}`, ['Zone', 'Name', 'Leads to', 'Written by', 'Not known'], records, '')
  }${
    services.length === 0
      ? []
      : textTable(
          `Names of services in ${name}`,
          ['Service', 'Leads to', 'Steps', 'Because'],
          services.map(({ service, hostname = service, kind, privateEndpoint, chain, reason, code }) => [
            hostname,
            privateEndpoint === undefined ? kind : `${kind}: ${privateEndpoint}`,
            chain,
            code === undefined ? reason : `${reason} (${code})`,
          ]),
          '',
        )
  }${notes('Not known:', unknown)}`;
}
