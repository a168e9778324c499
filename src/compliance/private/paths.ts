import { TerraformStack } from 'cdktf';
import { IConstruct } from 'constructs';

/** Tells whether a path is that of a construct or of one below it. */
export function within(scope: IConstruct): (path: string) => boolean {
  const { path: above } = scope.node;
  const prefix = `${above}/`;
  return (path) => above === '' || path === above || path.startsWith(prefix);
}

/** The stacks at or below a construct, in the order in which cdktf synthesizes them. */
export function stacksWithin(scope: IConstruct): TerraformStack[] {
  return scope.node.findAll().filter((construct): construct is TerraformStack => TerraformStack.isStack(construct));
}

/** The stack that a construct is or is in; none above all stacks. */
export function stackAbove(scope: IConstruct): TerraformStack | undefined {
  const scopes = [...scope.node.scopes].reverse();
  return scopes.find((construct): construct is TerraformStack => TerraformStack.isStack(construct));
}
