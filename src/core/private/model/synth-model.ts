import { App, TerraformStack } from 'cdktf';
import { IConstruct } from 'constructs';
import { registry } from '../registry';
import { TerraformModel } from './terraform-model';

/** The models of one run of synth, by stack in the order of their validation. */
type Models = Map<TerraformStack, TerraformModel>;

const SHARING = 'stacks that share a model';
const RUN = 'models of the run of synth';

/**
 * Lets the validations of a stack read one model, made when they begin: cdktf validates a stack before what is in it,
 * and after the aspects that change it. The stacks of one run share the model, but those that their aspects change.
 * Made for each validation, or each stack, models would take time that grows with the square of their number.
 */
export function shareModel(scope: IConstruct): void {
  const stack = TerraformStack.of(scope);
  const sharing = registry<TerraformStack>(stack, SHARING);
  if (sharing.has(stack.node.path)) return;
  sharing.set(stack.node.path, stack);
  stack.node.addValidation({ validate: () => begin(stack) });
}

/** The model that the validations of a stack share, or a new one when they do not run. */
export function sharedModel(scope: IConstruct): TerraformModel {
  const stack = TerraformStack.of(scope);
  return runOf(stack)?.get(stack) ?? TerraformModel.of(stack);
}

function begin(stack: TerraformStack): string[] {
  const models = runOf(stack);
  const previous = models && previousModel(models, stack);
  const run: Models = previous ? models : new Map();
  run.set(stack, previous?.refreshed(stack) ?? TerraformModel.of(stack));
  const runs = registry<Models>(stack, RUN);
  runs.set(RUN, run);
  // Outside of this run of synth the tree may change.
  queueMicrotask(() => runs.delete(RUN));
  return [];
}

function runOf(stack: TerraformStack): Models | undefined {
  return registry<Models>(stack, RUN).get(RUN);
}

/**
 * The model of the stack that the run of an app has validated before; `undefined` where there may be no such run: one
 * synthesizes each stack, once, before it validates the next.
 */
function previousModel(models: Models, stack: TerraformStack): TerraformModel | undefined {
  const [last, model] = [...models].pop()!;
  const { root } = stack.node;
  const isSynthesized = App.isApp(root) && last.node.id in root.manifest.stacks;
  return isSynthesized && !models.has(stack) ? model : undefined;
}
