import { baselinesOfZone } from './meant-zone';
import { NameResolution } from '../../../../connectivity/connectivity-data';
import { ResolutionKind } from '../../../../connectivity/resolution-kind';
import { ModelResource } from '../../../../model/model-resource';
import { Target } from '../../../../model/target';
import { RecordedEndpoint } from '../../../../topology/dns/registration';
import { subnetOf } from '../../../../topology/privatelink/endpoint-facts';
import { LinkKind } from '../../../../topology/privatelink/link-kind';
import { Severity } from '../../../severity';
import { Judgement } from '../../judgement';
import { Rule, RuleVerdict } from '../../rule';
import { RuleContext } from '../../rule-context';

/** Look-up of a name of the zone: the caller, the network, and the answer. */
interface Lookup {
  readonly owner: ModelResource;
  readonly subnet: Target;
  readonly answerIn: (network: string) => NameResolution;
}

/** The zone is linked to the networks that look its names up. */
export const privateDnsZoneLinked: Rule = {
  id: 'DNS2',
  name: 'PrivateDnsZoneLinked',
  severity: Severity.ERROR,
  types: ['azurerm_private_dns_zone'],
  controls: { benchmark: ['NS-2'] },
  baselinesOf: ({ name }) => baselinesOfZone(name),
  summary: 'The private DNS zone is linked to the networks of its private endpoints and of the apps that call them.',
  explanation:
    'Machines of a network without the link get the public address, and their traffic leaves the network. A network whose own DNS servers forward the name needs no link.',
  link: 'https://learn.microsoft.com/azure/dns/private-dns-virtual-network-links',
  fix: 'Define an azurerm_private_dns_zone_virtual_network_link; in this library addVirtualNetworkLink(...) of the zone.',
  evaluate: (resource, context) => {
    const { topology } = context;
    const zone = topology.zones.of(resource);
    const recorded = topology.recordedEndpoints.in(zone);
    if (recorded.length === 0) {
      const { doubt } = topology.recordedEndpoints;
      return doubt
        ? RuleVerdict.unknown(doubt)
        : RuleVerdict.notApplicable('no private endpoint of the configuration uses the zone');
    }
    const judgement = new Judgement();
    // Another endpoint may be in the zone, and in a network that is not linked to it.
    if (topology.recordedEndpoints.doubt) judgement.cannotTell(topology.recordedEndpoints.doubt);
    const found = new Set<string>();
    const lookups = [...recorded.map((each) => ofEndpoint(each, context)), ...ofApps(recorded, context)];
    for (const { owner, subnet, answerIn } of lookups) {
      const network = topology.subnets.networkOf(subnet);
      if (network === undefined) {
        judgement.cannotTell(`the network of ${owner.path} is not known`);
        continue;
      }
      const { kind, reason, code } = answerIn(network);
      const known = code ? `${reason} [${code}]` : reason;
      const isLinked = topology.zoneLinks.isLinked(network, zone);
      if (kind === ResolutionKind.UNKNOWN) {
        // Of a zone without a name it is not known what is looked up in it.
        if (zone.name === undefined || (!isLinked && !asksOwnServers(owner, network, code, context))) {
          judgement.cannotTell(known);
        }
      } else if (kind !== ResolutionKind.PRIVATE && !found.has(network)) {
        found.add(network);
        judgement.violates({ id: `Network::${network}`, message: `${known}; ${owner.path} is there` });
      }
    }
    return judgement.verdict('the zone is linked to the networks that look up its names');
  },
};

/** Clients in the network of an endpoint look its record up. */
function ofEndpoint(recorded: RecordedEndpoint, { topology, connectivity }: RuleContext): Lookup {
  const owner = recorded.endpoint;
  const subnet = subnetOf(owner, topology.subnets);
  return { owner, subnet, answerIn: (network) => connectivity.lookUp(recorded, network) };
}

/** Apps that call out through a subnet look the names of the services up that their settings name. */
function ofApps(recorded: readonly RecordedEndpoint[], { model, topology, connectivity }: RuleContext): Lookup[] {
  const targets = recorded.map(({ endpoint }) =>
    LinkKind.SIGNALR.target(model, endpoint.at('private_service_connection.private_connection_resource_id')),
  );
  return [...new Set(targets.flatMap((target) => target?.key ?? []))].flatMap((key) =>
    topology.connections.appsOf(key).flatMap((owner) => {
      const subnet = topology.integrations.subnetOf(owner.path);
      const answerIn = () => connectivity.resolutionOf(owner, topology.services.get(key)!);
      return subnet ? [{ owner, subnet, answerIn }] : [];
    }),
  );
}

/** A network whose own servers forward the names needs no link; an app asks them unless its settings name others. */
function asksOwnServers(
  owner: ModelResource,
  network: string,
  code: string | undefined,
  { topology }: RuleContext,
): boolean {
  const hasKnownSettings = owner.at('app_settings').entries !== undefined;
  return code === 'dns/custom-servers' && hasKnownSettings && topology.dnsServers.of(network).servers !== undefined;
}
