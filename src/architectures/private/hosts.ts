import { Construct } from 'constructs';
import { Names } from './names';
import { Role } from './roles';
import { ExistingApp, IApp, LinuxWebApp, OsType, ServicePlan, WindowsWebApp } from '../../appservice';
import { appHostname } from '../../appservice/internal/app-hostname';
import { AppKind } from '../../appservice/internal/app-kind';
import { webAppOptionProblems } from '../../appservice/internal/app-problems';
import { RegionalResourceProps } from '../../core';
import { Problem } from '../../core/internal/violations';
import { IManagedIdentity, ManagedIdentity } from '../../identity';
import { ISubnet } from '../../network';
import { WebAppHostOptions } from '../app-host-options';

/** What a host is bound to. */
export interface AppHostContext {
  readonly scope: Construct;
  readonly names: Names;
  readonly regional: RegionalResourceProps;
  readonly integrationSubnet: ISubnet;
}

/** What a host gives to the architecture. */
export interface BoundAppHost {
  readonly webApp: IApp;
  readonly identity: IManagedIdentity;
  readonly servicePlan?: ServicePlan;
  readonly linuxWebApp?: LinuxWebApp;
  readonly windowsWebApp?: WindowsWebApp;
}

/** The application that is a hub server. */
export interface Host {
  /** Whether a new app accepts requests from the internet; nothing of an existing one is judged. */
  readonly isPublic: boolean;
  /** What is named of the app. */
  readonly roles: readonly Role[];
  /** What azurerm or Azure would refuse in the app and its plan. */
  problems(scope: Construct): Problem[];
  /** Why the app would not find the service from such a network. */
  networkProblems(networkIsNew: boolean): Problem[];
  /**
   * Host name of the app's pages, by the name that a new app gets and the domain of its cloud. For a new app it is written
   * out: a reference to the app would close a cycle, because the app waits for its role on the service.
   */
  hostname(name: string, domain: string): string;
  bind(context: AppHostContext): BoundAppHost;
}

/** A web app that is defined with plan and identity. */
export class NewWebAppHost implements Host {
  public readonly roles: readonly Role[] = ['identity', 'servicePlan', 'webApp', 'webAppDiagnosticSetting'];

  public constructor(
    private readonly kind: AppKind,
    private readonly options: WebAppHostOptions,
  ) {}

  public get isPublic(): boolean {
    return this.options.accessRestrictions?.publicNetworkAccess ?? true;
  }

  public problems(scope: Construct): Problem[] {
    const { planSku, ...appOptions } = this.options;
    return [...(planSku?._problems() ?? []), ...webAppOptionProblems(scope, this.kind, planSku, appOptions)];
  }

  public networkProblems(): Problem[] {
    return [];
  }

  public hostname(name: string, domain: string): string {
    return appHostname(name, domain);
  }

  public bind({ scope, names, regional, integrationSubnet }: AppHostContext): BoundAppHost {
    const { planSku, ...appOptions } = this.options;
    const { resourceGroup, tags } = regional;
    const identity = new ManagedIdentity(scope, 'Identity', {
      ...regional,
      name: names.of('identity'),
    });
    const osType = this.planOs;
    const name = names.of('servicePlan');
    const servicePlan = new ServicePlan(scope, 'ServicePlan', { ...regional, name, osType, sku: planSku });
    const props = {
      ...appOptions,
      name: names.of('webApp'),
      resourceGroup,
      tags,
      servicePlan,
      identity,
      integrationSubnet,
    };
    if (this.kind.osType === OsType.LINUX) {
      const linuxWebApp = new LinuxWebApp(scope, 'WebApp', props);
      return { identity, servicePlan, webApp: linuxWebApp, linuxWebApp };
    }
    const windowsWebApp = new WindowsWebApp(scope, 'WebApp', props);
    return { identity, servicePlan, webApp: windowsWebApp, windowsWebApp };
  }

  private get planOs(): OsType {
    const runsWindowsContainer = this.kind.osType === OsType.WINDOWS && this.options.runtime?.isContainer;
    return runsWindowsContainer ? OsType.WINDOWS_CONTAINER : this.kind.osType;
  }
}

/** An app that others own, with its plan, identity and network. */
export class ExistingHost implements Host {
  public readonly isPublic = false;
  public readonly roles = [];

  public constructor(private readonly app: ExistingApp) {}

  public problems(): Problem[] {
    return [];
  }

  public networkProblems(networkIsNew: boolean): Problem[] {
    if (!networkIsNew) return [];
    const message = `the existing app ${this.app.node.path} calls out through its own network, so it would not reach the service from a new one; give its network with AppNetwork.existing(...)`;
    return [{ code: 'appservice/existing-app-network', message }];
  }

  public hostname(): string {
    return this.app.defaultHostname;
  }

  public bind(): BoundAppHost {
    return { webApp: this.app, identity: this.app.identity };
  }
}
