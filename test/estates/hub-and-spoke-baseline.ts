import { TerraformStack } from 'cdktf';
import {
  AppHost,
  AppNetwork,
  appservice,
  core,
  dns,
  identity,
  Naming,
  network,
  observability,
  privatelink,
  SecureSignalRApp,
  vault,
} from '../../src';

const { AddressRange, NetworkSecurityGroup, RuleAddress, SecurityRules } = network;
const { DnsIntegration } = privatelink;
const LOCATION = 'eastus2';
const HUB = 'sec-baseline-hub-eus2';
const SPOKE = 'sec-baseline-spoke-eus2';
const APP = `${SPOKE}-app-eslztest-dev`;

/** The hub: its network with the subnets of firewall and bastion host, and the private DNS zones of all spokes. */
function hub(stack: TerraformStack) {
  const resourceGroup = new core.ResourceGroup(stack, 'HubGroup', {
    name: `${HUB}-rg-eslztest-dev`,
    location: LOCATION,
  });
  const virtualNetwork = new network.VirtualNetwork(stack, 'Hub', {
    name: `${HUB}-vnet-eslztest-dev`,
    resourceGroup,
    addressSpace: ['10.242.0.0/20'],
  });
  virtualNetwork.addSubnet('Firewall', {
    name: 'AzureFirewallSubnet',
    addressRange: AddressRange.cidr('10.242.0.0/26'),
  });
  virtualNetwork.addSubnet('Bastion', {
    name: 'AzureBastionSubnet',
    addressRange: AddressRange.cidr('10.242.0.64/26'),
  });
  const zone = (id: string, zoneName: string) => {
    const found = new dns.PrivateDnsZone(stack, id, { zoneName, resourceGroup });
    found.addVirtualNetworkLink('Hub', { virtualNetwork, name: virtualNetwork.virtualNetworkName });
    return found;
  };
  return {
    virtualNetwork,
    sites: zone('SitesZone', 'privatelink.azurewebsites.net'),
    vaults: zone('VaultZone', 'privatelink.vaultcore.azure.net'),
    signalr: zone('SignalRZone', 'privatelink.service.signalr.net'),
  };
}

/** The spoke: its network, peered with the hub, whose firewall all traffic leaves through. */
function spoke(stack: TerraformStack, remote: network.IVirtualNetwork) {
  const resourceGroup = new core.ResourceGroup(stack, 'SpokeGroup', {
    name: `${SPOKE}-rg-eslztest-dev`,
    location: LOCATION,
  });
  const virtualNetwork = new network.VirtualNetwork(stack, 'Spoke', {
    name: `${SPOKE}-vnet-eslztest-dev`,
    resourceGroup,
    addressSpace: ['10.240.0.0/20'],
  });
  new network.VirtualNetworkPeering(stack, 'Peering', {
    local: virtualNetwork,
    remote,
    localName: 'spoke-to-hub-eslztest',
    remoteName: 'hub-to-spoke-eslztest',
  });
  const routeTable = new network.RouteTable(stack, 'Lockdown', {
    name: 'route-egress-lockdown',
    resourceGroup,
    bgpRoutePropagation: false,
    routes: [network.Route.toVirtualAppliance('defaultRoute', '0.0.0.0/0', '10.242.0.4')],
  });
  const apps = RuleAddress.cidr('10.240.0.0/26');
  const endpoints = RuleAddress.cidr('10.240.0.64/26', '10.240.11.0/24');
  const subnet = (name: string, range: string, rules: network.SecurityRule[], delegation?: network.SubnetDelegation) =>
    virtualNetwork.addSubnet(name, {
      name,
      addressRange: AddressRange.cidr(range),
      networkSecurityGroup: new NetworkSecurityGroup(stack, `${name}-rules`, {
        name: `nsg-${name}`,
        resourceGroup,
        rules,
      }),
      routeTable,
      delegation,
      delegationName: delegation && 'Microsoft.Web/serverFarms',
    });
  const forEndpoints = SecurityRules.forPrivateEndpoints({ privateEndpoints: endpoints, apps });
  const { WEB_SERVER_FARMS } = network.SubnetDelegation;
  subnet('devops', '10.240.10.128/26', SecurityRules.forApps({ apps, privateEndpoints: endpoints }));
  return {
    resourceGroup,
    virtualNetwork,
    apps: subnet(
      'serverFarm',
      '10.240.0.0/26',
      SecurityRules.forApps({ apps, privateEndpoints: endpoints }),
      WEB_SERVER_FARMS,
    ),
    ingress: subnet('ingress', '10.240.0.64/26', forEndpoints),
    privateLink: subnet('privateLink', '10.240.11.0/24', forEndpoints),
  };
}

/** A web app of a spoke, after Azure/appservice-landing-zone-accelerator, with a SignalR service. */
export function hubAndSpokeBaseline(stack: TerraformStack): void {
  const zones = hub(stack);
  const { resourceGroup, virtualNetwork, apps, ingress, privateLink } = spoke(stack, zones.virtualNetwork);
  for (const zone of [zones.sites, zones.vaults]) {
    zone.addVirtualNetworkLink('Spoke', { virtualNetwork, name: virtualNetwork.virtualNetworkName });
  }
  const workspace = new observability.LogWorkspace(stack, 'Logs', { name: 'log-eslztest-dev', resourceGroup });
  const reader = new identity.ManagedIdentity(stack, 'Reader', { name: `${SPOKE}-uai-eslztest-reader`, resourceGroup });

  const chat = new SecureSignalRApp(stack, 'Chat', {
    location: LOCATION,
    resourceGroup,
    network: AppNetwork.existing({ virtualNetwork, integrationSubnet: apps, privateEndpointSubnet: privateLink }),
    dns: DnsIntegration.zone(zones.signalr),
    logs: observability.LogDestination.workspace(workspace),
    host: AppHost.windowsWebApp({
      planSku: appservice.PlanSku.of('S1'),
      planScaling: appservice.PlanScaling.fixed(3),
      identity: reader,
      accessRestrictions: appservice.AccessRestrictions.privateEndpointOnly(),
      applicationInsights: new observability.ApplicationInsights(stack, 'Insights', {
        name: `${SPOKE}-appi-eslztest-dev`,
        resourceGroup,
        workspace,
      }),
    }),
    naming: Naming.of({
      servicePlan: `${SPOKE}-plan-eslztest-dev`,
      webApp: APP,
      webAppDiagnosticSetting: `${APP}-diagnostic-settings`,
      signalr: `${SPOKE}-sigr-eslztest-dev`,
      privateEndpoint: 'pe-signalr',
      privateEndpointZoneLink: virtualNetwork.virtualNetworkName,
    }),
  });
  const dnsOfSites = DnsIntegration.zone(zones.sites);
  const app = chat.windowsWebApp!;
  app.addPrivateEndpoint('Endpoint', { name: 'pe-eslztest', resourceGroup, subnet: ingress, dns: dnsOfSites });
  const slot = app.addSlot('Staging', { name: 'staging' });
  slot.sendLogsTo(observability.LogDestination.workspace(workspace), { name: `${APP}-staging-diagnostic-settings` });
  slot.addPrivateEndpoint('Endpoint', { name: `${APP}-staging`, resourceGroup, subnet: ingress, dns: dnsOfSites });

  const keyVault = new vault.KeyVault(stack, 'Vault', { name: 'kv-eslztest-dev-1234', resourceGroup });
  keyVault.addPrivateEndpoint('Endpoint', {
    name: 'pe-kv-eslztest',
    resourceGroup,
    subnet: privateLink,
    dns: DnsIntegration.zone(zones.vaults),
  });
  keyVault.grantSecretsUser(reader);
  keyVault.sendLogsTo(observability.LogDestination.workspace(workspace));
}
