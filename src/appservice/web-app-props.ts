import { AppLogs } from './app-logs';
import { AppOptions, AppProps } from './app-props';
import { LoadBalancingMode } from './load-balancing-mode';

/** Options of a web app that do not depend on where it runs. */
export interface WebAppOptions extends AppOptions {
  /**
   * Whether a client is led to the same instance each time. Azure SignalR Service keeps the connections of clients, so
   * hub servers do not need it.
   *
   * @default false
   */
  readonly clientAffinity?: boolean;

  /**
   * Logs that the app keeps in its own file system.
   *
   * @default - none
   */
  readonly logs?: AppLogs;

  /**
   * Whether the app takes WebSockets. Clients of Azure SignalR Service open them to the service, so a hub server works
   * without.
   *
   * @default true
   */
  readonly webSockets?: boolean;

  /**
   * Command with which App Service starts the app, as `gunicorn app:app`; on Linux only. It is readable to all who may
   * read the app, so it must hold no secret.
   *
   * @default - the one that the runtime or the container has
   * @see https://learn.microsoft.com/azure/app-service/faq-app-service-linux
   */
  readonly startupCommand?: string;

  /**
   * How App Service chooses the instance that takes a request.
   *
   * @default - `LoadBalancingMode.LEAST_REQUESTS`, which azurerm sets
   */
  readonly loadBalancingMode?: LoadBalancingMode;
}

/** Properties of a web app. */
export interface WebAppProps extends AppProps, WebAppOptions {}
