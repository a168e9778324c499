import { checkInput } from '../core/internal/input/check-input';
import { isKnown, Problem } from '../core/internal/violations';
import {
  AlertFrequency,
  AlertSeverity,
  AlertWindow,
  DynamicOperator,
  MetricAggregation,
  MetricCriterion,
  MetricOperator,
  ThresholdSensitivity,
} from '../observability';

/** Metric of an alert, the way to evaluate it, and the message. */
interface AlertRule {
  readonly unit: 'percent' | 'bytes';
  readonly aggregation: MetricAggregation;
  readonly frequency: AlertFrequency;
  readonly window: AlertWindow;
  readonly severity: AlertSeverity;
  readonly description: string;
}

const EVERY_MINUTE = { frequency: AlertFrequency.MINUTES_1, window: AlertWindow.MINUTES_5 };
const EVERY_FIVE_MINUTES = { frequency: AlertFrequency.MINUTES_5, window: AlertWindow.MINUTES_15 };

/**
 * An alert on one of the metrics of a SignalR service. It fires above its threshold.
 *
 * @see https://learn.microsoft.com/azure/azure-monitor/reference/supported-metrics/microsoft-signalrservice-signalr-metrics
 */
export class SignalRAlert {
  /**
   * The service has nearly as many connections as its units take; beyond them it rejects new ones. A warning, judged
   * every minute by the highest value of five, because connections come back all at once after an interruption.
   *
   * @param percent 0 to less than 100; Azure advises to scale out at 80 to 90
   * @see https://learn.microsoft.com/azure/azure-signalr/signalr-howto-scale-autoscale
   */
  public static connectionQuotaUtilization(percent: number = 80): SignalRAlert {
    checkInput('signalr.SignalRAlert.connectionQuotaUtilization', arguments);
    return new SignalRAlert('ConnectionQuotaUtilization', percent, {
      ...EVERY_MINUTE,
      unit: 'percent',
      aggregation: MetricAggregation.MAXIMUM,
      severity: AlertSeverity.WARNING,
      description:
        'The number of connections is near the quota of the service, which then rejects new ones. Add units.',
    });
  }

  /**
   * The service is busy, and messages become slow. A warning, judged by the average of a quarter of an hour, because
   * short peaks do no harm.
   *
   * @param percent 0 to less than 100; up to 70 messages stay fast
   * @see https://learn.microsoft.com/azure/azure-signalr/signalr-concept-performance#quick-evaluation-using-metrics
   */
  public static serverLoad(percent: number = 70): SignalRAlert {
    checkInput('signalr.SignalRAlert.serverLoad', arguments);
    return new SignalRAlert('ServerLoad', percent, {
      ...EVERY_FIVE_MINUTES,
      unit: 'percent',
      aggregation: MetricAggregation.AVERAGE,
      severity: AlertSeverity.WARNING,
      description: 'The service is busy, and messages become slow. Add units.',
    });
  }

  /**
   * Operations fail because of the service itself. An error, judged every minute by the highest value of five.
   *
   * @param percent 0 to less than 100 of all operations; normally next to none fail
   * @see https://learn.microsoft.com/azure/azure-signalr/concept-metrics#understand-system-errors-and-user-errors
   */
  public static systemErrors(percent: number = 1): SignalRAlert {
    checkInput('signalr.SignalRAlert.systemErrors', arguments);
    return new SignalRAlert('SystemErrors', percent, {
      ...EVERY_MINUTE,
      unit: 'percent',
      aggregation: MetricAggregation.MAXIMUM,
      severity: AlertSeverity.ERROR,
      description: 'Operations fail because of the service itself. See its resource health and logs.',
    });
  }

  /**
   * Operations fail because of clients or hub servers. Not among the recommended alerts, and without a default: a
   * browser that closes its page without a goodbye counts as an error, so what is normal depends on the application.
   * For information, judged by the highest value of a quarter of an hour.
   *
   * @param percent 0 to less than 100 of all operations
   * @see https://learn.microsoft.com/azure/azure-signalr/concept-metrics#understand-system-errors-and-user-errors
   */
  public static userErrors(percent: number): SignalRAlert {
    checkInput('signalr.SignalRAlert.userErrors', arguments);
    return new SignalRAlert('UserErrors', percent, {
      ...EVERY_FIVE_MINUTES,
      unit: 'percent',
      aggregation: MetricAggregation.MAXIMUM,
      severity: AlertSeverity.INFORMATIONAL,
      description: 'Operations fail because of clients or hub servers. See the logs of the service.',
    });
  }

  /**
   * More is sent to the service than the application should send. A warning, judged by the sum of a quarter of an hour.
   *
   * The normal value depends on the application: one unit takes in between 4 KB a second, broadcast, and 2 MB a second,
   * echoed. So without a number Azure learns in three days what to expect, and the alert fires far above it.
   *
   * @param bytes what a quarter of an hour may bring at most
   * @see https://learn.microsoft.com/azure/azure-signalr/signalr-concept-performance
   */
  public static inboundTraffic(bytes?: number): SignalRAlert {
    checkInput('signalr.SignalRAlert.inboundTraffic', arguments);
    return new SignalRAlert('InboundTraffic', bytes, {
      ...EVERY_FIVE_MINUTES,
      unit: 'bytes',
      aggregation: MetricAggregation.TOTAL,
      severity: AlertSeverity.WARNING,
      description: 'More is sent to the service than expected. Look for a client or hub server that sends too much.',
    });
  }

  /** Alerts that every service should have: on connections, load, errors of the service and traffic, by default. */
  public static recommended(): SignalRAlert[] {
    return [
      SignalRAlert.connectionQuotaUtilization(),
      SignalRAlert.serverLoad(),
      SignalRAlert.systemErrors(),
      SignalRAlert.inboundTraffic(),
    ];
  }

  private constructor(
    /** Name of the metric, as Azure Monitor lists it. */
    public readonly metricName: string,
    /** The value above which the alert fires, in the unit of the metric; `undefined` where Azure learns it. */
    public readonly threshold: number | undefined,
    private readonly rule: AlertRule,
  ) {}

  /**
   * The metric in the names of alerts: `ServerLoad` becomes `server-load`.
   *
   * @internal
   */
  public get _slug(): string {
    return this.metricName.replace(/\B[A-Z]/g, '-$&').toLowerCase();
  }

  /**
   * Reports why the alert would always or never fire.
   *
   * @internal
   */
  public _problems(): Problem[] {
    const { metricName, threshold } = this;
    const { unit } = this.rule;
    const end = unit === 'percent' ? 100 : Infinity;
    if (!isKnown(threshold) || (threshold >= 0 && threshold < end)) return [];
    const allowed = unit === 'percent' ? 'from 0 to less than 100' : 'of 0 or more';
    const message = `a threshold of ${threshold} ${unit} given for ${metricName}; use a number ${allowed}`;
    return [{ code: 'alerts/threshold', message }];
  }

  /**
   * The alert as `MetricAlert` takes it.
   *
   * @internal
   */
  public _render() {
    const { aggregation, frequency, window, severity, description } = this.rule;
    const { metricName, threshold } = this;
    const metric = { metricNamespace: 'Microsoft.SignalRService/SignalR', metricName, aggregation };
    const criterion =
      threshold === undefined
        ? MetricCriterion.dynamicThreshold({
            ...metric,
            operator: DynamicOperator.GREATER_THAN,
            sensitivity: ThresholdSensitivity.LOW,
          })
        : MetricCriterion.fixedThreshold({ ...metric, operator: MetricOperator.GREATER_THAN, threshold });
    return { criterion, frequency, window, severity, description };
  }
}
