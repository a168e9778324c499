import { TerraformStack } from 'cdktf';
import { IConstruct } from 'constructs';
import { ConstructModel } from './construct-model';
import { RunStep, sharedInRun, shareInRun } from '../engine/synth-run';

/**
 * Lets the validations of a stack read one model. The stacks of one run of synth share it too, until aspects change
 * what was read: made for each validation, or each stack, models would take time that grows with the square of their
 * number.
 */
export function shareModel(scope: IConstruct): void {
  shareInRun(TerraformStack.of(scope), modelAt);
}

/** The model that the validations of a stack share, or a new one when they do not run. */
export function sharedModel(scope: IConstruct): ConstructModel {
  const stack = TerraformStack.of(scope);
  return sharedInRun<ConstructModel>(stack) ?? ConstructModel.of(stack);
}

/**
 * Aspects of a stack run just before its validations, so what was read of it may be out of date; in the end all is read
 * anew, because aspects may have changed other stacks than their own. Nothing else changes constructs during synth.
 */
function modelAt({ stack, before, hasAspects, isLast }: RunStep<ConstructModel>): ConstructModel {
  if (!before || (hasAspects && isLast)) return ConstructModel.of(stack);
  return hasAspects ? before.refreshed(stack) : before;
}
