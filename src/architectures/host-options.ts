import { IServicePlan, PlanScaling } from '../appservice';
import { IManagedIdentity } from '../identity';
import { AutoscaleOptions } from '../observability';

/** Options for a new app of an architecture and its plan. */
export interface HostOptions {
  /**
   * An identity that exists or is defined elsewhere, as which the app signs in. The architecture grants it its roles.
   *
   * @default - a new one
   */
  readonly identity?: IManagedIdentity;

  /**
   * A plan that exists or is defined elsewhere, such as one that several apps share, in the region of the architecture.
   * Its size and its workers stay as they are. What is known of its operating system and size is judged as for a new
   * plan; a plan of an App Service Environment needs `environment`, and its network with `AppNetwork.existing(...)`;
   * its apps join no subnet. `SecureServerlessSignalR` takes no such plan. Azure rejects the move of a deployed app to
   * a plan of another resource group, region or operating system; another region replaces the app.
   *
   * @default - a new one
   * @see https://learn.microsoft.com/azure/app-service/overview-hosting-plans
   */
  readonly servicePlan?: IServicePlan;

  /**
   * Number of workers of the new plan.
   *
   * @default - Azure's own: one worker, or what a consumption plan needs
   */
  readonly planScaling?: PlanScaling;

  /**
   * Lets Azure Monitor change the number of workers of the new plan with the load: on Standard and Premium sizes.
   * Terraform then ignores the number of workers; `planScaling` counts when the plan is made.
   *
   * @default - the number of workers stays
   * @see https://learn.microsoft.com/azure/azure-monitor/autoscale/autoscale-get-started
   */
  readonly planAutoscale?: AutoscaleOptions;

  /**
   * Spreads the workers of the new plan over the availability zones of the region: on Premium, Elastic Premium and Flex
   * Consumption sizes. Needs at least 2 workers; 3 keep one in each zone. Switched on after the deployment it changes
   * the plan in place, which Azure rejects where the scale unit of the plan has no zones; azurerm replaces a plan that
   * then has one worker, as autoscale may leave it.
   *
   * @default false
   * @see https://learn.microsoft.com/azure/reliability/reliability-app-service
   */
  readonly zoneBalancing?: boolean;
}
