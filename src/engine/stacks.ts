import { TerraformProvider, TerraformStack } from 'cdktf';
import { IConstruct } from 'constructs';

/** Lists the constructs in the file of a stack. cdktf writes a stack that is defined in a stack into another file. */
export function constructsOf(stack: TerraformStack): IConstruct[] {
  return stack.node.findAll().filter((construct) => TerraformStack.of(construct) === stack);
}

/** The providers of a stack. cdktf's `allProviders` also counts those of stacks that are defined in it. */
export function providersOf(stack: TerraformStack): TerraformProvider[] {
  return stack.allProviders().filter((provider) => TerraformStack.of(provider) === stack);
}
