import { Draft } from './drafts';
import { InstanceBody } from './instance-body';
import { Json, objectsOf, textOf } from './json';
import { knownOf } from './links';
import { asText } from '../../core/internal/as-text';

/**
 * Resources that Azure, and so a state, shows within another one, too. There they are as they were when that one was
 * read last; where they have a resource of their own, this counts.
 */
const SHOWN = [
  { part: 'azurerm_subnet', whole: 'azurerm_virtual_network', blocks: 'subnet' },
  { part: 'azurerm_network_security_rule', whole: 'azurerm_network_security_group', blocks: 'security_rule' },
  { part: 'azurerm_route', whole: 'azurerm_route_table', blocks: 'route' },
];
const OWNERS = ['virtual_network', 'network_security_group', 'route_table'];
const GROUP = /\/resourceGroups\/([^/]+)\//i;

/**
 * The parts of networks, security groups and route tables that have resources of their own, also those that will go.
 */
export class ShownTwice {
  private readonly parts: ReadonlySet<string>;

  public constructor(drafts: readonly Draft[]) {
    this.parts = new Set(drafts.flatMap(keysOf));
  }

  /** The body of a resource without what has a resource of its own. */
  public without(draft: Draft, body: InstanceBody): InstanceBody {
    const { type } = draft.place;
    const shown = SHOWN.find(({ whole }) => whole === type);
    if (!shown) return body;
    const { resource_group_name: group, name } = knownOf(draft);
    const isApart = (block: Json) => this.parts.has(keyOf(type, group, name, block.name));
    const read = () => {
      const blocks = body.get(shown.blocks);
      return Array.isArray(blocks) ? objectsOf(blocks).filter((block) => !isApart(block)) : blocks;
    };
    return body.with({ [shown.blocks]: read });
  }
}

function keysOf({ place, values }: Draft): string[] {
  const shown = SHOWN.find(({ part }) => part === place.type);
  if (!shown) return [];
  return values.flatMap((known) => {
    // azurerm 5 names what a part belongs to by its id.
    const ids = OWNERS.flatMap((owner) => textOf(known[`${owner}_id`]) ?? []);
    const names = OWNERS.flatMap((owner) => textOf(known[`${owner}_name`]) ?? []);
    const [owner = ids[0]?.split('/').pop()] = names;
    const group = textOf(known.resource_group_name) ?? GROUP.exec(ids[0] ?? '')?.[1];
    return owner === undefined ? [] : [keyOf(shown.whole, group, owner, known.name)];
  });
}

function keyOf(...parts: readonly unknown[]): string {
  return parts.map(asText).join('/').toLowerCase();
}
