import { TerraformStack } from 'cdktf';
import { IConstruct } from 'constructs';
import { sharedModel, shareModel } from './synth-model';
import { uniquenessProblems } from './uniqueness/uniqueness';
import { registry } from '../core/internal/registry';
import { withoutPath } from '../core/internal/violations';
import { requireAzurermMajor } from '../engine/azurerm-major';
import { prepareDefinitions } from '../engine/defined-elements';
import { dependencyProblems } from '../engine/dependencies';
import { finishWriting } from '../engine/finished-stack';
import { logicalIdProblems } from '../engine/logical-ids';

/**
 * Begins the definition of a resource that nothing rejects: its stack requires the major version of azurerm that its
 * context asks for, and synth holds the stack to what Azure accepts once, whatever defines it.
 *
 * @throws `core/azurerm-major`, `core/azurerm-version` where the context asks for another version
 */
export function beginDefinition(construct: IConstruct): void {
  requireAzurermMajor(construct);
  prepareDefinitions(construct);
  const stack = TerraformStack.of(construct);
  const held = registry<TerraformStack>(stack, 'stacks held to uniqueness');
  if (held.get(stack.node.path) === stack) return;
  held.set(stack.node.path, stack);
  finishWriting(stack);
  shareModel(stack);
  const validate = () => [
    ...logicalIdProblems(stack),
    ...dependencyProblems(stack),
    ...uniquenessProblems(sharedModel(stack), stack),
  ];
  stack.node.addValidation({ validate: () => validate().map(withoutPath) });
}
