import { OsType, PlanScaling, PlanSku, ServicePlan } from '../../src/appservice';
import { Cors, Replica, SignalRService, Sku } from '../../src/signalr';
import { deadPaths } from '../support/ignored-paths';
import { schemaViolations } from '../support/provider-schema';
import { messageOf, newGroup, only, synth, warnings } from '../support/synth';

function setUp(sku: Sku = Sku.premium(2).scaledByOthers()) {
  const { stack, resourceGroup } = newGroup();
  const props = { name: 'sigr-test', resourceGroup, sku, cors: Cors.allowOrigins('https://chat.example') };
  return { stack, resourceGroup, service: new SignalRService(stack, 'SignalR', props) };
}

function newPlan(scaling: PlanScaling, sku: PlanSku = PlanSku.P0V3) {
  const { stack, resourceGroup } = newGroup();
  const props = { name: 'asp', resourceGroup, osType: OsType.LINUX, sku, scaling };
  return { stack, plan: new ServicePlan(stack, 'Plan', props) };
}

describe('What others scale', () => {
  test('is a plan, which begins with its workers', () => {
    const { stack } = newPlan(PlanScaling.byOthers(3));
    expect(only(stack, 'azurerm_service_plan')).toMatchObject({
      worker_count: 3,
      lifecycle: { ignore_changes: ['worker_count'] },
    });
    expect(deadPaths('azurerm_service_plan', ['worker_count'])).toEqual([]);
    expect(schemaViolations(synth(stack))).toEqual([]);
  });

  test('is a service with its replicas', () => {
    const { stack, service } = setUp();
    new Replica(stack, 'Replica', { service, location: 'eastus2' });
    const { sku, lifecycle } = only(stack, 'azurerm_signalr_service');
    expect(sku).toMatchObject({ capacity: 2 });
    expect(lifecycle).toEqual({ ignore_changes: ['sku[0].capacity'] });
    expect(deadPaths('azurerm_signalr_service', lifecycle.ignore_changes)).toEqual([]);
    expect(only(stack, 'azapi_resource').lifecycle).toEqual({ ignore_changes: ['body.sku.capacity'] });
    expect(schemaViolations(synth(stack))).toEqual([]);
  });

  test('is missed where the lifecycle is replaced', () => {
    const { stack, service } = setUp();
    service.resource.lifecycle = { preventDestroy: true };
    synth(stack);
    expect(warnings(stack)).toContainEqual(
      expect.stringContaining('lost ignoreChanges of sku[0].capacity, so each apply would undo what others changed;'),
    );
  });

  test('has no autoscale setting of its own', () => {
    const bounds = { minimum: 2, maximum: 6 };
    expect(messageOf(() => setUp().service.addAutoscale('Autoscale', bounds))).toBe(
      'Prod/SignalR: [autoscale/duplicate] others change the number already, and Azure accepts one autoscale setting for each resource; use a Sku without scaledByOthers()',
    );
    expect(messageOf(() => newPlan(PlanScaling.byOthers(2)).plan.addAutoscale('Autoscale', bounds))).toBe(
      'Prod/Plan: [autoscale/duplicate] others change the number already, and Azure accepts one autoscale setting for each resource; use PlanScaling.fixed(...)',
    );
  });

  test('is no service of one unit, and no number that Azure rejects', () => {
    expect(messageOf(() => setUp(Sku.free().scaledByOthers()))).toContain(
      '[signalr/capacity] Free_F1 has one unit, which others cannot change; leave scaledByOthers() out',
    );
    expect(messageOf(() => newPlan(PlanScaling.byOthers(11), PlanSku.of('S1')))).toBe(
      'Prod/Plan: [appservice/plan-scaling] 11 workers given for a S1 plan; use 1 to 10',
    );
  });
});
