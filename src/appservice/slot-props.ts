import { AppOptions } from './app-props';
import { IServicePlan } from './service-plan';
import { IManagedIdentity } from '../identity';
import { ISubnet } from '../network';

/**
 * Options of a slot of any kind. What is left out is as in the app, except for the settings: those in the options and
 * those of connected services are the slot's own, and move with the code when slots are swapped, unless they are
 * sticky.
 *
 * @see https://learn.microsoft.com/azure/app-service/deploy-staging-slots#which-settings-are-swapped
 */
export interface SlotOptions extends AppOptions {
  /**
   * Name: 2 to 19 letters, digits or inner dashes, not `production`. App and slot together have at most 58 characters,
   * the app alone at most 40.
   */
  readonly name: string;

  /**
   * The identity that the slot takes on. Identities stay where they are when slots are swapped.
   *
   * @default - that of the app
   */
  readonly identity?: IManagedIdentity;

  /**
   * The subnet through which the slot calls out. It stays where it is when slots are swapped.
   *
   * @default - that of the app
   */
  readonly integrationSubnet?: ISubnet;

  /**
   * The plan that the slot runs on, in the region of the app's.
   *
   * @default - that of the app, whose workers the slot shares
   */
  readonly servicePlan?: IServicePlan;

  /**
   * Tags of the slot.
   *
   * @default - those of the app
   */
  readonly tags?: { [name: string]: string };
}
