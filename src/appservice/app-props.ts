import { TerraformProvider } from 'cdktf';
import { AccessRestrictions } from './access-restrictions';
import { AppCode } from './app-code';
import { AppCors } from './app-cors';
import { Authentication } from './authentication';
import { ConnectionString } from './connection-string';
import { HealthCheck } from './health-check';
import { LoadBalancingMode } from './load-balancing-mode';
import { Runtime } from './runtime';
import { IServicePlan } from './service-plan';
import { IResourceGroup } from '../core';
import { IManagedIdentity } from '../identity';
import { ISubnet } from '../network';
import { IApplicationInsights } from '../observability';
import { SecretReference } from '../vault';

/** Options of an app of any kind that do not depend on where it runs. */
export interface AppOptions {
  /**
   * Language and version, or container.
   *
   * @default Runtime.dotnet('10.0')
   */
  readonly runtime?: Runtime;

  /**
   * Owner of the app's code: `AppCode.byPipeline()` leaves the tag of the image, or the setting of the package, to the
   * pipeline.
   *
   * @default - each apply sets image and settings as they are given
   */
  readonly code?: AppCode;

  /**
   * Keeps the app loaded while it gets no calls. A hub server that is unloaded loses its clients.
   *
   * @default - true where the plan can; Free, Shared, consumption and elastic plans cannot
   */
  readonly alwaysOn?: boolean;

  /**
   * Page by which App Service finds out whether an instance is well.
   *
   * @default - no health check
   */
  readonly healthCheck?: HealthCheck;

  /**
   * App settings. Those that look like secrets are rejected, by value, by name, or by what they refer to, and so are
   * names that Azure rejects: on Linux names of anything but letters, digits, periods and underscores. There
   * `Chat__Hub` is what .NET reads as `Chat:Hub`, and the app sees an underscore for a period.
   *
   * @default - only the settings that connected services add
   */
  readonly appSettings?: { [name: string]: string };

  /**
   * App settings whose values App Service fetches from Key Vaults, by name. The app's identity is granted the role Key
   * Vault Secrets User on each vault.
   *
   * @default - no settings from Key Vaults
   * @see https://learn.microsoft.com/azure/app-service/app-service-key-vault-references
   */
  readonly secretSettings?: { [name: string]: SecretReference };

  /**
   * Connection strings that App Service fetches from Key Vaults, by name, such as
   * `{ Main: ConnectionString.fromSecret(ConnectionStringType.SQL_AZURE, secret) }`. .NET reads this one as
   * `ConnectionStrings:Main`. The app's identity is granted the role Key Vault Secrets User on each vault. Bindings of
   * Azure Functions take settings instead: use `secretSettings`.
   *
   * @default - no connection strings
   * @see https://learn.microsoft.com/azure/app-service/configure-common#configure-connection-strings
   */
  readonly connectionStrings?: { [name: string]: ConnectionString };

  /**
   * Reasons why settings that look like secrets are not secrets, by name, such as `{ Captcha__ClientKey: 'browsers get
   * this key from the page' }`. Without a reason synth rejects what has the form or the name of a secret, or refers to
   * what azurerm marks as sensitive.
   *
   * @default - every setting that looks like a secret is rejected
   */
  readonly notSecret?: { [name: string]: string };

  /**
   * Destination of the app's telemetry. The app signs in with its identity, which gets the role Monitoring Metrics
   * Publisher there. The host of a function app sends by itself; a web app needs an SDK, or Azure's agent, which the
   * app setting `ApplicationInsightsAgent_EXTENSION_VERSION` starts.
   *
   * @default - the app sends none
   * @see https://learn.microsoft.com/azure/azure-monitor/app/azure-ad-authentication
   */
  readonly applicationInsights?: IApplicationInsights;

  /**
   * Callers that may reach the app over the network.
   *
   * @default AccessRestrictions.publicAccess()
   */
  readonly accessRestrictions?: AccessRestrictions;

  /**
   * Authentication of callers by App Service before a request reaches the code. A slot has its own redirect address,
   * and may have its own app registration.
   *
   * @default - no caller: the code decides
   * @see https://learn.microsoft.com/azure/app-service/overview-authentication-authorization
   */
  readonly authentication?: Authentication;

  /**
   * Web pages of other origins that may call the app from a browser.
   *
   * @default - App Service leaves the answer to the app
   */
  readonly cors?: AppCors;

  /**
   * Also answers over HTTP/2.
   *
   * @default true
   */
  readonly http2?: boolean;

  /**
   * Accepts WebSockets. Clients of Azure SignalR Service open them to the service, so a hub server works without.
   *
   * @default - true for web apps; function apps take none
   */
  readonly webSockets?: boolean;

  /**
   * Command with which App Service starts the app, such as `gunicorn app:app`; on Linux only. It is readable to all who
   * may read the app, so it must hold no secret.
   *
   * @default - the one that the runtime or the container has
   * @see https://learn.microsoft.com/azure/app-service/faq-app-service-linux
   */
  readonly startupCommand?: string;

  /**
   * Method by which App Service chooses the instance for a request.
   *
   * @default - `LoadBalancingMode.LEAST_REQUESTS`, which azurerm sets
   */
  readonly loadBalancingMode?: LoadBalancingMode;
}

/** Properties of an app of any kind. */
export interface AppProps extends AppOptions {
  /** Name: 2 to 60 letters, digits or inner dashes. Unique in all of Azure. */
  readonly name: string;

  /** Resource group of the app. */
  readonly resourceGroup: IResourceGroup;

  /** The plan that the app runs on; the app shares its region. */
  readonly servicePlan: IServicePlan;

  /** The identity that the app takes on. */
  readonly identity: IManagedIdentity;

  /**
   * The subnet through which the app calls out, delegated to `Microsoft.Web/serverFarms`; that of a Flex Consumption
   * function app to `Microsoft.App/environments`. On a plan of an App Service Environment that of the environment, from
   * which the app calls out without joining it.
   */
  readonly integrationSubnet: ISubnet;

  /**
   * Names of app settings that stay with their slot when slots are swapped.
   *
   * @default - all settings move with the code
   */
  readonly stickySettings?: string[];

  /**
   * Names of connection strings that stay with their slot when slots are swapped.
   *
   * @default - all connection strings move with the code
   */
  readonly stickyConnectionStrings?: string[];

  /**
   * Provider of the app, for another subscription than the stack's default one: `new AzurermProvider(...)` with an
   * `alias`.
   *
   * @default - the provider of the plan, where it is known, or else the stack's provider without an alias
   */
  readonly provider?: TerraformProvider;

  /**
   * Tags of the app.
   *
   * @default - no tags
   */
  readonly tags?: { [name: string]: string };
}
