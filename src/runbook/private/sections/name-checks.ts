import { ResolutionKind } from '../../../connectivity/resolution-kind';
import { escaped } from '../../../core/internal/markdown';
import { ModelResource } from '../../../model/model-resource';
import { settingsOf } from '../../../topology/apps/settings';
import { registrationOf } from '../../../topology/dns/registration';
import { Zone } from '../../../topology/dns/zones';
import { connection, expecting, listed, nameResolution } from '../../internal/commands';
import { Context, pairLabel } from '../context';
import { Pair, ServiceEntry } from '../inventory';
import { check, codeLink, Item, troubleshooting } from '../text';

const { PRIVATE, PUBLIC } = ResolutionKind;

/** Checks of what the name of the service resolves to, and of where the answer comes from. */
export function nameChecks(context: Context): string[][] {
  const { pairs, services } = context.inventory;
  const lonely = services.filter((entry) => !pairs.some(({ called }) => called === entry));
  return [
    check(
      'The name, from the console of the app',
      'Begin here, even with a 403: a wrong address explains everything after it. Run it in the console of the app itself; your own machine rightly gets the public address.',
      [...pairs.map((pair) => nameItem(context, pair)), ...lonely.map((entry) => nameFromElsewhere(context, entry))],
      [
        `another address, or a public one: ${troubleshooting('A public address')}; go on with the zones and DNS servers below.`,
        `the name does not exist: ${troubleshooting('NXDOMAIN')}.`,
      ],
    ),
    check(
      'The connection, from the same console',
      'Any status code means that packets arrive; the access control list answers, it does not time out.',
      [
        ...pairs.map((pair) => connectionItem(context, pair)),
        ...lonely.map((entry) => connectionFromElsewhere(context, entry)),
      ],
      [
        `a timeout: ${troubleshooting('A timeout at the private address')}.`,
        `403: ${troubleshooting('403 from the service')}. 401: ${troubleshooting('401 from the service')}.`,
      ],
    ),
    check(
      'Zones, links and records',
      'The private address is in a zone, and a network finds it only where it is linked to that zone.',
      zoneItems(context),
      [`no link, or no record: ${troubleshooting('A public address')}.`],
    ),
    check(
      'DNS servers',
      'A network that names its own servers asks these, and not the zones that it is linked to.',
      dnsItems(context),
      [`other servers: they must know, or forward, the name; ${troubleshooting('A public address')}.`],
    ),
  ];
}

/** The answer for a name, and the endpoint that has the address. */
function answerOf(context: Context, { entry, called }: Pair) {
  const resolution = context.inventory.analysis.resolutionOf(entry.app, called.service);
  const endpoint = called.service.endpoints.find(({ path }) => path === resolution.privateEndpoint);
  return { resolution, endpoint };
}

function nameItem(context: Context, pair: Pair): Item {
  const { resolution, endpoint } = answerOf(context, pair);
  const { kind, chain, reason, code } = resolution;
  const hostname = context.hostname(pair.called);
  const expected =
    kind === PRIVATE && endpoint
      ? `${context.privateAddress(endpoint)}, not a public address`
      : kind === PUBLIC
        ? 'a public address, as the configuration stands'
        : 'the answer that is named below';
  return {
    label: pairLabel(pair),
    code: nameResolution(pair.entry.system, hostname, expected),
    notes: [
      ...(hostname.startsWith('$') ? ['Set the variable in the console of the app as well.'] : []),
      `By the configuration: ${chain.map(escaped).join(' → ')}. ${sentence(reason)}${code === undefined ? '' : ` (${codeLink(code)})`}.`,
    ],
  };
}

function connectionItem(context: Context, pair: Pair): Item {
  const { endpoint } = answerOf(context, pair);
  const to = endpoint ? context.privateAddress(endpoint) : 'the address above';
  return { label: pairLabel(pair), code: connection(pair.entry.system, context.hostname(pair.called), to) };
}

/** A service that only apps of other configurations call. */
function nameFromElsewhere(context: Context, entry: ServiceEntry): Item {
  const [endpoint] = entry.service.endpoints;
  const expected = endpoint
    ? `${context.privateAddress(endpoint)}, where the network of the app is linked to the zone`
    : 'a public address; the configuration defines no private endpoint';
  return {
    label: `apps that call ${entry.label}`,
    code: nameResolution(undefined, context.hostname(entry), expected),
    notes: ['No app of the configuration names this service in settings that are known at synth.'],
  };
}

function connectionFromElsewhere(context: Context, entry: ServiceEntry): Item {
  const [endpoint] = entry.service.endpoints;
  const to = endpoint ? context.privateAddress(endpoint) : 'the address above';
  return { label: `apps that call ${entry.label}`, code: connection(undefined, context.hostname(entry), to) };
}

function zoneItems({ inventory, shell }: Context): Item[] {
  const { services, places, topology } = inventory;
  return services.flatMap(({ service, place, label }) =>
    service.endpoints.flatMap((endpoint) => {
      const name = shell.name(place.name, 'SIGNALR_NAME');
      const networks = networksOf(inventory, service.key);
      return registrationOf(endpoint, topology.zones).zones.map((zone): Item => {
        const at = places.zone(zone, topology.zones.resourceOf(zone));
        const flags = `${shell.groupFlags(at)} --zone-name ${shell.name(at.name, 'ZONE_NAME')}`;
        const linked = networks.map((key) => `${nameIn(inventory, key)} (${linkedBy(inventory, key, zone)})`);
        const query = '[].{network:virtualNetwork.id, state:virtualNetworkLinkState}';
        return {
          label: `${label}, in ${at.name.text ?? at.key}`,
          code: [
            expecting(
              `Completed for ${listed(linked)}`,
              `az network private-dns link vnet list ${flags} --query "${query}" --output table`,
            ),
            expecting(
              `the address of ${endpoint.name ?? endpoint.path}`,
              `az network private-dns record-set a show ${flags} --name ${name} --query 'aRecords[].ipv4Address'`,
            ),
          ].join('\n'),
        };
      });
    }),
  );
}

function dnsItems({ inventory, shell }: Context): Item[] {
  const { topology, apps } = inventory;
  const keys = apps.flatMap(({ subnet }) => (subnet && topology.subnets.networkOf(subnet)) ?? []);
  const networks = [...new Set(keys)].map((key): Item => {
    const { servers, doubt } = topology.dnsServers.of(key);
    const known = servers?.map(({ address, inbound }) => address ?? inbound?.path ?? 'one that only Terraform knows');
    const expected = known ? listed(known.filter((address) => address !== '168.63.129.16')) : doubt;
    const flags = shell.flags(inventory.network(key));
    return {
      label: nameIn(inventory, key),
      code: expecting(expected, `az network vnet show ${flags} --query dhcpOptions.dnsServers`),
    };
  });
  const settings = apps.map((entry): Item => {
    const { flags } = shell.address(entry.place, entry.commands);
    const query = "[?starts_with(name, 'WEBSITE_DNS_')].[name, value]";
    return {
      label: entry.label,
      code: expecting(
        listed(dnsSettings(entry.app)),
        `az ${entry.commands} config appsettings list ${flags} --query "${query}" --output table`,
      ),
    };
  });
  return [...networks, ...settings];
}

function dnsSettings(app: ModelResource): string[] {
  const names = (settingsOf(app) ?? []).map(({ name }) => name);
  return names.filter((name) => /^WEBSITE_DNS_/i.test(name));
}

/** The networks of the apps that call a service. */
function networksOf({ apps, topology }: Context['inventory'], service: string): string[] {
  const callers = apps.filter(({ services }) => services.some(({ service: { key } }) => key === service));
  return [...new Set(callers.flatMap(({ subnet }) => (subnet && topology.subnets.networkOf(subnet)) ?? []))];
}

function linkedBy({ topology }: Context['inventory'], network: string, zone: Zone): string {
  const link = topology.zoneLinks.linkOf(network, zone);
  return link ? `link ${link.name ?? link.path}` : 'by a link that the configuration does not define';
}

function nameIn(inventory: Context['inventory'], network: string): string {
  return inventory.topology.networks.name(network);
}

function sentence(text: string): string {
  return escaped(text.charAt(0).toUpperCase() + text.slice(1));
}
