import { MonitorMetricAlert } from '@cdktf/provider-azurerm/lib/monitor-metric-alert';
import { TerraformProvider } from 'cdktf';
import { Construct } from 'constructs';
import { IActionGroup } from './action-group';
import { AlertFrequency } from './alert-frequency';
import { AlertSeverity } from './alert-severity';
import { AlertWindow } from './alert-window';
import { MetricCriterion } from './metric-criterion';
import { IResourceGroup } from '../core';
import { alertNameProblems } from './internal/names';
import { isResourceType } from '../core/internal/arm-id';
import { checkInput } from '../core/internal/input/check-input';
import { locationProblems } from '../core/internal/locations';
import { withProvider } from '../core/internal/providers';
import { normalizeLocation } from '../core/internal/region-name';
import { tagProblems } from '../core/internal/tags';
import { isKnown, Problem, Violations, withCode } from '../core/internal/violations';
import { beginDefinition } from '../model/definition';

/** Properties of a metric alert. */
export interface MetricAlertProps {
  /** Name: 1 to 260 characters, none of `* # & + : < > ? @ % { } \ /`, not ending with a space or period. */
  readonly name: string;

  /** Resource group of the alert. */
  readonly resourceGroup: IResourceGroup;

  /** Azure ids of the resources whose metric is evaluated; at least one. */
  readonly targetResourceIds: string[];

  /**
   * Type of the targets, such as `Microsoft.SignalRService/SignalR`; needed for several targets, a resource group or a
   * subscription.
   *
   * @default - that of the one target
   */
  readonly targetResourceType?: string;

  /**
   * Region of the targets, such as `centralus`; needed for several targets, a resource group or a subscription.
   *
   * @default - that of the one target
   */
  readonly targetLocation?: string;

  /** Criterion at which the alert fires. */
  readonly criterion: MetricCriterion;

  /**
   * Severity of the alert.
   *
   * @default AlertSeverity.WARNING
   */
  readonly severity?: AlertSeverity;

  /**
   * Frequency at which the alert evaluates the metric.
   *
   * @default - every minute, or every five minutes with a dynamic threshold
   */
  readonly frequency?: AlertFrequency;

  /**
   * The time before each look over which the metric is aggregated; at least as long as the frequency.
   *
   * @default AlertWindow.MINUTES_5
   */
  readonly window?: AlertWindow;

  /**
   * Ends the alert by itself once the metric is normal again. Without that it fires at every look.
   *
   * @default true
   */
  readonly autoMitigate?: boolean;

  /**
   * Groups that are notified, at most five.
   *
   * @default - no one; the alert shows in Azure Monitor
   */
  readonly actionGroups?: IActionGroup[];

  /**
   * Enables the alert.
   *
   * @default true
   */
  readonly enabled?: boolean;

  /**
   * Description that the alert shows.
   *
   * @default - no description
   */
  readonly description?: string;

  /**
   * Provider of the alert, for another subscription than the stack's default one: `new AzurermProvider(...)` with an
   * `alias`.
   *
   * @default - the provider of the resource group, where it is known, or else the stack's provider without an alias
   */
  readonly provider?: TerraformProvider;

  /**
   * Tags of the alert.
   *
   * @default - no tags
   */
  readonly tags?: { [name: string]: string };
}

const PERIODS: readonly string[] = Object.values(AlertWindow);

/**
 * Defines an alert that watches a metric of Azure resources.
 *
 * @see https://learn.microsoft.com/azure/azure-monitor/alerts/alerts-types#metric-alerts
 */
export class MetricAlert extends Construct {
  /** Azure resource id of the alert. */
  public readonly metricAlertId: string;

  /** The provider's resource, for settings that this class does not model. */
  public readonly resource: MonitorMetricAlert;

  /**
   * Defines an alert.
   *
   * @throws `alerts/name`, `alerts/target`, `alerts/criterion`, `alerts/window`, `alerts/action-groups`,
   * `core/location`, `core/tags`
   */
  public constructor(scope: Construct, id: string, given: MetricAlertProps) {
    checkInput('observability.MetricAlert', arguments);
    super(scope, id);
    const props = withProvider(this, given, given.resourceGroup);
    const { name, criterion, targetLocation, actionGroups = [] } = props;
    const frequency = props.frequency ?? (criterion._dynamic ? AlertFrequency.MINUTES_5 : AlertFrequency.MINUTES_1);
    const window = props.window ?? AlertWindow.MINUTES_5;
    const violations = new Violations(this);
    violations.include(alertNameProblems(name));
    violations.include(targetProblems(props));
    violations.include(locationProblems(this, targetLocation));
    violations.include(criterion._problems());
    violations.include(periodProblems(criterion, frequency, window));
    if (actionGroups.length > 5) {
      violations.add('alerts/action-groups', `${actionGroups.length} action groups given; use at most 5`);
    }
    violations.include(tagProblems(props.tags));
    violations.throwIfAny();

    beginDefinition(this);
    this.resource = new MonitorMetricAlert(this, 'Resource', {
      name,
      resourceGroupName: props.resourceGroup.resourceGroupName,
      scopes: props.targetResourceIds,
      targetResourceType: props.targetResourceType,
      targetResourceLocation: isKnown(targetLocation) ? normalizeLocation(targetLocation) : targetLocation,
      criteria: criterion._fixed && [criterion._fixed],
      dynamicCriteria: criterion._dynamic,
      severity: (props.severity ?? AlertSeverity.WARNING).level,
      frequency,
      windowSize: window,
      autoMitigate: props.autoMitigate,
      action: actionGroups.length > 0 ? actionGroups.map(({ actionGroupId }) => ({ actionGroupId })) : undefined,
      enabled: props.enabled,
      description: props.description,
      tags: props.tags,
      provider: props.provider,
    });
    this.metricAlertId = this.resource.id;
  }
}

function targetProblems(props: MetricAlertProps): Problem[] {
  const { targetResourceIds: ids, targetResourceType, targetLocation } = props;
  const messages = ids
    .filter((id) => isKnown(id) && !/^\/subscriptions\/[^/]+(\/[^/]+\/[^/]+)*$/.test(id))
    .map((id) => `"${id}" is not an Azure id; use one such as /subscriptions/...`);
  if (isKnown(targetResourceType) && !isResourceType(targetResourceType)) {
    messages.push(`"${targetResourceType}" is not a resource type; use one such as Microsoft.SignalRService/SignalR`);
  }
  if (ids.length === 0) messages.push('no target given; give the id of at least one resource');
  const container = ids.find((id) => isKnown(id) && /^\/subscriptions\/[^/]+(\/resourceGroups\/[^/]+)?$/i.test(id));
  if ((ids.length > 1 || container) && !(targetResourceType && targetLocation)) {
    const given = container ? `"${container}" contains many resources` : `${ids.length} targets given`;
    messages.push(`${given}; also give targetResourceType and targetLocation`);
  }
  return withCode('alerts/target', messages);
}

function periodProblems(criterion: MetricCriterion, frequency: AlertFrequency, window: AlertWindow): Problem[] {
  const messages = [];
  if (PERIODS.indexOf(window) < PERIODS.indexOf(frequency)) {
    messages.push(
      `a window of ${window} is shorter than the frequency ${frequency}, so values would be missed; use a longer window`,
    );
  }
  // https://github.com/MicrosoftDocs/azure-docs/issues/81625
  if (criterion._dynamic && frequency === AlertFrequency.MINUTES_1) {
    messages.push('a dynamic threshold cannot be evaluated every minute; use AlertFrequency.MINUTES_5 or more');
  }
  return withCode('alerts/window', messages);
}
