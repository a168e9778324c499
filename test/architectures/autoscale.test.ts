import { AppHost, appservice, FunctionHost, observability, SecureSignalROptions, signalr } from '../../src';
import { newApp } from '../support/app';
import { PLAN_ID } from '../support/ids';
import { schemaViolations } from '../support/provider-schema';
import { newChat } from '../support/serverless';
import { messageOf, newStack, only, resources, synth } from '../support/synth';

type Scaled = Partial<SecureSignalROptions>;

describe('autoscale', () => {
  const SETTING = 'azurerm_monitor_autoscale_setting';

  test.each([
    [
      'SecureSignalRApp',
      (props: Scaled, planAutoscale: observability.AutoscaleOptions) =>
        newApp({ ...props, host: AppHost.linuxWebApp({ planAutoscale }) }),
    ],
    [
      'SecureServerlessSignalR',
      (props: Scaled, planAutoscale: observability.AutoscaleOptions) =>
        newChat({ ...props, host: FunctionHost.windows({ planAutoscale }) }),
    ],
  ])('of %s scales units and workers, each with its own name', (_, define) => {
    const { stack } = define(
      { sku: signalr.Sku.premium(1), signalrAutoscale: { minimum: 1, maximum: 10 }, tags: { team: 'chat' } },
      { minimum: 2, maximum: 6 },
    );
    expect(
      resources(stack, SETTING).map(({ name, target_resource_id, tags }) => [name, target_resource_id, tags]),
    ).toEqual(
      expect.arrayContaining([
        ['autoscale-chat-signalr-centralus', '${azurerm_signalr_service.Chat_SignalR.id}', { team: 'chat' }],
        ['autoscale-chat-plan-centralus', '${azurerm_service_plan.Chat_ServicePlan.id}', { team: 'chat' }],
      ]),
    );
    expect(only(stack, 'azurerm_signalr_service').lifecycle).toEqual({ ignore_changes: ['sku[0].capacity'] });
    expect(only(stack, 'azurerm_service_plan').lifecycle).toEqual({ ignore_changes: ['worker_count'] });
    expect(schemaViolations(synth(stack))).toEqual([]);
  });

  test('is refused where tier, size or plan do not scale, with everything else', () => {
    const stack = newStack();
    const planAutoscale = { minimum: 2, maximum: 3 };
    const servicePlan = appservice.ServicePlan.fromServicePlanAttributes(stack, 'Shared', {
      servicePlanId: PLAN_ID,
      location: 'centralus',
    });
    const host = AppHost.linuxWebApp({ planAutoscale, servicePlan });
    expect(messageOf(() => newApp({ host, signalrAutoscale: { minimum: 1, maximum: 2 } }, stack)).split('\n')).toEqual([
      'Prod/Chat/SignalR: [autoscale/tier] Azure Monitor does not scale Standard_S1 services; choose Sku.premium(1) or higher',
      'Prod/Chat/WebApp: [appservice/existing-plan] planAutoscale given for a new plan, but servicePlan Prod/Shared keeps its size and workers; leave one of the two out',
    ]);
    const flex = FunctionHost.flexConsumption({ planAutoscale });
    expect(messageOf(() => newChat({ host: flex }))).toBe(
      'Prod/Chat/FunctionApp: [autoscale/tier] Azure Monitor does not scale FC1 plans; use PlanSku.P0V3 or another Standard or Premium size',
    );
  });
});
