import { Construct } from 'constructs';
import { AccessRestrictions, OsType, PlanSku } from '../appservice';
import { FunctionHostOptions } from './function-host-options';
import { NegotiationAppOptions } from './negotiation-app-options';
import { defineFunctionApp } from './private/function-app';
import { FunctionHostContext } from './private/function-host-context';
import { HostPlan } from './private/host-plan';
import { NegotiationApp } from './private/negotiation-app';
import { Role } from './private/roles';
import { AppKind, FLEX_FUNCTION_APP, LINUX_FUNCTION_APP, WINDOWS_FUNCTION_APP } from '../appservice/internal/app-kind';
import { planProblems } from '../appservice/internal/app-plan-problems';
import { optionProblems } from '../appservice/internal/app-problems';
import { functionOptionProblems } from '../appservice/internal/function-problems';
import { flexSecretProblems } from '../appservice/internal/function-settings';
import { checkInput } from '../core/internal/input/check-input';
import { Problem } from '../core/internal/violations';
import { SubnetDelegation } from '../network';

/**
 * The function app that gets the events of a Serverless service. It is called through private endpoints only, unless
 * `accessRestrictions` or `negotiation` of the architecture says otherwise.
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

  private readonly plan: HostPlan;

  private constructor(
    private readonly kind: AppKind,
    private readonly options: FunctionHostOptions,
  ) {
    this.plan = new HostPlan(kind, options, kind === FLEX_FUNCTION_APP ? PlanSku.FC1 : PlanSku.P0V3);
  }

  /**
   * Delegation of the app's subnet.
   *
   * @internal
   */
  public get _delegation(): SubnetDelegation {
    return this.kind === FLEX_FUNCTION_APP ? SubnetDelegation.APP_ENVIRONMENTS : SubnetDelegation.WEB_SERVER_FARMS;
  }

  /**
   * Roles of the app's resources that get names.
   *
   * @internal
   */
  public get _roles(): Role[] {
    const container: Role[] = this.kind === FLEX_FUNCTION_APP ? ['deploymentContainer'] : [];
    const ofIdentity: Role[] = this.options.identity ? [] : ['identity'];
    return [...ofIdentity, ...this.plan.roles, 'functionApp', 'functionAppDiagnosticSetting', ...container];
  }

  /**
   * Callers that may call the app, where the options name them.
   *
   * @internal
   */
  public get _accessRestrictions(): AccessRestrictions | undefined {
    return this.options.accessRestrictions;
  }

  /**
   * A second app of the same kind, for the negotiation alone.
   *
   * @internal
   */
  public _negotiationApp(options: NegotiationAppOptions): NegotiationApp {
    return new NegotiationApp(this.kind, this.plan, this.options.runtime, options);
  }

  /**
   * Reports what azurerm or Azure would reject in the app and its plan.
   *
   * @internal
   */
  public _problems(scope: Construct, location: string): Problem[] {
    const { alwaysOn, secretSettings = {} } = this.options;
    return [
      ...this.plan.problems(location),
      ...planProblems(this.plan.facts, alwaysOn),
      ...this.environmentProblems,
      ...optionProblems(scope, this.kind, this.options),
      ...functionOptionProblems(this.kind, this.plan.sku, this.options),
      ...(this.kind === FLEX_FUNCTION_APP ? flexSecretProblems(Object.keys(secretSettings)) : []),
    ];
  }

  /**
   * Parts of the app that exist already.
   *
   * @internal
   */
  public get _existing(): Pick<FunctionHostOptions, 'identity' | 'applicationInsights'> {
    return this.options;
  }

  /**
   * The audience of the token that the service needs to call the app; `undefined` where it needs none.
   *
   * @internal
   */
  public get _neededAudience(): string | undefined {
    return this.options.authentication?._neededAudience;
  }

  /**
   * The operating system of the app.
   *
   * @internal
   */
  public get _osType(): OsType {
    return this.plan.osType;
  }

  /**
   * Defines the app, and the plan where it is new.
   *
   * @internal
   */
  public _bind(context: FunctionHostContext) {
    const { scope, names, regional, caller, cors, ...bound } = context;
    const { resourceGroup, tags, provider } = regional;
    const { planSku, planScaling, planAutoscale, zoneBalancing, ...options } = this.options;
    const { servicePlan, newPlan } = this.plan.bind(scope, names, regional);
    const { authentication } = this.options;
    const functionApp = defineFunctionApp(this.kind, scope, 'FunctionApp', {
      ...options,
      ...bound,
      cors: this.options.cors ?? cors,
      authentication: caller ? authentication?._withApplication(caller.clientId) : authentication,
      name: names.of('functionApp'),
      resourceGroup,
      tags,
      provider,
      servicePlan,
      deploymentContainerName: names.optional('deploymentContainer'),
    });
    return { servicePlan, newPlan, functionApp };
  }

  /**
   * Clients and service reach the app through private endpoints, for which its host name has no zone in an environment.
   */
  private get environmentProblems(): Problem[] {
    const { servicePlan } = this.options;
    if (!servicePlan?.environment) return [];
    const message = `plan ${servicePlan.node.path} is in an App Service Environment, whose apps have host names for which SecureServerlessSignalR makes no private endpoint; use a plan outside of it`;
    return [{ code: 'appservice/environment-subnet', message }];
  }
}
