/** The rules of an autoscale setting: metric, operator, threshold and kind of step. */
export function scalingRules([{ rule }]: any): unknown[][] {
  return rule.map(({ metric_trigger: trigger, scale_action: action }: any) => [
    trigger.metric_name,
    trigger.operator,
    trigger.threshold,
    action.type,
  ]);
}
