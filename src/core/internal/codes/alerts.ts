import type { CodeRows } from './row';

/** Codes under the heading "Alerts". */
export const ALERTS = {
  'alerts/action-group-id': ['the id is not that of an action group', 'give the full resource ID'],
  'alerts/action-group-name': [
    'Azure rejects the name',
    'use 1 to 260 characters, none of `: < > + / & % \\ ?`, not ending with a space or period',
  ],
  'alerts/action-groups': ['an alert notifies more than five groups, or a list of them is empty', 'notify 1 to 5'],
  'alerts/criterion': [
    'the metric, its namespace or a dimension is missing, or the threshold is not a number',
    'complete the criterion',
  ],
  'alerts/duplicate': [
    'two alerts of one service have one id',
    'give each its own id; add the recommended alerts once',
  ],
  'alerts/name': [
    'Azure rejects the name',
    'use 1 to 260 characters, none of `* # & + : < > ? @ % { } \\ /`, not ending with a space or period',
  ],
  'alerts/receiver': [
    'the group has no receiver, two receivers share a name, or an address is invalid',
    'give at least one receiver, each with its own name; a webhook needs an https address',
  ],
  'alerts/resource-group': [
    'the resource group of an existing service is not known, so the alert has no resource group',
    'give `resourceGroup` in the options, or in the attributes of the service',
  ],
  'alerts/short-name': ['the short name is empty or has more than 12 characters', 'use 1 to 12 characters'],
  'alerts/target': [
    'no target is given, an id or the type is invalid, or several targets come without type and region',
    'give ids; for several give `targetResourceType` and `targetLocation`',
  ],
  'alerts/threshold': [
    'the threshold of a SignalR alert is out of range',
    'use a number from 0 to less than 100 for a percentage, of 0 or more for a count',
  ],
  'alerts/webhook-secret': [
    'the address of a webhook is or contains a key, which the JSON would show',
    'use `AlertReceiver.secureWebhook(...)`, or a sensitive `TerraformVariable`',
  ],
  'alerts/window': [
    'the window is shorter than the frequency, or a dynamic threshold is evaluated every minute',
    'widen the window; use at least 5 minutes for dynamic thresholds',
  ],
} satisfies CodeRows;
