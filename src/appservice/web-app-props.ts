import { AppLogs } from './app-logs';
import { AppOptions, AppProps } from './app-props';

/** Options of a web app that do not depend on where it runs. */
export interface WebAppOptions extends AppOptions {
  /**
   * Routes a client to the same instance each time. Azure SignalR Service keeps the connections of clients, so hub
   * servers do not need it.
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
}

/** Properties of a web app. */
export interface WebAppProps extends AppProps, WebAppOptions {}
