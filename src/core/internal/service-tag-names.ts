/**
 * The service tags of Azure's clouds, as its weekly lists of addresses name them: that of the public cloud of
 * 2025-10-28, those of the others of 2026-07-20; and what the documentation's table has that these lists have not
 * (2026-11-30).
 *
 * @see https://www.microsoft.com/download/details.aspx?id=56519
 * @see https://learn.microsoft.com/azure/virtual-network/service-tags-overview#available-service-tags
 */
export const SERVICE_TAGS: readonly string[] = [
  'ActionGroup ApiManagement AppConfiguration ApplicationInsightsAvailability AppService AppServiceManagement',
  'AutonomousDevelopmentPlatform AzureActiveDirectory AzureActiveDirectory.ServiceEndpoint',
  'AzureActiveDirectoryDomainServices AzureAdvancedThreatProtection AzureArcInfrastructure AzureAttestation',
  'AzureBackup AzureBotService AzureCloud AzureCognitiveSearch AzureConnectors AzureContainerAppsService',
  'AzureContainerRegistry AzureCosmosDB AzureDatabricks AzureDataExplorerManagement AzureDataLake AzureDeviceUpdate',
  'AzureDevOps AzureDevSpaces AzureDigitalTwins AzureEventGrid AzureFrontDoor.Backend AzureFrontDoor.FirstParty',
  'AzureFrontDoor.Frontend AzureFrontDoor.MicrosoftSecurity AzureHealthcareAPIs AzureInformationProtection',
  'AzureIoTHub AzureKeyVault AzureLoadTestingInstanceManagement AzureMachineLearning AzureMachineLearningInference',
  'AzureManagedGrafana AzureMonitor AzureMonitor.Core AzureMonitorForSAP AzureOpenDatasets AzurePortal',
  'AzureResourceManager AzureSecurityCenter AzureSentinel AzureSignalR AzureSiteRecovery AzureSphere',
  'AzureSpringCloud AzureStack AzureTrafficManager AzureUpdateDelivery AzureWebPubSub BatchNodeManagement',
  'ChaosStudio CognitiveServicesFrontend CognitiveServicesManagement DataFactory DataFactoryManagement',
  'Dynamics365BusinessCentral Dynamics365ForMarketingEmail EOPExternalPublishedIPs EventHub GatewayManager Grafana',
  'GuestAndHybridManagement HDInsight KustoAnalytics LogicApps LogicAppsManagement M365ManagementActivityApi',
  'M365ManagementActivityApiWebhook Marketplace MicrosoftAzureFluidRelay MicrosoftCloudAppSecurity',
  'MicrosoftContainerRegistry MicrosoftDefenderForEndpoint MicrosoftPurviewPolicyDistribution OneDsCollector',
  'PowerBI PowerPlatformInfra PowerPlatformPlex PowerQueryOnline SCCservice Scuba SecurityCopilot SerialConsole',
  'ServiceBus ServiceFabric Sql SqlManagement Storage StorageMover StorageSyncService',
  'SystemServiceAzureSpringAppsResourceProvider VideoIndexer WindowsAdminCenter WindowsVirtualDesktop',
].flatMap((line) => line.split(' '));

/** Tags of the platform itself, which have no regions, and which routes do not take: same page, "Tags unsupported". */
export const PLATFORM_TAGS: readonly string[] = [
  'AzureLoadBalancer AzurePlatformDNS AzurePlatformIMDS AzurePlatformLKM Internet VirtualNetwork',
].flatMap((line) => line.split(' '));

/** Names that regions have in these lists alone, and regions that cannot be chosen. */
export const REGIONS_OF_TAGS: readonly string[] = [
  'brazilne brazilse centralfrance chilec eastus2stage eastus3 eastusstg germanyn germanywc',
  'indiasouthcentral israelnorthwest malaysiasouth northcentralusstage northeastus5 northeurope2 norwaye norwayw',
  'southcentralus2 southcentralusstg southeastus southeastus3 southeastus5 southfrance southwestus switzerlandn',
  'switzerlandw taiwannorth taiwannorthwest usstagec usstagee',
].flatMap((line) => line.split(' '));
