import { MonitorDiagnosticSetting } from '@cdktf/provider-azurerm/lib/monitor-diagnostic-setting';
import { TerraformProvider } from 'cdktf';
import { Construct } from 'constructs';
import { LogCategories } from './log-categories';
import { ILogWorkspace } from './log-workspace';
import { isKnown, Violations } from '../core/private/violations';

/** Properties of a diagnostic setting. */
export interface DiagnosticSettingProps {
  /** Name: 1 to 260 characters, none of `< > * % & : \ ? + /`. */
  readonly name: string;

  /** Azure id of the resource whose logs are collected. */
  readonly targetResourceId: string;

  /** Where the logs go. */
  readonly workspace: ILogWorkspace;

  /** Which logs are collected. All metrics are collected as well. */
  readonly logs: LogCategories;

  /**
   * Provider of the setting, for a resource in another subscription than the stack's default one:
   * `new AzurermProvider(...)` with an `alias`.
   *
   * @default - the stack's provider without an alias
   */
  readonly provider?: TerraformProvider;
}

/** Sends the logs and metrics of one resource to a Log Analytics workspace. */
export class DiagnosticSetting extends Construct {
  /** The provider's resource, for settings that this class does not model. */
  public readonly resource: MonitorDiagnosticSetting;

  /**
   * Defines a diagnostic setting.
   *
   * @throws `logs/setting-name`, `logs/category`
   */
  public constructor(scope: Construct, id: string, props: DiagnosticSettingProps) {
    super(scope, id);
    const violations = new Violations(this);
    if (isKnown(props.name) && !/^[^<>*%&:\\?+/]{1,260}$/.test(props.name)) {
      violations.add(
        'logs/setting-name',
        `"${props.name}" is not a diagnostic setting name; use 1 to 260 characters, none of < > * % & : \\ ? + /`,
      );
    }
    if (props.logs._blocks.length === 0) {
      violations.add('logs/category', 'no log category given; name one or use LogCategories.all()');
    }
    violations.throwIfAny();

    this.resource = new MonitorDiagnosticSetting(this, 'Resource', {
      name: props.name,
      targetResourceId: props.targetResourceId,
      logAnalyticsWorkspaceId: props.workspace.logWorkspaceId,
      enabledLog: props.logs._blocks,
      enabledMetric: [{ category: 'AllMetrics' }],
      provider: props.provider,
    });
  }
}
