import { Step, unknown } from './step';
import { Certainty } from '../../../core/internal/certainty';

/** A rule or route that decides where it applies. */
export interface Candidate {
  /** States whether it applies to the traffic. */
  readonly applies: Certainty;
  /** Decision of the candidate. */
  readonly step: Step;
}

/**
 * Decision of the first candidate that applies, in the given order; `otherwise` where none does.
 *
 * Where one before it may apply, and would decide otherwise, the answer is not known.
 */
export function firstMatch(candidates: Iterable<Candidate>, otherwise: Step): Step {
  const doubtful: Candidate[] = [];
  for (const candidate of candidates) {
    if (candidate.applies.isYes) return withDoubts(candidate.step, doubtful);
    if (candidate.applies.isMaybe) doubtful.push(candidate);
  }
  return withDoubts(otherwise, doubtful);
}

function withDoubts(definite: Step, doubtful: readonly Candidate[]): Step {
  const contrary = doubtful.find(({ step }) => step.verdict !== definite.verdict);
  if (!contrary) return definite;
  const { because } = contrary.applies;
  const decides = because === undefined ? '' : `: ${because} decides`;
  const step = unknown(`${contrary.step.reason}, if it applies; whether it does is not known${decides}`);
  return { ...step, rule: contrary.step.rule };
}
