import { AppBase } from './app-base';
import { SlotOptions } from './slot-props';
import { WebAppOptions } from './web-app-props';

/** Options of a slot of a web app. What is left out is as in the app, except for the settings. */
export interface WebAppSlotOptions extends SlotOptions, WebAppOptions {}

/** Properties of a slot of a web app. */
export interface WebAppSlotProps extends WebAppSlotOptions {
  /** The app: a Linux web app for `LinuxWebAppSlot`, a Windows web app for `WindowsWebAppSlot`. */
  readonly app: AppBase;
}
