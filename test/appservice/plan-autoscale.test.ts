import { OsType, PlanScaling, PlanSku, ServicePlan, ServicePlanProps } from '../../src/appservice';
import { ComplianceStatus, SecurityBaseline } from '../../src/compliance';
import { AutoscaleRule } from '../../src/observability';
import { scalingRules } from '../support/autoscale';
import { newHub } from '../support/hub';
import { schemaViolations } from '../support/provider-schema';
import { messageOf, newGroup, only, synth, warnings } from '../support/synth';

const SETTING = 'azurerm_monitor_autoscale_setting';
const PLAN = 'azurerm_service_plan';

function setUp(props: Partial<ServicePlanProps> = {}) {
  const { stack, resourceGroup } = newGroup();
  const plan = new ServicePlan(stack, 'Plan', { name: 'asp', resourceGroup, osType: OsType.LINUX, ...props });
  return { stack, resourceGroup, plan };
}

describe('ServicePlan.addAutoscale', () => {
  test('scales by CPU, and leaves the number of workers to Azure', () => {
    const { stack, plan } = setUp({ scaling: PlanScaling.fixed(2) });
    plan.addAutoscale('Autoscale', { minimum: 2, maximum: 10 });
    const { profile, ...setting } = only(stack, SETTING);
    expect(setting).toEqual({
      name: 'autoscale-asp',
      location: 'centralus',
      resource_group_name: '${azurerm_resource_group.Group.name}',
      target_resource_id: '${azurerm_service_plan.Plan.id}',
    });
    expect(profile[0].capacity).toEqual({ minimum: 2, maximum: 10, default: 2 });
    expect(scalingRules(profile)).toEqual([
      ['CpuPercentage', 'GreaterThan', 70, 'ChangeCount'],
      ['CpuPercentage', 'LessThan', 30, 'ChangeCount'],
    ]);
    expect(only(stack, PLAN)).toMatchObject({ worker_count: 2, lifecycle: { ignore_changes: ['worker_count'] } });
    expect(schemaViolations(synth(stack))).toEqual([]);
  });

  test('takes rules, a name, another group and tags, and the provider of the plan', () => {
    const { stack, resourceGroup } = newGroup();
    const provider = newHub(stack);
    const plan = new ServicePlan(stack, 'Plan', { name: 'asp', resourceGroup, osType: OsType.LINUX, provider });
    const rules = [AutoscaleRule.increase('MemoryPercentage', 80)];
    const options = { minimum: 1, maximum: 2, name: 'scale', resourceGroup, tags: { team: 'chat' }, rules };
    plan.addAutoscale('Autoscale', options);
    expect(only(stack, SETTING)).toMatchObject({ name: 'scale', tags: { team: 'chat' }, provider: 'azurerm.hub' });
    expect(only(stack, SETTING).profile[0].rule).toHaveLength(1);
  });

  test('keeps what the plan ignores already', () => {
    const { stack, plan } = setUp();
    plan.resource.lifecycle = { preventDestroy: true, ignoreChanges: ['tags'] };
    plan.addAutoscale('Autoscale', { minimum: 1, maximum: 2 });
    expect(only(stack, PLAN).lifecycle).toEqual({ prevent_destroy: true, ignore_changes: ['tags', 'worker_count'] });
  });

  test('warns where the plan no longer ignores the number of workers', () => {
    const { stack, plan } = setUp();
    plan.addAutoscale('Autoscale', { minimum: 1, maximum: 2 });
    plan.resource.lifecycle = { preventDestroy: true };
    synth(stack);
    expect(warnings(stack)).toEqual([
      '[core/lost-lifecycle] the lifecycle lost ignoreChanges of worker_count, so each apply would undo what the autoscale setting did; add to the existing lifecycle, such as { ...resource.lifecycle, preventDestroy: true }',
    ]);
  });

  test.each<[string, Partial<ServicePlanProps>, number, number, string]>([
    [
      'a size that Azure Monitor does not scale',
      { sku: PlanSku.B1 },
      1,
      3,
      'autoscale/tier] Azure Monitor does not scale B1 plans; use PlanSku.P0V3 or another Standard or Premium size',
    ],
    [
      'an elastic size, which scales by itself',
      { sku: PlanSku.EP1 },
      1,
      3,
      'autoscale/tier] Azure Monitor does not scale EP1 plans; use PlanSku.P0V3 or another Standard or Premium size',
    ],
    [
      'two ways to scale',
      { scaling: PlanScaling.automatic(5) },
      1,
      3,
      'autoscale/tier] the plan has PlanScaling.automatic(...) already, and Azure accepts one of the two; leave one out',
    ],
    ['too many workers', {}, 1, 31, 'autoscale/bounds] maximum 31 given for a P0v3 plan; use 1 to 30'],
    [
      'more than Standard has',
      { sku: PlanSku.of('S1') },
      0,
      10,
      'autoscale/bounds] minimum 0 given for a S1 plan; use 1 to 10',
    ],
    [
      'one worker in several zones',
      { scaling: PlanScaling.fixed(3), zoneBalancing: true },
      1,
      3,
      'autoscale/bounds] minimum 1 given for a P0v3 plan in several zones; use 2 to 30',
    ],
    [
      'bounds that contradict each other',
      {},
      5,
      2,
      'autoscale/bounds] minimum 5 is more than maximum 2; give the larger number as the maximum',
    ],
  ])('refuses %s', (_, props, minimum, maximum, message) => {
    const { stack, plan } = setUp(props);
    expect(messageOf(() => plan.addAutoscale('Autoscale', { minimum, maximum }))).toBe(`Prod/Plan: [${message}`);
    expect(only(stack, PLAN).lifecycle).toBeUndefined();
  });

  test('refuses a second one', () => {
    const { plan } = setUp();
    plan.addAutoscale('Autoscale', { minimum: 1, maximum: 2 });
    expect(messageOf(() => plan.addAutoscale('Other', { minimum: 1, maximum: 2, rules: [] }))).toBe(
      [
        'Prod/Plan: [autoscale/rules] 0 rules given; use 1 to 10',
        'Prod/Plan: [autoscale/duplicate] Prod/Plan/Autoscale scales it already, and Azure accepts one autoscale setting for each resource; put the rules into one',
      ].join('\n'),
    );
  });

  test('is what the rule on instances reads, and not the number that the plan begins with', () => {
    const statusOf = (minimum: number) => {
      const { stack, plan } = setUp({ scaling: PlanScaling.fixed(3), zoneBalancing: minimum > 1 });
      plan.addAutoscale('Autoscale', { minimum, maximum: 6 });
      const [finding] = SecurityBaseline.evaluate(stack).findings.filter(({ rule }) => rule === 'REL2');
      return [finding.status, finding.reason];
    };
    expect(statusOf(2)).toEqual([ComplianceStatus.COMPLIANT, expect.any(String)]);
    expect(statusOf(1)).toEqual([
      ComplianceStatus.VIOLATED,
      expect.stringContaining('Prod/Plan/Autoscale/Resource scales down to 1'),
    ]);
  });
});
