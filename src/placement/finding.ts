import { Problem } from '../core/internal/violations';
import { ModelResource } from '../model/model-resource';
import { Topology } from '../topology/topology';

/** What is known to fail, or not to be as it should. */
export interface Finding {
  readonly problem: Problem;
  /** Paths of the stacks whose validation reports it. */
  readonly stacks: ReadonlySet<string>;
  /** Whether it depends on where, or as whom, Terraform runs. */
  readonly isWarning?: true;
}

/** One check of a finished configuration. */
export type Check = (topology: Topology) => Finding[];

/** What is wrong with some resources together. */
export function findingOf(code: string, message: string, ...resources: readonly ModelResource[]): Finding {
  return { problem: { code, message }, stacks: new Set(resources.map(({ place }) => place.stack)) };
}

/** What may fail, of which a warning is given. */
export function warningOf(code: string, message: string, ...resources: readonly ModelResource[]): Finding {
  return { ...findingOf(code, message, ...resources), isWarning: true };
}
