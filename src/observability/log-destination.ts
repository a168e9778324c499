import { Construct } from 'constructs';
import { EventHubDestinationOptions } from './event-hub-destination-options';
import { ILogWorkspace, LogWorkspace, LogWorkspaceProps } from './log-workspace';
import { NewLogWorkspaceOptions } from './new-log-workspace-options';
import { dailyQuotaProblems } from './private/daily-quota';
import {
  eventHubSink,
  LogSink,
  LogSinkAttributes,
  newWorkspaceSink,
  partnerSink,
  storageSink,
  workspaceSink,
} from './private/log-sink';
import { retentionProblems } from './private/retention';
import { workspaceNameProblems } from './private/workspace-name';
import { checkInput } from '../core/internal/input/check-input';
import { Problem, withCode } from '../core/internal/violations';

/**
 * Where resource logs and metrics go.
 *
 * @see https://learn.microsoft.com/azure/azure-monitor/essentials/diagnostic-settings#destinations
 */
export class LogDestination {
  /** A new Log Analytics workspace, defined next to what is logged. */
  public static newWorkspace(options: NewLogWorkspaceOptions = {}): LogDestination {
    checkInput('observability.LogDestination.newWorkspace', arguments);
    return new LogDestination([newWorkspaceSink(options)]);
  }

  /** A Log Analytics workspace that exists or is defined elsewhere. */
  public static workspace(workspace: ILogWorkspace): LogDestination {
    checkInput('observability.LogDestination.workspace', arguments);
    return new LogDestination([workspaceSink(workspace)]);
  }

  /**
   * A storage account, for logs that are kept long.
   *
   * @param storageAccountId Azure id of the account, which must be in the region of what is logged
   */
  public static storage(storageAccountId: string): LogDestination {
    checkInput('observability.LogDestination.storage', arguments);
    return new LogDestination([storageSink(storageAccountId)]);
  }

  /** An event hub, for systems outside of Azure; its namespace must be in the region of what is logged. */
  public static eventHub(options: EventHubDestinationOptions): LogDestination {
    checkInput('observability.LogDestination.eventHub', arguments);
    return new LogDestination([eventHubSink(options.authorizationRuleId, options.eventHubName)]);
  }

  /**
   * A monitoring solution of a partner that runs in Azure, such as Datadog or Elastic.
   *
   * @param partnerSolutionId Azure id of the solution
   */
  public static partner(partnerSolutionId: string): LogDestination {
    checkInput('observability.LogDestination.partner', arguments);
    return new LogDestination([partnerSink(partnerSolutionId)]);
  }

  /**
   * Several destinations at once.
   *
   * @param destinations at least one, and at most one of each kind: workspace, storage account, event hub, partner
   */
  public static several(...destinations: LogDestination[]): LogDestination {
    checkInput('observability.LogDestination.several', arguments);
    return new LogDestination(destinations.flatMap((destination) => destination.sinks));
  }

  private constructor(private readonly sinks: readonly LogSink[]) {}

  /**
   * The workspace among the destinations; `undefined` where there is none, or none yet.
   *
   * @internal
   */
  public get _logWorkspace(): ILogWorkspace | undefined {
    return this.sinks.find((sink) => sink.workspace)?.workspace;
  }

  /**
   * Whether a workspace must be defined before logs can be sent.
   *
   * @internal
   */
  public get _needsWorkspace(): boolean {
    return this.sinks.some((sink) => sink.newWorkspace);
  }

  /**
   * Whether a workspace must be defined that is not named yet.
   *
   * @internal
   */
  public get _needsWorkspaceName(): boolean {
    return this.sinks.some(({ newWorkspace }) => newWorkspace && newWorkspace.name === undefined);
  }

  /**
   * What keeps a diagnostic setting from sending there.
   *
   * @internal
   */
  public _problems(): Problem[] {
    const code = 'logs/destination';
    if (this.sinks.length === 0) {
      return [{ code, message: 'no destination given; name at least one, such as LogDestination.newWorkspace()' }];
    }
    const kinds = this.sinks.map((sink) => sink.kind);
    const repeated = [...new Set(kinds.filter((kind, index) => kinds.indexOf(kind) !== index))];
    return [
      ...repeated.flatMap((kind) => {
        const count = kinds.filter((each) => each === kind).length;
        return withCode(code, [
          `${count} destinations of the kind ${kind} given; a diagnostic setting accepts one of each kind`,
        ]);
      }),
      ...this.sinks.flatMap((sink) => sink.problems),
    ];
  }

  /**
   * What Azure would refuse in a new workspace.
   *
   * @internal
   */
  public _workspaceProblems(): Problem[] {
    return this.sinks.flatMap(({ newWorkspace }) => [
      ...retentionProblems(newWorkspace?.retentionInDays),
      ...dailyQuotaProblems(newWorkspace?.dailyQuotaInGb),
      ...(newWorkspace?.name === undefined ? [] : workspaceNameProblems(newWorkspace.name)),
    ]);
  }

  /**
   * The same destinations, with a new workspace defined in `scope`.
   *
   * @internal
   */
  public _definedIn(scope: Construct, defaults: LogWorkspaceProps): LogDestination {
    return new LogDestination(
      this.sinks.map((sink) =>
        sink.newWorkspace
          ? workspaceSink(new LogWorkspace(scope, 'LogWorkspace', { ...defaults, ...sink.newWorkspace }))
          : sink,
      ),
    );
  }

  /**
   * The attributes of a diagnostic setting.
   *
   * @internal
   */
  public _render(): LogSinkAttributes {
    return Object.assign({}, ...this.sinks.map((sink) => sink.attributes));
  }
}
