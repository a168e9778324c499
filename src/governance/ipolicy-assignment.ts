import { IConstruct } from 'constructs';

/** A policy assignment, owned or existing. */
export interface IPolicyAssignment extends IConstruct {
  /** Azure resource id of the assignment. */
  readonly policyAssignmentId: string;

  /**
   * Reference ids of the members of the assigned initiative; none for a single definition, `undefined` where they are
   * not known.
   */
  readonly referenceIds?: string[];
}
