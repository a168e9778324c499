import { DataAzurermServicePlan } from '@cdktf/provider-azurerm/lib/data-azurerm-service-plan';
import { ServicePlan as ServicePlanResource } from '@cdktf/provider-azurerm/lib/service-plan';
import { Construct, IConstruct } from 'constructs';
import { OsType } from './os-type';
import { PlanScaling } from './plan-scaling';
import { PlanSku } from './plan-sku';
import { RegionalResourceProps, ResourceLookup } from '../core';
import { planAutoscaleProblems, planRules } from './internal/plan-autoscale';
import { planOptionProblems, planNameProblems } from './internal/plan-problems';
import { ArmIdForm } from '../core/internal/arm-id';
import { hostNameProblems } from '../core/internal/host-name';
import { checkInput } from '../core/internal/input/check-input';
import { locationProblems } from '../core/internal/locations';
import { withProvider } from '../core/internal/providers';
import { regionalAttributes, regionalProblems, regionOf } from '../core/internal/regional';
import { refuse, Violations } from '../core/internal/violations';
import { ISubnet } from '../network';
import { AddAutoscaleOptions, AutoscaleSetting } from '../observability';
import { duplicateAutoscale, leaveToAutoscale, leaveToOthers } from '../observability/internal/autoscaled';
import { beginDefinition } from '../placement/definition';

/** The App Service Environment that a plan is in. Its apps run in its subnet, and join no other. */
export interface PlanEnvironment {
  /** Subnet of the environment, from which its apps call out. */
  readonly subnet: ISubnet;

  /**
   * Suffix of the host names of its apps, such as `ase-estate.appserviceenvironment.net`: `dns_suffix` of
   * `azurerm_app_service_environment_v3`.
   */
  readonly dnsSuffix: string;
}

/** A service plan, owned or existing. */
export interface IServicePlan extends IConstruct {
  /** Azure resource id of the plan. */
  readonly servicePlanId: string;

  /** Region of the plan, which its apps share. */
  readonly location: string;

  /** Operating system; `undefined` where it is not known. */
  readonly osType?: OsType;

  /** Size; `undefined` where it is not known. */
  readonly sku?: PlanSku;

  /** The App Service Environment that the plan is in; `undefined` where it is in none, or that is not known. */
  readonly environment?: PlanEnvironment;
}

/** Attributes of an existing service plan. What is left out is not judged at synth. */
export interface ServicePlanAttributes {
  /** Azure resource id of the plan. */
  readonly servicePlanId: string;

  /** Region of the plan, such as `centralus`. */
  readonly location: string;

  /**
   * Operating system.
   *
   * @default - not known
   */
  readonly osType?: OsType;

  /**
   * Size.
   *
   * @default - not known
   */
  readonly sku?: PlanSku;

  /**
   * The App Service Environment that the plan is in.
   *
   * @default - the plan is in none
   * @see https://learn.microsoft.com/azure/app-service/environment/networking
   */
  readonly environment?: PlanEnvironment;
}

/** Look-up of an existing service plan. */
export interface ServicePlanLookup extends ResourceLookup {
  /** Name of the plan. */
  readonly name: string;
}

/** Properties of a service plan. */
export interface ServicePlanProps extends RegionalResourceProps {
  /** Name: 1 to 60 letters, digits, `-` or `_`. */
  readonly name: string;

  /** Operating system of the workers. */
  readonly osType: OsType;

  /**
   * Size of the workers.
   *
   * @default PlanSku.P0V3
   */
  readonly sku?: PlanSku;

  /**
   * Number of workers of the plan.
   *
   * @default - Azure's own: one worker, or what a consumption plan needs
   */
  readonly scaling?: PlanScaling;

  /**
   * Spreads the workers over the availability zones of the region: on Premium, Elastic Premium, Workflow, Isolated and
   * Flex Consumption sizes. Needs at least 2 workers; 3 keep one in each zone. To switch it on later for a plan of one
   * worker replaces the plan.
   *
   * @default false
   * @see https://learn.microsoft.com/azure/reliability/reliability-app-service
   */
  readonly zoneBalancing?: boolean;

  /**
   * Allows a separate number of workers for each app of the plan: on Standard, Premium and Isolated sizes.
   *
   * @default false
   */
  readonly perSiteScaling?: boolean;
}

const SUFFIX = 'ase-estate.appserviceenvironment.net';
const PLAN_ID = new ArmIdForm('Microsoft.Web/serverFarms', 'appservice/plan-id', 'a service plan');

/** Defines a service plan: the workers on which apps run. */
export class ServicePlan extends Construct implements IServicePlan {
  /**
   * Refers to an existing plan.
   *
   * @throws `appservice/plan-id`, `appservice/hostname`, `core/location`
   */
  public static fromServicePlanAttributes(
    scope: Construct,
    id: string,
    attributes: ServicePlanAttributes,
  ): IServicePlan {
    checkInput('appservice.ServicePlan.fromServicePlanAttributes', arguments);
    class Import extends Construct implements IServicePlan {
      public readonly servicePlanId = attributes.servicePlanId;
      public readonly location = attributes.location;
      public readonly osType = attributes.osType;
      public readonly sku = attributes.sku;
      public readonly environment = attributes.environment;
    }
    const plan = new Import(scope, id);
    const { dnsSuffix } = plan.environment ?? {};
    refuse(
      plan,
      PLAN_ID.problems(plan.servicePlanId),
      locationProblems(plan, plan.location),
      dnsSuffix === undefined ? [] : hostNameProblems('appservice/hostname', dnsSuffix, SUFFIX),
    );
    return plan;
  }

  /**
   * Refers to an existing plan by its name, which Terraform looks up.
   *
   * Region, operating system and size are only known then, so they are not judged.
   */
  public static fromLookup(scope: Construct, id: string, options: ServicePlanLookup): IServicePlan {
    checkInput('appservice.ServicePlan.fromLookup', arguments);
    class Import extends Construct implements IServicePlan {
      private readonly found = new DataAzurermServicePlan(this, 'Resource', {
        name: options.name,
        resourceGroupName: options.resourceGroupName,
        provider: options.provider,
      });
      public readonly servicePlanId = this.found.id;
      public readonly location = this.found.location;
    }
    return new Import(scope, id);
  }

  public readonly servicePlanId: string;
  public readonly location: string;
  public readonly osType?: OsType;
  public readonly sku?: PlanSku;

  /** The provider's resource, for settings that this class does not model. */
  public readonly resource: ServicePlanResource;

  private readonly props: ServicePlanProps;
  private autoscale?: AutoscaleSetting;

  /**
   * Defines a plan.
   *
   * @throws `appservice/plan-name`, `appservice/plan-sku`, `appservice/plan-scaling`, `appservice/zone-balancing`,
   * `core/location`, `core/tags`
   */
  public constructor(scope: Construct, id: string, given: ServicePlanProps) {
    checkInput('appservice.ServicePlan', arguments);
    super(scope, id);
    const props = withProvider(this, given, given.resourceGroup);
    this.props = props;
    const sku = props.sku ?? PlanSku.P0V3;
    const violations = new Violations(this);
    violations.include(planNameProblems(props.name));
    violations.include(sku._problems());
    violations.include(planOptionProblems(sku, props));
    violations.include(regionalProblems(this, props));
    violations.throwIfAny();

    beginDefinition(this);
    this.resource = new ServicePlanResource(this, 'Resource', {
      name: props.name,
      ...regionalAttributes(props),
      osType: props.osType,
      skuName: sku.name,
      ...props.scaling?._render(sku),
      zoneBalancingEnabled: props.zoneBalancing,
      perSiteScalingEnabled: props.perSiteScaling,
    });
    if (props.scaling?.isByOthers) leaveToOthers(this.resource, 'worker_count');
    this.servicePlanId = this.resource.id;
    this.location = regionOf(props);
    this.osType = props.osType;
    this.sku = sku;
  }
  /**
   * Lets Azure Monitor change the number of workers with the load, once for a plan: on Standard, Premium and Isolated
   * sizes. By default a worker comes above 70 percent of CPU, and goes below 30.
   *
   * The number of workers is then Azure's: Terraform ignores `worker_count` of the plan from now on, so that no apply
   * undoes a change. What `scaling` says counts when the plan is made, and not later.
   *
   * @throws `autoscale/tier`, `autoscale/bounds`, `autoscale/duplicate`, and what `AutoscaleSetting` throws
   * @see https://learn.microsoft.com/azure/azure-monitor/autoscale/autoscale-get-started
   */
  public addAutoscale(id: string, options: AddAutoscaleOptions): AutoscaleSetting {
    checkInput('appservice.ServicePlan.addAutoscale', arguments, this);
    const { props, resource } = this;
    const violations = new Violations(this);
    violations.include(planAutoscaleProblems({ ...props, sku: this.sku! }, options));
    violations.include(duplicateAutoscale(this.autoscale));
    violations.throwIfAny();
    const { name = `autoscale-${props.name}`, resourceGroup = props.resourceGroup, rules = planRules() } = options;
    this.autoscale = new AutoscaleSetting(this, id, {
      ...options,
      name,
      resourceGroup,
      rules,
      location: this.location,
      provider: props.provider,
      targetResourceId: this.servicePlanId,
    });
    leaveToAutoscale(resource, 'worker_count');
    return this.autoscale;
  }
}
