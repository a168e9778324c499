import { Token } from 'cdktf';
import { OsType, PlanScaling, PlanSku, ServicePlan, ServicePlanProps } from '../../src/appservice';
import { newHub, providers } from '../support/hub';
import { schemaViolations } from '../support/provider-schema';
import { dataSources, messageOf, newGroup, newStack, only, synth } from '../support/synth';
import { setUpLinux } from '../support/web-app';

describe('ServicePlan', () => {
  test('has the smallest workers for production unless told otherwise', () => {
    const { stack, resourceGroup } = newGroup();
    new ServicePlan(stack, 'Plan', { name: 'asp', resourceGroup, osType: OsType.LINUX });
    expect(only(stack, 'azurerm_service_plan')).toEqual({
      name: 'asp',
      location: 'centralus',
      resource_group_name: '${azurerm_resource_group.Group.name}',
      os_type: 'Linux',
      sku_name: 'P0v3',
    });
  });

  test('lives in the subscription of its provider', () => {
    const { stack, resourceGroup } = newGroup();
    const provider = newHub(stack);
    new ServicePlan(stack, 'Plan', { name: 'asp', resourceGroup, osType: OsType.LINUX, provider });
    expect(only(stack, 'azurerm_service_plan').provider).toBe('azurerm.hub');
  });

  test('fails when name and size are invalid', () => {
    const { stack, resourceGroup } = newGroup();
    const props = { name: 'a b', resourceGroup, osType: OsType.LINUX, sku: PlanSku.of('P0V3') };
    expect(messageOf(() => new ServicePlan(stack, 'Plan', props))).toBe(
      [
        'Prod/Plan: [appservice/plan-name] "a b" is not a service plan name; use 1 to 60 letters, digits, dashes or underscores',
        'Prod/Plan: [appservice/plan-sku] "P0V3" is not a plan size; use one such as B1, P0v3 or P1mv3, in this letter case',
      ].join('\n'),
    );
  });
});

describe('ServicePlan.fromLookup', () => {
  const lookup = { name: 'asp-shared', resourceGroupName: 'rg-shared' };

  test('reads the plan that an app refers to, whose system and size are not judged', () => {
    const { stack, define } = setUpLinux();
    const servicePlan = ServicePlan.fromLookup(stack, 'Shared', lookup);
    define({ servicePlan, alwaysOn: true });
    expect(dataSources(stack, 'azurerm_service_plan')).toEqual([
      { name: 'asp-shared', resource_group_name: 'rg-shared' },
    ]);
    expect(only(stack, 'azurerm_linux_web_app')).toMatchObject({
      service_plan_id: '${data.azurerm_service_plan.Shared.id}',
      location: '${data.azurerm_service_plan.Shared.location}',
    });
    expect([servicePlan.osType, servicePlan.sku]).toEqual([undefined, undefined]);
    expect(schemaViolations(synth(stack))).toEqual([]);
  });

  test('defines no resource, and reads through its provider', () => {
    const stack = newStack();
    ServicePlan.fromLookup(stack, 'Shared', { ...lookup, provider: newHub(stack) });
    expect(synth(stack).resource).toBeUndefined();
    expect(providers(stack)).toEqual({ 'azurerm_service_plan.Shared': 'azurerm.hub' });
  });
});

describe('ServicePlan with options', () => {
  function define(change: Partial<ServicePlanProps>) {
    const { stack, resourceGroup } = newGroup();
    new ServicePlan(stack, 'Plan', { name: 'asp', resourceGroup, osType: OsType.LINUX, ...change });
    expect(schemaViolations(synth(stack))).toEqual([]);
    return only(stack, 'azurerm_service_plan');
  }

  test('has a fixed number of workers', () => {
    const plan = define({ scaling: PlanScaling.fixed(3) });
    expect(plan.worker_count).toBe(3);
    expect(plan).not.toHaveProperty('maximum_elastic_worker_count');
    expect(plan).not.toHaveProperty('premium_plan_auto_scale_enabled');
  });

  test('scales automatically on Premium sizes, which have to be told so', () => {
    expect(define({ scaling: PlanScaling.automatic(10, 2) })).toMatchObject({
      worker_count: 2,
      maximum_elastic_worker_count: 10,
      premium_plan_auto_scale_enabled: true,
    });
  });

  test('scales automatically on elastic sizes, which do so by themselves', () => {
    const plan = define({ sku: PlanSku.EP1, scaling: PlanScaling.automatic(10) });
    expect(plan).toMatchObject({ worker_count: 1, maximum_elastic_worker_count: 10 });
    expect(plan).not.toHaveProperty('premium_plan_auto_scale_enabled');
  });

  test('spreads its workers over zones, and lets apps scale one by one', () => {
    expect(define({ scaling: PlanScaling.fixed(3), zoneBalancing: true, perSiteScaling: true })).toMatchObject({
      worker_count: 3,
      zone_balancing_enabled: true,
      per_site_scaling_enabled: true,
    });
  });

  test('balances zones on Flex Consumption without a number of workers', () => {
    expect(define({ sku: PlanSku.FC1, zoneBalancing: true }).zone_balancing_enabled).toBe(true);
  });

  test('does not judge a number of workers that is only known when Terraform runs', () => {
    const scaling = PlanScaling.automatic(Token.asNumber('${var.most}'), Token.asNumber('${var.least}'));
    expect(define({ scaling, zoneBalancing: true }).worker_count).toBe('${var.least}');
  });

  test.each<[string, Partial<ServicePlanProps>, string]>([
    ['half a worker', { scaling: PlanScaling.fixed(1.5) }, '1.5 workers given for a P0v3 plan; use 1 to 30'],
    ['no worker', { scaling: PlanScaling.fixed(0) }, '0 workers given for a P0v3 plan; use 1 to 30'],
    [
      'four workers on Basic',
      { sku: PlanSku.B1, scaling: PlanScaling.fixed(4) },
      '4 workers given for a B1 plan; use 1 to 3',
    ],
    [
      'two workers on Free',
      { sku: PlanSku.of('F1'), scaling: PlanScaling.fixed(2) },
      '2 workers given for a F1 plan; use 1 to 1',
    ],
    [
      'a maximum that is too large',
      { scaling: PlanScaling.automatic(31) },
      '31 workers given for a P0v3 plan; use 1 to 30',
    ],
    [
      'a maximum below the minimum',
      { scaling: PlanScaling.automatic(2, 3) },
      'at most 2 workers given, but at least 3; give the larger number as the maximum',
    ],
    [
      'automatic scaling on Standard',
      { sku: PlanSku.of('S1'), scaling: PlanScaling.automatic(5) },
      'S1 plans do not scale automatically; use PlanScaling.fixed(...), or PlanSku.P0V3 or larger',
    ],
    [
      'workers on Consumption',
      { sku: PlanSku.of('Y1'), scaling: PlanScaling.fixed(2) },
      'Azure alone decides how many workers a Y1 plan has; leave the scaling out',
    ],
    [
      'per-site scaling on Basic',
      { sku: PlanSku.B1, perSiteScaling: true },
      "apps on B1 plans cannot be scaled one by one; leave perSiteScaling out, or use PlanSku.of('S1') or larger",
    ],
  ])('fails for %s', (_case, change, message) => {
    expect(messageOf(() => define(change))).toBe(`Prod/Plan: [appservice/plan-scaling] ${message}`);
  });

  test.each(['B1', 'S1', 'F1', 'Y1'])('fails for zone balancing on %s', (name) => {
    expect(messageOf(() => define({ sku: PlanSku.of(name), zoneBalancing: true }))).toBe(
      `Prod/Plan: [appservice/zone-balancing] ${name} plans cannot be spread over availability zones; use PlanSku.P0V3 or larger, or leave zoneBalancing out`,
    );
  });

  test.each([undefined, PlanScaling.fixed(1), PlanScaling.automatic(10)])(
    'fails for zone balancing of one worker: %#',
    (scaling) => {
      expect(messageOf(() => define({ scaling, zoneBalancing: true }))).toBe(
        'Prod/Plan: [appservice/zone-balancing] 1 worker cannot be spread over availability zones; use PlanScaling.fixed(3), or at least 2 workers',
      );
    },
  );

  test('takes options that are off on every size', () => {
    expect(define({ sku: PlanSku.B1, zoneBalancing: false, perSiteScaling: false })).toMatchObject({
      zone_balancing_enabled: false,
      per_site_scaling_enabled: false,
    });
  });
});
