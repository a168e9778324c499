import { PrivateDnsResolver } from '@cdktf/provider-azurerm/lib/private-dns-resolver';
import { PrivateDnsResolverInboundEndpoint } from '@cdktf/provider-azurerm/lib/private-dns-resolver-inbound-endpoint';
import { AzurermProvider } from '@cdktf/provider-azurerm/lib/provider';
import { Subnet } from '@cdktf/provider-azurerm/lib/subnet';
import { VirtualNetwork } from '@cdktf/provider-azurerm/lib/virtual-network';
import { VirtualNetworkPeering } from '@cdktf/provider-azurerm/lib/virtual-network-peering';
import { TerraformStack, Testing } from 'cdktf';
import { Construct, IConstruct } from 'constructs';
import { ComplianceFinding, SecurityBaseline } from '../../src/compliance';
import { ConnectivityPath, ConnectivityReport, Origin } from '../../src/connectivity';
import { RequestType } from '../../src/signalr';

/** The setting with which a server finds the service of the plain architecture by its host name. */
export const BY_NAME = 'Endpoint=https://chat.service.signalr.net;AuthType=azure.msi;Version=1.0;';

/** The path of server connections from an app, or another place, to a service. */
export function pathOf(origin: Origin | IConstruct, service: IConstruct): ConnectivityPath {
  const place = origin instanceof Origin ? origin : Origin.of(origin);
  return ConnectivityReport.of(service.node.root).path(place, service, RequestType.SERVER_CONNECTION);
}

/** Verdict and code of that path, such as `denied dns/not-linked`. */
export function answerOf(origin: Origin | IConstruct, service: IConstruct): string {
  const { verdict, code } = pathOf(origin, service);
  return `${verdict} ${code}`;
}

/** All that a rule finds of a resource. */
export function findingsOf(rule: string, resource: IConstruct): ComplianceFinding[] {
  const { findings } = SecurityBaseline.evaluate(resource.node.root);
  return findings.filter((finding) => finding.rule === rule && isOf(finding.path, resource.node.path));
}

/** Whether a path is that of a resource, or of an instance of it. */
function isOf(path: string, resource: string): boolean {
  return path === resource || path.startsWith(`${resource}[`);
}

/** The statuses that a rule gives a resource, one for each finding. */
export function statusesOf(rule: string, resource: IConstruct): string[] {
  return findingsOf(rule, resource).map(({ status }) => status);
}

/** Status and reason of the only finding of a rule on a resource. */
export function findingOf(rule: string, resource: IConstruct): { status: string; reason: string } {
  const findings = findingsOf(rule, resource);
  if (findings.length !== 1) throw new Error(`${findings.length} findings of ${rule}, expected one`);
  return { status: findings[0].status, reason: findings[0].reason };
}

/** A stack whose provider is of a subscription; of one that only the environment names without it. */
export function newStackIn(subscriptionId?: string, app: Construct = Testing.app(), id: string = 'Prod') {
  const stack = new TerraformStack(app, id);
  new AzurermProvider(stack, 'azurerm', { features: [{}], subscriptionId });
  return stack;
}

const PLACE = { resourceGroupName: 'rg', location: 'centralus' };

/** A network with one subnet, beside those of the plain architecture. */
export function addNetwork(scope: Construct, id: string, prefix: string, dnsServers?: string[]) {
  const network = new VirtualNetwork(scope, id, { ...PLACE, name: id, addressSpace: [prefix], dnsServers });
  return { network, subnet: addSubnet(scope, `${id}Subnet`, network, prefix) };
}

/** A subnet of a network of the group `rg`. */
export function addSubnet(scope: Construct, id: string, network: VirtualNetwork, prefix: string): Subnet {
  return new Subnet(scope, id, {
    name: id,
    resourceGroupName: 'rg',
    virtualNetworkName: network.name,
    addressPrefixes: [prefix],
  });
}

/** Peers two networks in both directions. */
export function peer(scope: Construct, one: VirtualNetwork, other: VirtualNetwork): void {
  for (const [from, to] of [
    [one, other],
    [other, one],
  ]) {
    const id = `${from.node.id}To${to.node.id}`;
    new VirtualNetworkPeering(scope, id, {
      name: id,
      resourceGroupName: 'rg',
      virtualNetworkName: from.name,
      remoteVirtualNetworkId: to.id,
      allowForwardedTraffic: true,
    });
  }
}

/** The inbound endpoint of a resolver, which answers at an address of a subnet. */
export function addInbound(scope: Construct, network: VirtualNetwork, subnet: Subnet, address: string) {
  const resolver = new PrivateDnsResolver(scope, `${network.node.id}Resolver`, {
    ...PLACE,
    name: 'resolver',
    virtualNetworkId: network.id,
  });
  return new PrivateDnsResolverInboundEndpoint(scope, `${network.node.id}Inbound`, {
    name: 'inbound',
    location: 'centralus',
    privateDnsResolverId: resolver.id,
    ipConfigurations: { subnetId: subnet.id, privateIpAddress: address, privateIpAllocationMethod: 'Static' },
  });
}
