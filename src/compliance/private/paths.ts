import { TerraformStack } from 'cdktf';
import { IConstruct } from 'constructs';

/** Tells whether a path is that of a construct or of one below it. */
export function within(scope: IConstruct): (path: string) => boolean {
  const { path: above } = scope.node;
  const prefix = `${above}/`;
  return (path) => above === '' || constructPath(path) === above || path.startsWith(prefix);
}

/** Paths of all scopes of a resource, from its own upward: that of the construct, of what holds it, and of the app. */
export function upward(path: string): string[] {
  const construct = constructPath(path);
  const above = construct === '' ? [] : upward(construct.slice(0, Math.max(0, construct.lastIndexOf('/'))));
  return [...(construct === path ? [] : [path]), construct, ...above];
}

/** Path of the construct that a resource, or an instance of it, is defined by. */
function constructPath(path: string): string {
  return path.replace(/\[[^\]]*\]$/, '');
}

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
