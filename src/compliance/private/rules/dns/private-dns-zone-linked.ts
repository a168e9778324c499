import { ModelResource } from '../../../../core/private/model/model-resource';
import { Target } from '../../../../core/private/model/target';
import { Severity } from '../../../severity';
import { conclude } from '../../relations/conclusion';
import { zoneLinks, zoneUsers } from '../../relations/dns-zones';
import { LinkKind } from '../../relations/link-kind';
import {
  asksOwnDnsServers,
  dnsServerResources,
  isSameExternalNetwork,
  networkOfSubnet,
} from '../../relations/networks';
import { appsOfServices } from '../../relations/service-apps';
import { Finding, Rule, RuleVerdict } from '../../rule';
import { RuleContext } from '../../rule-context';

/** A network whose machines look names up in the zone, and the resource that they belong to. */
interface Asker {
  readonly network: Target;
  readonly owner: ModelResource;
}

interface Links {
  readonly keys: ReadonlySet<string | undefined>;
  readonly external: readonly Target[];
  readonly mayBeMore: boolean;
}

interface Judged {
  readonly finding?: Finding;
  readonly unknown?: string;
}

/** The zone is linked to the networks that look its names up. */
export const privateDnsZoneLinked: Rule = {
  id: 'DNS2',
  name: 'PrivateDnsZoneLinked',
  severity: Severity.ERROR,
  types: ['azurerm_private_dns_zone'],
  controls: { benchmark: ['NS-2'] },
  summary: 'The private DNS zone is linked to the networks of its private endpoints and of the apps that call them.',
  explanation:
    'Machines of a network without the link get the public address, and their traffic leaves the network. A network whose own DNS servers forward the name needs no link.',
  link: 'https://learn.microsoft.com/azure/dns/private-dns-virtual-network-links',
  fix: 'Define an azurerm_private_dns_zone_virtual_network_link; in this library addVirtualNetworkLink(...) of the zone.',
  evaluate: (zone, context) => {
    const endpoints = context.derive(zoneUsers).get(zone.path) ?? [];
    if (endpoints.length === 0) return RuleVerdict.notApplicable('no private endpoint of the tree uses the zone');
    const links = linksOf(zone, context);
    const judged = askersFor(endpoints, context).map((asker) => judge(asker, links, context));
    return conclude(
      judged.flatMap(({ finding }) => finding ?? []),
      judged.flatMap(({ unknown }) => unknown ?? []),
      'the zone is linked to the networks that look its names up',
    );
  },
};

function linksOf(zone: ModelResource, context: RuleContext): Links {
  const links = context.derive(zoneLinks);
  const networks = links.to(zone.path).map((link) => networkOf(link, context));
  return {
    keys: new Set(networks.map(({ key }) => key)),
    external: networks.filter(({ isExternal }) => isExternal),
    mayBeMore: links.undecided.length > 0 || networks.some(({ isUnknown }) => isUnknown),
  };
}

function judge({ network, owner }: Asker, { keys, external, mayBeMore }: Links, context: RuleContext): Judged {
  if (network.key === undefined) return { unknown: `the network of ${owner.path} is not known at synth` };
  if (keys.has(network.key)) return {};
  if (network.isExternal && external.some((linked) => isSameExternalNetwork(network, linked))) return {};
  const asksOthers = asksOwnDnsServers(network, context.derive(dnsServerResources));
  if (asksOthers) return {};
  const place = `${network.key}, the network of ${owner.path}`;
  // The DNS servers of a network outside of the tree may forward to one of the linked networks.
  const mayAskOthers = asksOthers === undefined && keys.size > 0;
  if (mayBeMore || mayAskOthers) return { unknown: `whether ${place}, finds the zone is not known` };
  return { finding: { id: `Network::${network.key}`, message: `no link leads to ${place}` } };
}

function networkOf(link: ModelResource, { model }: RuleContext): Target {
  return model.target(link.at('virtual_network_id'), 'azurerm_virtual_network');
}

/** One for each network of endpoints, and of the apps that call the SignalR services behind them. */
function askersFor(endpoints: readonly ModelResource[], context: RuleContext): Asker[] {
  const byNetwork = new Map<string, Asker>();
  for (const { owner, subnetId } of endpoints.flatMap((endpoint) => usersOf(endpoint, context))) {
    const network = networkOfSubnet(context.model, subnetId);
    const key = network.key ?? `unknown ${owner.path}`;
    if (!byNetwork.has(key)) byNetwork.set(key, { network, owner });
  }
  return [...byNetwork.values()];
}

function usersOf(endpoint: ModelResource, context: RuleContext) {
  const target = endpoint.at('private_service_connection.private_connection_resource_id');
  const service = LinkKind.SIGNALR.target(context.model, target)?.key;
  const apps = service === undefined ? [] : (context.derive(appsOfServices).get(service) ?? []);
  const users = [...apps].map((app) => ({ owner: app, subnetId: app.at('virtual_network_subnet_id') }));
  return [
    { owner: endpoint, subnetId: endpoint.at('subnet_id') },
    ...users.filter(({ subnetId }) => !subnetId.isAbsent),
  ];
}
