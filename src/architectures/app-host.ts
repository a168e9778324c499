import { Construct } from 'constructs';
import { WebAppHostOptions } from './app-host-options';
import { ExistingApp } from '../appservice';
import { AppHostContext, BoundAppHost, ExistingHost, Host, NewWebAppHost } from './private/hosts';
import { LINUX_WEB_APP, WINDOWS_WEB_APP } from '../appservice/internal/app-kind';
import { Problem } from '../core/internal/violations';

/** The application that is a hub server of the SignalR service. */
export class AppHost {
  /** A new Linux web app on a new plan. */
  public static linuxWebApp(options: WebAppHostOptions = {}): AppHost {
    return new AppHost(new NewWebAppHost(LINUX_WEB_APP, options));
  }

  /** A new Windows web app on a new plan; for a container on a plan for containers, which is a Premium one. */
  public static windowsWebApp(options: WebAppHostOptions = {}): AppHost {
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
    return new AppHost(new ExistingHost(app));
  }

  private constructor(private readonly host: Host) {}

  /**
   * Whether a new app takes requests from the internet.
   *
   * @internal
   */
  public get _isPublic(): boolean {
    return this.host.isPublic;
  }

  /**
   * What azurerm or Azure would refuse in the app and its plan.
   *
   * @internal
   */
  public _problems(): Problem[] {
    return this.host.problems();
  }

  /**
   * Why the app would not find the service from such a network.
   *
   * @internal
   */
  public _networkProblems(networkIsNew: boolean): Problem[] {
    return this.host.networkProblems(networkIsNew);
  }

  /**
   * Host name of the app's pages. For a new app it is written out: a reference to the app would close a cycle, because
   * the app waits for its role on the service.
   *
   * @internal
   */
  public _hostname(name: string, domain: string): string {
    return this.host.hostname(name, domain);
  }

  /**
   * Defines in `scope` what is new.
   *
   * @internal
   */
  public _bind(scope: Construct, context: AppHostContext): BoundAppHost {
    return this.host.bind(scope, context);
  }
}
