import { MonitorDiagnosticSetting } from '@cdktf/provider-azurerm/lib/monitor-diagnostic-setting';
import { TerraformProvider } from 'cdktf';
import { Construct } from 'constructs';
import { settingNameProblems } from './internal/names';
import { LogCategories } from './log-categories';
import { LogDestination } from './log-destination';
import { isArmId, spelledArmId } from '../core/internal/arm-id';
import { attachedTo } from '../core/internal/attachments';
import { checkInput } from '../core/internal/input/check-input';
import { keepUnsentLogs } from '../core/internal/unsent-logs';
import { isKnown, Violations } from '../core/internal/violations';
import { beginDefinition } from '../model/definition';

/** Properties of a diagnostic setting. */
export interface DiagnosticSettingProps {
  /** Name: 1 to 260 characters, none of `< > * % & : \ ? + /`. */
  readonly name: string;

  /** Azure resource id of what the logs are of; the letter case of its fixed segments does not matter. */
  readonly targetResourceId: string;

  /** Destination of logs and metrics; not a new workspace, for which the setting knows no resource group. */
  readonly destination: LogDestination;

  /** Logs that are collected. */
  readonly logs: LogCategories;

  /**
   * Also collects all metrics. azurerm 4 leaves them on in a setting that had them before.
   *
   * @default true
   */
  readonly metrics?: boolean;

  /**
   * Provider of the setting, for a resource in another subscription than the stack's default one:
   * `new AzurermProvider(...)` with an `alias`.
   *
   * @default - the stack's provider without an alias
   */
  readonly provider?: TerraformProvider;
}

/**
 * Sends the logs and metrics of one resource to a workspace, a storage account, an event hub or a partner; or says why
 * the configuration sends none.
 */
export class DiagnosticSetting extends Construct {
  /**
   * The provider's resource, for settings that this class does not model; `undefined` with
   * `LogDestination.managedByPolicy()` and `LogDestination.none(...)`.
   */
  public readonly resource?: MonitorDiagnosticSetting;

  /**
   * Defines a diagnostic setting.
   *
   * @throws `logs/setting-name`, `logs/target`, `logs/category`, `logs/destination`, `logs/reason`
   */
  public constructor(scope: Construct, id: string, props: DiagnosticSettingProps) {
    checkInput('observability.DiagnosticSetting', arguments);
    super(scope, id);
    const violations = new Violations(this);
    violations.include(settingNameProblems(props.name));
    if (isKnown(props.targetResourceId) && !isArmId(props.targetResourceId)) {
      violations.add(
        'logs/target',
        `"${props.targetResourceId}" is not an Azure resource id; use one such as /subscriptions/ID/resourceGroups/NAME/providers/NAMESPACE/TYPE/NAME`,
      );
    }
    violations.include(props.logs._problems());
    violations.include(props.destination._problems());
    if (props.destination._needsWorkspace) {
      violations.add(
        'logs/destination',
        'a new workspace needs a resource group, which a diagnostic setting does not have; define a LogWorkspace and use LogDestination.workspace(...)',
      );
    }
    violations.throwIfAny();

    const { _unsent: reason } = props.destination;
    if (reason !== undefined) {
      keepUnsentLogs({ setting: this, targetResourceId: props.targetResourceId, reason });
      return;
    }
    beginDefinition(this);
    this.resource = new MonitorDiagnosticSetting(this, 'Resource', {
      name: props.name,
      targetResourceId: spelledArmId(props.targetResourceId),
      ...props.destination._render(),
      enabledLog: props.logs._blocks,
      enabledMetric: (props.metrics ?? true) ? [{ category: 'AllMetrics' }] : undefined,
      provider: props.provider,
    });
    attachedTo(this, props.targetResourceId).add(this.resource);
  }
}
