import type { Code } from '../core/internal/codes/codes';
import { Problem } from '../core/internal/violations';
import { ModelResource } from '../model/model-resource';
import { Topology } from '../topology/topology';

/** Configuration that is known to fail. */
export interface Finding {
  readonly problem: Problem;
  /** Paths of the stacks whose validation reports it. */
  readonly stacks: ReadonlySet<string>;
}

/** One check of a finished configuration. */
export type Check = (topology: Topology) => Finding[];

/** Problems with some resources together. */
export function findingOf(code: Code, message: string, ...resources: readonly ModelResource[]): Finding {
  return { problem: { code, message }, stacks: new Set(resources.map(({ place }) => place.stack)) };
}
