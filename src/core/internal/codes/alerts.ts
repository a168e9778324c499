import type { CodeRows } from './row';

/** Codes under the heading "Alerts". */
export const ALERTS = {
  'alerts/action-group-id': ['the id is not that of an action group', 'give the whole Azure id'],
  'alerts/action-group-name': [
    'Azure rejects the name',
    '1 to 260 characters, none of `: < > + / & % \\ ?`, not ending with a space or period',
  ],
  'alerts/action-groups': ['an alert notifies more than five groups', 'use at most 5'],
  'alerts/criterion': [
    'the metric, its namespace, its threshold or a dimension is missing or no number',
    'complete the criterion',
  ],
  'alerts/duplicate': ['two alerts of one service have one id', 'give each its own; add the recommended ones once'],
  'alerts/name': ['Azure rejects the name', 'correct it as the message says'],
  'alerts/receiver': [
    'nobody is notified, two receivers share a name, or an address is invalid',
    'correct the receiver; a webhook has an https address',
  ],
  'alerts/resource-group': [
    'the resource group of an existing service is not known, so the alert has none',
    'give `resourceGroup` in the options, or in the attributes of the service',
  ],
  'alerts/short-name': ['the short name has more than 12 characters, or none', 'use 1 to 12'],
  'alerts/target': [
    'no target is given, an id or the type is invalid, or several targets come without type and region',
    'give ids; for several give `targetResourceType` and `targetLocation`',
  ],
  'alerts/threshold': ['the threshold of a SignalR alert is out of range', 'use a number as the message says'],
  'alerts/webhook-secret': [
    'the address of a webhook is or holds a key, which would stand in the JSON',
    '`AlertReceiver.secureWebhook(...)`, or a sensitive `TerraformVariable`',
  ],
  'alerts/window': [
    'the window is shorter than the frequency, or a dynamic threshold is looked at every minute',
    'widen the window; use at least 5 minutes for dynamic thresholds',
  ],
} satisfies CodeRows;
