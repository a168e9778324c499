import { TerraformStack } from 'cdktf';
import { IConstruct } from 'constructs';
import { placementProblems } from './placement';
import { registry } from '../core/internal/registry';
import { withoutPath } from '../core/internal/violations';
import { beginDefinition as beginInModel } from '../model/definition';
import { sharedModel } from '../model/synth-model';

/**
 * Begins the definition of a resource that nothing rejects, as that of the model does, and makes synth check what can
 * be in one network, subnet, plan or subscription.
 *
 * @throws `core/azurerm-major`, `core/azurerm-version` where the context asks for another version
 */
export function beginDefinition(construct: IConstruct): void {
  beginInModel(construct);
  const stack = TerraformStack.of(construct);
  const held = registry<TerraformStack>(stack, 'stacks held to placement');
  if (held.get(stack.node.path) === stack) return;
  held.set(stack.node.path, stack);
  stack.node.addValidation({ validate: () => placementProblems(sharedModel(stack), stack).map(withoutPath) });
}
