import { Construct } from 'constructs';
import { HostPlan } from './host-plan';
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

/** Resources that a host is bound to. */
export interface AppHostContext {
  readonly scope: Construct;
  readonly names: Names;
  readonly regional: RegionalResourceProps;
  readonly integrationSubnet: ISubnet;
}

/** Resources that a host gives to the architecture. */
export interface BoundAppHost {
  readonly webApp: IApp;
  readonly identity: IManagedIdentity;
  /** The plan, where it is new. */
  readonly servicePlan?: ServicePlan;
  /** Operating system, which decides the app's console; `undefined` where it is not known. */
  readonly osType?: OsType;
  readonly linuxWebApp?: LinuxWebApp;
  readonly windowsWebApp?: WindowsWebApp;
}

/** The application that is a hub server. */
export interface Host {
  /** Reports whether a new app accepts requests from the internet; an existing app is not judged. */
  readonly isPublic: boolean;
  /** Roles of the app's resources that get names. */
  readonly roles: readonly Role[];
  /** Reports what azurerm or Azure would reject in the app and its plan. */
  problems(scope: Construct, location: string): Problem[];
  /**
   * Explains why the app would not find the service from a network.
   *
   * @param integrationSubnet the subnet of the app; `undefined` where the network is new
   */
  networkProblems(integrationSubnet: ISubnet | undefined): Problem[];
  /**
   * Host name of the app's pages, by the name that a new app gets and the domain of its cloud. For a new app it is
   * written out: a reference to the app would close a cycle, because the app waits for its role on the service.
   */
  hostname(name: string, domain: string): string;
  bind(context: AppHostContext): BoundAppHost;
}

/** A web app that is defined with plan and identity. */
export class NewWebAppHost implements Host {
  private readonly plan: HostPlan;

  public constructor(
    private readonly kind: AppKind,
    private readonly options: WebAppHostOptions,
  ) {
    this.plan = new HostPlan(kind, options);
  }

  public get roles(): Role[] {
    const ofIdentity: Role[] = this.options.identity ? [] : ['identity'];
    return [...ofIdentity, ...this.plan.roles, 'webApp', 'webAppDiagnosticSetting'];
  }

  public get isPublic(): boolean {
    return this.options.accessRestrictions?.publicNetworkAccess ?? true;
  }

  public problems(scope: Construct, location: string): Problem[] {
    const { plan } = this;
    return [...plan.problems(location), ...webAppOptionProblems(scope, this.kind, plan.facts, this.options)];
  }

  public networkProblems(integrationSubnet: ISubnet | undefined): Problem[] {
    return this.plan.networkProblems(integrationSubnet);
  }

  public hostname(name: string, domain: string): string {
    return appHostname(name, this.plan.facts.environment?.dnsSuffix ?? domain);
  }

  public bind({ scope, names, regional, integrationSubnet }: AppHostContext): BoundAppHost {
    const { planSku, planScaling, planAutoscale, zoneBalancing, ...appOptions } = this.options;
    const { resourceGroup, tags, provider } = regional;
    const identity =
      this.options.identity ?? new ManagedIdentity(scope, 'Identity', { ...regional, name: names.of('identity') });
    const { servicePlan, newPlan } = this.plan.bind(scope, names, regional);
    const { osType } = this.plan;
    const props = {
      ...appOptions,
      name: names.of('webApp'),
      resourceGroup,
      tags,
      provider,
      servicePlan,
      identity,
      integrationSubnet,
    };
    if (this.kind.osType === OsType.LINUX) {
      const linuxWebApp = new LinuxWebApp(scope, 'WebApp', props);
      return { identity, osType, servicePlan: newPlan, webApp: linuxWebApp, linuxWebApp };
    }
    const windowsWebApp = new WindowsWebApp(scope, 'WebApp', props);
    return { identity, osType, servicePlan: newPlan, webApp: windowsWebApp, windowsWebApp };
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

  public networkProblems(integrationSubnet: ISubnet | undefined): Problem[] {
    if (integrationSubnet) return [];
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
