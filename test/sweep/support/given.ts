import { GROUP, GUID, NETWORK_ID, SUBSCRIPTION } from './ids';

/**
 * Texts of what exists already, and of what the library does not know every form of. Azure has a format for them, which
 * azurerm or Azure checks; here they are passed on as they are.
 */
export const GIVEN: Readonly<Record<string, readonly string[]>> = {
  'appservice.AppAttributes.appId': [`${GROUP}/Microsoft.Web/sites/app-old-{n}`],
  'appservice.AppAttributes.defaultHostname': ['app-old-{n}.azurewebsites.net'],
  'appservice.AppAttributes.virtualNetworkId': [NETWORK_ID],
  'appservice.ServicePlanAttributes.location': ['centralus'],
  'appservice.ServicePlanAttributes.servicePlanId': [`${GROUP}/Microsoft.Web/serverFarms/asp-old-{n}`],
  'core.AzureCloud.ofLocation.location': ['centralus', 'chinaeast'],
  'core.ResourceGroupAttributes.location': ['centralus'],
  'core.ResourceGroupAttributes.resourceGroupId': [`${SUBSCRIPTION}/resourceGroups/rg-old`],
  'core.ResourceGroupAttributes.resourceGroupName': ['rg-old'],
  'dns.DnsForwardingRulesetAttributes.dnsForwardingRulesetId': [
    `${GROUP}/Microsoft.Network/dnsForwardingRulesets/rules-old-{n}`,
  ],
  'dns.DnsResolverInboundEndpointAttributes.inboundEndpointId': [
    `${GROUP}/Microsoft.Network/dnsResolvers/resolver/inboundEndpoints/in-{n}`,
  ],
  'dns.DnsResolverInboundEndpointAttributes.ipAddress': ['10.1.0.4'],
  'dns.DnsResolverOutboundEndpointAttributes.location': ['centralus'],
  'dns.DnsResolverOutboundEndpointAttributes.outboundEndpointId': [
    `${GROUP}/Microsoft.Network/dnsResolvers/resolver/outboundEndpoints/out-{n}`,
  ],
  'dns.PrivateDnsResolverAttributes.location': ['centralus'],
  'dns.PrivateDnsResolverAttributes.privateDnsResolverId': [`${GROUP}/Microsoft.Network/dnsResolvers/resolver-{n}`],
  'dns.PrivateDnsResolverAttributes.virtualNetworkId': [NETWORK_ID],
  'dns.PrivateDnsZoneAttributes.zoneName': ['privatelink.service.signalr.net'],
  'identity.CustomRoleAttributes.dataActions': ['Microsoft.SignalRService/SignalR/auth/accessKey/action'],
  'identity.CustomRoleAttributes.notDataActions': ['Microsoft.SignalRService/SignalR/hub/read'],
  'identity.CustomRoleAttributes.roleDefinitionId': [`/providers/Microsoft.Authorization/roleDefinitions/${GUID}`],
  'network.ApplicationSecurityGroupAttributes.applicationSecurityGroupId': [
    `${GROUP}/Microsoft.Network/applicationSecurityGroups/asg-old-{n}`,
  ],
  'network.NatGatewayAttributes.natGatewayId': [`${GROUP}/Microsoft.Network/natGateways/ng-old-{n}`],
  'network.NetworkSecurityGroupAttributes.networkSecurityGroupId': [
    `${GROUP}/Microsoft.Network/networkSecurityGroups/nsg-old-{n}`,
  ],
  'network.RouteTableAttributes.routeTableId': [`${GROUP}/Microsoft.Network/routeTables/rt-old-{n}`],
  'network.SubnetAttributes.location': ['centralus'],
  'network.SubnetAttributes.subnetId': [`${NETWORK_ID}/subnets/snet-old-{n}`],
  'network.SubnetAttributes.virtualNetworkId': [NETWORK_ID],
  'network.SubnetDelegation.to.actions': ['Microsoft.Network/virtualNetworks/subnets/action'],
  'network.SubnetDelegation.to.serviceName': ['Microsoft.ContainerInstance/containerGroups'],
  'network.VirtualNetworkAttributes.addressSpace': ['10.40.0.0/16'],
  'network.VirtualNetworkAttributes.dnsServers': ['10.40.0.4'],
  'network.VirtualNetworkAttributes.location': ['centralus'],
  'network.VirtualNetworkAttributes.resourceGroupName': ['rg-old'],
  'network.VirtualNetworkAttributes.virtualNetworkId': [NETWORK_ID],
  'network.VirtualNetworkAttributes.virtualNetworkName': ['vnet-old'],
  'network.VirtualNetworkProps.ddosProtectionPlanId': [`${GROUP}/Microsoft.Network/ddosProtectionPlans/ddos`],
  'observability.ApplicationInsightsAttributes.applicationInsightsId': [
    `${GROUP}/Microsoft.Insights/components/appi-old-{n}`,
  ],
  'observability.MetricAlertProps.targetResourceType': ['Microsoft.SignalRService/SignalR'],
  'privatelink.PrivateEndpointAttributes.privateEndpointId': [
    `${GROUP}/Microsoft.Network/privateEndpoints/pep-old-{n}`,
  ],
  'privatelink.PrivateLinkConnection.alias.alias': [`pls.${GUID}.centralus.azure.privatelinkservice`],
  'privatelink.PrivateLinkConnection.resource.hostnames': ['sigr-old.service.signalr.net'],
  'privatelink.PrivateLinkConnection.resource.resourceId': [`${GROUP}/Microsoft.Web/sites/app-linked-{n}`],
  'privatelink.PrivateLinkSubresource.slot.slot': ['staging'],
  'storage.StorageAccountAttributes.storageAccountId': [`${GROUP}/Microsoft.Storage/storageAccounts/stold{n}`],
  'storage.StorageAccountAttributes.storageAccountName': ['stold'],
  'storage.StorageContainerAttributes.containerUrl': ['https://stold.blob.core.windows.net/packages'],
  'storage.StorageContainerProps.blobEndpoint': ['https://stold.blob.core.windows.net/'],
  'storage.StorageContainerProps.storageAccountId': [`${GROUP}/Microsoft.Storage/storageAccounts/stold`],
  'vault.KeyVaultAttributes.keyVaultId': [`${GROUP}/Microsoft.KeyVault/vaults/kv-old`],
};
