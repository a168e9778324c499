import { Token } from 'cdktf';
import { AutoscaleRule, AutoscaleSetting, AutoscaleSettingProps, AutoscaleStep } from '../../src/observability';
import { newHub } from '../support/hub';
import { PLAN_ID } from '../support/ids';
import { schemaViolations } from '../support/provider-schema';
import { messageOf, newGroup, only, problemsOf, synth } from '../support/synth';

const SETTING = 'azurerm_monitor_autoscale_setting';

function setUp() {
  const { stack, resourceGroup } = newGroup();
  const define = (props: Partial<AutoscaleSettingProps> = {}, id = 'Autoscale') =>
    new AutoscaleSetting(stack, id, {
      name: 'autoscale-asp',
      resourceGroup,
      targetResourceId: PLAN_ID,
      minimum: 1,
      maximum: 3,
      rules: [AutoscaleRule.increase('CpuPercentage', 70), AutoscaleRule.decrease('CpuPercentage', 30)],
      ...props,
    });
  return { stack, define };
}

const rule = (direction: string, operator: string, threshold: number, type = 'ChangeCount') => ({
  metric_trigger: {
    metric_name: 'CpuPercentage',
    metric_resource_id: PLAN_ID,
    operator,
    threshold,
    statistic: 'Average',
    time_aggregation: 'Average',
    time_grain: 'PT1M',
    time_window: 'PT10M',
  },
  scale_action: { direction, type, value: 1, cooldown: 'PT5M' },
});

describe('AutoscaleSetting', () => {
  test('scales a resource between two numbers by the metrics of the resource', () => {
    const { stack, define } = setUp();
    define({ tags: { team: 'chat' } });
    expect(only(stack, SETTING)).toEqual({
      name: 'autoscale-asp',
      location: 'centralus',
      resource_group_name: '${azurerm_resource_group.Group.name}',
      target_resource_id: PLAN_ID,
      profile: [
        {
          name: 'default',
          capacity: { minimum: 1, maximum: 3, default: 1 },
          rule: [rule('Increase', 'GreaterThan', 70), rule('Decrease', 'LessThan', 30)],
        },
      ],
      tags: { team: 'chat' },
    });
    expect(schemaViolations(synth(stack))).toEqual([]);
    expect(schemaViolations(synth(stack), 5)).toEqual([]);
  });

  test('steps to the next number that a service has', () => {
    const { stack, define } = setUp();
    define({ step: AutoscaleStep.NEXT_ALLOWED });
    expect(only(stack, SETTING).profile[0].rule[0].scale_action.type).toBe('ServiceAllowedNextValue');
  });

  test('lives in the subscription of its provider', () => {
    const { stack, define } = setUp();
    define({ provider: newHub(stack) });
    expect(only(stack, SETTING).provider).toBe('azurerm.hub');
  });

  test('does not judge what only Terraform knows', () => {
    const { stack, define } = setUp();
    const number = Token.asNumber({ resolve: () => '${var.count}' });
    define({ minimum: number, maximum: number, rules: [AutoscaleRule.increase('CpuPercentage', number)] });
    expect(only(stack, SETTING).profile[0].capacity.maximum).toBe('${var.count}');
  });

  test('fails with everything that Azure would refuse', () => {
    const { define } = setUp();
    const props = {
      name: 'a/b',
      targetResourceId: 'asp',
      minimum: -1,
      maximum: 1.5,
      location: 'mars',
      rules: [AutoscaleRule.increase(' ', 1), AutoscaleRule.decrease('CpuPercentage', Infinity)],
    };
    expect(messageOf(() => define(props)).split('\n')).toEqual([
      'Prod/Autoscale: [autoscale/name] "a/b" is not an autoscale setting name; use 1 to 260 characters, none of : < > + / & % \\ ?, not ending with a space or period',
      'Prod/Autoscale: [autoscale/target] "asp" is not an Azure id; use one such as /subscriptions/.../resourceGroups/.../providers/...',
      'Prod/Autoscale: [autoscale/bounds] minimum -1 given for an autoscale setting; use 0 to 1000',
      'Prod/Autoscale: [autoscale/bounds] maximum 1.5 given for an autoscale setting; use 0 to 1000',
      'Prod/Autoscale: [autoscale/rules] a rule has no metric; give the name of a metric of the resource',
      'Prod/Autoscale: [autoscale/rules] Infinity given as the threshold of CpuPercentage; use a number',
      expect.stringContaining('Prod/Autoscale: [core/location] "mars"'),
    ]);
  });

  test.each([0, 11])('fails with %i rules', (count) => {
    const rules = Array.from({ length: count }, () => AutoscaleRule.increase('CpuPercentage', 70));
    expect(messageOf(() => setUp().define({ rules }))).toBe(
      `Prod/Autoscale: [autoscale/rules] ${count} rules given; use 1 to 10`,
    );
  });

  test('fails where the bounds contradict each other', () => {
    expect(messageOf(() => setUp().define({ minimum: 4, maximum: 2 }))).toBe(
      'Prod/Autoscale: [autoscale/bounds] minimum 4 is more than maximum 2; give the larger number as the maximum',
    );
  });

  test('is one for each resource, whoever defines it', () => {
    const { stack, define } = setUp();
    define();
    define({ name: 'autoscale-other' }, 'Other');
    expect(problemsOf(stack).join()).toContain(
      '[autoscale/duplicate] Prod/Autoscale/Resource and Prod/Other/Resource scale one resource, and Azure accepts one autoscale setting for each; put their rules into one',
    );
  });
});
