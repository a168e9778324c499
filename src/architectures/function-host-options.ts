import { HostOptions } from './host-options';
import { FunctionAppOptions, PlanSku } from '../appservice';

/** A function app with its plan and identity, new or existing. */
export interface FunctionHostOptions extends FunctionAppOptions, HostOptions {
  /**
   * Size of the new plan's workers. Elastic Premium needs `packageUrl` or a container. Another size changes the plan in
   * place; Azure rejects one that the scale unit of the plan does not have.
   *
   * @default PlanSku.P0V3, and PlanSku.FC1 for Flex Consumption
   */
  readonly planSku?: PlanSku;
}
