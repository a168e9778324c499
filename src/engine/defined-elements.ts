import { IConstruct } from 'constructs';
import { writeHcl } from './hcl';
import { nameLate } from './late-names';

const prepared = new WeakSet<IConstruct>();

/**
 * Prepares the resources and data sources that a construct defines from now on: `overrideLogicalId` works after their
 * attributes were read, and their HCL says what their JSON says.
 */
export function prepareDefinitions(construct: IConstruct): void {
  if (prepared.has(construct)) return;
  prepared.add(construct);
  const node = construct.node as unknown as { addChild(child: IConstruct, name: string): void };
  const { addChild } = node;
  node.addChild = (child, name) => {
    addChild.call(node, child, name);
    if (!('interpolationForAttribute' in child)) return;
    nameLate(child, !('importFrom' in child));
    writeHcl(child);
  };
}
