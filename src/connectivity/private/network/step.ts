import { Verdict } from '../../verdict';

/** One condition on the way from an origin into a service. */
export interface Step {
  readonly verdict: Verdict;
  /** The rule that decides, in one sentence. */
  readonly reason: string;
  readonly code: string;
}

/** The step that decides: the first denied one, or else the first unknown one, or else the last. */
export function decisive(steps: readonly Step[]): Step {
  const first = (verdict: Verdict) => steps.find((step) => step.verdict === verdict);
  return first(Verdict.DENIED) ?? first(Verdict.UNKNOWN) ?? steps[steps.length - 1];
}
