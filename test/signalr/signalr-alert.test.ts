import { TerraformVariable } from 'cdktf';
import { ResourceGroup } from '../../src/core';
import { Prerequisites } from '../../src/core/internal/ordering';
import { ActionGroup } from '../../src/observability';
import { Cors, SignalRAlert, SignalRService, SignalRServiceAttributes } from '../../src/signalr';
import { newHub } from '../support/hub';
import { actionGroupId } from '../support/ids';
import { schemaViolations } from '../support/provider-schema';
import { messageOf, newGroup, only, readable, resources, synth } from '../support/synth';

const OPS = actionGroupId('ops');
const ALERT = 'azurerm_monitor_metric_alert';

function setUp() {
  const { stack, resourceGroup } = newGroup();
  const ops = ActionGroup.fromActionGroupAttributes(stack, 'Ops', { actionGroupId: OPS });
  const own = () =>
    new SignalRService(stack, 'SignalR', { name: 'sigr-chat', resourceGroup, cors: Cors.allowAnyOrigin() });
  const existing = (attributes: Partial<SignalRServiceAttributes> = {}) =>
    SignalRService.fromSignalRServiceAttributes(stack, 'Existing', {
      serviceId: '/subscriptions/0/resourceGroups/rg/providers/Microsoft.SignalRService/signalR/shared',
      hostname: 'shared.service.signalr.net',
      ...attributes,
    });
  return { stack, resourceGroup, actionGroups: [ops], own, existing };
}

describe('SignalRAlert', () => {
  test.each<[SignalRAlert, number, string, number, string, string, number]>([
    [SignalRAlert.connectionQuotaUtilization(), 80, 'Maximum', 80, 'PT1M', 'PT5M', 2],
    [SignalRAlert.connectionQuotaUtilization(95), 95, 'Maximum', 95, 'PT1M', 'PT5M', 2],
    [SignalRAlert.serverLoad(), 70, 'Average', 70, 'PT5M', 'PT15M', 2],
    [SignalRAlert.systemErrors(), 1, 'Maximum', 1, 'PT1M', 'PT5M', 1],
    [SignalRAlert.systemErrors(0), 0, 'Maximum', 0, 'PT1M', 'PT5M', 1],
    [SignalRAlert.userErrors(99.5), 99.5, 'Maximum', 99.5, 'PT5M', 'PT15M', 3],
    [SignalRAlert.inboundTraffic(5e9), 5e9, 'Total', 5e9, 'PT5M', 'PT15M', 2],
  ])('$metricName above $threshold', (alert, given, aggregation, threshold, frequency, window_size, severity) => {
    const { stack, actionGroups, own } = setUp();
    own().addAlert('Alert', alert, { actionGroups });
    expect(alert.threshold).toBe(given);
    expect(only(stack, ALERT)).toEqual({
      name: 'alert-sigr-chat-alert',
      resource_group_name: '${azurerm_resource_group.Group.name}',
      scopes: ['${azurerm_signalr_service.SignalR.id}'],
      criteria: [
        {
          metric_namespace: 'Microsoft.SignalRService/SignalR',
          metric_name: alert.metricName,
          aggregation,
          operator: 'GreaterThan',
          threshold,
        },
      ],
      severity,
      frequency,
      window_size,
      description: expect.stringMatching(/^[A-Z].*\.$/),
      action: [{ action_group_id: OPS }],
    });
    expect(schemaViolations(synth(stack))).toEqual([]);
  });

  test('uses names and aggregations that Azure lists for the metrics', () => {
    // https://learn.microsoft.com/azure/azure-monitor/reference/supported-metrics/microsoft-signalrservice-signalr-metrics
    const listed: Record<string, string[]> = {
      ConnectionQuotaUtilization: ['Minimum', 'Maximum', 'Average'],
      ServerLoad: ['Minimum', 'Maximum', 'Average'],
      SystemErrors: ['Maximum'],
      UserErrors: ['Maximum'],
      InboundTraffic: ['Total'],
    };
    const alerts = [...SignalRAlert.recommended(), SignalRAlert.userErrors(1)];
    const used = alerts.map((alert) => alert._render().criterion).map(({ _fixed, _dynamic }) => (_fixed ?? _dynamic)!);
    expect(used.map(({ metricName }) => metricName).sort()).toEqual(Object.keys(listed).sort());
    used.forEach(({ metricName, aggregation }) => expect(listed[metricName]).toContain(aggregation));
  });

  test.each<[SignalRAlert, string]>([
    [SignalRAlert.serverLoad(100), '100 percent given for ServerLoad; use a number from 0 to less than 100'],
    [SignalRAlert.systemErrors(-1), '-1 percent given for SystemErrors; use a number from 0 to less than 100'],
    [SignalRAlert.userErrors(NaN), 'NaN percent given for UserErrors; use a number from 0 to less than 100'],
    [SignalRAlert.inboundTraffic(-1), '-1 bytes given for InboundTraffic; use a number of 0 or more'],
    [SignalRAlert.inboundTraffic(Infinity), 'Infinity bytes given for InboundTraffic; use a number of 0 or more'],
  ])('$metricName refuses a threshold of $threshold', (alert, message) => {
    const { actionGroups, own } = setUp();
    const service = own();
    expect(messageOf(() => service.addAlert('Alert', alert, { actionGroups }))).toBe(
      `Prod/SignalR/Alert: [alerts/threshold] a threshold of ${message}`,
    );
  });

  test('InboundTraffic without a number fires far above what Azure has learned to expect', () => {
    const { stack, actionGroups, own } = setUp();
    own().addAlert('Alert', SignalRAlert.inboundTraffic(), { actionGroups });
    const alert = only(stack, ALERT);
    expect(alert).not.toHaveProperty('criteria');
    expect(alert.dynamic_criteria).toEqual({
      metric_namespace: 'Microsoft.SignalRService/SignalR',
      metric_name: 'InboundTraffic',
      aggregation: 'Total',
      operator: 'GreaterThan',
      alert_sensitivity: 'Low',
    });
    expect(schemaViolations(synth(stack))).toEqual([]);
  });

  test('takes a threshold that is only known when Terraform runs', () => {
    const { stack, actionGroups, own } = setUp();
    const percent = new TerraformVariable(stack, 'Percent', { type: 'number' }).numberValue;
    own().addAlert('Busy', SignalRAlert.serverLoad(percent), { actionGroups });
    expect(only(stack, ALERT).criteria[0].threshold).toBe('${var.Percent}');
  });
});

describe('SignalRService.addAlert', () => {
  test('takes name, resource group and tags', () => {
    const { stack, actionGroups, own } = setUp();
    const resourceGroup = new ResourceGroup(stack, 'Alerts', { name: 'rg-alerts', location: 'centralus' });
    const options = { actionGroups, name: 'busy', resourceGroup, tags: { team: 'chat' } };
    const alert = own().addAlert('Busy', SignalRAlert.serverLoad(), options);
    expect(alert.node.path).toBe('Prod/SignalR/Busy');
    expect(only(stack, ALERT)).toMatchObject({
      name: 'busy',
      resource_group_name: '${azurerm_resource_group.Alerts.name}',
      tags: { team: 'chat' },
    });
  });

  test('takes one metric with two thresholds', () => {
    const { stack, actionGroups, own } = setUp();
    const service = own();
    service.addAlert('Busy', SignalRAlert.serverLoad(), { actionGroups });
    service.addAlert('VeryBusy', SignalRAlert.serverLoad(90), { actionGroups: [] });
    expect(resources(stack, ALERT).map(({ name, action }) => [name, action?.length])).toEqual([
      ['alert-sigr-chat-busy', 1],
      ['alert-sigr-chat-verybusy', undefined],
    ]);
  });

  test('belongs to what is attached to the service', () => {
    const { stack, resourceGroup, actionGroups, own } = setUp();
    const service = own();
    service.addAlert('Busy', SignalRAlert.serverLoad(), { actionGroups });
    const lock = new ResourceGroup(stack, 'Later', { name: 'rg-later', location: resourceGroup.location }).resource;
    (Reflect.get(service, '_attached') as Prerequisites).awaitedBy(lock);
    expect(readable(stack).resource!.azurerm_resource_group.Later.depends_on).toContain(
      'azurerm_monitor_metric_alert.SignalR_Busy',
    );
  });

  test('watches an existing service in its subscription', () => {
    const { stack, resourceGroup, actionGroups, existing } = setUp();
    existing({ resourceGroup, provider: newHub(stack) }).addAlert('Busy', SignalRAlert.serverLoad(), { actionGroups });
    expect(only(stack, ALERT)).toMatchObject({
      name: 'alert-Existing-busy',
      scopes: ['/subscriptions/0/resourceGroups/rg/providers/Microsoft.SignalRService/signalR/shared'],
      resource_group_name: '${azurerm_resource_group.Group.name}',
      provider: 'azurerm.hub',
    });
  });

  test('watches an existing service in a resource group that is given', () => {
    const { stack, resourceGroup, actionGroups, existing } = setUp();
    existing().addRecommendedAlerts({ actionGroups, resourceGroup });
    expect(resources(stack, ALERT)).toHaveLength(4);
  });

  test('fails for an existing service whose resource group nobody tells, with all else that is wrong', () => {
    const { actionGroups, existing } = setUp();
    const service = existing();
    expect(messageOf(() => service.addAlert('Busy', SignalRAlert.serverLoad(101), { actionGroups }))).toBe(
      [
        'Prod/Existing: [alerts/resource-group] the resource group of this existing service is not known, so Busy has none; give resourceGroup in the options, or in the attributes of the service',
        'Prod/Existing/Busy: [alerts/threshold] a threshold of 101 percent given for ServerLoad; use a number from 0 to less than 100',
      ].join('\n'),
    );
  });
});

describe('SignalRService.addRecommendedAlerts', () => {
  test('watches connections, load, errors and traffic', () => {
    const { stack, actionGroups, own } = setUp();
    const alerts = own().addRecommendedAlerts({ actionGroups, tags: { team: 'chat' } });
    expect(alerts.map(({ node }) => node.path)).toEqual([
      'Prod/SignalR/ConnectionQuotaUtilizationAlert',
      'Prod/SignalR/ServerLoadAlert',
      'Prod/SignalR/SystemErrorsAlert',
      'Prod/SignalR/InboundTrafficAlert',
    ]);
    expect(
      resources(stack, ALERT).map(({ name, action, tags }) => [name, action[0].action_group_id, tags.team]),
    ).toEqual([
      ['alert-sigr-chat-connection-quota-utilization', OPS, 'chat'],
      ['alert-sigr-chat-inbound-traffic', OPS, 'chat'],
      ['alert-sigr-chat-server-load', OPS, 'chat'],
      ['alert-sigr-chat-system-errors', OPS, 'chat'],
    ]);
    expect(schemaViolations(synth(stack))).toEqual([]);
  });

  test('takes a beginning of the names', () => {
    const { stack, actionGroups, own } = setUp();
    own().addRecommendedAlerts({ actionGroups, namePrefix: 'chat' });
    expect(resources(stack, ALERT)[2].name).toBe('chat-server-load');
  });

  test('fails when they are there already', () => {
    const { actionGroups, own } = setUp();
    const service = own();
    service.addRecommendedAlerts({ actionGroups });
    expect(messageOf(() => service.addRecommendedAlerts({ actionGroups }))).toBe(
      'Prod/SignalR: [alerts/duplicate] ConnectionQuotaUtilizationAlert is defined already; give each alert its own id, and add the recommended ones once',
    );
  });
});
