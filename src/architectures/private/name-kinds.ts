import { NameRule } from './resource-names';
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
  autoscaleNameProblems,
  insightsNameProblems,
  settingNameProblems,
  workspaceNameProblems,
} from '../../observability/internal/names';
import { linkNameProblems, serviceNameProblems } from '../../signalr/internal/names';
import { accountNameProblems, containerNameProblems } from '../../storage/internal/names';
import { vaultNameProblems, secretNameProblems } from '../../vault/internal/names';

/** Kind of named resource, with the names that Azure accepts for it. */
export interface NameKind {
  /** Resource type, as Azure Resource Manager spells it. */
  readonly type: string;
  readonly rule: NameRule;
  /** Reports what Azure would reject in a name. */
  readonly problems: (name: string) => Problem[];
  /** The code of two of one name, where an architecture has several in one place. */
  readonly duplicate?: Code;
  /** Set where host names contain the name at synth. */
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

/**
 * Kinds of resources that the architectures name. The framework has no abbreviation for alerts and autoscale settings,
 * and of the inner parts for rules (`nsgsr`), routes (`udr`) and network interfaces (`nic`) only.
 *
 * @see https://learn.microsoft.com/azure/cloud-adoption-framework/ready/azure-best-practices/resource-abbreviations
 * @see https://learn.microsoft.com/azure/azure-resource-manager/management/resource-name-rules
 */
export const NameKinds = {
  RESOURCE_GROUP: {
    type: 'Microsoft.Resources/resourceGroups',
    rule: { abbreviation: 'rg', maxLength: 90 },
    problems: groupNameProblems,
  },
  VIRTUAL_NETWORK: {
    type: 'Microsoft.Network/virtualNetworks',
    rule: { abbreviation: 'vnet', maxLength: 64 },
    problems: virtualNetworkNameProblems,
  },
  SUBNET: {
    type: 'Microsoft.Network/virtualNetworks/subnets',
    rule: { abbreviation: 'snet', maxLength: 80 },
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
    rule: { abbreviation: 'nsg', maxLength: 80 },
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
    rule: { abbreviation: 'ng', maxLength: 80 },
    problems: ofNetwork('network/name', 'a NAT gateway'),
  },
  PUBLIC_IP: {
    type: 'Microsoft.Network/publicIPAddresses',
    rule: { abbreviation: 'pip', maxLength: 80 },
    problems: ofNetwork('network/name', 'a public IP address'),
  },
  ROUTE_TABLE: {
    type: 'Microsoft.Network/routeTables',
    rule: { abbreviation: 'rt', maxLength: 80 },
    problems: ofNetwork('network/name', 'a route table'),
  },
  ROUTE: {
    type: 'Microsoft.Network/routeTables/routes',
    rule: { abbreviation: 'udr', maxLength: 80 },
    problems: elsewhere,
  },
  PRIVATE_ENDPOINT: {
    type: 'Microsoft.Network/privateEndpoints',
    rule: { abbreviation: 'pep', maxLength: 80 },
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
  IP_CONFIGURATION: {
    type: 'Microsoft.Network/privateEndpoints/ipConfigurations',
    rule: { abbreviation: 'ipc', maxLength: 80 },
    problems: ofNetwork('privatelink/name', 'an IP configuration'),
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
    rule: { abbreviation: 'sigr', maxLength: 63, global: true },
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
    rule: { abbreviation: 'id', maxLength: 128 },
    problems: identityNameProblems,
    duplicate: DUPLICATE,
  },
  PLAN: {
    type: 'Microsoft.Web/serverFarms',
    rule: { abbreviation: 'asp', maxLength: 60 },
    problems: planNameProblems,
    duplicate: DUPLICATE,
  },
  WEB_APP: {
    type: 'Microsoft.Web/sites',
    rule: { abbreviation: 'app', maxLength: 60, global: true },
    problems: appNameProblems,
    isPlain: true,
  },
  FUNCTION_APP: {
    type: 'Microsoft.Web/sites',
    rule: { abbreviation: 'func', maxLength: 60, global: true },
    problems: appNameProblems,
    duplicate: DUPLICATE,
    isPlain: true,
  },
  INSIGHTS: {
    type: 'Microsoft.Insights/components',
    rule: { abbreviation: 'appi', maxLength: 255 },
    problems: insightsNameProblems,
  },
  STORAGE: {
    type: 'Microsoft.Storage/storageAccounts',
    rule: { abbreviation: 'st', maxLength: 24, global: true, short: true, separator: '' },
    problems: accountNameProblems,
    duplicate: DUPLICATE,
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
    rule: { abbreviation: 'kv', maxLength: 24, global: true, short: true },
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
    rule: { abbreviation: 'log', maxLength: 63 },
    problems: workspaceNameProblems,
  },
  ACTION_GROUP: {
    type: 'Microsoft.Insights/actionGroups',
    rule: { abbreviation: 'ag', maxLength: 260 },
    problems: actionGroupNameProblems,
  },
  ALERT: {
    type: 'Microsoft.Insights/metricAlerts',
    rule: { abbreviation: 'alert', maxLength: 260 },
    problems: alertNameProblems,
    duplicate: DUPLICATE,
  },
  AUTOSCALE: {
    type: 'Microsoft.Insights/autoscaleSettings',
    rule: { abbreviation: 'autoscale', maxLength: 260 },
    problems: autoscaleNameProblems,
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
