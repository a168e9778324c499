import { createHash } from 'crypto';

const GROUP = '/subscriptions/0/resourceGroups/rg/providers';

/** Ids of things that exist, in the form that azurerm reads. */
export const SERVICE_ID = `${GROUP}/Microsoft.SignalRService/signalR/chat`;
export const LOG_WORKSPACE_ID = `${GROUP}/Microsoft.OperationalInsights/workspaces/log`;
export const IDENTITY_ID = identityId('identity');
export const NETWORK_ID = networkId('vnet');
export const SUBNET_ID = `${NETWORK_ID}/subnets/snet`;
export const PLAN_ID = armId('Microsoft.Web/serverFarms', 'asp');
export const KEY_VAULT_ID = armId('Microsoft.KeyVault/vaults', 'kv');
export const CLIENT_ID = '00000000-0000-0000-0000-00000000c11e';
export const PRINCIPAL_ID = '00000000-0000-0000-0000-00000000b1ec';

/** What an existing identity is told with. */
export const IDENTITY = { identityId: IDENTITY_ID, clientId: CLIENT_ID, principalId: PRINCIPAL_ID };

/** The id of a resource of any type, or of a part of one: a name for each segment of the type. */
export function armId(type: string, ...names: string[]): string {
  const [namespace, ...segments] = type.split('/');
  return [GROUP, namespace, ...segments.flatMap((segment, index) => [segment, names[index]])].join('/');
}

export function networkId(name: string): string {
  return armId('Microsoft.Network/virtualNetworks', name);
}

export function identityId(name: string): string {
  return armId('Microsoft.ManagedIdentity/userAssignedIdentities', name);
}

export function actionGroupId(name: string): string {
  return armId('Microsoft.Insights/actionGroups', name);
}

/** An object id that is different for each name. */
export function principalIdOf(name: string): string {
  const digits = createHash('sha256').update(name).digest('hex');
  return [
    digits.slice(0, 8),
    digits.slice(8, 12),
    digits.slice(12, 16),
    digits.slice(16, 20),
    digits.slice(20, 32),
  ].join('-');
}
