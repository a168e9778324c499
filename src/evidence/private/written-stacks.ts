import { readFileSync } from 'fs';
import { join } from 'path';
import { App, TerraformStack } from 'cdktf';
import { IConstruct } from 'constructs';
import { sortedBy } from './facts';
import { isInTree, registry } from '../../core/internal/registry';
import { ConstructModel } from '../../model/construct-model';
import { InputRecord, InputUse, sha256 } from '../internal/input-record';
import { versionsOf } from '../internal/versions';

/** Files that exist once all stacks of an app are written. */
export interface WrittenStacks {
  readonly model: ConstructModel;
  /** The files of the stacks. */
  readonly inputs: readonly InputRecord[];
}

/** Files to write for a construct. */
interface Writer {
  readonly construct: IConstruct;
  readonly write: (written: WrittenStacks) => void;
}

const WRITERS = 'evidence packs';

/**
 * Does something once the files of all stacks are written. cdktf validates the app itself after it has written them, and
 * before it writes the manifest; only then does a file have a hash. All packs of an app are written of one model.
 */
export function whenAllStacksAreWritten(construct: IConstruct, write: Writer['write']): void {
  const writers = registry<Writer>(construct, WRITERS);
  const app = App.of(construct);
  if (writers.size === 0) app.node.addValidation({ validate: () => writeAll(app, [...writers.values()]) });
  writers.set(construct.node.path, { construct, write });
}

function writeAll(app: App, writers: readonly Writer[]): string[] {
  const written = { model: ConstructModel.of(app), inputs: inputsOf(app) };
  writers.filter(({ construct }) => isInTree(construct)).forEach(({ write }) => write(written));
  return [];
}

/** The files of all stacks, since a pack of one of them says what the others do to it. */
function inputsOf(app: App): InputRecord[] {
  const stacks = app.node.findAll().filter(TerraformStack.isStack);
  const inputs = stacks.map((stack): InputRecord => {
    const name = `stacks/${stack.node.id}/${app.hclOutput ? 'cdk.tf' : 'cdk.tf.json'}`;
    const content = readFileSync(join(app.outdir, name));
    const json = app.hclOutput ? stack.toTerraform() : JSON.parse(content.toString('utf8'));
    return { name, use: InputUse.ESTATE, sha256: sha256(content), ...versionsOf(json) };
  });
  return sortedBy(inputs, ({ name }) => name);
}
