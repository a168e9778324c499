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
import { holdsToken } from '../core/internal/tokens';
import { Problem, withCode } from '../core/internal/violations';

const BY_POLICY = 'Azure Policy deploys the diagnostic setting.';

/** As acknowledgements ask for it. */
const MIN_REASON = 10;

/**
 * Destination of resource logs and metrics.
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
   * Azure Policy sends the logs: a policy that others assign deploys the diagnostic settings, so none are defined here.
   * The rules that ask for logs accept that, with a reason that names Azure Policy.
   *
   * @see https://learn.microsoft.com/azure/azure-monitor/essentials/diagnostic-settings-policy
   */
  public static managedByPolicy(): LogDestination {
    checkInput('observability.LogDestination.managedByPolicy', arguments);
    return new LogDestination([], BY_POLICY);
  }

  /**
   * The logs are sent nowhere. The rules that ask for logs accept that, with the reason.
   *
   * @param reason why; at least 10 characters
   */
  public static none(reason: string): LogDestination {
    checkInput('observability.LogDestination.none', arguments);
    return new LogDestination([], reason);
  }

  /**
   * Several destinations at once.
   *
   * @param destinations at least one, and at most one of each kind: workspace, storage account, event hub, partner
   */
  public static several(...destinations: LogDestination[]): LogDestination {
    checkInput('observability.LogDestination.several', arguments);
    return new LogDestination(
      destinations.flatMap((destination) => destination.sinks),
      destinations.find(({ _unsent }) => _unsent !== undefined)?._unsent,
    );
  }

  private constructor(
    private readonly sinks: readonly LogSink[],
    /**
     * Reason why the configuration sends no logs; `undefined` where it sends them.
     *
     * @internal
     */
    public readonly _unsent?: string,
  ) {}

  /**
   * The workspace among the destinations; `undefined` where it is missing, or not defined yet.
   *
   * @internal
   */
  public get _logWorkspace(): ILogWorkspace | undefined {
    return this.sinks.find((sink) => sink.workspace)?.workspace;
  }

  /**
   * Reports whether no one sends the logs.
   *
   * @internal
   */
  public get _isNowhere(): boolean {
    return this._unsent !== undefined && this._unsent !== BY_POLICY;
  }

  /**
   * Reports whether a workspace must be defined before logs can be sent.
   *
   * @internal
   */
  public get _needsWorkspace(): boolean {
    return this.sinks.some((sink) => sink.newWorkspace);
  }

  /**
   * Reports whether a workspace must be defined that is not named yet.
   *
   * @internal
   */
  public get _needsWorkspaceName(): boolean {
    return this.sinks.some(({ newWorkspace }) => newWorkspace && newWorkspace.name === undefined);
  }

  /**
   * Reports why a diagnostic setting cannot send logs there.
   *
   * @internal
   */
  public _problems(): Problem[] {
    const code = 'logs/destination';
    if (this._unsent !== undefined) return this.unsentProblems(this._unsent);
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
   * Reports what Azure would reject in a new workspace.
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
      this._unsent,
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

  private unsentProblems(reason: string): Problem[] {
    if (this.sinks.length > 0) {
      const message =
        'LogDestination.managedByPolicy() or none(...) given with other destinations; a diagnostic setting sends logs or does not, so give it alone, or leave it out';
      return [{ code: 'logs/destination', message }];
    }
    if (holdsToken(reason)) {
      const message =
        'the reason is only known when Terraform runs, but reports are made at synth; give it as plain text';
      return [{ code: 'logs/reason', message }];
    }
    if (reason.trim().length >= MIN_REASON) return [];
    const message = `the reason "${reason}" is shorter than ${MIN_REASON} characters; say why the logs are sent nowhere`;
    return [{ code: 'logs/reason', message }];
  }
}
