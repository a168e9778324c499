import { Construct } from 'constructs';
import { LinuxWebApp, OsType, PlanSku, ServicePlan, WebAppOptions } from './appservice';
import { LINUX_WEB_APP } from './appservice/private/app-kind';
import { webAppOptionProblems } from './appservice/private/app-problems';
import { RegionalResourceProps } from './core';
import { NameRules, ResourceNames } from './core/private/resource-names';
import { Problem } from './core/private/violations';
import { IManagedIdentity } from './identity';
import { ISubnet } from './network';

/** A Linux web app with its own plan. */
export interface LinuxWebAppHostOptions extends WebAppOptions {
  /**
   * Size of the plan's workers.
   *
   * @default PlanSku.P0V3
   */
  readonly planSku?: PlanSku;
}

/**
 * What a host is bound to.
 *
 * @internal
 */
export interface AppHostContext {
  readonly names: ResourceNames;
  readonly regional: RegionalResourceProps;
  readonly identity: IManagedIdentity;
  readonly integrationSubnet: ISubnet;
}

/**
 * What a host defines.
 *
 * @internal
 */
export interface BoundAppHost {
  readonly servicePlan: ServicePlan;
  readonly webApp: LinuxWebApp;
}

/** The application that is a hub server of the SignalR service. */
export class AppHost {
  /** A new Linux web app on a new plan. */
  public static linuxWebApp(options: LinuxWebAppHostOptions = {}): AppHost {
    return new AppHost(options);
  }

  private constructor(private readonly options: LinuxWebAppHostOptions) {}

  /**
   * What azurerm or Azure would refuse in the app and its plan.
   *
   * @internal
   */
  public _problems(): Problem[] {
    const { planSku, ...appOptions } = this.options;
    return [...(planSku?._problems() ?? []), ...webAppOptionProblems(LINUX_WEB_APP, planSku, appOptions)];
  }

  /**
   * Defines plan and app in `scope`.
   *
   * @internal
   */
  public _bind(scope: Construct, context: AppHostContext): BoundAppHost {
    const { planSku, ...appOptions } = this.options;
    const { names, regional } = context;
    const servicePlan = new ServicePlan(scope, 'ServicePlan', {
      ...regional,
      name: names.of(NameRules.SERVICE_PLAN),
      osType: OsType.LINUX,
      sku: planSku,
    });
    const webApp = new LinuxWebApp(scope, 'WebApp', {
      ...appOptions,
      name: names.of(NameRules.WEB_APP),
      resourceGroup: regional.resourceGroup,
      tags: regional.tags,
      servicePlan,
      identity: context.identity,
      integrationSubnet: context.integrationSubnet,
    });
    return { servicePlan, webApp };
  }
}
