import type { CodeRows } from './row';

/** Codes under the heading "Logs". */
export const LOGS = {
  'logs/category': ['no category is given, or one has no name', 'name categories, or use `LogCategories.all()`'],
  'logs/connection-string': [
    'the connection string of Application Insights is plain text, which shows its key',
    'use a sensitive variable, or `fromLookup(...)`',
  ],
  'logs/daily-quota': ['the gigabytes are out of range', 'use 0.023 or more'],
  'logs/destination': [
    'no destination is given, an id is invalid, two are of a kind, `none` is given with others, or a new workspace has no resource group',
    'give one valid destination of each kind',
  ],
  'logs/duplicate-setting': ['the logs are sent already', 'use one call with `LogDestination.several(...)`'],
  'logs/insights-id': ['the id is not that of an Application Insights resource', 'give the full resource ID'],
  'logs/insights-name': [
    'Azure rejects the name',
    'use 1 to 260 characters, none of `% & \\ ? /`, not ending with a space or period',
  ],
  'logs/nothing-recorded': [
    'logs are to be sent, but the service records none',
    'name `logTypes`, or leave them out for all',
  ],
  'logs/reason': [
    'the reason why no logs are sent has less than 10 characters, or is only known when Terraform runs',
    'say why, as plain text',
  ],
  'logs/retention': ['the days are out of range', 'use 30 to 730'],
  'logs/sampling': ['the percentage is out of range', 'use more than 0, at most 100'],
  'logs/setting-name': ['Azure rejects the name', 'use 1 to 260 characters, none of `< > * % & : \\ ? + /`'],
  'logs/target': ['the id is not an Azure id', 'give the full resource ID'],
  'logs/workspace-id': ['the id is not that of a workspace', 'give the full resource ID'],
  'logs/workspace-name': ['Azure rejects the name', 'use 4 to 63 letters, digits or inner dashes'],
} satisfies CodeRows;
