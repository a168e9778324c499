import { IConstruct } from 'constructs';

/**
 * Construct id of a child that is called as the resource that it defines. Azure accepts names there that the parent
 * uses for a child of its own, such as `Resource`, or that JavaScript uses for a property of every object, such as
 * `constructor`.
 */
export function namedChildId(parent: IConstruct, name: string): string {
  return parent.node.tryFindChild(name) ? `Named:${name}` : name;
}
