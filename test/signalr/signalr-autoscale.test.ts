import { AutoscaleRule } from '../../src/observability';
import { Cors, SignalRService, Sku } from '../../src/signalr';
import { scalingRules } from '../support/autoscale';
import { schemaViolations } from '../support/provider-schema';
import { messageOf, newGroup, only, synth } from '../support/synth';

const SETTING = 'azurerm_monitor_autoscale_setting';

function setUp(sku?: Sku) {
  const { stack, resourceGroup } = newGroup();
  const cors = Cors.allowOrigins('https://example.com');
  return { stack, service: new SignalRService(stack, 'SignalR', { name: 'sigr-chat', resourceGroup, cors, sku }) };
}

describe('SignalRService.addAutoscale', () => {
  test('scales by connections and load, and leaves the units to Azure', () => {
    const { stack, service } = setUp(Sku.premium(2));
    service.addAutoscale('Autoscale', { minimum: 2, maximum: 20 });
    const { profile, ...setting } = only(stack, SETTING);
    expect(setting).toEqual({
      name: 'autoscale-sigr-chat',
      location: 'centralus',
      resource_group_name: '${azurerm_resource_group.Group.name}',
      target_resource_id: '${azurerm_signalr_service.SignalR.id}',
    });
    expect(profile[0].capacity).toEqual({ minimum: 2, maximum: 20, default: 2 });
    expect(scalingRules(profile)).toEqual([
      ['ConnectionQuotaUtilization', 'GreaterThan', 70, 'ServiceAllowedNextValue'],
      ['ConnectionQuotaUtilization', 'LessThan', 20, 'ServiceAllowedNextValue'],
      ['ServerLoad', 'GreaterThan', 70, 'ServiceAllowedNextValue'],
      ['ServerLoad', 'LessThan', 20, 'ServiceAllowedNextValue'],
    ]);
    expect(only(stack, 'azurerm_signalr_service')).toMatchObject({
      sku: { name: 'Premium_P1', capacity: 2 },
      lifecycle: { ignore_changes: ['sku[0].capacity'] },
    });
    expect(schemaViolations(synth(stack))).toEqual([]);
  });

  test.each<[string, Sku | undefined, number, number, string]>([
    [
      'a tier that does not scale',
      undefined,
      1,
      2,
      'autoscale/tier] Azure Monitor does not scale Standard_S1 services; choose Sku.premium(1) or higher',
    ],
    [
      'a number of units that the tier has not',
      Sku.premium(1),
      1,
      15,
      'autoscale/bounds] maximum 15 given for Premium_P1; use 1 to 10, 20, 30 ... 100',
    ],
    [
      'few units of the tier for many',
      Sku.premiumP2(100),
      1,
      200,
      'autoscale/bounds] minimum 1 given for Premium_P2; use 100, 200 ... 1000',
    ],
  ])('refuses %s', (_, sku, minimum, maximum, message) => {
    const { stack, service } = setUp(sku);
    expect(messageOf(() => service.addAutoscale('Autoscale', { minimum, maximum }))).toBe(`Prod/SignalR: [${message}`);
    expect(only(stack, 'azurerm_signalr_service').lifecycle).toBeUndefined();
  });

  test('refuses a second one, and bad rules with it', () => {
    const { service } = setUp(Sku.premium(1));
    service.addAutoscale('Autoscale', { minimum: 1, maximum: 2 });
    const rules = [AutoscaleRule.increase('', 1)];
    expect(messageOf(() => service.addAutoscale('Other', { minimum: 1, maximum: 2, rules }))).toBe(
      [
        'Prod/SignalR: [autoscale/rules] a rule has no metric; give the name of a metric of the resource',
        'Prod/SignalR: [autoscale/duplicate] Prod/SignalR/Autoscale scales it already, and Azure accepts one autoscale setting for each resource; put the rules into one',
      ].join('\n'),
    );
  });
});
