import type { CodeRows } from './row';

/** Codes under the heading "Logs". */
export const LOGS = {
  'logs/category': ['no category, or one without a name', 'name it, or `LogCategories.all()`'],
  'logs/connection-string': [
    'the connection string of Application Insights is plain text, which shows its key',
    'a sensitive variable, or `fromLookup(...)`',
  ],
  'logs/daily-quota': ['gigabytes out of range', '0.023 or more'],
  'logs/destination': [
    'no destination, an invalid id, two of a kind, or a new workspace without a resource group',
    'correct it as the message says',
  ],
  'logs/duplicate-setting': ['the logs are sent already', 'one call with `LogDestination.several(...)`'],
  'logs/insights-id': ['not the id of an Application Insights resource', 'give the whole Azure id'],
  'logs/insights-name': ['Azure rejects the name', 'correct it as the message says'],
  'logs/nothing-recorded': [
    'logs are to be sent, but the service records none',
    'name `logTypes`, or leave them out for all',
  ],
  'logs/retention': ['days out of range', '30 to 730'],
  'logs/sampling': ['percentage out of range', 'more than 0, at most 100'],
  'logs/setting-name': ['Azure rejects the name', 'correct it as the message says'],
  'logs/target': ['not an Azure id', 'the whole id of the resource'],
  'logs/workspace-id': ['not the id of a workspace', 'give the whole Azure id'],
  'logs/workspace-name': ['Azure rejects the name', '4 to 63 letters, digits or inner dashes'],
} satisfies CodeRows;
