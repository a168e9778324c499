/**
 * Prefix that the server SDK adds to the names of its hubs, whatever its connection strings are.
 *
 * @see https://github.com/Azure/azure-signalr/blob/dev/src/Microsoft.Azure.SignalR/ServiceOptionsSetup.cs
 */
export const APPLICATION_NAME = 'Azure__SignalR__ApplicationName';

/**
 * One name for a setting, however it is spelled: App Service takes names without regard to letter case, and the
 * configuration of .NET takes two underscores for the colon that parts its levels.
 *
 * @see https://learn.microsoft.com/azure/app-service/configure-common#configure-app-settings
 * @see https://learn.microsoft.com/aspnet/core/fundamentals/configuration/#naming-of-environment-variables
 */
export function settingKey(name: string): string {
  return name.replaceAll(':', '__').toUpperCase();
}

/**
 * The same for what is read of a connection string: .NET finds `ConnectionStrings:NAME` where it looks for the
 * connection string NAME, and the hosts of Azure Functions even before NAME.
 *
 * @see https://github.com/Azure/azure-webjobs-sdk/blob/dev/src/Microsoft.Azure.WebJobs.Host/Extensions/IConfigurationExtensions.cs
 */
export function connectionKey(name: string): string {
  return variableKey(name).replace(/^CONNECTIONSTRINGS__/, '');
}

/**
 * Prefixes that App Service adds to the names of connection strings to make variables of them.
 *
 * @see https://github.com/dotnet/runtime/blob/main/src/libraries/Microsoft.Extensions.Configuration.EnvironmentVariables/src/EnvironmentVariablesConfigurationProvider.cs
 */
const OF_CONNECTION_STRINGS =
  /^(?:APIHUB|CUSTOM|DOCDB|EVENTHUB|MYSQL|NOTIFICATIONHUB|POSTGRESQL|REDISCACHE|SERVICEBUS|SQLAZURE|SQL)CONNSTR_/;

/** The key of a setting as .NET reads it: a variable of a connection string is that connection string. */
export function variableKey(name: string): string {
  return settingKey(name).replace(OF_CONNECTION_STRINGS, 'CONNECTIONSTRINGS__');
}

/** The same key of a connection string. */
export function stringKey(name: string): string {
  return `CONNECTIONSTRINGS__${settingKey(name)}`;
}
