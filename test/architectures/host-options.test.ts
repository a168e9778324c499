import { Construct } from 'constructs';
import {
  AppHost,
  appservice,
  FunctionHost,
  HostOptions,
  identity,
  Naming,
  Negotiation,
  observability,
} from '../../src';
import { newApp } from '../support/app';
import { CLIENT_ID, IDENTITY, IDENTITY_ID, PLAN_ID, PRINCIPAL_ID } from '../support/ids';
import { schemaViolations } from '../support/provider-schema';
import { newChat } from '../support/serverless';
import { messageOf, newStack, only, readable, resources, synth, warnings } from '../support/synth';

const { OsType, PlanScaling, PlanSku, Runtime, ServicePlan } = appservice;

interface PlanFacts {
  readonly location?: string;
  readonly osType?: appservice.OsType;
  readonly sku?: appservice.PlanSku;
}

const existingPlan = (scope: Construct, { location = 'centralus', ...known }: PlanFacts = {}) =>
  ServicePlan.fromServicePlanAttributes(scope, 'Shared', { servicePlanId: PLAN_ID, location, ...known });
const existingIdentity = (scope: Construct) =>
  identity.ManagedIdentity.fromManagedIdentityAttributes(scope, 'Team', IDENTITY);

type Options = HostOptions & { readonly planSku?: appservice.PlanSku };

/** Each architecture with the same options of its host. */
const ARCHITECTURES = {
  'SecureSignalRApp on Linux': (options: Options, stack = newStack()) =>
    newApp({ host: AppHost.linuxWebApp(options) }, stack),
  'SecureSignalRApp on Windows': (options: Options, stack = newStack()) =>
    newApp({ host: AppHost.windowsWebApp(options) }, stack),
  'SecureServerlessSignalR on Linux': (options: Options, stack = newStack()) =>
    newChat({ host: FunctionHost.linux(options) }, stack),
  'SecureServerlessSignalR on Windows': (options: Options, stack = newStack()) =>
    newChat({ host: FunctionHost.windows(options) }, stack),
  'SecureServerlessSignalR on Flex Consumption': (options: Options, stack = newStack()) =>
    newChat({ host: FunctionHost.flexConsumption(options) }, stack),
};
const architectures = Object.entries(ARCHITECTURES);
const APPS = [
  'azurerm_linux_web_app',
  'azurerm_windows_web_app',
  'azurerm_linux_function_app',
  'azurerm_windows_function_app',
  'azurerm_function_app_flex_consumption',
];
const appIn = (stack: ReturnType<typeof newStack>) => APPS.flatMap((type) => resources(stack, type))[0];

describe.each(architectures)('%s takes', (name, define) => {
  test('an identity that exists: no other is made, and it gets all roles', () => {
    const stack = newStack();
    const plain = define({});
    const { chat } = define({ identity: existingIdentity(stack) }, stack);
    expect(chat.identity).toBe(stack.node.findChild('Team'));
    const made = (each: typeof stack) =>
      resources(each, 'azurerm_user_assigned_identity').filter(({ name: text }) => !/-(signalr|negotiate)-/.test(text));
    expect(made(plain.stack)).toHaveLength(1);
    expect(made(stack)).toEqual([]);
    expect(appIn(stack).identity).toEqual({ type: 'UserAssigned', identity_ids: [IDENTITY_ID] });
    const grants = (each: typeof stack, principal: string) =>
      resources(each, 'azurerm_role_assignment')
        .filter(({ principal_id }) => principal_id === principal)
        .map(({ scope, role_definition_id }) => [scope, role_definition_id]);
    const toNew = grants(plain.stack, '${azurerm_user_assigned_identity.Chat_Identity.principal_id}');
    expect(toNew.length).toBeGreaterThan(0);
    expect(grants(stack, PRINCIPAL_ID)).toEqual(toNew);
    expect(JSON.stringify(appIn(stack).app_settings)).toContain(CLIENT_ID);
    expect(JSON.stringify(readable(stack))).not.toContain('Chat_Identity');
    expect(schemaViolations(synth(stack))).toEqual([]);
  });

  test('a plan that exists: none is made, and what is not known of it is not judged', () => {
    const stack = newStack();
    const { chat } = define({ servicePlan: existingPlan(stack) }, stack);
    expect(chat.servicePlan).toBeUndefined();
    // A Flex Consumption plan has one app, so that for the negotiation gets a plan of its own.
    const made = resources(stack, 'azurerm_service_plan').map(({ name: text }) => text);
    expect(made).toEqual(name.includes('Flex') ? ['asp-chat-negotiate-centralus'] : []);
    expect(appIn(stack)).toMatchObject({ service_plan_id: PLAN_ID, location: 'centralus' });
    expect(schemaViolations(synth(stack))).toEqual([]);
    expect(warnings(stack).filter((text) => !text.includes('core/provider-settings'))).toEqual([]);
  });

  test('a plan that Terraform looks up', () => {
    const stack = newStack();
    const servicePlan = ServicePlan.fromLookup(stack, 'Shared', { name: 'asp-shared', resourceGroupName: 'rg-shared' });
    define({ servicePlan }, stack);
    expect(appIn(stack)).toMatchObject({
      service_plan_id: '${data.azurerm_service_plan.Shared.id}',
      location: '${data.azurerm_service_plan.Shared.location}',
    });
    expect(schemaViolations(synth(stack))).toEqual([]);
  });

  test('consoles of its operating system in its outputs, also on a plan of which it is not known', () => {
    const stack = newStack();
    define({ servicePlan: existingPlan(stack) }, stack).chat.addOutputs();
    const other = define({});
    other.chat.addOutputs();
    const outputs = (each: typeof stack) => readable(each).output!['Chat-verify-name-resolution'].value;
    expect(outputs(stack)).toBe(outputs(other.stack));
  });

  test('names for what is made only', () => {
    const stack = newStack();
    const names = Naming.of({ identity: 'id-team', servicePlan: 'asp-team' });
    const options = { identity: existingIdentity(stack), servicePlan: existingPlan(stack) };
    if (name.startsWith('SecureSignalRApp')) newApp({ naming: names, host: AppHost.linuxWebApp(options) }, stack);
    else newChat({ naming: names, host: FunctionHost.linux(options) }, stack);
    expect(warnings(stack)).toContainEqual(
      expect.stringContaining('[core/name-unused] naming names identity, servicePlan, but no resource has such a role'),
    );
  });
});

describe('a plan that exists', () => {
  const linux = ARCHITECTURES['SecureSignalRApp on Linux'];
  const functions = ARCHITECTURES['SecureServerlessSignalR on Linux'];

  test('is one for two architectures', () => {
    const stack = newStack();
    const { chat } = linux({ planSku: PlanSku.P1V3 }, stack);
    const host = FunctionHost.linux({ servicePlan: chat.servicePlan, identity: chat.identity });
    const second = newChat({ host, workload: 'events' }, new Construct(stack, 'Second') as typeof stack).chat;
    expect(only(stack, 'azurerm_service_plan').sku_name).toBe('P1v3');
    expect(second.identity).toBe(chat.identity);
    expect(resources(stack, 'azurerm_linux_function_app').map(({ service_plan_id }) => service_plan_id)).toEqual(
      Array(2).fill('${azurerm_service_plan.Chat_ServicePlan.id}'),
    );
    expect(schemaViolations(synth(stack))).toEqual([]);
  });

  test.each<[string, typeof linux | typeof functions, PlanFacts, string]>([
    [
      'a size whose apps join no subnet',
      linux,
      { sku: PlanSku.of('D1') },
      'Prod/Chat/WebApp: [appservice/plan-without-vnet] apps on D1 plans cannot be integrated with a subnet; use PlanSku.B1 or larger, outside an App Service Environment',
    ],
    [
      'one of an App Service Environment',
      linux,
      { sku: PlanSku.of('I1v2') },
      'Prod/Chat/WebApp: [appservice/plan-without-vnet] apps on I1v2 plans are in the subnet of their App Service Environment and join no other; give the environment of the plan to ServicePlan.fromServicePlanAttributes, or use a plan outside an App Service Environment',
    ],
    [
      'one for functions',
      linux,
      { sku: PlanSku.EP1 },
      'Prod/Chat/WebApp: [appservice/plan-for-functions] EP1 plans are for function apps or workflows only; use PlanSku.P0V3 or another size for web apps',
    ],
    [
      'another operating system',
      linux,
      { osType: OsType.WINDOWS },
      'Prod/Chat/WebApp: [appservice/os-mismatch] a Linux app cannot run on the Windows plan Prod/Shared; use a Linux plan',
    ],
    [
      'another region',
      linux,
      { location: 'eastus' },
      'Prod/Chat/WebApp: [appservice/location] the app is in centralus, but its plan Prod/Shared is in eastus; use one region',
    ],
    [
      'another region for functions',
      functions,
      { location: 'eastus' },
      'Prod/Chat/FunctionApp: [appservice/location] the app is in centralus, but its plan Prod/Shared is in eastus; use one region',
    ],
    [
      'one of Flex Consumption for other functions',
      functions,
      { sku: PlanSku.FC1 },
      'Prod/Chat/FunctionApp: [appservice/plan-for-flex] a Linux function app does not run on FC1 plans; use FlexConsumptionFunctionApp',
    ],
    [
      'one that needs a package',
      functions,
      { sku: PlanSku.EP1 },
      [
        'Prod/Chat/FunctionApp: [appservice/content-share] EP1 plans keep code in a file share, which needs account keys; give packageUrl, or use PlanSku.FC1 or PlanSku.P0V3',
        'Prod/Chat/NegotiationApp: [appservice/content-share] EP1 plans keep code in a file share, which needs account keys; give Negotiation.ownApp({ packageUrl }) for the app that negotiates, or use Negotiation.publicFunctionApp() or Negotiation.privateFunctionApp()',
      ].join('\n'),
    ],
  ])('is refused: %s', (_, define, facts, message) => {
    const stack = newStack();
    expect(messageOf(() => define({ servicePlan: existingPlan(stack, facts) }, stack))).toBe(message);
    expect(stack.node.findChild('Chat').node.children).toEqual([]);
  });

  test('is refused with what only a new one takes', () => {
    const stack = newStack();
    const options = { planSku: PlanSku.P1V3, planScaling: PlanScaling.fixed(3), zoneBalancing: true };
    expect(messageOf(() => linux({ ...options, servicePlan: existingPlan(stack) }, stack))).toBe(
      'Prod/Chat/WebApp: [appservice/existing-plan] planSku, planScaling, zoneBalancing given for a new plan, but servicePlan Prod/Shared keeps its size and workers; leave one of the two out',
    );
    const other = newStack();
    const host = FunctionHost.windows({ servicePlan: existingPlan(other), zoneBalancing: false });
    expect(messageOf(() => newChat({ host }, other))).toBe(
      'Prod/Chat/FunctionApp: [appservice/existing-plan] zoneBalancing given for a new plan, but servicePlan Prod/Shared keeps its size and workers; leave one of the two out',
    );
  });

  test('for containers takes a Windows container', () => {
    const stack = newStack();
    const runtime = Runtime.container(appservice.ContainerImage.of('registry.azurecr.io', 'chat', '1'));
    const servicePlan = existingPlan(stack, { osType: OsType.WINDOWS_CONTAINER });
    newApp({ host: AppHost.windowsWebApp({ runtime, servicePlan }) }, stack);
    expect(appIn(stack).service_plan_id).toBe(PLAN_ID);
  });

  test('that cannot keep apps loaded does not: its size decides', () => {
    const stack = newStack();
    const packageUrl = 'https://stcode.blob.core.windows.net/packages/app.zip';
    const host = FunctionHost.linux({ servicePlan: existingPlan(stack, { sku: PlanSku.EP1 }), packageUrl });
    newChat({ host, negotiation: Negotiation.ownApp({ packageUrl }) }, stack);
    const apps = resources(stack, 'azurerm_linux_function_app');
    expect(apps).toHaveLength(2);
    apps.forEach(({ site_config }) => expect(site_config.always_on).not.toBe(true));
  });

  test('looked up leaves the cloud to the subnet, where the domain of apps is another', () => {
    const stack = newStack();
    const servicePlan = ServicePlan.fromLookup(stack, 'Shared', { name: 'asp-shared', resourceGroupName: 'rg-shared' });
    const { chat } = newApp({ location: 'usgovvirginia', host: AppHost.linuxWebApp({ servicePlan }) }, stack);
    expect(chat.linuxWebApp!.origin).toMatch(/\.azurewebsites\.us$/);
    expect(only(stack, 'azurerm_signalr_service').cors).toEqual([{ allowed_origins: [chat.linuxWebApp!.origin] }]);
  });
});

describe('workers of a new plan', () => {
  test.each(architectures.filter(([name]) => !name.includes('Flex')))('are given to %s', (_, define) => {
    const { stack, chat } = define({ planScaling: PlanScaling.fixed(3), zoneBalancing: true });
    expect(chat.servicePlan).toBeInstanceOf(ServicePlan);
    expect(only(stack, 'azurerm_service_plan')).toMatchObject({ worker_count: 3, zone_balancing_enabled: true });
    expect(schemaViolations(synth(stack))).toEqual([]);
  });

  test('come and go with the load', () => {
    const { stack } = ARCHITECTURES['SecureSignalRApp on Linux']({ planScaling: PlanScaling.automatic(6, 2) });
    expect(only(stack, 'azurerm_service_plan')).toMatchObject({
      worker_count: 2,
      maximum_elastic_worker_count: 6,
      premium_plan_auto_scale_enabled: true,
    });
  });

  test('are spread over zones on Flex Consumption, which asks for them by app', () => {
    const { stack } = ARCHITECTURES['SecureServerlessSignalR on Flex Consumption']({ zoneBalancing: true });
    const plans = resources(stack, 'azurerm_service_plan');
    expect(plans).toHaveLength(2);
    plans.forEach((plan) => expect(plan).toMatchObject({ sku_name: 'FC1', zone_balancing_enabled: true }));
  });

  test('are refused where the size has not so many or cannot be spread, with everything else', () => {
    const host = AppHost.linuxWebApp({
      planSku: PlanSku.B1,
      planScaling: PlanScaling.fixed(4),
      zoneBalancing: true,
      healthCheck: appservice.HealthCheck.at('no-slash'),
    });
    expect(messageOf(() => newApp({ host })).split('\n')).toEqual([
      'Prod/Chat/WebApp: [appservice/plan-scaling] 4 workers given for a B1 plan; use 1 to 3',
      'Prod/Chat/WebApp: [appservice/zone-balancing] B1 plans cannot be spread over availability zones; use PlanSku.P0V3 or larger, or leave zoneBalancing out',
      expect.stringContaining('Prod/Chat/WebApp: [appservice/health-check]'),
    ]);
    const flex = FunctionHost.flexConsumption({ planScaling: PlanScaling.fixed(2) });
    expect(messageOf(() => newChat({ host: flex }))).toBe(
      'Prod/Chat/FunctionApp: [appservice/plan-scaling] Azure alone decides how many workers a FC1 plan has; leave the scaling out',
    );
  });
});

describe('Application Insights that exists', () => {
  const insights = (scope: Construct) =>
    observability.ApplicationInsights.fromLookup(scope, 'Insights', { name: 'appi-old', resourceGroupName: 'rg-old' });

  test('is the only one of SecureServerlessSignalR, also in its outputs', () => {
    const stack = newStack();
    const applicationInsights = insights(stack);
    const { chat } = newChat({ host: FunctionHost.linux({ applicationInsights }) }, stack);
    chat.addOutputs();
    expect(chat.applicationInsights).toBe(applicationInsights);
    expect(resources(stack, 'azurerm_application_insights')).toEqual([]);
    expect(readable(stack).output!['Chat-verify-upstream-caller'].value).toContain(
      'az monitor app-insights query --app ${data.azurerm_application_insights.Insights.id}',
    );
    const granted = resources(stack, 'azurerm_role_assignment').map(({ scope }) => scope);
    expect(granted).toContain('${data.azurerm_application_insights.Insights.id}');
    expect(schemaViolations(synth(stack))).toEqual([]);
  });

  test('takes telemetry where logs go to no workspace', () => {
    const stack = newStack();
    const applicationInsights = insights(stack);
    const logs = observability.LogDestination.storage(
      '/subscriptions/0/resourceGroups/rg/providers/Microsoft.Storage/storageAccounts/stlogs',
    );
    const { chat } = newChat({ logs, host: FunctionHost.linux({ applicationInsights }) }, stack);
    expect(chat.applicationInsights).toBe(applicationInsights);
  });

  test('is the only one of SecureSignalRApp', () => {
    const stack = newStack();
    newApp({ host: AppHost.linuxWebApp({ applicationInsights: insights(stack) }) }, stack);
    expect(resources(stack, 'azurerm_application_insights')).toEqual([]);
    expect(appIn(stack).app_settings.APPLICATIONINSIGHTS_CONNECTION_STRING).toBe(
      '${data.azurerm_application_insights.Insights.connection_string}',
    );
  });
});
