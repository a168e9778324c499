import { TerraformStack } from 'cdktf';
import { withDependencies } from './dependencies';
import { withNumbers, withNumbersIn } from './numbers-in-texts';
import { resolved } from './resolved';

/**
 * Makes a stack write what cdktf leaves out: dependencies of constructs, and numbers in texts. Nothing that is defined
 * changes.
 */
export function finishWriting(stack: TerraformStack): void {
  const { toTerraform, toHclTerraform } = stack;
  const resolve = (token: number) => resolved(stack, token);
  stack.toTerraform = () =>
    withNumbersIn(
      withDependencies(stack, () => toTerraform.call(stack)),
      resolve,
    );
  stack.toHclTerraform = () => {
    const { hcl, metadata } = withDependencies(stack, () => toHclTerraform.call(stack));
    return { hcl: withNumbers(hcl, resolve), metadata };
  };
}
