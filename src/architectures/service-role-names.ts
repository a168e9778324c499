/** Names of a SignalR service, and of its links, logs and alerts. */
export interface ServiceRoleNames {
  /**
   * The SignalR service: 3 to 63 letters, digits or inner dashes, unique in all of Azure.
   *
   * @default - `sigr-WORKLOAD-ENVIRONMENT-REGION-HASH`
   */
  readonly signalr?: string;

  /**
   * The identity of the service, in `SecureServerlessSignalR`.
   *
   * @default - `id-WORKLOAD-signalr-ENVIRONMENT-REGION`
   */
  readonly signalrIdentity?: string;

  /**
   * The lock of the service, with `signalrSettings.lock`.
   *
   * @default 'no-deletion'
   */
  readonly signalrLock?: string;

  /**
   * The diagnostic setting of the service.
   *
   * @default 'logs'
   */
  readonly signalrDiagnosticSetting?: string;

  /**
   * The autoscale setting of the service, with `signalrAutoscale`.
   *
   * @default - `autoscale-WORKLOAD-signalr-ENVIRONMENT-REGION`
   */
  readonly signalrAutoscale?: string;

  /**
   * The service's shared private link to the function app.
   *
   * @default 'function-app'
   */
  readonly functionAppLink?: string;

  /**
   * The service's shared private link to the vault.
   *
   * @default 'vault'
   */
  readonly vaultLink?: string;

  /**
   * The new log workspace.
   *
   * @default - `log-WORKLOAD-ENVIRONMENT-REGION`
   */
  readonly logWorkspace?: string;

  /**
   * The action group, with `alertReceivers`; its short name is the first 12 characters.
   *
   * @default - `ag-WORKLOAD-ENVIRONMENT-REGION`
   */
  readonly actionGroup?: string;

  /**
   * The alert on connections near the quota.
   *
   * @default - `alert-WORKLOAD-ENVIRONMENT-REGION-connection-quota-utilization`
   */
  readonly connectionQuotaUtilizationAlert?: string;

  /**
   * The alert on load.
   *
   * @default - `alert-WORKLOAD-ENVIRONMENT-REGION-server-load`
   */
  readonly serverLoadAlert?: string;

  /**
   * The alert on errors of the service.
   *
   * @default - `alert-WORKLOAD-ENVIRONMENT-REGION-system-errors`
   */
  readonly systemErrorsAlert?: string;

  /**
   * The alert on unusual traffic.
   *
   * @default - `alert-WORKLOAD-ENVIRONMENT-REGION-inbound-traffic`
   */
  readonly inboundTrafficAlert?: string;
}
