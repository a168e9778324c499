import { IResourceGroup } from '../core';
import { IActionGroup } from '../observability';

/** Options that all alerts on a SignalR service share. */
export interface SignalRAlertRouting {
  /** Groups that are notified, at most five; without groups the alert only shows in Azure Monitor. */
  readonly actionGroups: IActionGroup[];

  /**
   * Resource group of the alert, in the subscription of the service.
   *
   * @default - the resource group of the service; needed where that is not known
   */
  readonly resourceGroup?: IResourceGroup;

  /**
   * Tags of the alert.
   *
   * @default - no tags
   */
  readonly tags?: { [name: string]: string };
}

/** Options of one alert on a SignalR service. */
export interface SignalRAlertOptions extends SignalRAlertRouting {
  /**
   * Name of the alert: 1 to 260 characters, none of `* # & + : < > ? @ % { } \ /`, not ending with a space or period.
   *
   * @default - `alert-`, the name of the service, and the construct id in lower case
   */
  readonly name?: string;
}

/** Options of the recommended alerts on a SignalR service. */
export interface RecommendedAlertsOptions extends SignalRAlertRouting {
  /**
   * Prefix of the alerts' names; the metric follows, such as `-server-load`.
   *
   * @default - `alert-` and the name of the service
   */
  readonly namePrefix?: string;
}
