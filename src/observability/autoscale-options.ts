import { AutoscaleRule } from './autoscale-rule';
import { IResourceGroup } from '../core';

/** Between which numbers of instances a resource scales, and when. */
export interface AutoscaleOptions {
  /** Instances that are always there. Azure also keeps them where it cannot read the metrics. */
  readonly minimum: number;

  /** The most instances. */
  readonly maximum: number;

  /**
   * Rules that add and remove instances: 1 to 10.
   *
   * @default - those of the scaled resource
   */
  readonly rules?: AutoscaleRule[];
}

/** Options of an autoscale setting on a resource of this library. */
export interface AddAutoscaleOptions extends AutoscaleOptions {
  /**
   * Name of the setting: 1 to 260 characters, none of `: < > + / & % \ ?`, not ending with a space or period. Another
   * name replaces the setting.
   *
   * @default - `autoscale-` and the name of the scaled resource
   */
  readonly name?: string;

  /**
   * Resource group of the setting, in the subscription of the scaled resource.
   *
   * @default - that of the scaled resource
   */
  readonly resourceGroup?: IResourceGroup;

  /**
   * Tags of the setting.
   *
   * @default - no tags
   */
  readonly tags?: { [name: string]: string };
}
