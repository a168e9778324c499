import { FunctionAppBase } from './function-app-base';
import { FunctionAppOptions } from './function-app-props';
import { SlotOptions } from './slot-props';
import { IStorageAccount } from '../storage';

/** Options of a slot of a function app. What is left out is as in the app, except for the settings. */
export interface FunctionAppSlotOptions extends SlotOptions, FunctionAppOptions {
  /**
   * The storage account in which the host of the slot keeps its state. It stays where it is when slots are swapped.
   *
   * @default - that of the app, where the host of the slot keeps its state apart
   */
  readonly storage?: IStorageAccount;
}

/** Properties of a slot of a function app. */
export interface FunctionAppSlotProps extends FunctionAppSlotOptions {
  /** The app: a Linux function app for `LinuxFunctionAppSlot`, a Windows function app for `WindowsFunctionAppSlot`. */
  readonly app: FunctionAppBase;
}
