import { FunctionAppOptions, PlanSku } from '../appservice';

/** A function app with its own plan. */
export interface FunctionHostOptions extends FunctionAppOptions {
  /**
   * Size of the plan's workers. Elastic Premium needs `packageUrl` or a container.
   *
   * @default PlanSku.P0V3, and PlanSku.FC1 for Flex Consumption
   */
  readonly planSku?: PlanSku;
}
