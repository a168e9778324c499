import { TerraformVariable } from 'cdktf';
import { ContainerImage, FunctionScaling, PlanSku, Runtime, ServicePlan } from '../../src/appservice';
import { setUpFlex, setUpLinuxFunctions, setUpWindowsFunctions } from '../support/function-app';
import { PLAN_ID } from '../support/ids';
import { schemaViolations } from '../support/provider-schema';
import { messageOf, only, synth } from '../support/synth';

const packageUrl = 'https://stfunc.blob.core.windows.net/packages/app.zip';

describe.each([
  ['LinuxFunctionApp', setUpLinuxFunctions, 'azurerm_linux_function_app', 'Linux function app'],
  ['WindowsFunctionApp', setUpWindowsFunctions, 'azurerm_windows_function_app', 'Windows function app'],
] as const)('%s on its plan', (_name, setUp, type, kind) => {
  test('is kept loaded on a dedicated plan, unless told otherwise', () => {
    const { stack, define } = setUp(PlanSku.B1);
    define({ alwaysOn: false });
    expect(only(stack, type).site_config.always_on).toBe(false);
  });

  test('is kept loaded on a plan of which nothing is known', () => {
    const { stack, define } = setUp();
    const attributes = { servicePlanId: PLAN_ID, location: 'centralus' };
    define({ servicePlan: ServicePlan.fromServicePlanAttributes(stack, 'Existing', attributes) });
    expect(only(stack, type).site_config.always_on).toBe(true);
  });

  test('runs from its package on an elastic plan, and is scaled by what lies in its network', () => {
    const { stack, define } = setUp(PlanSku.EP1);
    define({ packageUrl, scaling: FunctionScaling.elastic(20, 2) });
    const { app_settings: settings, site_config: config } = only(stack, type);
    expect(settings).toMatchObject({
      WEBSITE_RUN_FROM_PACKAGE: packageUrl,
      WEBSITE_RUN_FROM_PACKAGE_BLOB_MI_RESOURCE_ID:
        '/subscriptions/0/resourceGroups/rg/providers/Microsoft.ManagedIdentity/userAssignedIdentities/identity',
    });
    expect(config).toMatchObject({
      app_scale_limit: 20,
      elastic_instance_minimum: 2,
      pre_warmed_instance_count: 1,
      runtime_scale_monitoring_enabled: true,
    });
    expect(config).not.toHaveProperty('always_on');
    expect(schemaViolations(synth(stack))).toEqual([]);
  });

  test('fails on an elastic plan without a place for its code', () => {
    expect(messageOf(() => setUp(PlanSku.EP1).define())).toBe(
      'Prod/App: [appservice/content-share] EP1 plans keep code in a file share, which needs account keys; give packageUrl, or use PlanSku.FC1 or PlanSku.P0V3',
    );
  });

  test('fails on a consumption plan, which has no network', () => {
    expect(messageOf(() => setUp(PlanSku.of('Y1')).define())).toBe(
      'Prod/App: [appservice/plan-without-vnet] apps on Y1 plans cannot be integrated with a subnet; use PlanSku.B1 or larger, outside an App Service Environment',
    );
  });

  test('fails on a Flex Consumption plan', () => {
    expect(messageOf(() => setUp(PlanSku.FC1).define())).toBe(
      `Prod/App: [appservice/plan-for-flex] a ${kind} does not run on FC1 plans; use FlexConsumptionFunctionApp`,
    );
  });

  test('fails on a plan for workflows', () => {
    expect(messageOf(() => setUp(PlanSku.of('WS1')).define({ packageUrl }))).toBe(
      'Prod/App: [appservice/plan-for-workflows] WS1 plans are for workflows only; use PlanSku.P0V3 or another size for function apps',
    );
  });

  test('fails when its scaling is for other plans', () => {
    expect(messageOf(() => setUp().define({ scaling: FunctionScaling.elastic(20) }))).toBe(
      'Prod/App: [appservice/function-scaling] P0v3 plans do not scale each app by itself; leave the scaling out, or use PlanSku.EP1',
    );
    expect(messageOf(() => setUp().define({ scaling: FunctionScaling.flex(40) }))).toBe(
      'Prod/App: [appservice/function-scaling] FunctionScaling.flex(...) is not for this kind of app; use FunctionScaling.elastic(...)',
    );
  });

  test.each(['http://stfunc/app.zip', `${packageUrl}?sv=1&sig=secret`, '1'])('fails for the package %s', (bad) => {
    expect(messageOf(() => setUp().define({ packageUrl: bad }))).toBe(
      'Prod/App: [appservice/package-url] packageUrl is not an https address without a query; use one such as https://NAME.blob.core.windows.net/packages/app.zip',
    );
  });

  test('does not judge a package that is only known when Terraform runs', () => {
    const { stack, define } = setUp();
    define({ packageUrl: new TerraformVariable(stack, 'package', { type: 'string' }).stringValue });
    expect(only(stack, type).app_settings).toMatchObject({ WEBSITE_RUN_FROM_PACKAGE: '${var.package}' });
  });

  test('fails when the package is given twice', () => {
    expect(messageOf(() => setUp().define({ packageUrl, appSettings: { WEBSITE_RUN_FROM_PACKAGE: '1' } }))).toBe(
      'Prod/App: [appservice/package-url] packageUrl and the app setting WEBSITE_RUN_FROM_PACKAGE are given; leave one of them out',
    );
  });
});

describe('LinuxFunctionApp', () => {
  test('fails for a container with a package', () => {
    const runtime = Runtime.container(ContainerImage.of('contoso.azurecr.io', 'chat', '1'));
    expect(messageOf(() => setUpLinuxFunctions().define({ packageUrl, runtime }))).toBe(
      'Prod/App: [appservice/package-url] a container has its code in its image; leave packageUrl out',
    );
  });
});

describe('FlexConsumptionFunctionApp', () => {
  test('fails on plans of other sizes', () => {
    expect(messageOf(() => setUpFlex(PlanSku.P0V3).define())).toBe(
      'Prod/App: [appservice/plan-for-flex] a Flex Consumption function app does not run on P0v3 plans; use PlanSku.FC1',
    );
  });

  test('fails on a plan for workflows, and is told of its own plan', () => {
    expect(messageOf(() => setUpFlex(PlanSku.of('WS1')).define()).split('\n')).toEqual([
      'Prod/App: [appservice/plan-for-flex] a Flex Consumption function app does not run on WS1 plans; use PlanSku.FC1',
      'Prod/App: [appservice/content-share] WS1 plans keep code in a file share, which needs account keys; give packageUrl, or use PlanSku.FC1 or PlanSku.P0V3',
    ]);
  });

  test('does not judge a size that is only known when Terraform runs', () => {
    const { stack, define } = setUpFlex();
    const sku = PlanSku.of(new TerraformVariable(stack, 'sku', { type: 'string' }).stringValue);
    const attributes = { servicePlanId: PLAN_ID, location: 'centralus', sku };
    const servicePlan = ServicePlan.fromServicePlanAttributes(stack, 'Existing', attributes);
    expect(() => define({ servicePlan })).not.toThrow();
  });

  test('fails for the scaling of other plans', () => {
    expect(messageOf(() => setUpFlex().define({ scaling: FunctionScaling.elastic(20) }))).toBe(
      'Prod/App: [appservice/function-scaling] FunctionScaling.elastic(...) is not for this kind of app; use FunctionScaling.flex(...)',
    );
  });
});
