import { TerraformProvider, TerraformStack } from 'cdktf';
import { IConstruct } from 'constructs';

/** What stands in the file of a stack. cdktf writes a stack that is defined in it into a file of its own. */
export function constructsOf(stack: TerraformStack): IConstruct[] {
  return stack.node.findAll().filter((construct) => TerraformStack.of(construct) === stack);
}

/** The providers of a stack. cdktf's `allProviders` also counts those of stacks that are defined in it. */
export function providersOf(stack: TerraformStack): TerraformProvider[] {
  return stack.allProviders().filter((provider) => TerraformStack.of(provider) === stack);
}
