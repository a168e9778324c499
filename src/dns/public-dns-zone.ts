import { TerraformProvider } from 'cdktf';

/** An existing public DNS zone of Azure, and the records in it. */
export interface PublicDnsZone {
  /** Name of the zone, such as `example.com`; the domain is below it. */
  readonly zoneName: string;

  /** Name of the resource group that holds the zone. */
  readonly resourceGroupName: string;

  /**
   * Time for which resolvers may keep the records, in seconds: 1 to 2147483647.
   *
   * @default 300
   */
  readonly ttlInSeconds?: number;

  /**
   * Provider of the records, for a zone in another subscription than the stack's default one:
   * `new AzurermProvider(...)` with an `alias`.
   *
   * @default - the stack's provider without an alias
   */
  readonly provider?: TerraformProvider;
}
