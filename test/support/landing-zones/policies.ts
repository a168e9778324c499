import { ArmRequest } from './requests';

/** A management group below the root of Azure Landing Zones, with what is assigned above it. */
export type Archetype = 'corp' | 'online';

/** What happens where the condition of a policy holds. */
export type Outcome =
  /** The request is denied. */
  | 'denied'
  /** Azure changes the request, and each plan of Terraform shows the change again. */
  | 'changed'
  /** The policy deploys a setting that cannot be there beside one of the stack. */
  | 'conflict'
  /** A finding of the compliance of the subscription. */
  | 'reported';

/** A policy that Azure Landing Zones assign and enforce, as a predicate over requests. */
export interface LandingZonePolicy {
  /** Name of the assignment, and of the member where it is an initiative. */
  readonly name: string;
  /** GUID of a built-in definition, or the name of one of the library, with its version. */
  readonly definition: string;
  readonly version: string;
  /** All archetypes, where it is assigned above `corp`. */
  readonly only?: Archetype;
  readonly outcome: Outcome;
  readonly type: string;
  readonly holds: (request: ArmRequest) => boolean;
}

const SITES = 'Microsoft.Web/sites';
const STORAGE = 'Microsoft.Storage/storageAccounts';
const VAULTS = 'Microsoft.KeyVault/vaults';
const SECRETS = 'Microsoft.KeyVault.Data/vaults/secrets';

/** Azure reserves the first two names, and deletes no others from the subnets that the policy looks at. */
const EXCLUDED_SUBNETS = ['GatewaySubnet', 'AzureFirewallSubnet', 'AzureFirewallManagementSubnet', 'RouteServerSubnet'];

/** Ports that the policy closes. */
const MANAGEMENT_PORTS = ['22', '3389', '*'];
const INTERNET = ['*', 'Internet', '0.0.0.0/0'];

/** Zones of the library's endpoints, which are among those of the assignment; it does not have other clouds' names. */
const PLATFORM_ZONES = [
  'privatelink.service.signalr.net',
  'privatelink.azurewebsites.net',
  'privatelink.vaultcore.azure.net',
  ...['blob', 'file', 'queue', 'table'].map((service) => `privatelink.${service}.core.windows.net`),
];

/** Types of the library's resources whose logs `Deploy-Diag-LogsCat` sends to the platform's workspace. */
const LOGGED = ['azurerm_signalr_service', 'azurerm_key_vault', 'azurerm_log_analytics_workspace'];

const isPublic = ({ properties }: ArmRequest) => properties.publicNetworkAccess !== 'Disabled';
const isFunction = ({ kind = '' }: ArmRequest) => kind.includes('functionapp');
const isHttp = ({ properties }: ArmRequest) => !properties.httpsOnly;

/**
 * Policies of the archetypes root, landing_zones and corp that look at types which the library defines, as of
 * Azure-Landing-Zones-Library faae8cc (2026-06-27) and azure-policy f4a50ba (2026-04-29). Those with the enforcement mode
 * DoNotEnforce, and those for types that the library does not define, are left out.
 *
 * @see https://github.com/Azure/Azure-Landing-Zones-Library/tree/faae8cc/platform/alz
 * @see https://github.com/Azure/azure-policy/tree/f4a50ba/built-in-policies/policyDefinitions
 */
export const POLICIES: readonly LandingZonePolicy[] = [
  {
    name: 'Deny-Subnet-Without-Nsg',
    definition: 'Deny-Subnet-Without-Nsg',
    version: '2.1.0',
    outcome: 'denied',
    type: 'Microsoft.Network/virtualNetworks/subnets',
    holds: ({ name, properties }) => !EXCLUDED_SUBNETS.includes(name!) && !properties.networkSecurityGroup,
  },
  {
    name: 'Deny-Subnet-Without-Nsg',
    definition: 'Deny-Subnet-Without-Nsg',
    version: '2.1.0',
    outcome: 'denied',
    type: 'Microsoft.Network/virtualNetworks',
    holds: ({ properties }) =>
      properties.subnets.some(
        ({ name, networkSecurityGroup }: any) => !EXCLUDED_SUBNETS.includes(name) && !networkSecurityGroup,
      ),
  },
  {
    name: 'Enable-DDoS-VNET',
    definition: '94de2ad3-e0c1-4caf-ad78-5d47bbc83d3d',
    version: '1.0.1',
    outcome: 'changed',
    type: 'Microsoft.Network/virtualNetworks',
    holds: ({ properties }) => !properties.enableDdosProtection,
  },
  {
    name: 'Deny-MgmtPorts-Internet',
    definition: 'Deny-MgmtPorts-From-Internet',
    version: '2.2.0',
    outcome: 'denied',
    type: 'Microsoft.Network/networkSecurityGroups/securityRules',
    holds: ({ properties: { access, direction, ports, sources } }) =>
      access === 'Allow' &&
      direction === 'Inbound' &&
      ports.some((port: string) => MANAGEMENT_PORTS.includes(port)) &&
      sources.some((source: string) => INTERNET.includes(source)),
  },
  {
    name: 'Deny-Storage-http',
    definition: '404c3081-a854-4457-ae30-26a93ef643f9',
    version: '2.0.0',
    outcome: 'denied',
    type: STORAGE,
    holds: ({ properties }) => !properties.supportsHttpsTrafficOnly,
  },
  {
    name: 'Enforce-TLS-SSL-Q225: Deny-Storage-Tls',
    definition: 'fe83a0eb-a853-422d-aac2-1bffd182c5d0',
    version: '1.0.0',
    outcome: 'denied',
    type: STORAGE,
    holds: ({ properties }) => properties.minimumTlsVersion !== 'TLS1_2',
  },
  {
    name: 'Enforce-TLS-SSL-Q225: Deny-AppService-Apps-Https',
    definition: 'a4af4a39-4135-47fb-b175-47fbdf85311d',
    version: '4.0.0',
    outcome: 'denied',
    type: SITES,
    holds: (request) => !isFunction(request) && isHttp(request),
  },
  {
    name: 'Enforce-TLS-SSL-Q225: Deny-FunctionApp-Https',
    definition: '6d555dd1-86f2-4f1c-8ed7-5abae7c6cbab',
    version: '5.1.0',
    outcome: 'denied',
    type: SITES,
    holds: (request) => isFunction(request) && isHttp(request),
  },
  {
    name: 'Enforce-TLS-SSL-Q225: AppServiceminTlsVersion',
    definition: 'Append-AppService-latestTLS',
    version: '1.2.0',
    outcome: 'changed',
    type: SITES,
    holds: ({ properties }) => properties.minTlsVersion < '1.2',
  },
  {
    name: 'Enforce-GR-KeyVault: KvPurgeProtection',
    definition: '0b60c0b2-2dc2-4e1c-b5c9-abbed971de53',
    version: '2.1.0',
    outcome: 'denied',
    type: VAULTS,
    holds: ({ properties }) => !properties.enablePurgeProtection || !properties.enableSoftDelete,
  },
  {
    name: 'Enforce-GR-KeyVault: Deny-KV-without-ArmRbac',
    definition: '12d4fa5e-1f9f-4c21-97a9-b99b3c6611b5',
    version: '1.0.1',
    outcome: 'denied',
    type: VAULTS,
    holds: ({ properties }) => !properties.enableRbacAuthorization,
  },
  {
    name: 'Enforce-GR-KeyVault: Deny-Kv-Secret-Content-Type',
    definition: '75262d3e-ba4a-4f43-85f8-9f72c090e5e3',
    version: '1.0.1',
    outcome: 'denied',
    type: SECRETS,
    holds: ({ properties }) => !properties.hasContentType,
  },
  {
    name: 'Enforce-GR-KeyVault: Deny-KV-Secrets-ValidityDays',
    definition: '342e8053-e12e-4c44-be01-c3c2f318400f',
    version: '1.0.1',
    outcome: 'denied',
    type: SECRETS,
    holds: ({ properties: { validityInDays } }) => validityInDays === undefined || validityInDays > 90,
  },
  {
    name: 'Deploy-Diag-LogsCat',
    definition: 'f5b29bc4-feca-4cc6-a58a-772dd5e290a5',
    version: '1.*.*',
    outcome: 'conflict',
    type: 'Microsoft.Insights/diagnosticSettings',
    // Two settings of one resource cannot send a category to one workspace; whether it is the platform's, no synth knows.
    holds: ({ properties }) => LOGGED.includes(properties.target) && properties.toWorkspace,
  },
  {
    name: 'Deny-Public-Endpoints: AsDenyPublicIP',
    definition: '1b5ef780-c53c-4a64-87f3-bb9c8c8094ba',
    version: '1.2.0',
    only: 'corp',
    outcome: 'denied',
    type: SITES,
    holds: isPublic,
  },
  {
    name: 'Deny-Public-Endpoints: FunctionDenyPublicIP',
    definition: '969ac98b-88a8-449f-883c-2e9adb123127',
    version: '1.2.0',
    only: 'corp',
    outcome: 'denied',
    type: SITES,
    holds: (request) => isFunction(request) && isPublic(request),
  },
  {
    name: 'Deny-Public-Endpoints: Deny-AppSlots-Public',
    definition: '701a595d-38fb-4a66-ae6d-fb3735217622',
    version: '1.1.0',
    only: 'corp',
    outcome: 'denied',
    type: 'Microsoft.Web/sites/slots',
    holds: (request) => !isFunction(request) && isPublic(request),
  },
  {
    name: 'Deny-Public-Endpoints: StorageDenyPaasPublicIP',
    definition: 'b2982f36-99f2-4db5-8eff-283140c09693',
    version: '1.0.1',
    only: 'corp',
    outcome: 'denied',
    type: STORAGE,
    holds: isPublic,
  },
  {
    name: 'Deny-Public-Endpoints: Deny-Storage-Public-Access',
    definition: '4fa4b6c0-31ca-4c0d-b10d-24b96f62a751',
    version: '3.1.1',
    only: 'corp',
    outcome: 'denied',
    type: STORAGE,
    holds: ({ properties }) => properties.allowBlobPublicAccess,
  },
  {
    name: 'Deny-Public-Endpoints: KeyVaultDenyPaasPublicIP',
    definition: '405c5871-3e91-4644-8a63-58e19d68ff5b',
    version: '1.1.0',
    only: 'corp',
    outcome: 'denied',
    type: VAULTS,
    holds: isPublic,
  },
  {
    name: 'Audit-PeDnsZones',
    definition: 'Audit-PrivateLinkDnsZones',
    version: '1.0.2',
    only: 'corp',
    outcome: 'reported',
    type: 'Microsoft.Network/privateDnsZones',
    holds: ({ name }) => PLATFORM_ZONES.includes(name!),
  },
];

/** What the policies of an archetype do with requests, as `denied: NAME: create ADDRESS`; nothing where all pass. */
export function outcomes(archetype: Archetype, requests: readonly ArmRequest[]): string[] {
  const policies = POLICIES.filter(({ only }) => only === undefined || only === archetype);
  return requests.flatMap((request) =>
    policies
      .filter(({ type, holds }) => type === request.type && holds(request))
      .map(({ outcome, name }) => `${outcome}: ${name}: ${request.when}`),
  );
}
