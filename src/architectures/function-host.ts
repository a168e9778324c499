import { Construct } from 'constructs';
import {
  AccessRestrictions,
  FlexConsumptionFunctionApp,
  LinuxFunctionApp,
  PlanSku,
  ServicePlan,
  WindowsFunctionApp,
} from '../appservice';
import { FunctionHostOptions } from './function-host-options';
import { FunctionHostContext } from './private/function-host-context';
import { Role } from './private/roles';
import { AppKind, FLEX_FUNCTION_APP, LINUX_FUNCTION_APP, WINDOWS_FUNCTION_APP } from '../appservice/internal/app-kind';
import { optionProblems } from '../appservice/internal/app-problems';
import { functionOptionProblems } from '../appservice/internal/function-problems';
import { flexSecretProblems } from '../appservice/internal/function-settings';
import { planProblems } from '../appservice/internal/plan-problems';
import { checkInput } from '../core/internal/input/check-input';
import { Problem } from '../core/internal/violations';
import { SubnetDelegation } from '../network';

/**
 * The function app that answers the clients of a Serverless service. It is called through private endpoints only, unless
 * `accessRestrictions` says otherwise.
 */
export class FunctionHost {
  /** A new Linux function app on a new plan. */
  public static linux(options: FunctionHostOptions = {}): FunctionHost {
    checkInput('FunctionHost.linux', arguments);
    return new FunctionHost(LINUX_FUNCTION_APP, options);
  }

  /** A new Windows function app on a new plan. */
  public static windows(options: FunctionHostOptions = {}): FunctionHost {
    checkInput('FunctionHost.windows', arguments);
    return new FunctionHost(WINDOWS_FUNCTION_APP, options);
  }

  /** A new function app on a new Flex Consumption plan, which scales to zero. */
  public static flexConsumption(options: FunctionHostOptions = {}): FunctionHost {
    checkInput('FunctionHost.flexConsumption', arguments);
    return new FunctionHost(FLEX_FUNCTION_APP, options);
  }

  private readonly planSku: PlanSku;

  private constructor(
    private readonly kind: AppKind,
    private readonly options: FunctionHostOptions,
  ) {
    this.planSku = options.planSku ?? (kind === FLEX_FUNCTION_APP ? PlanSku.FC1 : PlanSku.P0V3);
  }

  /**
   * What the subnet of the app is delegated to.
   *
   * @internal
   */
  public get _delegation(): SubnetDelegation {
    return this.kind === FLEX_FUNCTION_APP ? SubnetDelegation.APP_ENVIRONMENTS : SubnetDelegation.WEB_SERVER_FARMS;
  }

  /**
   * What is named of the app.
   *
   * @internal
   */
  public get _roles(): Role[] {
    const container: Role[] = this.kind === FLEX_FUNCTION_APP ? ['deploymentContainer'] : [];
    return ['servicePlan', 'functionApp', 'functionAppDiagnosticSetting', ...container];
  }

  /**
   * Whether the app accepts requests from the internet.
   *
   * @internal
   */
  public get _isPublic(): boolean {
    return this.accessRestrictions.publicNetworkAccess;
  }

  /**
   * What azurerm or Azure would refuse in the app and its plan.
   *
   * @internal
   */
  public _problems(scope: Construct): Problem[] {
    const { alwaysOn, secretSettings = {} } = this.options;
    return [
      ...this.planSku._problems(),
      ...planProblems(this.planSku, alwaysOn),
      ...optionProblems(scope, this.kind, this.options),
      ...functionOptionProblems(this.kind, this.planSku, this.options),
      ...(this.kind === FLEX_FUNCTION_APP ? flexSecretProblems(Object.keys(secretSettings)) : []),
    ];
  }

  /**
   * Defines plan and app.
   *
   * @internal
   */
  public _bind(context: FunctionHostContext) {
    const { scope, names, regional, ...bound } = context;
    const { resourceGroup, tags } = regional;
    const { planSku: _, ...options } = this.options;
    const servicePlan = new ServicePlan(scope, 'ServicePlan', {
      ...regional,
      name: names.of('servicePlan'),
      osType: this.kind.osType,
      sku: this.planSku,
    });
    const props = {
      ...bound,
      ...options,
      applicationInsights: options.applicationInsights ?? bound.applicationInsights,
      accessRestrictions: this.accessRestrictions,
      name: names.of('functionApp'),
      resourceGroup,
      tags,
      servicePlan,
    };
    if (this.kind === FLEX_FUNCTION_APP) {
      const deploymentContainerName = names.optional('deploymentContainer');
      const flexProps = { ...props, deploymentContainerName };
      return { servicePlan, functionApp: new FlexConsumptionFunctionApp(scope, 'FunctionApp', flexProps) };
    }
    const FunctionApp = this.kind === LINUX_FUNCTION_APP ? LinuxFunctionApp : WindowsFunctionApp;
    return { servicePlan, functionApp: new FunctionApp(scope, 'FunctionApp', props) };
  }

  private get accessRestrictions(): AccessRestrictions {
    return this.options.accessRestrictions ?? AccessRestrictions.privateEndpointOnly();
  }
}
