import { ModelResource } from '../../../../model/model-resource';
import { Target } from '../../../../model/target';
import { Severity } from '../../../severity';
import { networkOfLink, serviceLookup, serviceOf, zoneLinks, zoneUsers } from '../../relations/dns-zones';
import { Judgement } from '../../relations/judgement';
import {
  asksOwnDnsServers,
  dnsServerResources,
  isSameExternalNetwork,
  networkOfSubnet,
} from '../../relations/networks';
import { appsOfServices } from '../../relations/service-apps';
import { Value } from '../../relations/values';
import { Finding, Rule, RuleVerdict } from '../../rule';
import { RuleContext } from '../../rule-context';

/** A network whose machines look names up in the zone, and the resource that they belong to. */
interface Asker {
  readonly network: Target;
  readonly owner: ModelResource;
}

/** A resource that needs a private endpoint to be found, and the service behind it where it calls one. */
interface User {
  readonly owner: ModelResource;
  readonly subnetId: Value;
  readonly service?: string;
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
    const users = context.derive(zoneUsers);
    const endpoints = users.of(zone);
    if (endpoints.length === 0) {
      return users.hasUnknown
        ? RuleVerdict.unknown('which zones a private endpoint uses is only known when Terraform runs')
        : RuleVerdict.notApplicable('no private endpoint of the tree uses the zone');
    }
    const links = linksOf(zone, context);
    const judged = askersFor(endpoints, links, context).map((asker) => judge(asker, links, context));
    return new Judgement()
      .violates(...judged.flatMap(({ finding }) => finding ?? []))
      .cannotTell(...judged.flatMap(({ unknown }) => unknown ?? []))
      .verdict('the zone is linked to the networks that look its names up');
  },
};

function linksOf(zone: ModelResource, context: RuleContext): Links {
  const links = context.derive(zoneLinks);
  const networks = links.of(zone).map((link) => networkOfLink(context.model, link));
  return {
    keys: new Set(networks.map(({ key }) => key)),
    external: networks.filter(({ isExternal }) => isExternal),
    mayBeMore: links.hasUnknown || networks.some(({ isUnknown }) => isUnknown),
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

/** One for each network of endpoints, and of the apps that call the SignalR services behind them. */
function askersFor(endpoints: readonly ModelResource[], links: Links, context: RuleContext): Asker[] {
  const byNetwork = new Map<string, Asker>();
  for (const { owner, subnetId, service } of endpoints.flatMap((endpoint) => usersOf(endpoint, context))) {
    const network = networkOfSubnet(context.model, subnetId);
    if (service !== undefined && findsElsewhere(service, network, links, context)) continue;
    const key = network.key ?? `unknown ${owner.path}`;
    if (!byNetwork.has(key)) byNetwork.set(key, { network, owner });
  }
  return [...byNetwork.values()];
}

/** A service with endpoints in several networks has a zone for each: Azure links a network to one zone of a name. */
function findsElsewhere(service: string, { key }: Target, links: Links, context: RuleContext): boolean {
  if (key === undefined || links.keys.has(key)) return false;
  return context.derive(serviceLookup)(service, key);
}

function usersOf(endpoint: ModelResource, context: RuleContext): User[] {
  const service = serviceOf(context.model, endpoint);
  const apps = service === undefined ? [] : (context.derive(appsOfServices).get(service) ?? []);
  const users = [...apps].map((app) => ({ owner: app, subnetId: app.at('virtual_network_subnet_id'), service }));
  return [
    { owner: endpoint, subnetId: endpoint.at('subnet_id') },
    ...users.filter(({ subnetId }) => !subnetId.isAbsent),
  ];
}
