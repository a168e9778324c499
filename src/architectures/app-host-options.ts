import { HostOptions } from './host-options';
import { PlanSku, WebAppOptions } from '../appservice';

/** A web app with its plan and identity, new or existing. */
export interface WebAppHostOptions extends WebAppOptions, HostOptions {
  /**
   * Size of the new plan's workers. Another size changes the plan in place; Azure rejects one that the scale unit of
   * the plan does not have.
   *
   * @default PlanSku.P0V3
   */
  readonly planSku?: PlanSku;
}
