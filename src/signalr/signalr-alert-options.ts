import { IResourceGroup } from '../core';
import { IActionGroup } from '../observability';

/** What all alerts on a SignalR service need to be told. */
export interface SignalRAlertRouting {
  /** Who is told, at most five groups; with none the alert only shows in Azure Monitor. */
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
   * How the names of the alerts begin; the metric follows, as `-server-load`.
   *
   * @default - `alert-` and the name of the service
   */
  readonly namePrefix?: string;
}
