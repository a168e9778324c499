import { PrivateDnsARecord } from '@cdktf/provider-azurerm/lib/private-dns-a-record';
import { PrivateDnsResolver } from '@cdktf/provider-azurerm/lib/private-dns-resolver';
import { PrivateDnsResolverDnsForwardingRuleset } from '@cdktf/provider-azurerm/lib/private-dns-resolver-dns-forwarding-ruleset';
import { PrivateDnsResolverForwardingRule } from '@cdktf/provider-azurerm/lib/private-dns-resolver-forwarding-rule';
import { PrivateDnsResolverInboundEndpoint } from '@cdktf/provider-azurerm/lib/private-dns-resolver-inbound-endpoint';
import { PrivateDnsResolverVirtualNetworkLink } from '@cdktf/provider-azurerm/lib/private-dns-resolver-virtual-network-link';
import { PrivateDnsZone } from '@cdktf/provider-azurerm/lib/private-dns-zone';
import { PrivateDnsZoneVirtualNetworkLink } from '@cdktf/provider-azurerm/lib/private-dns-zone-virtual-network-link';
import { PrivateEndpoint } from '@cdktf/provider-azurerm/lib/private-endpoint';
import { SignalrService } from '@cdktf/provider-azurerm/lib/signalr-service';
import { VirtualNetwork } from '@cdktf/provider-azurerm/lib/virtual-network';
import { TerraformStack } from 'cdktf';
import { IConstruct } from 'constructs';
import { NameResolution } from '../../../src/connectivity';
import { Asker, Question, Resolver } from '../../../src/connectivity/private/dns/resolver';
import { IQueryWays } from '../../../src/connectivity/private/dns/servers';
import { allowed } from '../../../src/connectivity/private/network/step';
import { Certainty } from '../../../src/core/internal/certainty';
import { PrivateLinkZone } from '../../../src/dns';
import { ConstructModel } from '../../../src/model/construct-model';
import { inSubscription, newStack } from '../../support/synth';

export const ZONE_NAME = 'privatelink.service.signalr.net';
export const HUB_ZONE_ID = `/subscriptions/0/resourceGroups/rg-hub/providers/Microsoft.Network/privateDnsZones/${ZONE_NAME}`;

const IN_GROUP = { resourceGroupName: 'rg', location: 'centralus' };

/** Networks, zones and endpoints of provider classes, as somebody writes them who does not know this library. */
export class Topology {
  public constructor(public readonly stack: TerraformStack = inSubscription(newStack())) {}

  public network(id: string, dnsServers?: string[]): VirtualNetwork {
    return new VirtualNetwork(this.stack, id, { name: id, ...IN_GROUP, addressSpace: ['10.0.0.0/16'], dnsServers });
  }

  public zone(id: string, name: string = ZONE_NAME, resourceGroupName: string = 'rg'): PrivateDnsZone {
    return new PrivateDnsZone(this.stack, id, { name, resourceGroupName });
  }

  /** A link of a zone to a network, both by reference. */
  public link(id: string, zone: PrivateDnsZone, network: VirtualNetwork, resolutionPolicy?: string) {
    return new PrivateDnsZoneVirtualNetworkLink(this.stack, id, {
      name: id,
      privateDnsZoneName: zone.name,
      resourceGroupName: zone.resourceGroupName,
      virtualNetworkId: network.id,
      resolutionPolicy,
    });
  }

  /** A link of what is written as text. */
  public linkOf(id: string, privateDnsZoneName: string, resourceGroupName: string, virtualNetworkId: string) {
    return new PrivateDnsZoneVirtualNetworkLink(this.stack, id, {
      name: id,
      privateDnsZoneName,
      resourceGroupName,
      virtualNetworkId,
    });
  }

  public record(id: string, zone: PrivateDnsZone, name: string, records: string[]): PrivateDnsARecord {
    const { resourceGroupName } = zone;
    return new PrivateDnsARecord(this.stack, id, { name, zoneName: zone.name, resourceGroupName, records, ttl: 300 });
  }

  public service(id: string = 'chat'): SignalrService {
    return new SignalrService(this.stack, id, { name: id, ...IN_GROUP, sku: { name: 'Standard_S1', capacity: 1 } });
  }

  /** A private endpoint with a zone group of the ids, or none without ids. */
  public endpoint(id: string, service: SignalrService, zoneIds: string[], address?: string): PrivateEndpoint {
    return new PrivateEndpoint(this.stack, id, {
      name: id,
      ...IN_GROUP,
      subnetId: 'subnet',
      privateServiceConnection: {
        name: id,
        privateConnectionResourceId: service.id,
        isManualConnection: false,
        subresourceNames: ['signalr'],
      },
      privateDnsZoneGroup: zoneIds.length > 0 ? { name: 'default', privateDnsZoneIds: zoneIds } : undefined,
      ipConfiguration: address ? [{ name: 'static', privateIpAddress: address }] : undefined,
    });
  }

  /** An inbound endpoint of a resolver in a network. */
  public inbound(id: string, network: VirtualNetwork, privateIpAddress?: string): PrivateDnsResolverInboundEndpoint {
    const resolver = new PrivateDnsResolver(this.stack, `${id}Resolver`, {
      name: id,
      ...IN_GROUP,
      virtualNetworkId: network.id,
    });
    return new PrivateDnsResolverInboundEndpoint(this.stack, id, {
      name: id,
      location: IN_GROUP.location,
      privateDnsResolverId: resolver.id,
      ipConfigurations: { subnetId: 'subnet', privateIpAddress },
    });
  }

  /** A ruleset with a rule for each domain, linked to networks. */
  public ruleset(id: string, rules: Record<string, string[]>, ...networks: VirtualNetwork[]) {
    const ruleset = new PrivateDnsResolverDnsForwardingRuleset(this.stack, id, {
      name: id,
      ...IN_GROUP,
      privateDnsResolverOutboundEndpointIds: ['outbound'],
    });
    networks.forEach((network, index) => this.rulesetLink(`${id}Link${index}`, ruleset.id, network.id));
    return Object.entries(rules).map(([domainName, servers], index) =>
      this.rule(`${id}Rule${index}`, ruleset.id, domainName, servers),
    );
  }

  public rule(id: string, dnsForwardingRulesetId: string, domainName: string, servers: string[]) {
    const targetDnsServers = servers.map((ipAddress) => ({ ipAddress, port: 53 }));
    return new PrivateDnsResolverForwardingRule(this.stack, id, {
      name: id,
      dnsForwardingRulesetId,
      domainName,
      targetDnsServers,
    });
  }

  public rulesetLink(id: string, dnsForwardingRulesetId: string, virtualNetworkId: string) {
    return new PrivateDnsResolverVirtualNetworkLink(this.stack, id, {
      name: id,
      dnsForwardingRulesetId,
      virtualNetworkId,
    });
  }

  /** What the name of a service resolves to in a network, with what the test changes in the question. */
  public resolve(
    service: SignalrService,
    network?: IConstruct | string,
    changes: Partial<Question & Pick<Asker, 'dnsServers'>> = {},
  ): NameResolution {
    return resolveIn(this.stack, service, network, changes);
  }
}

/** Queries get to every server: what is tested is who answers what. */
const EVERY_WAY: IQueryWays = {
  toServer: () => allowed('all networks are joined'),
  mayHold: () => true,
  outbound: () => ({ label: 'outbound', network: undefined, routesAll: Certainty.YES }),
};

/** What the name of a service resolves to in a network of a tree. */
export function resolveIn(
  scope: IConstruct,
  service: IConstruct,
  network?: IConstruct | string,
  { dnsServers, ...changes }: Partial<Question & Pick<Asker, 'dnsServers'>> = {},
): NameResolution {
  const model = ConstructModel.of(scope);
  const name = model.all.find(({ path }) => path === service.node.path)?.name;
  const leadsToService = 'private_service_connection.private_connection_resource_id';
  const key = typeof network === 'object' ? network.node.path : network;
  return new Resolver(model, EVERY_WAY).resolve({
    service: service.node.path,
    hostname: name && `${name}.service.signalr.net`,
    zone: PrivateLinkZone.SIGNALR,
    asker: key === undefined ? undefined : { label: key, network: key, routesAll: Certainty.YES, dnsServers },
    endpoints: model
      .resources('azurerm_private_endpoint')
      .filter((endpoint) => endpoint.at(leadsToService).resource?.path === service.node.path),
    mayHaveOthers: false,
    ...changes,
  });
}

/** A network that resolves a service by its private endpoint, all in one group as in the portal. */
export function privateTopology() {
  const topology = new Topology();
  const network = topology.network('Network');
  const zone = topology.zone('Zone');
  const link = topology.link('Link', zone, network);
  const service = topology.service();
  const endpoint = topology.endpoint('Endpoint', service, [zone.id], '10.0.0.68');
  return { topology, stack: topology.stack, network, zone, link, service, endpoint };
}
