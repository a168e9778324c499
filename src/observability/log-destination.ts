import { Construct } from 'constructs';
import { ILogWorkspace, LogWorkspace, LogWorkspaceOptions, LogWorkspaceProps } from './log-workspace';
import { retentionProblems } from './private/retention';
import { Problem } from '../core/private/violations';

/** Where resource logs and metrics go. */
export class LogDestination {
  /** A new Log Analytics workspace, defined next to what is logged. */
  public static newWorkspace(options: LogWorkspaceOptions = {}): LogDestination {
    return new LogDestination(
      (scope, defaults) => new LogWorkspace(scope, 'LogWorkspace', { ...defaults, ...options }),
      retentionProblems(options.retentionInDays),
    );
  }

  /** A Log Analytics workspace that exists or is defined elsewhere. */
  public static workspace(workspace: ILogWorkspace): LogDestination {
    return new LogDestination(() => workspace, []);
  }

  private constructor(
    private readonly bind: (scope: Construct, defaults: LogWorkspaceProps) => ILogWorkspace,
    /**
     * What Azure would refuse in a new workspace.
     *
     * @internal
     */
    public readonly _problems: Problem[],
  ) {}

  /**
   * The workspace, defined in `scope` if it is new.
   *
   * @internal
   */
  public _workspaceIn(scope: Construct, defaults: LogWorkspaceProps): ILogWorkspace {
    return this.bind(scope, defaults);
  }
}
