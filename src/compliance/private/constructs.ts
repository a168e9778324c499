import { TerraformStack } from 'cdktf';
import { IConstruct } from 'constructs';
import { constructPath } from './paths';

/** The construct of a resource, or the nearest above it. */
export function constructAt(root: IConstruct, path: string): IConstruct {
  let construct = root;
  for (const id of constructPath(path).split('/')) {
    const child = construct.node.tryFindChild(id);
    if (!child) return construct;
    construct = child;
  }
  return construct;
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
