import { WebAppHostOptions } from './app-host-options';
import { ExistingApp } from '../appservice';
import { ExistingHost, Host, NewWebAppHost } from './private/hosts';
import { LINUX_WEB_APP, WINDOWS_WEB_APP } from '../appservice/internal/app-kind';
import { checkInput } from '../core/internal/input/check-input';

/** The application that is a hub server of the SignalR service. */
export class AppHost {
  /** A new Linux web app on a new plan. */
  public static linuxWebApp(options: WebAppHostOptions = {}): AppHost {
    checkInput('AppHost.linuxWebApp', arguments);
    return new AppHost(new NewWebAppHost(LINUX_WEB_APP, options));
  }

  /** A new Windows web app on a new plan; for a container on a plan for containers, which is a Premium one. */
  public static windowsWebApp(options: WebAppHostOptions = {}): AppHost {
    checkInput('AppHost.windowsWebApp', arguments);
    return new AppHost(new NewWebAppHost(WINDOWS_WEB_APP, options));
  }

  /**
   * An app that exists or is defined elsewhere, in a network given with `AppNetwork.existing`. Nothing of the app is
   * changed: no plan, identity or logs of it are defined, its identity is granted its role, and its owner applies
   * `requiredAppSettings`.
   *
   * @param app the app, with the identity that it has
   */
  public static existing(app: ExistingApp): AppHost {
    checkInput('AppHost.existing', arguments);
    return new AppHost(new ExistingHost(app));
  }

  private constructor(
    /**
     * Requirements of an architecture for the app.
     *
     * @internal
     */
    public readonly _host: Host,
  ) {}
}
