import { Certainty } from '../../core/internal/certainty';
import { Value } from '../values';

/** A role assignment of the configuration, or one that the configuration asks another team for. */
export interface Assignment {
  readonly path: string;
  readonly type: string;
  readonly presence: Certainty;
  at(attribute: string): Value;
}
