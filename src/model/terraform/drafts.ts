import { InstanceBody } from './instance-body';
import { Json, objectOf, objectsOf, textOf } from './json';
import { Link } from './value-reader';
import { Place } from '../model-source';

/** An element of a configuration that a file has, before the files know of each other. */
export interface Draft {
  readonly place: Place;
  /** Path by which reports name it, where that is not its address. */
  readonly path?: string;
  /** Its id in Azure, where that is known. */
  readonly id?: string;
  /** All known values, before and after. */
  readonly values: readonly Json[];
  /** The body, with references put in the place of known ids. */
  readonly read: (link: Link) => InstanceBody;
}

/** An output of a file, as others may read it from the state. */
export interface DraftOutput {
  readonly value?: unknown;
  /** The attribute that it is, by its full address, where that is known. */
  readonly attribute?: string;
}

/** Content of a file. */
export interface FileContent {
  /** Distinguishes its addresses from those of other files. */
  readonly file: string;
  readonly drafts: readonly Draft[];
  readonly outputs: ReadonlyMap<string, DraftOutput>;
  /** Ids of what a plan manages or removes: it knows better than a state. */
  readonly owned: ReadonlySet<string>;
  /** Further notes for a reader. */
  readonly notes: readonly string[];
}

/** All resources of a state, also in modules. */
export function resourcesIn(module: unknown): Json[] {
  const { resources, child_modules: children } = objectOf(module);
  return [...objectsOf(resources), ...objectsOf(children).flatMap(resourcesIn)];
}

/** The id in known values. */
export function idIn(values: unknown): string | undefined {
  return textOf(objectOf(values).id);
}
