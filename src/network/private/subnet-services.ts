/**
 * Services that know calls from a subnet by its identity. Azure compares them as azurerm 5.2 does, which takes no
 * others. Read on 2026-11-30.
 *
 * @see https://learn.microsoft.com/azure/virtual-network/virtual-network-service-endpoints-overview
 * @see https://github.com/hashicorp/terraform-provider-azurerm/blob/v5.2.0/internal/services/network/validate/subnet_service_endpoint_name.go
 */
export const ENDPOINT_SERVICES: readonly string[] = [
  'Microsoft.AzureActiveDirectory Microsoft.AzureCosmosDB Microsoft.CognitiveServices Microsoft.ContainerRegistry',
  'Microsoft.EventHub Microsoft.KeyVault Microsoft.ServiceBus Microsoft.Sql Microsoft.Storage Microsoft.Storage.Global',
  'Microsoft.Web',
].flatMap((line) => line.split(' '));

/**
 * Services that azurerm 4.81 and 5.2 delegate a subnet to; they take no others, nor another letter case. Read on
 * 2026-11-30.
 *
 * @see https://github.com/hashicorp/terraform-provider-azurerm/blob/v5.2.0/internal/services/network/subnet_resource.go
 */
export const DELEGATION_SERVICES: readonly string[] = [
  'GitHub.Network/networkSettings Informatica.DataManagement/organizations Microsoft.AVS/PrivateClouds',
  'Microsoft.ApiManagement/service Microsoft.Apollo/npu Microsoft.App/environments Microsoft.App/testClients',
  'Microsoft.AzureCosmosDB/clusters Microsoft.BareMetal/AzureHPC Microsoft.BareMetal/AzureHostedService',
  'Microsoft.BareMetal/AzurePaymentHSM Microsoft.BareMetal/AzureVMware Microsoft.BareMetal/CrayServers',
  'Microsoft.BareMetal/MonitoringServers Microsoft.Batch/batchAccounts Microsoft.CloudTest/hostedpools',
  'Microsoft.CloudTest/images Microsoft.CloudTest/pools Microsoft.Codespaces/plans',
  'Microsoft.ContainerInstance/containerGroups Microsoft.ContainerService/TestClients',
  'Microsoft.ContainerService/managedClusters Microsoft.DBforMySQL/flexibleServers Microsoft.DBforMySQL/servers',
  'Microsoft.DBforMySQL/serversv2 Microsoft.DBforPostgreSQL/flexibleServers Microsoft.DBforPostgreSQL/serversv2',
  'Microsoft.DBforPostgreSQL/singleServers Microsoft.Databricks/workspaces Microsoft.DelegatedNetwork/controller',
  'Microsoft.DevCenter/networkConnection Microsoft.DevOpsInfrastructure/pools',
  'Microsoft.DocumentDB/cassandraClusters Microsoft.Fidalgo/networkSettings',
  'Microsoft.HardwareSecurityModules/dedicatedHSMs Microsoft.Kusto/clusters Microsoft.LabServices/labplans',
  'Microsoft.Logic/integrationServiceEnvironments Microsoft.MachineLearningServices/workspaces',
  'Microsoft.MessagingConnectors/connectors Microsoft.Netapp/volumes Microsoft.Network/applicationGateways',
  'Microsoft.Network/dnsResolvers Microsoft.Network/fpgaNetworkInterfaces Microsoft.Network/managedResolvers',
  'Microsoft.Network/virtualNetworkGateways Microsoft.Orbital/orbitalGateways Microsoft.PowerAutomate/hostedRpa',
  'Microsoft.PowerPlatform/enterprisePolicies Microsoft.PowerPlatform/vnetaccesslinks',
  'Microsoft.ServiceFabricMesh/networks Microsoft.ServiceNetworking/trafficControllers',
  'Microsoft.Singularity/accounts/networks Microsoft.Singularity/accounts/npu Microsoft.Sql/managedInstances',
  'Microsoft.Sql/managedInstancesOnebox Microsoft.Sql/managedInstancesStage Microsoft.Sql/managedInstancesTest',
  'Microsoft.Sql/servers Microsoft.StoragePool/diskPools Microsoft.StreamAnalytics/streamingJobs',
  'Microsoft.Synapse/workspaces Microsoft.Web/hostingEnvironments Microsoft.Web/serverFarms',
  'NGINX.NGINXPLUS/nginxDeployments Oracle.Database/networkAttachments PaloAltoNetworks.Cloudngfw/firewalls',
  'PureStorage.Block/storagePools Qumulo.Storage/fileSystems',
].flatMap((line) => line.split(' '));

/** Actions that azurerm allows such a service in the subnet: same file. */
export const DELEGATION_ACTIONS: readonly string[] = [
  'Microsoft.Network/networkinterfaces/*',
  'Microsoft.Network/publicIPAddresses/join/action',
  'Microsoft.Network/publicIPAddresses/read',
  'Microsoft.Network/virtualNetworks/read',
  'Microsoft.Network/virtualNetworks/subnets/action',
  'Microsoft.Network/virtualNetworks/subnets/join/action',
  'Microsoft.Network/virtualNetworks/subnets/prepareNetworkPolicies/action',
  'Microsoft.Network/virtualNetworks/subnets/unprepareNetworkPolicies/action',
];
