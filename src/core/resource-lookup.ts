import { TerraformProvider } from 'cdktf';

/** What it takes, beside a name, to look up any existing resource. */
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
