import { Draft, DraftOutput, FileContent } from './drafts';
import { Json, objectOf, textOf } from './json';
import { stepsOf, written } from './written-path';

/** A data source that reads the outputs of another state. */
export interface RemoteState {
  readonly draft: Draft;
  readonly values: Json;
  /** The file that these are the outputs of, where exactly one has outputs of these names. */
  readonly content?: FileContent;
}

const TYPE = 'terraform_remote_state';

/**
 * The states that files read, and which of the files these are of: Terraform does not write where a plan keeps its
 * state.
 */
export class RemoteStates {
  public readonly all: readonly RemoteState[];

  private readonly byAddress = new Map<string, RemoteState>();

  public constructor(contents: readonly FileContent[]) {
    const drafts = contents.flatMap((content) => content.drafts.filter(({ place }) => place.type === TYPE));
    this.all = drafts.map((draft) => {
      const values = objectOf(draft.values[draft.values.length - 1]);
      const names = Object.keys(objectOf(values.outputs)).sort().join();
      const fitting = contents.filter(
        ({ file, outputs }) =>
          file !== draft.place.stack && names !== '' && [...outputs.keys()].sort().join() === names,
      );
      return { draft, values, content: fitting.length === 1 ? fitting[0] : undefined };
    });
    this.all.forEach((state) => this.byAddress.set(keyOf(state.draft.place.stack, state.draft.place.address), state));
  }

  /** The output that an expression reads, and the file that has it. */
  public outputAt(file: string, attribute: string): { file: string; output: DraftOutput } | undefined {
    const [data, type, id, outputs, output, ...rest] = stepsOf(attribute);
    if (data?.name !== 'data' || outputs?.name !== 'outputs' || output?.name === undefined || rest.length > 0) {
      return undefined;
    }
    const { content } = this.byAddress.get(keyOf(file, written([data, type, id]))) ?? {};
    const found = content?.outputs.get(output.name);
    return found && { file: content!.file, output: found };
  }

  /** Ids that planned resources will have, which those who read the state already know, by file and address. */
  public get ids(): ReadonlyMap<string, string> {
    const ids = new Map<string, string>();
    for (const { values, content } of this.all) {
      for (const [name, value] of Object.entries(objectOf(values.outputs))) {
        const attribute = content?.outputs.get(name)?.attribute;
        const id = textOf(value);
        if (attribute?.endsWith('.id') && id?.startsWith('/')) {
          ids.set(keyOf(content!.file, attribute.slice(0, -3)), id);
        }
      }
    }
    return ids;
  }
}

/** Returns a key that distinguishes the addresses of all files. */
export function keyOf(file: string, address: string): string {
  return `${file}::${address}`;
}
