import { LIBRARY } from '../../core/internal/library';
import { InputRecord } from '../internal/input-record';
import { Provenance } from '../provenance';

/** Origin and inputs of a pack. */
export interface Origin {
  readonly provenance: Provenance;
  readonly inputs: readonly InputRecord[];
  /** Version of the library; empty in a bundle without its package.json. */
  readonly libraryVersion: string;
}

/** The same as files hold it: what is not given is left out. */
export interface ProvenanceFacts extends Provenance {
  readonly title: string;
  readonly library: { readonly name: string; readonly version?: string };
  readonly inputs: readonly InputRecord[];
}

/** Origin of a pack. */
export function provenanceFacts(title: string, { provenance, inputs, libraryVersion }: Origin): ProvenanceFacts {
  const { commit, pipeline, time } = provenance;
  return {
    title,
    library: { name: LIBRARY, version: libraryVersion || undefined },
    commit,
    pipeline,
    time,
    inputs,
  };
}
