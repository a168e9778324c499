import { DataAzurermSubnet } from '@cdktf/provider-azurerm/lib/data-azurerm-subnet';
import { NetworkSecurityGroup } from '@cdktf/provider-azurerm/lib/network-security-group';
import { NetworkSecurityRule } from '@cdktf/provider-azurerm/lib/network-security-rule';
import { PrivateEndpoint } from '@cdktf/provider-azurerm/lib/private-endpoint';
import { Route } from '@cdktf/provider-azurerm/lib/route';
import { RouteTable } from '@cdktf/provider-azurerm/lib/route-table';
import { Subnet, SubnetConfig } from '@cdktf/provider-azurerm/lib/subnet';
import { SubnetNetworkSecurityGroupAssociation } from '@cdktf/provider-azurerm/lib/subnet-network-security-group-association';
import { SubnetRouteTableAssociation } from '@cdktf/provider-azurerm/lib/subnet-route-table-association';
import { VirtualNetwork } from '@cdktf/provider-azurerm/lib/virtual-network';
import {
  VirtualNetworkPeering,
  VirtualNetworkPeeringConfig,
} from '@cdktf/provider-azurerm/lib/virtual-network-peering';
import { TerraformElement, TerraformStack } from 'cdktf';
import { Networks } from '../../../src/connectivity/private/network/networks';
import { Sender } from '../../../src/connectivity/private/network/sender';
import { Certainty } from '../../../src/core/internal/certainty';
import { ConstructModel } from '../../../src/model/construct-model';
import { Target } from '../../../src/model/target';
import { inSubscription, newStack } from '../../support/synth';

/** Id of a network that the trees do not define. */
export const OLD_NETWORK_ID = '/subscriptions/0/resourceGroups/rg-old/providers/Microsoft.Network/virtualNetworks/old';

const IN_GROUP = { location: 'centralus', resourceGroupName: 'rg' };

/** A security rule: all HTTPS, both ways open, with what a test changes. */
export function rule(change: Record<string, unknown> = {}) {
  return {
    ...{ name: 'Rule', priority: 100, direction: 'Outbound', access: 'Deny', protocol: 'Tcp' },
    ...{ source_port_range: '*', destination_port_range: '443' },
    ...{ source_address_prefix: '*', destination_address_prefix: '*' },
    ...change,
  };
}

/** A route that drops traffic, with what a test changes. */
export function route(change: Record<string, unknown> = {}) {
  return { name: 'route', address_prefix: '10.0.2.0/24', next_hop_type: 'None', ...change };
}

export function addNetwork(stack: TerraformStack, id: string, addressSpace: string[] = ['10.0.0.0/16']) {
  return new VirtualNetwork(stack, id, { ...IN_GROUP, name: id.toLowerCase(), addressSpace });
}

export function addSubnet(network: VirtualNetwork, id: string, prefix: string, change: Partial<SubnetConfig> = {}) {
  return new Subnet(TerraformStack.of(network), id, {
    ...{ name: id.toLowerCase(), resourceGroupName: 'rg', virtualNetworkName: network.name },
    ...{ addressPrefixes: [prefix], ...change },
  });
}

export function addEndpoint(stack: TerraformStack, subnetId: string, id: string = 'Endpoint', address?: string) {
  return new PrivateEndpoint(stack, id, {
    ...{ ...IN_GROUP, name: id.toLowerCase(), subnetId },
    ipConfiguration: address ? [{ name: 'ip', privateIpAddress: address }] : undefined,
    privateServiceConnection: { name: 'c', isManualConnection: false, subresourceNames: ['signalr'] },
  });
}

/** A security group with rules of their own. */
export function addSecurityGroup(
  subnet: Subnet | DataAzurermSubnet,
  rules: Record<string, unknown>[],
  id: string = 'Group',
) {
  const stack = TerraformStack.of(subnet);
  const group = new NetworkSecurityGroup(stack, id, { ...IN_GROUP, name: id.toLowerCase() });
  rules.forEach((body, index) => {
    const { resourceGroupName } = IN_GROUP;
    const names = { name: 'x', resourceGroupName, networkSecurityGroupName: group.name };
    const required = { access: 'x', direction: 'x', priority: 100, protocol: 'x' };
    const resource = new NetworkSecurityRule(stack, `${id}Rule${index}`, { ...names, ...required });
    overrideAll(resource, body);
  });
  const ids = { subnetId: subnet.id, networkSecurityGroupId: group.id };
  const association = new SubnetNetworkSecurityGroupAssociation(stack, `${id}Association`, ids);
  return { group, association };
}

/** A route table with routes of their own. */
export function addRouteTable(subnet: Subnet, routes: Record<string, unknown>[], id: string = 'Table') {
  const stack = TerraformStack.of(subnet);
  const table = new RouteTable(stack, id, { ...IN_GROUP, name: id.toLowerCase() });
  routes.forEach((body, index) => {
    const names = { name: 'x', resourceGroupName: 'rg', routeTableName: table.name };
    overrideAll(new Route(stack, `${id}Route${index}`, { ...names, addressPrefix: 'x', nextHopType: 'x' }), body);
  });
  const ids = { subnetId: subnet.id, routeTableId: table.id };
  return { table, association: new SubnetRouteTableAssociation(stack, `${id}Association`, ids) };
}

export function addPeering(
  from: VirtualNetwork,
  to: VirtualNetwork,
  change: Partial<VirtualNetworkPeeringConfig> = {},
  stack: TerraformStack = TerraformStack.of(from),
) {
  const name = `${from.node.id}-${to.node.id}`;
  return new VirtualNetworkPeering(stack, name, {
    ...{ name, resourceGroupName: 'rg', virtualNetworkName: from.name },
    remoteVirtualNetworkId: to.id,
    ...change,
  });
}

/** One network with a subnet of apps and one of endpoints, which obeys rules and routes unless a test changes that. */
export function newTree(change: Partial<SubnetConfig> = {}) {
  const stack = inSubscription(newStack());
  const network = addNetwork(stack, 'Net');
  const apps = addSubnet(network, 'Apps', '10.0.1.0/24');
  const policies = { privateEndpointNetworkPolicies: 'Enabled' };
  const endpoints = addSubnet(network, 'Endpoints', '10.0.2.0/24', { ...policies, ...change });
  return { stack, network, apps, endpoints, endpoint: addEndpoint(stack, endpoints.id) };
}

/** Two networks, each with one of the subnets. */
export function newSpokes(stack: TerraformStack = inSubscription(newStack()), remote: TerraformStack = stack) {
  const near = addNetwork(stack, 'Near', ['10.0.0.0/16']);
  const far = addNetwork(remote, 'Far', ['10.1.0.0/16']);
  const apps = addSubnet(near, 'Apps', '10.0.1.0/24');
  const endpoints = addSubnet(far, 'Endpoints', '10.1.2.0/24', { privateEndpointNetworkPolicies: 'Enabled' });
  return { stack, near, far, apps, endpoints, endpoint: addEndpoint(remote, endpoints.id) };
}

/** Who sends everything through a subnet. */
export function senderIn(networks: Networks, subnet: Target): Sender {
  return { label: 'Prod/App', network: networks.networkOf(subnet), subnet, routesAll: Certainty.YES };
}

/** Who sends from anywhere in a network. */
export function machinesOf(network: string): Sender {
  return { label: network, network, routesAll: Certainty.YES };
}

/** The networks of a tree as it is now, asked with its constructs. */
export function ask(stack: TerraformStack) {
  const model = ConstructModel.of(stack);
  const networks = new Networks(model);
  const byPath = new Map(model.all.map((resource) => [resource.path, resource]));
  const find = (element: TerraformElement) => byPath.get(element.node.path)!;
  const subnet = (element: TerraformElement | string) =>
    typeof element === 'string' ? Target.external(element) : Target.resource(find(element));
  return {
    model,
    networks,
    find,
    networkOf: (from: TerraformElement | string) => networks.networkOf(subnet(from)),
    toEndpoint: (from: TerraformElement | string, to: PrivateEndpoint) =>
      networks.toEndpoint(senderIn(networks, subnet(from)), find(to)),
    fromNetwork: (from: VirtualNetwork, to: PrivateEndpoint) =>
      networks.toEndpoint(machinesOf(from.node.path), find(to)),
    throughNetwork: (from: VirtualNetwork, to: PrivateEndpoint) => networks.throughNetwork(from.node.path, find(to)),
    toInternet: (from: TerraformElement | string, routesAll?: boolean) =>
      networks.toInternet(subnet(from), 'AzureSignalR', Certainty.of(routesAll)),
  };
}

function overrideAll(resource: TerraformElement, body: Record<string, unknown>): void {
  Object.entries(body).forEach(([key, value]) => resource.addOverride(key, value));
}
