import { TerraformStack } from 'cdktf';
import { AppNetwork, appservice, core, dns, identity, network, observability, vault } from '../../src';

/** What exists in the group of a team, for options that take what exists. */
const GROUP = { resourceGroupName: 'rg-estate' };
const PROVIDERS = '/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-estate/providers';

export const anotherGroup = (stack: TerraformStack) =>
  core.ResourceGroup.fromLookup(stack, 'EstateGroup', { name: 'rg-estate' });

export const zone = (stack: TerraformStack, zoneName: string = 'privatelink.service.signalr.net') =>
  dns.PrivateDnsZone.fromPrivateDnsZoneAttributes(stack, zoneName, {
    zoneName,
    zoneId: `${PROVIDERS}/Microsoft.Network/privateDnsZones/${zoneName}`,
  });

export const keyVault = (stack: TerraformStack) =>
  vault.KeyVault.fromLookup(stack, 'EstateVault', { name: 'kv-estate', ...GROUP });

export const insights = (stack: TerraformStack) =>
  observability.ApplicationInsights.fromLookup(stack, 'EstateInsights', { name: 'appi-estate', ...GROUP });

export const workspace = (stack: TerraformStack) =>
  observability.LogWorkspace.fromLookup(stack, 'EstateLogs', { name: 'log-estate', ...GROUP });

export const actionGroup = (stack: TerraformStack) =>
  observability.ActionGroup.fromLookup(stack, 'EstateOps', { name: 'ag-estate', ...GROUP });

export const managedIdentity = (stack: TerraformStack) =>
  identity.ManagedIdentity.fromLookup(stack, 'EstateIdentity', { name: 'id-estate', ...GROUP });

export const plan = (stack: TerraformStack) =>
  appservice.ServicePlan.fromLookup(stack, 'EstatePlan', { name: 'asp-estate', ...GROUP });

export const existingNetwork = (stack: TerraformStack) => {
  const virtualNetwork = network.VirtualNetwork.fromLookup(stack, 'EstateNetwork', { name: 'vnet-estate', ...GROUP });
  const subnet = (id: string, name: string) =>
    network.Subnet.fromLookup(stack, id, { name, virtualNetworkName: 'vnet-estate', ...GROUP });
  return AppNetwork.existing({
    virtualNetwork,
    integrationSubnet: subnet('EstateApps', 'snet-apps'),
    privateEndpointSubnet: subnet('EstateEndpoints', 'snet-endpoints'),
  });
};
