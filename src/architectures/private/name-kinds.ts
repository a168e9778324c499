import { NameRule, NameRules } from './resource-names';
import { appNameProblems } from '../../appservice/internal/app-problems';
import { planNameProblems } from '../../appservice/internal/plan-problems';
import type { Code } from '../../core/internal/codes/codes';
import { groupNameProblems } from '../../core/internal/group-problems';
import { lockNameProblems } from '../../core/internal/lock';
import { Problem } from '../../core/internal/violations';
import { identityNameProblems } from '../../identity/internal/names';
import { nameProblems, virtualNetworkNameProblems } from '../../network/internal/names';
import { isReservedSubnet } from '../../network/internal/reserved-subnets';
import {
  actionGroupNameProblems,
  alertNameProblems,
  insightsNameProblems,
  settingNameProblems,
  workspaceNameProblems,
} from '../../observability/internal/names';
import { linkNameProblems, serviceNameProblems } from '../../signalr/internal/names';
import { accountNameProblems, containerNameProblems } from '../../storage/internal/names';
import { vaultNameProblems, secretNameProblems } from '../../vault/internal/names';

/** What is named, and which names Azure accepts for it. */
export interface NameKind {
  /** Resource type, as Azure Resource Manager spells it. */
  readonly type: string;
  readonly rule: NameRule;
  /** What Azure would refuse in a name. */
  readonly problems: (name: string) => Problem[];
  /** The code of two of one name, where an architecture has several in one place. */
  readonly duplicate?: Code;
  /** Whether host names are made of it at synth. */
  readonly isPlain?: true;
  /** Takes out of the text of a pattern what no name of the type has. */
  readonly adapt?: (text: string) => string;
}

const DUPLICATE = 'core/duplicate-name';

const ofNetwork = (code: Code, kind: string) => (name: string) => nameProblems(code, kind, name);
function subnetNameProblems(name: string): Problem[] {
  if (!isReservedSubnet(name)) return nameProblems('network/subnet-name', 'a subnet', name);
  const message = `"${name}" is reserved by Azure for another service; choose another name`;
  return [{ code: 'network/subnet-name', message }];
}

/** Judged with the rest of a rule or route. */
const elsewhere = () => [];
const singleDashes = (text: string) => text.replace(/--+/g, '-');
const lettersAndDigits = (text: string) => text.toLowerCase().replace(/[^a-z0-9]/g, '');

/** The framework has abbreviations for rules (`nsgsr`), routes (`udr`) and network interfaces (`nic`) of the inner parts. */
export const NameKinds = {
  RESOURCE_GROUP: {
    type: 'Microsoft.Resources/resourceGroups',
    rule: NameRules.RESOURCE_GROUP,
    problems: groupNameProblems,
  },
  VIRTUAL_NETWORK: {
    type: 'Microsoft.Network/virtualNetworks',
    rule: NameRules.VIRTUAL_NETWORK,
    problems: virtualNetworkNameProblems,
  },
  SUBNET: {
    type: 'Microsoft.Network/virtualNetworks/subnets',
    rule: NameRules.SUBNET,
    problems: subnetNameProblems,
    duplicate: 'network/duplicate-subnet',
  },
  DELEGATION: {
    type: 'Microsoft.Network/virtualNetworks/subnets/delegations',
    rule: { abbreviation: 'dlg', maxLength: 80 },
    problems: ofNetwork('network/delegation', 'a delegation'),
  },
  SECURITY_GROUP: {
    type: 'Microsoft.Network/networkSecurityGroups',
    rule: NameRules.NETWORK_SECURITY_GROUP,
    problems: ofNetwork('network/name', 'a security group'),
    duplicate: DUPLICATE,
  },
  SECURITY_RULE: {
    type: 'Microsoft.Network/networkSecurityGroups/securityRules',
    rule: { abbreviation: 'nsgsr', maxLength: 80 },
    problems: elsewhere,
  },
  NAT_GATEWAY: {
    type: 'Microsoft.Network/natGateways',
    rule: NameRules.NAT_GATEWAY,
    problems: ofNetwork('network/name', 'a NAT gateway'),
  },
  PUBLIC_IP: {
    type: 'Microsoft.Network/publicIPAddresses',
    rule: NameRules.PUBLIC_IP,
    problems: ofNetwork('network/name', 'a public IP address'),
  },
  ROUTE_TABLE: {
    type: 'Microsoft.Network/routeTables',
    rule: NameRules.ROUTE_TABLE,
    problems: ofNetwork('network/name', 'a route table'),
  },
  ROUTE: {
    type: 'Microsoft.Network/routeTables/routes',
    rule: { abbreviation: 'udr', maxLength: 80 },
    problems: elsewhere,
  },
  PRIVATE_ENDPOINT: {
    type: 'Microsoft.Network/privateEndpoints',
    rule: NameRules.PRIVATE_ENDPOINT,
    problems: ofNetwork('privatelink/name', 'a private endpoint'),
    duplicate: DUPLICATE,
  },
  CONNECTION: {
    type: 'Microsoft.Network/privateEndpoints/privateLinkServiceConnections',
    rule: { abbreviation: 'psc', maxLength: 80 },
    problems: ofNetwork('privatelink/name', 'a private link connection'),
  },
  NETWORK_INTERFACE: {
    type: 'Microsoft.Network/networkInterfaces',
    rule: { abbreviation: 'nic', maxLength: 80 },
    problems: ofNetwork('privatelink/name', 'a network interface'),
    duplicate: DUPLICATE,
  },
  ZONE_GROUP: {
    type: 'Microsoft.Network/privateEndpoints/privateDnsZoneGroups',
    rule: { abbreviation: 'dzg', maxLength: 80 },
    problems: ofNetwork('privatelink/name', 'a DNS zone group'),
  },
  ZONE_LINK: {
    type: 'Microsoft.Network/privateDnsZones/virtualNetworkLinks',
    rule: { abbreviation: 'link', maxLength: 80 },
    problems: ofNetwork('dns/link-name', 'a link'),
  },
  SIGNALR: {
    type: 'Microsoft.SignalRService/signalR',
    rule: NameRules.SIGNALR_SERVICE,
    problems: serviceNameProblems,
  },
  SHARED_LINK: {
    type: 'Microsoft.SignalRService/signalR/sharedPrivateLinkResources',
    rule: { abbreviation: 'spl', maxLength: 63 },
    problems: linkNameProblems,
    duplicate: DUPLICATE,
  },
  IDENTITY: {
    type: 'Microsoft.ManagedIdentity/userAssignedIdentities',
    rule: NameRules.MANAGED_IDENTITY,
    problems: identityNameProblems,
    duplicate: DUPLICATE,
  },
  PLAN: { type: 'Microsoft.Web/serverFarms', rule: NameRules.SERVICE_PLAN, problems: planNameProblems },
  WEB_APP: { type: 'Microsoft.Web/sites', rule: NameRules.WEB_APP, problems: appNameProblems, isPlain: true },
  FUNCTION_APP: { type: 'Microsoft.Web/sites', rule: NameRules.FUNCTION_APP, problems: appNameProblems, isPlain: true },
  INSIGHTS: {
    type: 'Microsoft.Insights/components',
    rule: NameRules.APPLICATION_INSIGHTS,
    problems: insightsNameProblems,
  },
  STORAGE: {
    type: 'Microsoft.Storage/storageAccounts',
    rule: NameRules.STORAGE_ACCOUNT,
    problems: accountNameProblems,
    adapt: lettersAndDigits,
  },
  CONTAINER: {
    type: 'Microsoft.Storage/storageAccounts/blobServices/containers',
    rule: { abbreviation: 'container', maxLength: 63 },
    problems: containerNameProblems,
    adapt: (text) => singleDashes(text.toLowerCase()),
  },
  VAULT: {
    type: 'Microsoft.KeyVault/vaults',
    rule: NameRules.KEY_VAULT,
    problems: vaultNameProblems,
    adapt: singleDashes,
  },
  SECRET: {
    type: 'Microsoft.KeyVault/vaults/secrets',
    rule: { abbreviation: 'secret', maxLength: 127 },
    problems: secretNameProblems,
  },
  WORKSPACE: {
    type: 'Microsoft.OperationalInsights/workspaces',
    rule: NameRules.LOG_WORKSPACE,
    problems: workspaceNameProblems,
  },
  ACTION_GROUP: {
    type: 'Microsoft.Insights/actionGroups',
    rule: NameRules.ACTION_GROUP,
    problems: actionGroupNameProblems,
  },
  ALERT: {
    type: 'Microsoft.Insights/metricAlerts',
    rule: NameRules.METRIC_ALERT,
    problems: alertNameProblems,
    duplicate: DUPLICATE,
  },
  DIAGNOSTIC_SETTING: {
    type: 'Microsoft.Insights/diagnosticSettings',
    rule: { abbreviation: 'diag', maxLength: 260 },
    problems: settingNameProblems,
  },
  LOCK: {
    type: 'Microsoft.Authorization/locks',
    rule: { abbreviation: 'lock', maxLength: 90 },
    problems: lockNameProblems,
  },
} satisfies Record<string, NameKind>;
