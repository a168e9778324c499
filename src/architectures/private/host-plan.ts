import { Construct } from 'constructs';
import { Names } from './names';
import { Role } from './roles';
import { IServicePlan, OsType, PlanSku, Runtime, ServicePlan } from '../../appservice';
import { AppKind } from '../../appservice/internal/app-kind';
import { environmentProblems } from '../../appservice/internal/app-plan-problems';
import { neededOs, osProblems } from '../../appservice/internal/app-problems';
import { planAutoscaleProblems } from '../../appservice/internal/plan-autoscale';
import { planOptionProblems } from '../../appservice/internal/plan-problems';
import { RegionalResourceProps } from '../../core';
import { locationsDiffer } from '../../core/internal/locations';
import { Problem } from '../../core/internal/violations';
import { ISubnet } from '../../network';
import { HostOptions } from '../host-options';

/** Options that decide about the plan of a host. */
export interface HostPlanOptions extends HostOptions {
  readonly planSku?: PlanSku;
  readonly runtime?: Runtime;
}

/** The plan of a host: a new one, or one that exists. */
export class HostPlan {
  public constructor(
    private readonly kind: AppKind,
    private readonly options: HostPlanOptions,
    private readonly defaultSku: PlanSku = PlanSku.P0V3,
  ) {}

  /** Roles of the plan's resources that get names. */
  public get roles(): Role[] {
    const { servicePlan, planAutoscale } = this.options;
    if (servicePlan) return [];
    return planAutoscale ? ['servicePlan', 'servicePlanAutoscale'] : ['servicePlan'];
  }

  /** The size; `undefined` where it is not known of a plan that exists. */
  public get sku(): PlanSku | undefined {
    const { servicePlan, planSku = this.defaultSku } = this.options;
    return servicePlan ? servicePlan.sku : planSku;
  }

  /** Facts about the plan. */
  public get facts(): Pick<IServicePlan, 'sku' | 'environment'> {
    return { sku: this.sku, environment: this.options.servicePlan?.environment };
  }

  /** Explains why the app would not be in a network, by its plan. */
  public networkProblems(integrationSubnet: ISubnet | undefined): Problem[] {
    const { servicePlan } = this.options;
    if (!servicePlan?.environment) return [];
    if (integrationSubnet) return environmentProblems(servicePlan, integrationSubnet);
    const message = `plan ${servicePlan.node.path} is in an App Service Environment, whose apps call out from its subnet and not from a new network; give the network of the environment with AppNetwork.existing(...)`;
    return [{ code: 'appservice/environment-subnet', message }];
  }

  /** The operating system that the app needs. */
  public get osType(): OsType {
    return neededOs(this.kind, this.options.runtime);
  }

  /** Reports why the app cannot run on the plan of its architecture, by options that the app alone does not have. */
  public problems(location: string): Problem[] {
    const { servicePlan, planSku, planScaling: scaling, planAutoscale, zoneBalancing } = this.options;
    if (!servicePlan) {
      const sku = planSku ?? this.defaultSku;
      return [
        ...(planSku?._problems() ?? []),
        ...planOptionProblems(sku, { scaling, zoneBalancing }),
        ...(planAutoscale ? planAutoscaleProblems({ sku, scaling, zoneBalancing }, planAutoscale) : []),
      ];
    }
    const { runtime } = this.options;
    return [
      ...this.conflicts(servicePlan),
      ...osProblems(this.kind, { servicePlan, runtime }),
      ...regionProblems(servicePlan, location),
    ];
  }

  /** The plan, defined where it is new. */
  public bind(scope: Construct, names: Names, regional: RegionalResourceProps) {
    const { servicePlan, planScaling: scaling, planAutoscale, zoneBalancing } = this.options;
    if (servicePlan) return { servicePlan };
    const newPlan = new ServicePlan(scope, 'ServicePlan', {
      ...regional,
      name: names.of('servicePlan'),
      osType: this.osType,
      sku: this.sku,
      scaling,
      zoneBalancing,
    });
    if (planAutoscale) {
      const { tags } = regional;
      newPlan.addAutoscale('Autoscale', { ...planAutoscale, name: names.of('servicePlanAutoscale'), tags });
    }
    return { servicePlan: newPlan, newPlan };
  }

  /** A plan like that of the host, for a second app of a kind that has a plan for itself. */
  public bindFurther(scope: Construct, names: Names, regional: RegionalResourceProps): ServicePlan {
    const { planScaling: scaling, zoneBalancing } = this.options;
    return new ServicePlan(scope, 'NegotiationServicePlan', {
      ...regional,
      name: names.of('negotiationServicePlan'),
      osType: this.osType,
      sku: this.sku ?? this.defaultSku,
      scaling,
      zoneBalancing,
    });
  }

  private conflicts({ node }: IServicePlan): Problem[] {
    const { planSku, planScaling, planAutoscale, zoneBalancing } = this.options;
    const ofNewPlan = Object.entries({ planSku, planScaling, planAutoscale, zoneBalancing });
    const given = ofNewPlan.filter(([, value]) => value !== undefined).map(([name]) => name);
    if (given.length === 0) return [];
    const message = `${given.join(', ')} given for a new plan, but servicePlan ${node.path} keeps its size and workers; leave one of the two out`;
    return [{ code: 'appservice/existing-plan', message }];
  }
}

function regionProblems({ location, node }: IServicePlan, ofArchitecture: string): Problem[] {
  if (!locationsDiffer(location, ofArchitecture)) return [];
  const message = `the app is in ${ofArchitecture}, but its plan ${node.path} is in ${location}; use one region`;
  return [{ code: 'appservice/location', message }];
}
