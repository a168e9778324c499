const GROUP = '/subscriptions/0000/resourceGroups/rg-logs/providers';

/** Ids that azurerm takes for destinations of logs. */
export const STORAGE_ACCOUNT = `${GROUP}/Microsoft.Storage/storageAccounts/stlogs`;
export const NAMESPACE_RULE = `${GROUP}/Microsoft.EventHub/namespaces/evhns-logs/authorizationRules/send`;
export const PARTNER = `${GROUP}/Microsoft.Datadog/monitors/datadog`;
