import { TerraformProvider } from 'cdktf';
import { IResourceGroup } from './resource-group';

/** Properties of every resource with a region. */
export interface RegionalResourceProps {
  /** Resource group of the resource. */
  readonly resourceGroup: IResourceGroup;

  /**
   * Azure region, such as `centralus` or `Central US`.
   *
   * @default - the region of the resource group
   */
  readonly location?: string;

  /**
   * Provider of the resource, for another subscription than the stack's default one: `new AzurermProvider(...)` with
   * an `alias`.
   *
   * @default - the provider of the resource group, where it is known, or else the stack's provider without an alias
   */
  readonly provider?: TerraformProvider;

  /**
   * Tags of the resource.
   *
   * @default - no tags
   */
  readonly tags?: { [name: string]: string };
}
