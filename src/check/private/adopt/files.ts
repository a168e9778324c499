import { Adopted, Adoption } from './adoption';
import { Blocks } from './blocks';
import { blockAddress, isAddress, StateResource } from './state-resource';

/** A file that is written, by its path below the folder of the answer. */
export type Files = ReadonlyMap<string, string>;

const REPLACED = 'Would be replaced, so the block is left to you:';

/** Blocks for stacks that keep a state of their own, and for the configuration that gives its resources away. */
export function filesOfSeparateStates({ adopted, left }: Adoption, labels: readonly string[]): Files {
  const files = new Map<string, string>();
  for (const label of labels) {
    const own = adopted.filter(({ resource }) => labels.length === 1 || resource.place.stack === label);
    if (own.length === 0) continue;
    const blocks = new Blocks(
      `Put it into the folder of cdk.tf.json of ${label}; Terraform imports what is not in the state yet.`,
      'Needs Terraform 1.5 or newer; remove it once it is applied.',
    );
    own.forEach((each) => blocks.import(each.address, each.id, reasonOf(each)));
    files.set(`${label}/import.tf`, blocks.text);
  }
  const blocks = new Blocks(
    'Put it into the configuration that had these resources, in place of their blocks. Terraform forgets them, and',
    'destroys nothing. Apply it after the stack. Needs Terraform 1.7 or newer.',
  );
  const taken = removedBlocks(
    blocks,
    adopted.filter((each) => reasonOf(each) === undefined).map(({ state }) => state),
  );
  const kept = [...adopted.filter((each) => reasonOf(each) !== undefined).map(({ state }) => state), ...left];
  removeLeft(blocks, kept, taken);
  if (adopted.length + left.length > 0) files.set('removed.tf', blocks.text);
  return files;
}

/** Blocks for a stack that takes over the state itself. */
export function filesOfSameState({ adopted, left }: Adoption, label: string): Files {
  const blocks = new Blocks(
    `Put it into the folder of cdk.tf.json of ${label}, which has the state. Needs Terraform 1.7 or newer; remove it once it is applied.`,
  );
  const moved = adopted.filter(({ address, state }) => address !== state.address);
  for (const each of moved) {
    // What was a block of another resource is not in the state by itself.
    if (each.state.isPart) blocks.import(each.address, each.id, reasonOf(each));
    else blocks.moved(each.state.address, each.address, reasonOf(each));
  }
  const kept = moved.filter((each) => !each.state.isPart && reasonOf(each) !== undefined).map(({ state }) => state);
  removeLeft(blocks, [...kept, ...left], new Set(adopted.map(({ address }) => blockAddress(address))));
  return new Map(moved.length + left.length > 0 ? [[`${label}/moved.tf`, blocks.text]] : []);
}

function removeLeft(blocks: Blocks, left: readonly StateResource[], done: ReadonlySet<string>): void {
  const others = left.filter(({ address }) => isAddress(address) && !done.has(blockAddress(address)));
  if (others.length === 0) return;
  blocks.comment(
    'Left over: the stack does not take these over. They stay in Azure, and no state has them; delete the block of',
    'what a configuration is to keep.',
  );
  removedBlocks(blocks, others);
}

/** A block for each resource, since these name no instances. */
function removedBlocks(blocks: Blocks, resources: readonly StateResource[]): ReadonlySet<string> {
  const addresses = new Set(resources.map(({ address }) => blockAddress(address)));
  addresses.forEach((address) => blocks.removed(address));
  return addresses;
}

/** Reason for which a block is left to a person; `undefined` for others. */
function reasonOf({ differences: { replacements } }: Adopted): string | undefined {
  if (replacements.length === 0) return undefined;
  return `${REPLACED} ${replacements.map(({ attribute, because }) => `${attribute} ${because}`).join('; ')}`;
}
