import { PlanSku, WebAppOptions } from '../appservice';

/** A web app with its own plan. */
export interface WebAppHostOptions extends WebAppOptions {
  /**
   * Size of the plan's workers.
   *
   * @default PlanSku.P0V3
   */
  readonly planSku?: PlanSku;
}
