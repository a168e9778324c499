import { createHash } from 'crypto';

/** Purpose of a file. */
export enum InputUse {
  /** It says what the estate is. */
  ESTATE = 'estate',
  /** It says what the estate was before. */
  BEFORE = 'before',
  /** It says what is accepted and expected. */
  ACCEPT = 'accept',
  /** It locks the versions of providers. */
  LOCK = 'lock',
}

/** A provider, as an input names it. */
export interface ProviderRecord {
  /** Its name in the configuration, such as `azurerm`. */
  readonly name: string;
  /** Source, such as `registry.terraform.io/hashicorp/azurerm`. */
  readonly source?: string;
  /** Versions that the configuration accepts, such as `~> 4.55`. */
  readonly constraint?: string;
  /** The version that is locked. */
  readonly version?: string;
}

/** The versions that an input names. */
export interface VersionRecord {
  /** The version of Terraform or OpenTofu that wrote the input. */
  readonly terraform?: string;
  /** Versions of Terraform that the configuration accepts. */
  readonly requiredTerraform?: string;
  /** The version of CDK for Terraform or CDK Terrain that synthesized the stack. */
  readonly synthesizer?: string;
  readonly providers?: readonly ProviderRecord[];
}

/** A file that was read. */
export interface InputRecord extends VersionRecord {
  /** Its name, without the folders above the current one. */
  readonly name: string;
  readonly use: InputUse;
  /** SHA-256 of its bytes, in hexadecimal. */
  readonly sha256: string;
}

/** SHA-256 in hexadecimal, as `sha256sum` prints it. */
export function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}
