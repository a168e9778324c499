import { isKnown, Problem, withCode } from '../../core/internal/violations';
import { AutoscaleRule } from '../autoscale-rule';

/** The numbers of instances that a resource can have. */
export interface AutoscaleLimits {
  readonly accepts: (count: number) => boolean;
  /** The same in words, after "use". */
  readonly inWords: string;
  /** Noun for the scaled resource. */
  readonly what: string;
}

/** internal/services/monitor/monitor_autoscale_setting_resource.go of azurerm 4.55 and 5.2 */
export const ANY_LIMITS: AutoscaleLimits = {
  accepts: (count) => Number.isInteger(count) && count >= 0 && count <= 1000,
  inWords: '0 to 1000',
  what: 'an autoscale setting',
};

/** Problems with the bounds of an autoscale setting. */
export function boundProblems(
  { minimum, maximum }: { readonly minimum: number; readonly maximum: number },
  { accepts, inWords, what }: AutoscaleLimits,
): Problem[] {
  const bad = Object.entries({ minimum, maximum }).filter(([, count]) => isKnown(count) && !accepts(count));
  const messages = bad.map(([bound, count]) => `${bound} ${count} given for ${what}; use ${inWords}`);
  if (messages.length === 0 && isKnown(minimum) && isKnown(maximum) && minimum > maximum) {
    messages.push(`minimum ${minimum} is more than maximum ${maximum}; give the larger number as the maximum`);
  }
  return withCode('autoscale/bounds', messages);
}

/** Problems with the rules of an autoscale setting. */
export function ruleProblems(rules: readonly AutoscaleRule[]): Problem[] {
  const problems = rules.flatMap((rule) => rule._problems());
  // Azure accepts ten rules in a profile, and azurerm says the same.
  if (rules.length >= 1 && rules.length <= 10) return problems;
  return [...problems, { code: 'autoscale/rules', message: `${rules.length} rules given; use 1 to 10` }];
}

/** Problems of autoscale for what others scale already. */
export function othersScaleProblems(isScaledByOthers: boolean, instead: string): Problem[] {
  if (!isScaledByOthers) return [];
  const message = `others change the number already, and Azure accepts one autoscale setting for each resource; use ${instead}`;
  return [{ code: 'autoscale/duplicate', message }];
}
