import { TerraformStack } from 'cdktf';
import { IConstruct } from 'constructs';
import { registry } from '../registry';
import { TerraformModel } from './terraform-model';

const TOPIC = 'model of the tree';

/**
 * Lets the validations of a stack read one model, made when they begin: cdktf validates a stack before what is in it,
 * and after the aspects that change it. Made for each validation, models would take time that grows with the square of
 * the number of resources.
 */
export function shareModel(scope: IConstruct): void {
  const stack = TerraformStack.of(scope);
  const models = registry<TerraformModel | undefined>(stack, TOPIC);
  if (models.has(stack.node.path)) return;
  models.set(stack.node.path, undefined);
  const validate = () => {
    models.set(stack.node.path, TerraformModel.of(stack));
    // Outside of this run of synth the tree may change.
    queueMicrotask(() => models.set(stack.node.path, undefined));
    return [];
  };
  stack.node.addValidation({ validate });
}

/** The model that the validations of a stack share, or a new one when they do not run. */
export function sharedModel(scope: IConstruct): TerraformModel {
  const stack = TerraformStack.of(scope);
  return registry<TerraformModel | undefined>(stack, TOPIC).get(stack.node.path) ?? TerraformModel.of(stack);
}
