/** Names of an app and of what it runs on. */
export interface AppRoleNames {
  /**
   * The identity with which the app signs in.
   *
   * @default - `id-WORKLOAD-ENVIRONMENT-REGION`; of a function app `id-WORKLOAD-func-ENVIRONMENT-REGION`
   */
  readonly identity?: string;

  /**
   * The plan of the app.
   *
   * @default - `asp-WORKLOAD-ENVIRONMENT-REGION`
   */
  readonly servicePlan?: string;

  /**
   * The autoscale setting of the plan, with `planAutoscale` of the host.
   *
   * @default - `autoscale-WORKLOAD-plan-ENVIRONMENT-REGION`
   */
  readonly servicePlanAutoscale?: string;

  /**
   * The web app: 2 to 60 letters, digits or inner dashes, unique in all of Azure, and known at synth: its host name and
   * origin are made of it.
   *
   * @default - `app-WORKLOAD-ENVIRONMENT-REGION-HASH`
   */
  readonly webApp?: string;

  /**
   * The diagnostic setting of the web app.
   *
   * @default 'logs'
   */
  readonly webAppDiagnosticSetting?: string;

  /**
   * The function app, by the same rules: its host name and upstream address are made of it.
   *
   * @default - `func-WORKLOAD-ENVIRONMENT-REGION-HASH`
   */
  readonly functionApp?: string;

  /**
   * The diagnostic setting of the function app.
   *
   * @default 'logs'
   */
  readonly functionAppDiagnosticSetting?: string;

  /**
   * The identity with which a function app for the negotiation alone signs in.
   *
   * @default - `id-WORKLOAD-negotiate-ENVIRONMENT-REGION`
   */
  readonly negotiationIdentity?: string;

  /**
   * The plan of that app, where it is a Flex Consumption app.
   *
   * @default - `asp-WORKLOAD-negotiate-ENVIRONMENT-REGION`
   */
  readonly negotiationServicePlan?: string;

  /**
   * The negotiation app, by the same rules as the function app: its name is part of the origin that the service allows.
   *
   * @default - `func-WORKLOAD-negotiate-ENVIRONMENT-REGION-HASH`
   */
  readonly negotiationApp?: string;

  /**
   * The diagnostic setting of that app.
   *
   * @default 'logs'
   */
  readonly negotiationAppDiagnosticSetting?: string;

  /**
   * The storage account of that app, by the rules of the other one.
   *
   * @default - `stWORKLOADnegotiateHASH`
   */
  readonly negotiationStorage?: string;

  /**
   * The container with the code of that app, where it is a Flex Consumption app.
   *
   * @default - `app-` and the name of the app
   */
  readonly negotiationDeploymentContainer?: string;

  /**
   * The Application Insights resource of the function app.
   *
   * @default - `appi-WORKLOAD-ENVIRONMENT-REGION`
   */
  readonly applicationInsights?: string;

  /**
   * The storage account of the function app: 3 to 24 lower-case letters or digits, unique in all of Azure.
   *
   * @default - `stWORKLOADHASH`
   */
  readonly storage?: string;

  /**
   * The container with the code of a Flex Consumption app.
   *
   * @default - `app-` and the name of the app
   */
  readonly deploymentContainer?: string;

  /**
   * The new Key Vault: 3 to 24 letters, digits or inner dashes, unique in all of Azure.
   *
   * @default - `kv-WORKLOAD-HASH`
   */
  readonly vault?: string;

  /**
   * The diagnostic setting of that vault.
   *
   * @default 'logs'
   */
  readonly vaultDiagnosticSetting?: string;

  /**
   * The secret that holds the key of the function app, where the option `functionKeySecret` is left out.
   *
   * @default 'signalr-extension-key'
   */
  readonly functionKeySecret?: string;
}
