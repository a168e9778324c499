import { AzurermProvider } from '@cdktf/provider-azurerm/lib/provider';
import { TerraformStack } from 'cdktf';
import { SecureServerlessSignalR, SecureSignalRApp } from '../../src';
import { LinuxWebApp, OsType, PlanSku, ServicePlan } from '../../src/appservice';
import { ResourceGroup } from '../../src/core';
import { DnsForwardingRuleset, PrivateDnsResolver } from '../../src/dns';
import { ManagedIdentity } from '../../src/identity';
import {
  AddressRange,
  NatGateway,
  NetworkSecurityGroup,
  RouteTable,
  Subnet,
  SubnetDelegation,
  VirtualNetwork,
  VirtualNetworkPeering,
} from '../../src/network';
import { AlertReceiver, LogDestination } from '../../src/observability';
import { Cors, SignalRService } from '../../src/signalr';
import { StorageAccount, StorageService } from '../../src/storage';
import { KeyVault } from '../../src/vault';
import { newStack, synth } from '../support/synth';

const there = (stack: TerraformStack) =>
  new AzurermProvider(stack, 'there', { alias: 'there', subscriptionId: 'b', features: [{}] });

/** Addresses of the resources and data sources of azurerm that a stack deploys by its default provider. */
function byDefault(stack: TerraformStack): string[] {
  const { resource = {}, data = {} } = synth(stack);
  return [resource, data].flatMap((kind) =>
    Object.entries(kind).flatMap(([type, bodies]) =>
      Object.entries(bodies)
        .filter(([, { provider }]) => type.startsWith('azurerm_') && provider !== 'azurerm.there')
        .map(([id]) => `${type}.${id}`),
    ),
  );
}

function newGroupThere(id: string = 'Prod') {
  const stack = newStack(id);
  const provider = there(stack);
  const resourceGroup = new ResourceGroup(stack, 'Group', { name: 'rg-there', location: 'centralus', provider });
  return { stack, provider, resourceGroup };
}

describe('the provider of an architecture', () => {
  const props = {
    location: 'centralus',
    alertReceivers: [AlertReceiver.email('ops', 'ops@example.com')],
    signalrSettings: { lock: true },
  };

  test.each([
    ['SecureSignalRApp', SecureSignalRApp],
    ['SecureServerlessSignalR', SecureServerlessSignalR],
  ] as const)('is that of its resource group: %s', (_, Architecture) => {
    const { stack, resourceGroup } = newGroupThere();
    new Architecture(stack, 'Chat', { ...props, resourceGroup, privateStorage: true } as never);
    expect(byDefault(stack)).toEqual([]);
  });

  test.each([
    ['SecureSignalRApp', SecureSignalRApp],
    ['SecureServerlessSignalR', SecureServerlessSignalR],
  ] as const)('is given for all resources: %s', (_, Architecture) => {
    const stack = newStack();
    new Architecture(stack, 'Chat', { ...props, provider: there(stack) });
    expect(byDefault(stack)).toEqual([]);
  });

  test('is the default one in a group of another stack', () => {
    const { stack: other, resourceGroup } = newGroupThere('Other');
    const stack = newStack('Prod', undefined, other.node.root);
    new SecureSignalRApp(stack, 'Chat', { location: 'centralus', resourceGroup });
    expect(byDefault(stack).length).toBeGreaterThan(10);
    expect(JSON.stringify(synth(stack))).not.toContain('azurerm.there');
  });
});

describe('what hangs on something takes its provider', () => {
  test('as everything in a resource group does, and all that hangs on that', () => {
    const { stack, resourceGroup } = newGroupThere();
    const natGateway = new NatGateway(stack, 'Nat', { name: 'nat', resourceGroup });
    const networkSecurityGroup = new NetworkSecurityGroup(stack, 'Nsg', { name: 'nsg', resourceGroup });
    const routeTable = new RouteTable(stack, 'Rt', { name: 'rt', resourceGroup });
    const network = new VirtualNetwork(stack, 'Net', { name: 'net', resourceGroup, addressSpace: ['10.0.0.0/16'] });
    const hub = new VirtualNetwork(stack, 'Hub', { name: 'hub', resourceGroup, addressSpace: ['10.1.0.0/16'] });
    new VirtualNetworkPeering(stack, 'Peering', { local: network, remote: hub });
    const integrationSubnet = network.addSubnet('Apps', {
      name: 'apps',
      addressRange: AddressRange.prefixLength(26),
      delegation: SubnetDelegation.WEB_SERVER_FARMS,
      networkSecurityGroup,
      natGateway,
      routeTable,
    });
    const subnet = new Subnet(stack, 'Endpoints', {
      name: 'endpoints',
      virtualNetwork: network,
      addressPrefix: '10.0.9.0/26',
    });
    const resolverSubnet = (id: string) =>
      hub.addSubnet(id, {
        name: id,
        addressRange: AddressRange.prefixLength(28),
        delegation: SubnetDelegation.DNS_RESOLVERS,
      });
    const resolver = new PrivateDnsResolver(stack, 'Resolver', { name: 'dns', resourceGroup, virtualNetwork: hub });
    resolver.addInboundEndpoint('In', { name: 'in', subnet: resolverSubnet('in') });
    const outbound = resolver.addOutboundEndpoint('Out', { name: 'out', subnet: resolverSubnet('out') });
    const ruleset = new DnsForwardingRuleset(stack, 'Rules', {
      name: 'rules',
      resourceGroup,
      outboundEndpoints: [outbound],
    });
    ruleset.addVirtualNetworkLink('Link', { virtualNetwork: network });
    const service = new SignalRService(stack, 'SignalR', {
      name: 'sigr-there',
      resourceGroup,
      cors: Cors.allowOrigins('https://example.com'),
      lock: true,
    });
    service.addPrivateEndpoint('Endpoint', { name: 'pe-signalr', resourceGroup, subnet });
    service.sendLogsTo(LogDestination.newWorkspace());
    const vault = new KeyVault(stack, 'Vault', { name: 'kv-there', resourceGroup, lock: true });
    vault.sendLogsTo(LogDestination.newWorkspace());
    const storage = new StorageAccount(stack, 'Storage', { name: 'stthere', resourceGroup });
    storage.addPrivateEndpoint('Blob', StorageService.BLOB, { name: 'pe-blob', resourceGroup, subnet });
    storage.addContainer('Container', 'container');
    const identity = new ManagedIdentity(stack, 'Identity', { name: 'id-app', resourceGroup });
    const servicePlan = new ServicePlan(stack, 'Plan', {
      name: 'plan',
      resourceGroup,
      osType: OsType.LINUX,
      sku: PlanSku.P0V3,
    });
    const app = new LinuxWebApp(stack, 'App', { name: 'app', resourceGroup, servicePlan, identity, integrationSubnet });
    app.addSlot('Staging', { name: 'staging' });
    app.sendLogsTo(LogDestination.newWorkspace());
    service.connectServer(app);
    expect(byDefault(stack)).toEqual([]);
  });

  test('also where it exists, and where its attributes say so', () => {
    const { stack, provider, resourceGroup } = newGroupThere();
    const network = '/subscriptions/b/resourceGroups/rg/providers/Microsoft.Network/virtualNetworks/vnet';
    const virtualNetwork = VirtualNetwork.fromVirtualNetworkAttributes(stack, 'Network', {
      virtualNetworkId: network,
      virtualNetworkName: 'vnet',
      resourceGroupName: 'rg',
      location: 'centralus',
      provider,
    });
    new Subnet(stack, 'Subnet', { name: 'subnet', virtualNetwork, addressPrefix: '10.0.0.0/26' });
    const subnet = Subnet.fromSubnetAttributes(stack, 'Existing', {
      subnetId: `${network}/subnets/endpoints`,
      virtualNetworkId: network,
      provider,
    });
    const service = SignalRService.fromSignalRServiceAttributes(stack, 'Service', {
      serviceId: '/subscriptions/a/resourceGroups/rg/providers/Microsoft.SignalRService/signalR/sigr',
      hostname: 'sigr.service.signalr.net',
    });
    service.addPrivateEndpoint('Endpoint', { name: 'pe', resourceGroup, subnet });
    const looked = ResourceGroup.fromLookup(stack, 'Looked', { name: 'rg-looked', provider });
    new ManagedIdentity(stack, 'Identity', { name: 'id-app', resourceGroup: looked, location: 'centralus' });
    const named = ResourceGroup.fromResourceGroupAttributes(stack, 'Named', {
      resourceGroupId: '/subscriptions/b/resourceGroups/rg-named',
      resourceGroupName: 'rg-named',
      location: 'centralus',
      provider,
    });
    new ManagedIdentity(stack, 'Other', { name: 'id-other', resourceGroup: named });
    expect(byDefault(stack)).toEqual([]);
  });
});
