import { TerraformProvider } from 'cdktf';

/** Options for looking up any existing resource by name. */
export interface ResourceLookup {
  /** Name of the resource group that holds the resource. */
  readonly resourceGroupName: string;

  /**
   * Provider of the look-up, for another subscription than the stack's default one: `new AzurermProvider(...)` with an
   * `alias`.
   *
   * @default - the stack's provider without an alias
   */
  readonly provider?: TerraformProvider;
}
