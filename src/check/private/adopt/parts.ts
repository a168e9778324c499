import { StateResource } from './state-resource';
import { Json, objectsOf, textOf } from '../../../model/terraform/json';

/** Blocks that are resources of their own in Azure, so that a stack may define them as such. */
interface Part {
  readonly owner: string;
  readonly block: string;
  readonly type: string;
  /** Segment of their id behind that of their owner. */
  readonly segment: string;
  /** The attribute by which the resource names what it is part of. */
  readonly named: string;
}

const PARTS: readonly Part[] = [
  {
    owner: 'azurerm_network_security_group',
    block: 'security_rule',
    type: 'azurerm_network_security_rule',
    segment: 'securityRules',
    named: 'network_security_group_name',
  },
  {
    owner: 'azurerm_route_table',
    block: 'route',
    type: 'azurerm_route',
    segment: 'routes',
    named: 'route_table_name',
  },
  {
    owner: 'azurerm_virtual_network',
    block: 'subnet',
    type: 'azurerm_subnet',
    segment: 'subnets',
    named: 'virtual_network_name',
  },
];

/** Blocks of a state's resources that are not resources of the state. */
export function partsOf(resources: readonly StateResource[]): StateResource[] {
  const known = new Set(resources.map(({ type, id }) => keyOf(type, id)));
  return resources.flatMap((owner) => {
    const part = PARTS.find((each) => each.owner === owner.type);
    if (!part || !owner.isManaged || owner.id === undefined) return [];
    const blocks: readonly [Json, Json][] = objectsOf(owner.values[part.block]).map((block, index) => [
      block,
      objectsOf(owner.asWritten[part.block])[index],
    ]);
    return blocks.flatMap(([block, asWritten]) => {
      const name = textOf(block.name);
      const id = `${owner.id}/${part.segment}/${name}`;
      // azurerm also writes what is a resource of its own.
      if (name === undefined || known.has(keyOf(part.type, id))) return [];
      const place = { id, resource_group_name: owner.values.resource_group_name, [part.named]: owner.values.name };
      return [
        {
          ...owner,
          type: part.type,
          id,
          isPart: true,
          values: { ...block, ...place },
          asWritten: { ...asWritten, ...place },
        },
      ];
    });
  });
}

function keyOf(type: string, id: string = ''): string {
  return `${type} ${id.toLowerCase()}`;
}
