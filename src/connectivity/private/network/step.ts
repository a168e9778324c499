import type { Code } from '../../../core/internal/codes/codes';
import { DecidingResource } from '../../connectivity-data';
import { Verdict } from '../../verdict';

/** One condition on a path: three-valued. */
export interface Step {
  readonly verdict: Verdict;
  /** Fact that decides, in one sentence. */
  readonly reason: string;
  /** Code of what decides. */
  readonly code: Code;
  /** The rule or route that decides, by its name; `ruledBy` says where it stands. */
  readonly rule?: string;
  /** The security group or route table that decides. */
  readonly decidedBy?: DecidingResource;
}

/** Code of the reason for which traffic does not arrive. */
export type Obstacle = 'network/denied' | 'network/routed-away' | 'network/not-peered' | 'network/not-routed';

/** A condition that holds. */
export function allowed(reason: string): Step {
  return { verdict: Verdict.ALLOWED, reason, code: 'network/allowed' };
}

/** A condition that does not hold. */
export function denied(code: Obstacle, reason: string): Step {
  return { verdict: Verdict.DENIED, reason, code };
}

/** A condition of which the configuration does not say whether it holds. */
export function unknown(reason: string): Step {
  return { verdict: Verdict.UNKNOWN, reason, code: 'network/unknown' };
}

/** The first denied step, or else the first unknown one, or else the last. */
export function decisive(steps: readonly Step[]): Step {
  const first = (verdict: Verdict) => steps.find((step) => step.verdict === verdict);
  return first(Verdict.DENIED) ?? first(Verdict.UNKNOWN) ?? steps[steps.length - 1];
}

/** A step that a security group or route table of a subnet decides. */
export function ruledBy({ rule, ...step }: Step, owner: Omit<DecidingResource, 'rule'>): Step {
  return { ...step, decidedBy: rule === undefined ? owner : { ...owner, rule } };
}
