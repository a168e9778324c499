import type { VersionRecord } from '../../evidence/internal/input-record';
import { TerraformModel } from '../../model/terraform-model';

/** A file that is read. */
export interface Input {
  /** As the user gave it; a synthesized folder gives one for each stack. */
  readonly name: string;
  readonly text: string;
  /** SHA-256 of its bytes, where it is asked for. */
  readonly sha256?: string;
}

/** Raised for what cannot be read; the message is one clear sentence. */
export class UnreadableInput extends Error {}

/** Content of files together. */
export interface EstateData {
  /** Configuration as planned (plans), as it is (states), or as written (folders). */
  readonly after: TerraformModel;
  /** Configuration before, where a plan holds its prior state. */
  readonly before?: TerraformModel;
  /** Sentences about the files: an incomplete plan, deposed objects, changes outside of Terraform. */
  readonly notes: readonly string[];
  /** Versions in each file, in the order of the files. */
  readonly versions?: readonly VersionRecord[];
  /** Ids outside of the files, and what would define them. */
  readonly missing: readonly { readonly id: string; readonly advice: string }[];
  /**
   * Folders of local modules, from the folder of the root module: `./modules/app` by `module.app`. Without it they are
   * looked for in the Terraform files.
   */
  readonly sources?: ReadonlyMap<string, string>;
}

/** Reads files into an estate. */
export type EstateReader = (inputs: readonly Input[]) => EstateData;
