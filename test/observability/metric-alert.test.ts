import { TerraformOutput, TerraformVariable } from 'cdktf';
import * as fc from 'fast-check';
import {
  ActionGroup,
  AlertFrequency,
  AlertSeverity,
  AlertWindow,
  DynamicOperator,
  MetricAggregation,
  MetricAlert,
  MetricAlertProps,
  MetricCriterion,
  MetricDimension,
  MetricOperator,
  ThresholdSensitivity,
} from '../../src/observability';
import { newHub } from '../support/hub';
import { actionGroupId } from '../support/ids';
import { schemaViolations } from '../support/provider-schema';
import { messageOf, newGroup, only, problemsOf, readable, synth } from '../support/synth';

const ALERT = 'azurerm_monitor_metric_alert';
const TARGET = '/subscriptions/0/resourceGroups/rg/providers/Microsoft.SignalRService/signalR/chat';
const METRIC = { metricNamespace: 'Microsoft.SignalRService/SignalR', metricName: 'ConnectionCount' };
const FIXED = MetricCriterion.fixedThreshold({
  ...METRIC,
  aggregation: MetricAggregation.MAXIMUM,
  operator: MetricOperator.GREATER_THAN,
  threshold: 900.5,
});
const DYNAMIC = MetricCriterion.dynamicThreshold({
  ...METRIC,
  aggregation: MetricAggregation.AVERAGE,
  operator: DynamicOperator.GREATER_THAN,
});

function setUp() {
  const { stack, resourceGroup } = newGroup();
  const actionGroup = (id: string) =>
    ActionGroup.fromActionGroupAttributes(stack, id, { actionGroupId: actionGroupId(id) });
  const define = (props: Partial<MetricAlertProps> = {}) =>
    new MetricAlert(stack, 'Alert', {
      name: 'alert-chat',
      resourceGroup,
      targetResourceIds: [TARGET],
      criterion: FIXED,
      ...props,
    });
  return { stack, resourceGroup, actionGroup, define };
}

describe('MetricAlert', () => {
  test('watches a metric of one resource every minute, as a warning', () => {
    const { stack, define } = setUp();
    define();
    expect(only(stack, ALERT)).toEqual({
      name: 'alert-chat',
      resource_group_name: '${azurerm_resource_group.Group.name}',
      scopes: [TARGET],
      criteria: [
        {
          metric_namespace: 'Microsoft.SignalRService/SignalR',
          metric_name: 'ConnectionCount',
          aggregation: 'Maximum',
          operator: 'GreaterThan',
          threshold: 900.5,
        },
      ],
      severity: 2,
      frequency: 'PT1M',
      window_size: 'PT5M',
    });
    expect(schemaViolations(synth(stack))).toEqual([]);
  });

  test('takes all properties', () => {
    const { stack, actionGroup, define } = setUp();
    const criterion = MetricCriterion.fixedThreshold({
      ...METRIC,
      aggregation: MetricAggregation.TOTAL,
      operator: MetricOperator.LESS_THAN_OR_EQUAL,
      threshold: 0,
      dimensions: [
        MetricDimension.include('Endpoint', 'Client', 'Server'),
        MetricDimension.exclude('ConnectionCloseCategory', 'Normal'),
        MetricDimension.startsWith('Region', 'central'),
      ],
    });
    const alert = define({
      criterion,
      severity: AlertSeverity.CRITICAL,
      frequency: AlertFrequency.HOURS_1,
      window: AlertWindow.DAYS_1,
      autoMitigate: false,
      actionGroups: [actionGroup('a'), actionGroup('b')],
      enabled: false,
      description: 'Nobody is here',
      tags: { team: 'chat' },
      provider: newHub(stack),
    });
    new TerraformOutput(stack, 'id', { value: alert.metricAlertId });
    expect(only(stack, ALERT)).toEqual({
      name: 'alert-chat',
      resource_group_name: '${azurerm_resource_group.Group.name}',
      scopes: [TARGET],
      criteria: [
        {
          metric_namespace: 'Microsoft.SignalRService/SignalR',
          metric_name: 'ConnectionCount',
          aggregation: 'Total',
          operator: 'LessThanOrEqual',
          threshold: 0,
          dimension: [
            { name: 'Endpoint', operator: 'Include', values: ['Client', 'Server'] },
            { name: 'ConnectionCloseCategory', operator: 'Exclude', values: ['Normal'] },
            { name: 'Region', operator: 'StartsWith', values: ['central'] },
          ],
        },
      ],
      severity: 0,
      frequency: 'PT1H',
      window_size: 'P1D',
      auto_mitigate: false,
      action: [{ action_group_id: actionGroupId('a') }, { action_group_id: actionGroupId('b') }],
      enabled: false,
      description: 'Nobody is here',
      tags: { team: 'chat' },
      provider: 'azurerm.hub',
    });
    expect(readable(stack).output!.id.value).toBe('${azurerm_monitor_metric_alert.Alert.id}');
    expect(schemaViolations(synth(stack))).toEqual([]);
  });

  test('lets Azure learn the threshold, and looks every five minutes then', () => {
    const { stack, define } = setUp();
    define({ criterion: DYNAMIC });
    const alert = only(stack, ALERT);
    expect(alert).toMatchObject({ frequency: 'PT5M', window_size: 'PT5M' });
    expect(alert.criteria).toBeUndefined();
    expect(alert.dynamic_criteria).toEqual({
      metric_namespace: 'Microsoft.SignalRService/SignalR',
      metric_name: 'ConnectionCount',
      aggregation: 'Average',
      operator: 'GreaterThan',
      alert_sensitivity: 'Medium',
    });
    expect(schemaViolations(synth(stack))).toEqual([]);
  });

  test('takes a sensitivity', () => {
    const { stack, define } = setUp();
    const options = { ...METRIC, aggregation: MetricAggregation.TOTAL, operator: DynamicOperator.GREATER_OR_LESS_THAN };
    const sensitivity = ThresholdSensitivity.LOW;
    define({ criterion: MetricCriterion.dynamicThreshold({ ...options, sensitivity }) });
    expect(only(stack, ALERT).dynamic_criteria).toMatchObject({
      operator: 'GreaterOrLessThan',
      alert_sensitivity: 'Low',
    });
  });

  test('watches several resources of one type and region', () => {
    const { stack, define } = setUp();
    const targetResourceIds = [TARGET, `${TARGET}2`];
    const targetResourceType = 'Microsoft.SignalRService/SignalR';
    define({ targetResourceIds, targetResourceType, targetLocation: 'Central US' });
    expect(only(stack, ALERT)).toMatchObject({
      scopes: targetResourceIds,
      target_resource_type: targetResourceType,
      target_resource_location: 'centralus',
    });
    expect(schemaViolations(synth(stack))).toEqual([]);
  });

  test('does not judge what is only known when Terraform runs', () => {
    const { stack, define } = setUp();
    const value = new TerraformVariable(stack, 'Value', { type: 'string' }).stringValue;
    const threshold = new TerraformVariable(stack, 'Threshold', { type: 'number' }).numberValue;
    const criterion = MetricCriterion.fixedThreshold({
      metricNamespace: value,
      metricName: value,
      aggregation: MetricAggregation.COUNT,
      operator: MetricOperator.EQUALS,
      threshold,
    });
    define({ name: value, targetResourceIds: [value], targetLocation: value, criterion });
    expect(only(stack, ALERT)).toMatchObject({
      name: '${var.Value}',
      scopes: ['${var.Value}'],
      target_resource_location: '${var.Value}',
      criteria: [{ metric_name: '${var.Value}', threshold: '${var.Threshold}' }],
    });
  });

  test('fails with all that is wrong at once', () => {
    const { actionGroup, define } = setUp();
    const criterion = MetricCriterion.fixedThreshold({
      metricNamespace: '',
      metricName: '',
      aggregation: MetricAggregation.COUNT,
      operator: MetricOperator.EQUALS,
      threshold: NaN,
      dimensions: [MetricDimension.include('')],
    });
    const props = {
      name: 'a#b',
      targetResourceIds: [],
      targetLocation: 'centralua',
      criterion,
      frequency: AlertFrequency.MINUTES_30,
      window: AlertWindow.MINUTES_15,
      actionGroups: ['a', 'b', 'c', 'd', 'e', 'f'].map(actionGroup),
      tags: { 'a?b': '' },
    };
    expect(messageOf(() => define(props))).toBe(
      [
        '[alerts/name] "a#b" is not an alert name; use 1 to 260 characters, none of * # & + : < > ? @ % { } \\ /, not ending with a space or period',
        '[alerts/target] no target given; give the id of at least one resource',
        '[core/location] "centralua" is not a known Azure region; use a name such as centralus, or list a newer region in the construct context "azureLocations"',
        '[alerts/criterion] no metric namespace given; use one such as Microsoft.SignalRService/SignalR',
        '[alerts/criterion] no metric name given; use one such as ServerLoad',
        '[alerts/criterion] a threshold of NaN given; use a number',
        '[alerts/criterion] a dimension has no name; name it',
        '[alerts/criterion] dimension "" has no values; give at least one',
        '[alerts/window] a window of PT15M is shorter than the frequency PT30M, so values would be missed; use a longer window',
        '[alerts/action-groups] 6 action groups given; use at most 5',
        '[core/tags] tag name "a?b" contains one of < > % & \\ ? /; remove that character',
      ]
        .map((line) => `Prod/Alert: ${line}`)
        .join('\n'),
    );
  });

  test.each<[string, Partial<MetricAlertProps>, string]>([
    [
      'a target that is no id',
      { targetResourceIds: ['chat'] },
      '[alerts/target] "chat" is not an Azure id; use one such as /subscriptions/...',
    ],
    [
      'a type of targets that is none',
      { targetResourceType: 'signalR' },
      '[alerts/target] "signalR" is not a resource type; use one such as Microsoft.SignalRService/SignalR',
    ],
    [
      'several targets without their type',
      { targetResourceIds: [TARGET, `${TARGET}2`], targetLocation: 'centralus' },
      '[alerts/target] 2 targets given; also give targetResourceType and targetLocation',
    ],
    [
      'several targets without their region',
      { targetResourceIds: [TARGET, `${TARGET}2`], targetResourceType: 'Microsoft.SignalRService/SignalR' },
      '[alerts/target] 2 targets given; also give targetResourceType and targetLocation',
    ],
    [
      'a resource group without type and region of its resources',
      { targetResourceIds: ['/subscriptions/0/resourceGroups/rg'] },
      '[alerts/target] "/subscriptions/0/resourceGroups/rg" contains many resources; also give targetResourceType and targetLocation',
    ],
    [
      'a subscription without type and region of its resources',
      { targetResourceIds: ['/subscriptions/0'] },
      '[alerts/target] "/subscriptions/0" contains many resources; also give targetResourceType and targetLocation',
    ],
    [
      'a dynamic threshold every minute',
      { criterion: DYNAMIC, frequency: AlertFrequency.MINUTES_1 },
      '[alerts/window] a dynamic threshold cannot be evaluated every minute; use AlertFrequency.MINUTES_5 or more',
    ],
    [
      'a frequency longer than the default window',
      { frequency: AlertFrequency.MINUTES_15 },
      '[alerts/window] a window of PT5M is shorter than the frequency PT15M, so values would be missed; use a longer window',
    ],
  ])('refuses %s', (_, props, message) => {
    const { define } = setUp();
    expect(messageOf(() => define(props))).toBe(`Prod/Alert: ${message}`);
  });

  test('takes every window that is at least as long as the frequency, and no other', () => {
    const minutes = (period: string) =>
      ({ PT1H: 60, PT6H: 360, PT12H: 720, P1D: 1440 })[period] ?? parseInt(period.slice(2));
    fc.assert(
      fc.property(
        fc.constantFrom(...Object.values(AlertFrequency)),
        fc.constantFrom(...Object.values(AlertWindow)),
        (frequency, window) => {
          const { define } = setUp();
          const attempt = () => define({ frequency, window });
          if (minutes(window) >= minutes(frequency)) expect(attempt).not.toThrow();
          else expect(attempt).toThrow('[alerts/window]');
        },
      ),
    );
  });

  test('fails where its resource group has an alert of that name', () => {
    const { stack, resourceGroup, define } = setUp();
    define();
    const second = { name: 'Alert-Chat', resourceGroup, targetResourceIds: [TARGET], criterion: FIXED };
    new MetricAlert(stack, 'Second', second);
    expect(problemsOf(stack)).toEqual([
      '[core/duplicate-name] Prod/Alert/Resource and Prod/Second/Resource are metric alerts named "Alert-Chat" in one resource group; give one of them another name',
    ]);
  });

  test.each([
    ['a'.repeat(260), true],
    ['a'.repeat(261), false],
    ['', false],
    ['alert chat (90 percent)', true],
    ['alert ', false],
    ['alert.', false],
    ['alert\t1', false],
  ])('judges the name %j', (name, valid) => {
    const { define } = setUp();
    const attempt = () => define({ name });
    if (valid) expect(attempt).not.toThrow();
    else expect(attempt).toThrow('[alerts/name]');
  });
});

test('severities are numbered from critical to verbose', () => {
  const { CRITICAL, ERROR, WARNING, INFORMATIONAL, VERBOSE } = AlertSeverity;
  expect([CRITICAL, ERROR, WARNING, INFORMATIONAL, VERBOSE].map(({ level }) => level)).toEqual([0, 1, 2, 3, 4]);
});
