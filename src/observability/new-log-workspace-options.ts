import { LogWorkspaceOptions } from './log-workspace';

/** Options of a workspace that is defined next to what is logged. */
export interface NewLogWorkspaceOptions extends LogWorkspaceOptions {
  /**
   * Name of the workspace: 4 to 63 letters, digits or inner dashes.
   *
   * @default - `log-` and the name of what is logged
   */
  readonly name?: string;
}
